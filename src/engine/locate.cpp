#include "engine/locate.h"

#include "base/order.h"
#include "engine/formulas.h"
#include "expr/build.h"

#include <algorithm>

namespace fulcrum {
namespace {

// [node]: is it `node`, or computed from it?
std::vector<bool> nodes_that_need(const Program& program, NodeId node) {
    const auto nodes = program.nodes();
    std::vector<bool> marked(nodes.size());
    marked[node] = true;
    Program::Room room{};
    for (NodeId n = node + 1; n < nodes.size(); ++n) {
        const auto operands = program.operands(n, room);
        marked[n] = std::any_of(operands.begin(), operands.end(),
                                [&marked](NodeId operand) { return marked[operand]; });
    }
    return marked;
}

// Cells whose own node is marked, in the order in which they were compiled: nodes are numbered as
// they are made, so a lower number is an earlier cell.
std::vector<CellPlace> marked_cells(const Model& model, const std::vector<bool>& marked) {
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

    // The first part of the cell's formula that is an operation and this node.
    std::optional<OperationPlace> itself(const CellPlace& cell, NodeId node) {
        return first_part(cell, [node](NodeId part, bool is_operation) {
            return is_operation && part == node ? Match::Yes : Match::No;
        });
    }

    // The first that needs the node, where no name does: needs as of nodes_that_need.
    std::optional<OperationPlace> around(const CellPlace& cell, const std::vector<bool>& needs) {
        return first_part(cell, [&needs](NodeId part, bool is_operation) {
            if (part >= needs.size() || !needs[part]) return Match::No;
            return is_operation ? Match::Yes : Match::Never;
        });
    }

  private:
    enum class Match { No, Yes, Never };
    template <class Matches>
    std::optional<OperationPlace> first_part(const CellPlace& cell, Matches matches) {
        const std::size_t formula = formulas_.formula_of(cell);
        if (formula == no_formula) return std::nullopt;
        const ParsedFormula& whole = *formulas_.tree(formula);
        for (std::size_t last = 0; last < whole.nodes.size(); ++last) {
            const std::optional<NodeId> part = build_part(cell, whole, last);
            if (!part) return std::nullopt;
            const FormulaNode& top = whole.nodes[last];
            const Match match = matches(*part, !top.arguments.empty());
            if (match == Match::Never) return std::nullopt;
            if (match == Match::Yes)
                return OperationPlace{cell, formulas_.path(formula), top.begin, top.function};
        }
        return std::nullopt;
    }

    // The formula up to and with node `last`: a part of it that is a formula of its own.
    std::optional<NodeId> build_part(const CellPlace& cell, const ParsedFormula& whole,
                                     std::size_t last) {
        ParsedFormula part = whole;
        part.nodes.resize(last + 1);
        const Result<UnitNode> built = build(part, scope(cell), program_);
        if (!built) return std::nullopt;
        return built->node;
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
    const Model& model = formulary_->model();
    const std::vector<bool> needs = nodes_that_need(model.program, node);
    const std::vector<CellPlace> cells = marked_cells(model, needs);
    for (const CellPlace& cell : cells)
        if (auto place = formulary_->itself(cell, node)) return place;
    for (const CellPlace& cell : cells)
        if (auto place = formulary_->around(cell, needs)) return place;
    return std::nullopt;
}

}  // namespace fulcrum
