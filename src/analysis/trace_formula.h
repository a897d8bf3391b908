// A formula with values in place of its names.
#pragma once

#include "expr/formula.h"

#include <span>
#include <string>
#include <string_view>

namespace fulcrum {

// The formula from its first token on (without the "=" of a spreadsheet) with every name, with
// its @option and with previous( ) or at( ) around it, replaced, and everything else as written.
//
// formula   of text
// by        [reference] what stands in its place; "": it stays
// month     what stands in place of `month`; "": it stays
std::string with_names_replaced(std::string_view text, const ParsedFormula& formula,
                                std::span<const std::string> by, const std::string& month);

// The number as a formula writes it, all digits, in brackets: "(3 [weeks])". It reads back as the
// same value in the same unit; what is no finite number is an operation that gives none: "(0/0)".
std::string formula_value(double value, std::string_view unit);

}  // namespace fulcrum
