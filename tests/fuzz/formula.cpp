#include "base/text.h"
#include "expr/build.h"
#include "fuzz/targets.h"

#include <algorithm>
#include <utility>

namespace fulcrum::fuzz {
namespace {

constexpr std::size_t most_nodes_each = 32;  // of a program, per node of the tree and name

constexpr std::pair<std::string_view, std::string_view> scope_units[] = {
    {"price", "$/user/month"},
    {"users", "user"},
    {"weeks", "week"},
    {"share", "%"},
    {"cost", "$K"},
    {"area", "m^2"},
    {"ratio", "1"},
    {"x", ""},
    {"y", ""},
    {"severity", "%"},
    {"ramp", "month"},
    {"outages", "1"},
};

constexpr std::uint32_t months = 9;  // of every series

Result<UnitNode> resolved(const Reference& reference, Program& program) {
    const auto* named =
        std::find_if(std::begin(scope_units), std::end(scope_units),
                     [&](const auto& each) { return each.first == reference.name; });
    if (named == std::end(scope_units))
        return Error{.path = {}, .message = "unknown name '" + reference.name + "'"};
    const auto own = static_cast<std::uint32_t>(named - std::begin(scope_units));
    const bool elsewhere = !reference.option.empty() || reference.when != Reference::When::Same;
    const Result<Unit> unit = parse_unit(named->second);
    if (!unit) return unit.error();
    return UnitNode{program.input(own * 2 + (elsewhere ? 1 : 0)), *unit};
}

Result<UnitSeries> resolved_series(const Reference& reference, Program& program) {
    const Result<UnitNode> now = resolved(reference, program);
    if (!now) return now.error();
    UnitSeries series{.months = {now->node}, .unit = now->unit};
    for (std::uint32_t month = 1; month < months; ++month)
        series.months.push_back(program.input(month + 100));
    return series;
}

std::string broken_error(const Error& error, std::string_view text) {
    if (error.at > text.size())
        return "the error stands at " + std::to_string(error.at) + ", behind the text";
    if (error.message.empty()) return "the error says nothing";
    if (error.message.size() > 2 * text.size() + 1000)
        return "the error has " + std::to_string(error.message.size()) + " bytes";
    return "";
}

std::string broken_tree(const ParsedFormula& formula, std::string_view text) {
    if (formula.nodes.empty()) return "a tree without a root";
    if (formula.nodes.size() > text.size())
        return std::to_string(formula.nodes.size()) + " nodes from " + std::to_string(text.size()) +
               " bytes";
    for (std::size_t n = 0; n < formula.nodes.size(); ++n) {
        const FormulaNode& node = formula.nodes[n];
        if (node.begin > node.end || node.end > text.size()) return "a node lies outside the text";
        for (const std::size_t argument : node.arguments)
            if (argument >= n) return "a node comes before its argument";
        if (node.kind == FormulaKind::Name && node.reference >= formula.references.size())
            return "a name that is not among the references";
    }
    return "";
}

}  // namespace

std::string broken_formula(std::string_view bytes) {
    const Result<ParsedFormula> formula = parse_formula(bytes);
    if (!formula) return broken_error(formula.error(), bytes);
    if (const std::string broken = broken_tree(*formula, bytes); !broken.empty()) return broken;

    for (const bool in_series : {false, true}) {
        Program program;
        Scope scope;
        if (in_series) scope.month = 7;
        scope.resolve = [&](const Reference& reference) { return resolved(reference, program); };
        scope.series = [&](const Reference& reference) {
            return resolved_series(reference, program);
        };
        const Result<UnitNode> built = build(*formula, scope, program);
        const std::size_t nodes = program.nodes().size();
        if (nodes > most_nodes_each * (formula->nodes.size() + formula->references.size()))
            return "a program of " + std::to_string(nodes) + " nodes";
        if (built && built->node >= nodes) return "a result that is no node";
        if (!built)
            if (const std::string broken = broken_error(built.error(), bytes); !broken.empty())
                return broken;
        if (built && built->unit.text().empty()) return "a unit without a text";
    }
    return "";
}

}  // namespace fulcrum::fuzz
