// The operations a compiled formula is made of.
#pragma once

#include <cstdint>

namespace fulcrum {

enum class Op : std::uint8_t {
    Constant,
    Input,  // leaves
    Negate,
    Abs,
    Sqrt,
    Exp,
    Log,
    Floor,
    Ceil,
    Round,
    Not,  // one operand
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Min,
    Max,  // two
    Less,
    LessEqual,
    Equal,
    NotEqual,
    And,
    Or,  // two; 1 or 0 (a > b is b < a)
    If,  // three: condition (not 0), then, else
};

int operands(Op op);

}  // namespace fulcrum
