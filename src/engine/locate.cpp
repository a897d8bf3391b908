#include "engine/locate.h"

#include "base/order.h"
#include "engine/formulas.h"
#include "expr/build.h"

#include <algorithm>

namespace fulcrum {
namespace {

// Cells whose value needs the node, in the order in which they were compiled: nodes are numbered
// as they are made, so a lower number of the cell's own node is an earlier cell.
std::vector<CellPlace> cells_that_need(const Model& model, NodeId node) {
    const auto nodes = model.program.nodes();
    std::vector<bool> marked(nodes.size());
    marked[node] = true;
    Program::Room room{};
    for (NodeId n = node + 1; n < nodes.size(); ++n) {
        const auto operands = model.program.operands(n, room);
        marked[n] = std::any_of(operands.begin(), operands.end(),
                                [&marked](NodeId operand) { return marked[operand]; });
    }

    std::vector<CellPlace> places;
    std::vector<double> keys;
    for (std::size_t r = 0; r < model.rows.size(); ++r)
        for (std::size_t o = 0; o < model.rows[r].node.size(); ++o)
            for (std::size_t m = 0; m < model.rows[r].node[o].size(); ++m)
                if (const auto own = model.rows[r].node[o][m]; own && marked[*own]) {
                    places.push_back({r, o, m});
                    keys.push_back(*own);
                }
    return in_order(std::move(places), ascending_order(keys));
}

}  // namespace

class OperationLocator::Formulary {
  public:
    Formulary(const Document& document, const Model& model)
        : document_(document),
          names_(document),
          formulas_(document, findings_),
          model_(model),
          program_(model.program) {}

    const Model& model() const { return model_; }

    std::optional<OperationPlace> in_cell(const CellPlace& cell, NodeId node) {
        const std::size_t formula = formulas_.formula_of(cell);
        if (formula == no_formula) return std::nullopt;
        const ParsedFormula& whole = *formulas_.tree(formula);
        std::vector<NodeId> built;
        for (std::size_t last = 0; last < whole.nodes.size(); ++last) {
            const std::optional<NodeId> part = build_part(cell, whole, last);
            if (!part) return std::nullopt;
            built.push_back(*part);
            const FormulaNode& top = whole.nodes[last];
            if (*part != node || top.arguments.empty()) continue;
            OperationPlace place{cell, formulas_.path(formula), top.begin, top.function, {}};
            for (const std::size_t argument : top.arguments)
                place.operands.push_back(constant(built[argument]));
            return place;
        }
        return std::nullopt;
    }

  private:
    // The formula up to and with node `last`: a part of it that is a formula of its own.
    std::optional<NodeId> build_part(const CellPlace& cell, const ParsedFormula& whole,
                                     std::size_t last) {
        ParsedFormula part = whole;
        part.nodes.resize(last + 1);
        const Result<UnitNode> built = build(part, scope(cell), program_);
        if (!built) return std::nullopt;
        return built->node;
    }

    std::optional<double> constant(NodeId node) const {
        if (!program_.is_constant(node)) return std::nullopt;
        return program_.nodes()[node].constant;
    }

    Scope scope(const CellPlace& cell) const {
        Scope scope;
        scope.resolve = [this, cell](const Reference& reference) {
            return resolve(reference, cell);
        };
        scope.series = [this, cell](const Reference& reference) { return series(reference, cell); };
        if (document_.rows[cell.row].months) scope.month = static_cast<int>(cell.month);
        return scope;
    }

    Result<UnitNode> resolve(const Reference& reference, const CellPlace& from) const {
        const Result<Target> target = names_.target(reference, from);
        if (!target) return target.error();
        if (target->is_assumption)
            return UnitNode{program_.input(static_cast<std::uint32_t>(target->assumption)),
                            Unit::unknown()};
        const CellPlace& cell = target->cell;
        return UnitNode{*model_.rows[cell.row].node[cell.option][cell.month], Unit::unknown()};
    }

    Result<UnitSeries> series(const Reference& reference, const CellPlace& from) const {
        const Result<Target> target = names_.target(reference, from);
        if (!target) return target.error();
        UnitSeries series{.months = {}, .unit = Unit::unknown()};
        for (const auto& node : model_.rows[target->cell.row].node[target->cell.option])
            series.months.push_back(*node);
        return series;
    }

    const Document& document_;
    Findings findings_;
    Names names_;
    Formulas formulas_;
    const Model& model_;
    mutable Program program_;  // a copy: what is built again are the same nodes
};

OperationLocator::OperationLocator(const Document& document, const Model& model)
    : formulary_(std::make_unique<Formulary>(document, model)) {}
OperationLocator::~OperationLocator() = default;
OperationLocator::OperationLocator(OperationLocator&&) noexcept = default;
OperationLocator& OperationLocator::operator=(OperationLocator&&) noexcept = default;

std::optional<OperationPlace> OperationLocator::find(NodeId node) {
    for (const CellPlace& cell : cells_that_need(formulary_->model(), node))
        if (auto place = formulary_->in_cell(cell, node)) return place;
    return std::nullopt;
}

}  // namespace fulcrum
