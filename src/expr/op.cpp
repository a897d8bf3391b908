#include "expr/op.h"

#include <array>
#include <cstddef>

namespace fulcrum {
namespace {

constexpr std::size_t index(Op op) {
    return static_cast<std::size_t>(op);
}

constexpr auto operand_counts = [] {
    std::array<int, index(Op::Series) + 1> counts{};
#define UNARY(name, function) counts[index(Op::name)] = 1;
#define BINARY(name, function) counts[index(Op::name)] = 2;
#define TERNARY(name, function) counts[index(Op::name)] = 3;
#define QUATERNARY(name, function) counts[index(Op::name)] = 4;
#include "expr/operations.def"
#undef UNARY
#undef BINARY
#undef TERNARY
#undef QUATERNARY
    return counts;
}();

}  // namespace

int operands(Op op) {
    return operand_counts[index(op)];
}

}  // namespace fulcrum
