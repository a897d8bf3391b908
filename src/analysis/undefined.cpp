#include "analysis/undefined.h"

#include "base/figure.h"
#include "expr/functions.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fulcrum {
namespace {

bool finite(double x) {
    return std::fabs(x) <= std::numeric_limits<double>::max();
}

constexpr const char* too_large = "a result too large for a number (overflow)";

// What is wrong with an operation on finite operands that gave no finite result.
std::string what(std::string_view function, double a, double b) {
    if (function == "/" && b == 0) return "division by zero";
    if (function == "log" && a <= 0) return "logarithm of a number <= 0";
    if (function == "sqrt" && a < 0) return "square root of a negative number";
    if (function == "^" && a == 0 && b < 0) return "division by zero (0 to a negative power)";
    if (function == "^" && a < 0 && b != std::floor(b))
        return "fractional power of a negative number";
    return too_large;
}

std::string_view written(Op op) {
    switch (op) {
        case Op::Divide:
            return "/";
        case Op::Log:
            return "log";
        case Op::Sqrt:
            return "sqrt";
        case Op::Power:
            return "^";
        default:
            return "";
    }
}

// From a node without a finite value down to one whose operands have one. What `if` does not
// choose is not looked at.
NodeId culprit_below(const Program& program, const std::vector<double>& value, NodeId from) {
    Program::Room room{};
    while (true) {
        const ProgramNode& node = program.nodes()[from];
        auto used = program.operands(from, room);
        if (node.op == Op::If) {
            room[1] = value[node.a] != 0 ? node.b : node.c;
            used = used.first(2);
        }
        const auto bad = std::find_if(used.begin(), used.end(),
                                      [&value](NodeId n) { return !finite(value[n]); });
        if (bad == used.end()) return from;
        from = *bad;
    }
}

}  // namespace

BadDraws bad_draws(std::span<const double> draws) {
    BadDraws bad;
    if (all_finite(draws)) return bad;
    for (std::size_t d = 0; d < draws.size(); ++d)
        if (!finite(draws[d]) && bad.count++ == 0) bad.first = d;
    return bad;
}

// What is wrong, with row, option and position of the operation.
std::string UndefinedReasons::place_words(NodeId culprit, const std::string& reason) {
    const auto [entry, added] = known_.emplace(std::pair(culprit, reason), reason);
    std::string& words = entry->second;
    if (!added) return words;
    if (!locator_) locator_.emplace(document_, model_);
    const std::optional<OperationPlace> place = locator_->find(culprit);
    if (!place) return words;
    if (place->cell.row != no_row)
        words += " in '" + document_.rows[place->cell.row].id + "' of option " +
                 document_.options[place->cell.option].id;
    words += " (" + place->path + " at " + std::to_string(place->at) + ")";
    return words;
}

// The values of all nodes in one draw; outcomes that fail in the same draw share them.
const std::vector<double>& UndefinedReasons::values_in(std::size_t column) {
    if (column_ == column) return values_;
    std::vector<double> inputs;
    for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
        double& x = inputs.emplace_back(model_.inputs[i].base);
        if (column != base_column)
            draw_input(model_, static_cast<std::uint32_t>(i), settings_.seed, column, {&x, 1});
    }
    std::vector<NodeId> all(model_.program.nodes().size());
    std::iota(all.begin(), all.end(), NodeId{0});
    values_ = evaluate_at(model_, all, inputs);
    column_ = column;
    return values_;
}

std::string UndefinedReasons::cause(NodeId node, std::size_t column) {
    const std::vector<double>& value = values_in(column);
    const NodeId culprit = culprit_below(model_.program, value, node);
    const ProgramNode& operation = model_.program.nodes()[culprit];
    Program::Room room{};
    std::vector<double> operands;
    for (const NodeId operand : model_.program.operands(culprit, room))
        operands.push_back(value[operand]);
    if (operation.op == Op::Series)
        return place_words(culprit, undefined_because(formula_functions()[operation.a], operands));
    operands.resize(2);
    return place_words(culprit, what(written(operation.op), operands[0], operands[1]));
}

Undefined UndefinedReasons::over_draws(NodeId node, const BadDraws& bad) {
    const double fraction = static_cast<double>(bad.count) / static_cast<double>(settings_.draws);
    return {cause(node, bad.first) + ", in " + share(fraction) + " of draws"};
}

Undefined UndefinedReasons::at_base(NodeId node) {
    return {cause(node, base_column) + ", at the base values"};
}

}  // namespace fulcrum
