// A parsed formula as text: prefix form, names as in the formula.
#pragma once

#include "base/text.h"
#include "expr/formula.h"

#include <string>
#include <string_view>

namespace fulcrum::test {

inline std::string name_text(const Reference& reference) {
    std::string name = reference.name;
    if (!reference.option.empty()) name += "@" + reference.option;
    if (reference.when == Reference::When::Previous) return "(previous " + name + ")";
    if (reference.when == Reference::When::At)
        return "(at " + name + " " + std::to_string(reference.month) + ")";
    if (reference.when == Reference::When::All) return "(all " + name + ")";
    return name;
}

inline std::string formula_text(const ParsedFormula& formula, std::size_t index) {
    const FormulaNode& node = formula.nodes[index];
    if (node.kind == FormulaKind::Name) return name_text(formula.references[node.reference]);
    if (node.kind == FormulaKind::Month) return "month";
    const std::string unit = node.unit.is_bare() ? "" : "[" + node.unit.text() + "]";
    if (node.kind == FormulaKind::Number) return shortest(node.number) + unit;
    std::string text = "(" + node.function + unit;
    for (const std::size_t argument : node.arguments) text += " " + formula_text(formula, argument);
    return text + ")";
}

// "at N: message" when it does not parse.
inline std::string parsed(std::string_view text) {
    const Result<ParsedFormula> formula = parse_formula(text);
    if (!formula)
        return "at " + std::to_string(formula.error().at) + ": " + formula.error().message;
    return formula_text(*formula, formula->nodes.size() - 1);
}

}  // namespace fulcrum::test
