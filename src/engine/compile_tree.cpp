#include "engine/compile_tree.h"

#include "engine/names.h"
#include "model/find.h"
#include "model/pointer.h"
#include "model/tree.h"

#include <algorithm>

namespace fulcrum {
namespace {

class TreeCompiler {
  public:
    TreeCompiler(const Document& document, const TreeNames& names, Program& program,
                 Findings& findings)
        : document_(document), names_(names), program_(program), findings_(findings) {
        const Row* objective = find_row(document, document.objective);
        const Result<Unit> unit = parse_unit(objective == nullptr ? "" : objective->unit);
        if (unit) unit_ = *unit;
    }

    std::vector<ModelTreeNode> run() {
        std::vector<ModelTreeNode> nodes;
        const auto indices = node_indices(document_.tree);
        for (std::size_t n = 0; n < document_.tree.nodes.size(); ++n) {
            const TreeNode& node = document_.tree.nodes[n];
            const std::string path = "/tree/nodes" + pointer_step(n);
            option_ = option_index(document_, node.option).value_or(no_option);
            ModelTreeNode& made = nodes.emplace_back();
            made.payoff =
                node.payoff ? amount(*node.payoff, path + "/payoff", unit_) : objective_of(node);
            for (std::size_t b = 0; b < node.branches.size(); ++b) {
                const Branch& branch = node.branches[b];
                const std::string own = path + "/branches" + pointer_step(b);
                ModelBranch& to = made.branches.emplace_back();
                to.to = indices.at(branch.to);
                if (branch.cost) to.cost = amount(*branch.cost, own + "/cost", unit_);
                if (branch.probability && !is_rest(*branch.probability))
                    to.probability =
                        amount(*branch.probability, own + "/probability", Unit::none());
            }
            add_rest(node, made);
        }
        return nodes;
    }

  private:
    std::optional<NodeId> amount(const Amount& amount, const std::string& path, const Unit& unit) {
        if (const auto* number = std::get_if<double>(&amount)) return program_.constant(*number);
        const Result<ParsedFormula> tree = parse_formula(std::get_if<Formula>(&amount)->text);
        if (!tree) return find(path, tree.error());
        for (const Reference& reference : tree->references)
            if (names_.is_broken(reference, option_)) return std::nullopt;
        Scope scope;
        scope.resolve = [this](const Reference& reference) {
            return names_.resolve(reference, option_);
        };
        scope.series = [this](const Reference& reference) {
            return names_.series(reference, option_);
        };
        const Result<UnitNode> built = build(*tree, scope, program_);
        if (!built) return find(path, built.error());
        if (!unit.fits(built->unit))
            return find(path,
                        {.path = {},
                         .message = (unit == Unit::none() ? std::string("a probability has no unit")
                                                          : "the objective is in " + unit.text()) +
                                    ", the formula gives " + built->unit.text()});
        return built->node;
    }

    // An option without a value of its own has none here either.
    std::optional<NodeId> objective_of(const TreeNode& node) {
        if (node.kind != NodeKind::Option || option_ == no_option || document_.objective.empty())
            return std::nullopt;
        const Reference reference{.name = document_.objective};
        if (names_.is_broken(reference, option_)) return std::nullopt;
        const Result<UnitNode> own = names_.resolve(reference, option_);
        return own ? std::optional(own->node) : std::nullopt;
    }

    void add_rest(const TreeNode& node, ModelTreeNode& made) {
        NodeId rest = program_.constant(1);
        std::optional<std::size_t> taker;
        for (std::size_t b = 0; b < node.branches.size(); ++b) {
            if (node.branches[b].probability && is_rest(*node.branches[b].probability))
                taker = b;
            else if (made.branches[b].probability)
                rest = program_.apply(Op::Subtract, rest, *made.branches[b].probability);
        }
        if (taker) made.branches[*taker].probability = rest;
    }

    std::optional<NodeId> find(const std::string& path, Error error) {
        error.path = path;
        findings_.add(1 + document_.rows.size(), std::move(error));
        return std::nullopt;
    }

    const Document& document_;
    const TreeNames& names_;
    Program& program_;
    Findings& findings_;
    Unit unit_ = Unit::unknown();
    std::size_t option_ = no_option;
};

}  // namespace

std::vector<ModelTreeNode> compile_tree(const Document& document, const TreeNames& names,
                                        Program& program, Findings& findings) {
    return TreeCompiler(document, names, program, findings).run();
}

}  // namespace fulcrum
