#include "expr/op.h"

namespace fulcrum {

int operands(Op op) {
    switch (op) {
#define UNARY(name, function) \
    case Op::name:            \
        return 1;
#define BINARY(name, function) \
    case Op::name:             \
        return 2;
#define TERNARY(name, function) \
    case Op::name:              \
        return 3;
#include "expr/operations.def"
#undef UNARY
#undef BINARY
#undef TERNARY
        case Op::Constant:
        case Op::Input:
            break;
    }
    return 0;
}

}  // namespace fulcrum
