// What each operation means for one draw. Folding and the block loops both use these and nothing
// else, so that a constant is the same to the bit as the value it replaces.
//
// Nothing undefined is absorbed: where an operand that counts is infinite or not-a-number, so is
// the result. So a finite result comes from finite numbers only. Where the arithmetic does not see
// to that by itself, zero_if_finite is subtracted, which leaves every finite result its bits, -0
// too. Which of the infinities and not-a-number an undefined result is has no meaning.
//
// Minimum, maximum and choice are written out: library versions differ in what they do with the
// sign of zero. Free of branches, so that loops over them vectorise.
#pragma once

#include "expr/op.h"
#include "math/elementary.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace fulcrum::kernel {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// 0 where all are finite, else not-a-number.
inline double zero_if_finite(double a) {
    return a - a;
}
inline double zero_if_finite(double a, double b) {
    return (a - a) + (b - b);
}

inline double truth(bool holds) {
    return holds ? 1.0 : 0.0;
}

inline double negate(double a) {
    return -a;
}
inline double absolute(double a) {
    return std::fabs(a);
}
inline double square_root(double a) {
    return std::sqrt(a);
}
inline double exponential(double a) {
    return elementary::exp(a - zero_if_finite(a));  // e^-infinity would be 0
}
inline double logarithm(double a) {
    return elementary::log(a);
}
inline double round_down(double a) {
    return std::floor(a);
}
inline double round_up(double a) {
    return std::ceil(a);
}
inline double round_half_away(double a) {
    const double whole = std::trunc(a);
    const double away = whole + std::copysign(1.0, a);
    return std::fabs(a - whole) >= 0.5 ? away : whole;  // the difference is exact
}
inline double logical_not(double a) {
    return truth(a == 0.0) - zero_if_finite(a);
}

inline double add(double a, double b) {
    return a + b;
}
inline double subtract(double a, double b) {
    return a - b;
}
inline double multiply(double a, double b) {
    return a * b;
}
inline double multiply_add(double a, double b, double c) {
    return a * b + c;
}
inline double multiply_multiply_add(double a, double b, double c, double d) {
    return a * b * c + d;
}
inline double divide(double a, double b) {
    return a / b - zero_if_finite(b);
}
inline double power(double a, double b) {
    return elementary::pow(a, b) - zero_if_finite(a, b);
}
// The chosen one and the other are always both operands: what is equal, or not-a-number, is chosen
// from b.
inline double least(double a, double b) {
    const double chosen = a < b ? a : b;
    const double other = b > a ? b : a;
    return chosen - zero_if_finite(other);
}
inline double greatest(double a, double b) {
    const double chosen = a > b ? a : b;
    const double other = b < a ? b : a;
    return chosen - zero_if_finite(other);
}

inline double less(double a, double b) {
    return truth(a < b) - zero_if_finite(a, b);
}
inline double less_equal(double a, double b) {
    return truth(a <= b) - zero_if_finite(a, b);
}
inline double equal(double a, double b) {
    return truth(a == b) - zero_if_finite(a, b);
}
inline double not_equal(double a, double b) {
    return truth(a != b) - zero_if_finite(a, b);
}
inline double logical_and(double a, double b) {
    return truth((a != 0.0) & (b != 0.0)) - zero_if_finite(a, b);
}
inline double logical_or(double a, double b) {
    return truth((a != 0.0) | (b != 0.0)) - zero_if_finite(a, b);
}

inline double choose(double condition, double then, double otherwise) {
    const double chosen = condition != 0.0 ? then : otherwise;
    return chosen - zero_if_finite(condition);
}

// The operation on numbers. Requires an operation with operands.
inline double apply(Op op, double a, double b, double c) {
    switch (op) {
#define UNARY(name, function) \
    case Op::name:            \
        return function(a);
#define BINARY(name, function) \
    case Op::name:             \
        return function(a, b);
#define TERNARY(name, function) \
    case Op::name:              \
        return function(a, b, c);
#define QUATERNARY(name, function) case Op::name:
#include "expr/operations.def"
#undef UNARY
#undef BINARY
#undef TERNARY
#undef QUATERNARY
        case Op::Constant:
        case Op::Input:
        case Op::Recurrence:
        case Op::Series:
            break;
    }
    assert(false && "a leaf computes nothing, and a function over months is no operation on three");
    return not_a_number;
}

}  // namespace fulcrum::kernel
