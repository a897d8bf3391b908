// The functions that a formula may call. A new one is a line in functions.def, and its operation.
#pragma once

#include "expr/op.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

struct FormulaFunction {
    enum class Lowering {
        Once,    // the operation on all arguments
        Chain,   // op(op(a, b), c) ...
        Clamp,   // min(max(x, low), high)
        Series,  // `value` of all arguments, a series with all its months
    };
    enum class UnitRule {
        Alike,   // arguments fit one another, the result is like them
        Choice,  // the same for all but the first
        Keep,    // the result has the unit of the argument
        Pure,    // the argument has no unit, nor has the result
        Root,    // the square of the result has the unit of the argument
        Flows,   // of a function over months: the unit of its flows,
        Months,  // months,
        None,    // or none
    };
    std::string_view name;
    std::size_t least = 1, most = 1;  // arguments
    std::string_view arguments;       // "x, low, high"
    Op op = Op::Constant;
    Lowering lowering = Lowering::Once;
    UnitRule units = UnitRule::Keep;
    std::string_view meaning;
    // Of a function over months: a letter for each argument, 'r' a rate, 'f' the series of flows,
    // 't' that of their times. `value` takes the operands in this order, one for every month of a
    // series, and is not-a-number where the function is not defined.
    std::string_view signature;
    double (*value)(std::span<const double> operands) = nullptr;
};

std::span<const FormulaFunction> formula_functions();

// nullptr when there is none.
const FormulaFunction* find_formula_function(std::string_view name);

// Why function.value(operands) is not a finite number: "the flows never pay back".
// requires  finite operands of a function over months.
std::string undefined_because(const FormulaFunction& function, std::span<const double> operands);

// The names of all, with previous and at, for suggestions.
std::vector<std::string> formula_function_names();

}  // namespace fulcrum
