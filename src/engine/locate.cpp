#include "engine/locate.h"

#include "base/order.h"
#include "engine/formulas.h"
#include "expr/build.h"
#include "model/find.h"
#include "model/pointer.h"
#include "model/tree.h"

#include <algorithm>
#include <string_view>

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

// A formula where it holds.
struct Place {
    CellPlace cell;
    std::string_view path;
    const ParsedFormula* formula = nullptr;
};

}  // namespace

class OperationLocator::Formulary {
  public:
    Formulary(const Document& document, const Model& model)
        : document_(document),
          names_(document),
          formulas_(document, findings_),
          model_(model),
          program_(model.program) {
        for (std::size_t n = 0; n < model.tree.size(); ++n) add_formulas_of(n);
    }

    const Program& program() const { return model_.program; }

    // The formulas whose node is marked, in the order in which they were compiled: nodes are
    // numbered as they are made, so a lower number is an earlier cell.
    std::vector<Place> marked(const std::vector<bool>& marked) const {
        std::vector<CellPlace> cells;
        std::vector<double> keys;
        for (std::size_t r = 0; r < model_.rows.size(); ++r)
            for (std::size_t o = 0; o < model_.rows[r].node.size(); ++o)
                for (std::size_t m = 0; m < model_.rows[r].node[o].size(); ++m)
                    if (const auto own = model_.rows[r].node[o][m]; own && marked[*own]) {
                        cells.push_back({r, o, m});
                        keys.push_back(*own);
                    }
        std::vector<Place> places;
        for (const CellPlace& cell : in_order(std::move(cells), ascending_order(keys)))
            if (const std::size_t formula = formulas_.formula_of(cell); formula != no_formula)
                places.push_back({cell, formulas_.path(formula), formulas_.tree(formula)});
        for (const TreeFormula& own : tree_)
            if (marked[own.node]) places.push_back({own.cell, own.path, &own.formula});
        return places;
    }

    // The first part of the formula that is an operation and this node.
    std::optional<OperationPlace> itself(const Place& place, NodeId node) {
        return first_part(place, [node](NodeId part, bool is_operation) {
            return is_operation && part == node ? Match::Yes : Match::No;
        });
    }

    // The first that needs the node, where no name does: needs as of nodes_that_need.
    std::optional<OperationPlace> around(const Place& place, const std::vector<bool>& needs) {
        return first_part(place, [&needs](NodeId part, bool is_operation) {
            if (part >= needs.size() || !needs[part]) return Match::No;
            return is_operation ? Match::Yes : Match::Never;
        });
    }

  private:
    struct TreeFormula {
        CellPlace cell;
        std::string path;
        ParsedFormula formula;
        NodeId node = 0;
    };

    void add_formulas_of(std::size_t n) {
        const TreeNode& node = document_.tree.nodes[n];
        const ModelTreeNode& made = model_.tree[n];
        const std::string path = "/tree/nodes" + pointer_step(n);
        const CellPlace cell{no_row, option_index(document_, node.option).value_or(no_option), 0};
        add_formula(cell, path + "/payoff", node.payoff, made.payoff);
        for (std::size_t b = 0; b < node.branches.size(); ++b) {
            const Branch& branch = node.branches[b];
            const std::string own = path + "/branches" + pointer_step(b);
            add_formula(cell, own + "/cost", branch.cost, made.branches[b].cost);
            if (branch.probability && !is_rest(*branch.probability))
                add_formula(cell, own + "/probability", branch.probability,
                            made.branches[b].probability);
        }
    }

    void add_formula(const CellPlace& cell, std::string path, const std::optional<Amount>& amount,
                     const std::optional<NodeId>& node) {
        const Formula* formula = amount ? std::get_if<Formula>(&*amount) : nullptr;
        if (formula == nullptr || !node) return;
        if (Result<ParsedFormula> parsed = parse_formula(formula->text))
            tree_.push_back({cell, std::move(path), *std::move(parsed), *node});
    }

    enum class Match { No, Yes, Never };
    template <class Matches>
    std::optional<OperationPlace> first_part(const Place& place, Matches matches) {
        const ParsedFormula& whole = *place.formula;
        for (std::size_t last = 0; last < whole.nodes.size(); ++last) {
            const std::optional<NodeId> part = build_part(place.cell, whole, last);
            if (!part) return std::nullopt;
            const FormulaNode& top = whole.nodes[last];
            const Match match = matches(*part, !top.arguments.empty());
            if (match == Match::Never) return std::nullopt;
            if (match == Match::Yes)
                return OperationPlace{place.cell, std::string(place.path), top.begin, top.function};
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
        if (cell.row != no_row && document_.rows[cell.row].months)
            scope.month = static_cast<int>(cell.month);
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
    std::vector<TreeFormula> tree_;
    mutable Program program_;  // a copy: what is built again are the same nodes
};

OperationLocator::OperationLocator(const Document& document, const Model& model)
    : formulary_(std::make_unique<Formulary>(document, model)) {}
OperationLocator::~OperationLocator() = default;
OperationLocator::OperationLocator(OperationLocator&&) noexcept = default;
OperationLocator& OperationLocator::operator=(OperationLocator&&) noexcept = default;

std::optional<OperationPlace> OperationLocator::find(NodeId node) {
    const std::vector<bool> needs = nodes_that_need(formulary_->program(), node);
    const std::vector<Place> places = formulary_->marked(needs);
    for (const Place& place : places)
        if (auto found = formulary_->itself(place, node)) return found;
    for (const Place& place : places)
        if (auto found = formulary_->around(place, needs)) return found;
    return std::nullopt;
}

}  // namespace fulcrum
