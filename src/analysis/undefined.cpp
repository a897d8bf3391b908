#include "analysis/undefined.h"

#include "base/figure.h"
#include "engine/locate.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
    if (function == "^" && a < 0 && b != std::floor(b)) return "broken power of a negative number";
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

// All nodes that `output` needs, rising, itself last.
std::vector<NodeId> needed_nodes(const Program& program, NodeId output) {
    const auto nodes = program.nodes();
    std::vector<bool> needed(output + std::size_t{1});
    needed[output] = true;
    for (std::size_t n = output + std::size_t{1}; n-- > 0;) {
        if (!needed[n]) continue;
        const int count = operands(nodes[n].op);
        if (count > 0) needed[nodes[n].a] = true;
        if (count > 1) needed[nodes[n].b] = true;
        if (count > 2) needed[nodes[n].c] = true;
    }
    std::vector<NodeId> rising;
    for (std::size_t n = 0; n < needed.size(); ++n)
        if (needed[n]) rising.push_back(static_cast<NodeId>(n));
    return rising;
}

// From a node without a finite value down to one whose operands have one. What `if` does not
// choose is not looked at.
class Descent {
  public:
    Descent(const Model& model, NodeId output, std::span<const double> inputs)
        : program_(model.program), value_(output + std::size_t{1}) {
        const std::vector<NodeId> nodes = needed_nodes(program_, output);
        const std::vector<double> values = evaluate_at(model, nodes, inputs);
        for (std::size_t n = 0; n < nodes.size(); ++n) value_[nodes[n]] = values[n];
    }

    double value(NodeId node) const { return value_[node]; }

    NodeId culprit(NodeId from) const {
        while (true) {
            const ProgramNode& node = program_.nodes()[from];
            std::vector<NodeId> used;
            const int count = operands(node.op);
            if (count > 0) used.push_back(node.a);
            if (node.op == Op::If)
                used.push_back(value_[node.a] != 0 ? node.b : node.c);
            else if (count > 1)
                used.push_back(node.b);
            const auto bad = std::find_if(used.begin(), used.end(),
                                          [this](NodeId n) { return !finite(value_[n]); });
            if (bad == used.end()) return from;
            from = *bad;
        }
    }

  private:
    const Program& program_;
    std::vector<double> value_;
};

}  // namespace

BadDraws bad_draws(std::span<const double> draws) {
    BadDraws bad;
    for (std::size_t d = 0; d < draws.size(); ++d)
        if (!finite(draws[d]) && bad.count++ == 0) bad.first = d;
    return bad;
}

// Row, option and position of the operation, and what is wrong with it.
std::string UndefinedReasons::place_words(NodeId culprit, const std::string& what_if_known) {
    const auto [entry, added] = known_.emplace(std::pair(culprit, what_if_known), what_if_known);
    std::string& words = entry->second;
    if (!added) return words;
    const std::optional<OperationPlace> place = locate(document_, model_, culprit);
    if (place && model_.program.is_constant(culprit) && !place->operands.empty())
        words = what(place->function, place->operands.front().value_or(1),
                     place->operands.back().value_or(1));
    if (place)
        words += " in '" + document_.rows[place->cell.row].id + "' of option " +
                 document_.options[place->cell.option].id + " (" + place->path + " at " +
                 std::to_string(place->at) + ")";
    return words;
}

std::string UndefinedReasons::cause(NodeId node, std::span<const double> inputs) {
    const Descent descent(model_, node, inputs);
    const NodeId culprit = descent.culprit(node);
    const ProgramNode& operation = model_.program.nodes()[culprit];
    const int count = operands(operation.op);
    const double a = count > 0 ? descent.value(operation.a) : 0;
    const double b = count > 1 ? descent.value(operation.b) : 0;
    return place_words(culprit, what(written(operation.op), a, b));
}

Undefined UndefinedReasons::over_draws(NodeId node, const BadDraws& bad) {
    std::vector<double> inputs(model_.inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i)
        draws_.fill(static_cast<std::uint32_t>(i), bad.first, {&inputs[i], 1});
    const double fraction =
        static_cast<double>(bad.count) / static_cast<double>(draws_.settings().draws);
    return {cause(node, inputs) + ", in " + share(fraction) + " of draws"};
}

Undefined UndefinedReasons::at_base(NodeId node) {
    std::vector<double> inputs;
    for (const ModelInput& input : model_.inputs) inputs.push_back(input.base);
    return {cause(node, inputs) + ", at the base values"};
}

}  // namespace fulcrum
