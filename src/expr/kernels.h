// What each operation means for one draw. Folding and the block loops both use these and nothing
// else, so that a constant is the same to the bit as the value it replaces.
//
// Minimum, maximum and choice are written out: library versions differ in what they do with
// not-a-number and with the sign of zero. Free of branches, so that loops over them vectorise.
#pragma once

#include "expr/op.h"
#include "math/elementary.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace fulcrum::kernel {

inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

inline bool either_nan(double a, double b) {
    return (a != a) | (b != b);
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
    return elementary::exp(a);
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
    return a != a ? not_a_number : truth(a == 0.0);
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
inline double divide(double a, double b) {
    return a / b;
}
inline double power(double a, double b) {
    return either_nan(a, b) ? not_a_number : elementary::pow(a, b);
}
inline double least(double a, double b) {
    return ((a < b) | (a != a)) ? a : b;
}
inline double greatest(double a, double b) {
    return ((a > b) | (a != a)) ? a : b;
}

inline double less(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth(a < b);
}
inline double less_equal(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth(a <= b);
}
inline double equal(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth(a == b);
}
inline double not_equal(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth(a != b);
}
inline double logical_and(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth((a != 0.0) & (b != 0.0));
}
inline double logical_or(double a, double b) {
    return either_nan(a, b) ? not_a_number : truth((a != 0.0) | (b != 0.0));
}

inline double choose(double condition, double then, double otherwise) {
    const double chosen = condition != 0.0 ? then : otherwise;
    return condition != condition ? not_a_number : chosen;
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
#include "expr/operations.def"
#undef UNARY
#undef BINARY
#undef TERNARY
        case Op::Constant:
        case Op::Input:
        case Op::Series:
            break;
    }
    assert(false && "a leaf computes nothing, and a function over months is no operation on three");
    return not_a_number;
}

}  // namespace fulcrum::kernel
