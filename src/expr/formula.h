// Text of a formula -> tree with positions, and the names it uses.
//
//   numbers     12  0.5  1e6  40K  1.2M  67%            with a unit: 6 [month], 12/52 [month/week]
//   (the unit
//               belongs to the nearest number or bracketed group before it; 12/52 [u] reads as
//               (12/52) [u])
//   operators   or  and  not  < <= > >= = == != <>  + -  * /  unary -  ^ (right to left), in rising
//   order functions   if(c, a, b) min max sum (1 or more) abs sqrt exp log floor ceil round
//   clamp(x, low, high) names       price                an assumption, or the row of the same
//   option
//               velocity@A           another option's row
//               month                number of the month, in a series
//               previous(users)      a series one month earlier (its own or another's)
//               at(impact, 12)       a series at a month
//               npv(1%, net)         a function over all months of a series (functions.def)
#pragma once

#include "base/result.h"
#include "base/unit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t max_formula_length = 4096;
inline constexpr int max_formula_depth = 64;

// A name as it stands in a formula.
struct Reference {
    enum class When { Same, Previous, At, All };
    std::string name;
    std::string option;  // after @; "" = the same option
    When when = When::Same;
    int month = 0;       // of At
    std::size_t at = 0;  // position in the text
    bool operator==(const Reference&) const = default;
};

enum class FormulaKind : std::uint8_t { Number, Name, Month, Call, Unary, Binary };

// Flat: children before parents, the last node is the root.
struct FormulaNode {
    FormulaKind kind = FormulaKind::Number;
    std::string function;      // Call: its name; Unary, Binary: the operator's text
    double number = 0;         // Number
    Unit unit = Unit::bare();  // Number with [unit]; a bracketed group with a unit is a Call "unit"
    std::size_t reference = 0;           // Name: index into references
    std::vector<std::size_t> arguments;  // indices of earlier nodes
    std::size_t begin = 0, end = 0;      // span in the text
    bool operator==(const FormulaNode&) const = default;
};

struct ParsedFormula {
    std::vector<FormulaNode> nodes;
    std::vector<Reference> references;  // each once per place
    bool uses_month = false;
    bool operator==(const ParsedFormula&) const = default;
};

// errors    one, with `at`: what was found, what was expected, and a suggestion for an unknown
// function;
//           wrong arity, too long, too deep, a number like 1e999, a missing bracket.
Result<ParsedFormula> parse_formula(std::string_view text);

}  // namespace fulcrum
