// The operations a compiled formula is made of.
//
// Not-a-number in any operand gives not-a-number, in comparisons, And, Or, Not, Min, Max and Power
// too, so that it never turns into a plausible number; If looks at its condition and at the chosen
// operand only. A function over months that is not defined gives not-a-number. Everything else is
// IEEE 754: 1/0 is infinite, 0/0 is not a number.
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
    Round,  // half away from zero: 2.5 -> 3, -2.5 -> -3
    Not,    // one operand
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,  // 0^0 is 1; a negative base wants a whole exponent
    Min,
    Max,  // two
    Less,
    LessEqual,
    Equal,
    NotEqual,
    And,
    Or,                   // two; 1 or 0 (a > b is b < a)
    If,                   // three: condition (not 0), then, else
    MultiplyAdd,          // three: a * b + c, each rounded; in schedules alone
    MultiplyMultiplyAdd,  // four: a * b * c + d, each rounded; in schedules alone
    Recurrence,           // any number, a list (Schedule); in schedules alone
    Series,               // a function over months (Program::over): any number
};

// How many operands: 0 .. 3; 0 for Series and Recurrence, whose operands are a list.
int operands(Op op);

}  // namespace fulcrum
