#include "analysis/tree_information.h"

#include "base/order.h"

#include <algorithm>
#include <map>

namespace fulcrum {
namespace {

constexpr std::size_t most_steps = 4'000'000;

struct Atom {
    double value = 0, probability = 0;
};
using Atoms = std::vector<Atom>;  // a discrete distribution

void sort_by_value(Atoms& atoms) {
    sort_by(atoms, [](const Atom& atom) { return atom.value; });
}

// Of the larger of two independent amounts, both sorted: F(v) = F_a(v) F_b(v).
Atoms largest_of(const Atoms& a, const Atoms& b) {
    Atoms largest;
    double below_a = 0, below_b = 0, below = 0;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        const double value =
            j == b.size() || (i < a.size() && a[i].value <= b[j].value) ? a[i].value : b[j].value;
        for (; i < a.size() && a[i].value == value; ++i) below_a += a[i].probability;
        for (; j < b.size() && b[j].value == value; ++j) below_b += b[j].probability;
        const double up_to = below_a * below_b;
        if (up_to > below) largest.push_back({value, up_to - below});
        below = up_to;
    }
    return largest;
}

class InformedRollBack {
  public:
    InformedRollBack(const Document& document, const Model& model, const RollBack& rolled)
        : tree_(document.tree), model_(model), rolled_(rolled) {}

    // Why it is not defined, "" where it is.
    std::string fault() {
        parent_.assign(tree_.nodes.size(), nobody);
        for (const std::size_t n : model_.tree_from_leaves)
            for (const ModelBranch& branch : model_.tree[n].branches) {
                const bool is_leaf = tree_.nodes[branch.to].branches.empty();
                if (parent_[branch.to] != nobody && !is_leaf)
                    return "'" + tree_.nodes[branch.to].id + "' is reached by several branches";
                parent_[branch.to] = n;
            }
        return fault_of_events();
    }

    // Expected value of the informed decider; absent where it takes too many steps.
    std::optional<double> value() {
        const std::vector<std::size_t>& from_leaves = model_.tree_from_leaves;
        std::vector<Atoms> of(tree_.nodes.size());
        for (const std::size_t n : from_leaves) {
            const TreeNode& node = tree_.nodes[n];
            if (node.branches.empty()) {
                of[n] = {{*std::get_if<double>(&rolled_.nodes[n].value), 1}};
                continue;
            }
            for (std::size_t b = 0; b < node.branches.size(); ++b) {
                const std::size_t to = model_.tree[n].branches[b].to;
                const bool is_last_use = !tree_.nodes[to].branches.empty();
                Atoms after = is_last_use ? std::move(of[to]) : of[to];
                steps_ += after.size();
                if (node.kind == NodeKind::Decision) steps_ += of[n].size();
                if (steps_ > most_steps) return std::nullopt;
                take(of[n], std::move(after), n, b);
            }
        }
        double expected = 0;
        for (const Atom& atom : of[from_leaves.back()]) expected += atom.value * atom.probability;
        return expected;
    }

  private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    // Two chance nodes with the same labels that are not one below the other.
    std::string fault_of_events() const {
        const std::vector<std::size_t>& from_leaves = model_.tree_from_leaves;
        std::map<std::vector<std::string>, std::size_t> last;  // labels -> the chance node above
        for (std::size_t k = from_leaves.size(); k-- > 0;) {
            const std::size_t n = from_leaves[k];
            if (tree_.nodes[n].kind != NodeKind::Chance) continue;
            std::vector<std::string> labels;
            for (const Branch& branch : tree_.nodes[n].branches) labels.push_back(branch.label);
            const auto [known, is_new] = last.emplace(std::move(labels), n);
            if (is_new) continue;
            std::size_t above = parent_[n];
            while (above != nobody && above != known->second) above = parent_[above];
            if (above == nobody)
                return "'" + tree_.nodes[known->second].id + "' and '" + tree_.nodes[n].id +
                       "' have the same outcomes and may be one event";
            known->second = n;
        }
        return "";
    }

    void take(Atoms& own, Atoms&& after, std::size_t n, std::size_t b) const {
        const BranchValue& branch = rolled_.nodes[n].branches[b];
        const bool is_chance = tree_.nodes[n].kind == NodeKind::Chance;
        for (Atom& atom : after) {
            atom.value -= branch.cost;
            if (is_chance) atom.probability *= branch.probability;
        }
        if (is_chance) {
            if (own.size() < after.size()) own.swap(after);
            own.insert(own.end(), after.begin(), after.end());
            return;
        }
        sort_by_value(after);
        own = own.empty() ? std::move(after) : largest_of(own, after);
    }

    const Tree& tree_;
    const Model& model_;
    const RollBack& rolled_;
    std::vector<std::size_t> parent_;
    std::size_t steps_ = 0;
};

}  // namespace

std::variant<double, Undefined> tree_evpi(const Document& document, const Model& model,
                                          const RollBack& rolled, bool probabilities_vary) {
    if (const auto* why = std::get_if<Undefined>(&rolled.expected_value)) return *why;
    if (probabilities_vary) return Undefined{"a probability of the tree is uncertain itself"};
    InformedRollBack informed(document, model, rolled);
    if (std::string why = informed.fault(); !why.empty()) return Undefined{why};
    const std::optional<double> value = informed.value();
    if (!value) return Undefined{"the tree is too large for it"};
    return std::max(0.0, *value - *std::get_if<double>(&rolled.expected_value));
}

}  // namespace fulcrum
