#include "analysis/roll_back.h"

#include "analysis/tree_amounts.h"
#include "analysis/tree_information.h"
#include "base/text.h"
#include "model/pointer.h"
#include "model/tree.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

constexpr std::size_t most_doubles = 16u << 20;          // 128 MB
constexpr std::size_t operations_of_a_piece = 1u << 19;  // about half a millisecond

std::string path_of(std::size_t node) {
    return "/tree/nodes" + pointer_step(node);
}
std::string path_of(std::size_t node, std::size_t branch) {
    return path_of(node) + "/branches" + pointer_step(branch);
}

// All amounts of these nodes, each once.
std::vector<NodeId> amounts_of(const Model& model, const std::vector<std::size_t>& nodes) {
    std::vector<NodeId> amounts;
    const auto add = [&](const std::optional<NodeId>& amount) {
        if (amount) amounts.push_back(*amount);
    };
    for (const std::size_t n : nodes) {
        add(model.tree[n].payoff);
        for (const ModelBranch& branch : model.tree[n].branches) {
            add(branch.probability);
            add(branch.cost);
        }
    }
    std::sort(amounts.begin(), amounts.end());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    return amounts;
}

// In how many draws it leaves [from, to], and what it is in the first of them.
struct Outside {
    std::size_t count = 0;
    double first = 0;
};
Outside outside(const Quantity& quantity, double from, double to) {
    Outside found;
    for (std::size_t d = 0; d < quantity.draws(); ++d) {
        const double x = quantity[d];
        if (x >= from - probability_slack && x <= to + probability_slack) continue;
        if (found.count++ == 0) found.first = x;
    }
    return found;
}

std::vector<bool> uncertain_inputs(const Model& model) {
    std::vector<bool> uncertain;
    uncertain.reserve(model.inputs.size());
    for (const ModelInput& input : model.inputs) uncertain.push_back(input.uncertain);
    return uncertain;
}

// Each amount that varies takes one sample, each node with branches at most one more.
std::size_t affordable_draws(std::size_t draws, std::size_t varying, std::size_t nodes) {
    if (varying == 0) return std::min<std::size_t>(draws, 1);
    while (draws > 1 && draws * (varying + nodes) > most_doubles) draws /= 2;
    return draws;
}

}  // namespace

std::vector<NodeId> tree_nodes_to_draw(const Document& document, const Model& model) {
    if (!has_roll_back(document.tree)) return {};
    std::vector<NodeId> amounts = amounts_of(model, model.tree_from_leaves);
    const std::vector<bool> varies = dependents(model, uncertain_inputs(model));
    std::erase_if(amounts, [&](NodeId amount) { return !varies[amount]; });
    return amounts;
}

class RollBackInPieces::Work {
  public:
    // draws 0: at base values.
    Work(const Document& document, const Model& model, std::size_t draws)
        : document_(document),
          model_(model),
          order_(model.tree_from_leaves),
          varying_(tree_nodes_to_draw(document, model)),
          amounts_(document, model, affordable_draws(draws, varying_.size(), order_.size()),
                   amounts_of(model, order_)),
          objective_sign_(objective_sign(document)),
          value_(document.tree.nodes.size()),
          reach_(document.tree.nodes.size()),
          uses_(document.tree.nodes.size(), 0) {
        rolled_.draws = draws == 0 || varying_.empty() ? draws : amounts_.draws();
        rolled_.nodes.resize(document.tree.nodes.size());
        for (const std::size_t n : order_) {
            rolled_.nodes[n].is_reachable = true;
            for (const ModelBranch& branch : model.tree[n].branches) ++uses_[branch.to];
        }
    }

    bool step();
    RollBack take() { return std::move(rolled_); }

  private:
    const TreeNode& node(std::size_t n) const { return document_.tree.nodes[n]; }
    std::size_t cost_of(std::size_t n) const {
        return (1 + node(n).branches.size()) * std::max<std::size_t>(1, amounts_.draws());
    }
    void roll(std::size_t n);
    std::optional<Undefined> value_of_end(std::size_t n);
    std::optional<Undefined> follow_branches(std::size_t n);
    void roll_chance(std::size_t n, std::optional<Undefined>& why);
    std::optional<Undefined> fault_of_probabilities(std::size_t n);
    void roll_decision(std::size_t n);
    void go_down(std::size_t n);
    void arrive(std::size_t n, std::size_t b);
    void conclude();

    const Document& document_;
    const Model& model_;
    const std::vector<std::size_t>& order_;  // from the leaves
    std::vector<NodeId> varying_;
    TreeAmounts amounts_;
    double objective_sign_;
    std::vector<Quantity> value_;  // [node], while something above needs it
    std::vector<Quantity> reach_;  // [node], while something below needs it
    std::vector<Quantity> after_;  // [branch] of the node at hand, its cost taken off
    std::vector<std::size_t> uses_;
    std::size_t up_ = 0, down_ = 0;
    RollBack rolled_;
};

bool RollBackInPieces::Work::step() {
    if (order_.empty()) {
        rolled_.expected_value = rolled_.evpi = Undefined{"the document has no tree"};
        return false;
    }
    if (amounts_.step()) return true;
    for (std::size_t operations = 0; operations < operations_of_a_piece;) {
        if (up_ < order_.size()) {
            operations += cost_of(order_[up_]);
            roll(order_[up_++]);
        } else if (down_ < order_.size()) {
            const std::size_t n = order_[order_.size() - ++down_];
            operations += cost_of(n);
            go_down(n);
        } else {
            conclude();
            return false;
        }
    }
    return true;
}

void RollBackInPieces::Work::roll(std::size_t n) {
    NodeValue& own = rolled_.nodes[n];
    std::optional<Undefined> why;
    if (node(n).branches.empty()) {
        why = value_of_end(n);
    } else {
        why = follow_branches(n);
        if (node(n).kind == NodeKind::Chance) roll_chance(n, why);
        if (node(n).kind == NodeKind::Decision && !why) roll_decision(n);
        if (node(n).kind != NodeKind::Chance && node(n).kind != NodeKind::Decision)
            why = Undefined{"'" + node(n).id +
                            "' is a question: each of its answers has a value, it has none"};
        after_.clear();
        for (const ModelBranch& branch : model_.tree[n].branches)
            if (--uses_[branch.to] == 0) value_[branch.to] = Quantity();
    }
    const double mean = value_[n].mean();
    if (!why && !std::isfinite(mean))
        why = Undefined{"the value of '" + node(n).id + "' is too large for a number (overflow)"};
    if (why)
        own.value = *std::move(why);
    else
        own.value = mean;
}

std::optional<Undefined> RollBackInPieces::Work::value_of_end(std::size_t n) {
    const auto& payoff = model_.tree[n].payoff;
    if (!payoff && node(n).kind == NodeKind::Terminal) return std::nullopt;  // 0
    if (!payoff)
        return Undefined{"'" + node(n).id + "' has no payoff" +
                         (node(n).option.empty() || document_.objective.empty()
                              ? ""
                              : ", nor has option " + node(n).option + " a value of '" +
                                    document_.objective + "'")};
    if (!amounts_.is_number(*payoff)) return amounts_.undefined(*payoff, path_of(n) + "/payoff");
    const double sign = node(n).payoff ? 1 : objective_sign_;  // a payoff is a gain as it stands
    value_[n] = multiply_add(Quantity(), Quantity(sign), amounts_.of(*payoff));
    return std::nullopt;
}

// Fills after_ and the branches; why there is no value, of the first branch without one.
std::optional<Undefined> RollBackInPieces::Work::follow_branches(std::size_t n) {
    NodeValue& own = rolled_.nodes[n];
    std::optional<Undefined> why;
    for (std::size_t b = 0; b < node(n).branches.size(); ++b) {
        const ModelBranch& branch = model_.tree[n].branches[b];
        BranchValue& shown = own.branches.emplace_back();
        after_.emplace_back();
        std::optional<Undefined> fault;
        if (branch.cost && !amounts_.is_number(*branch.cost))
            fault = amounts_.undefined(*branch.cost, path_of(n, b) + "/cost");
        const Quantity cost = branch.cost && !fault ? amounts_.of(*branch.cost) : Quantity();
        shown.cost = cost.mean();
        const auto* below = std::get_if<Undefined>(&rolled_.nodes[branch.to].value);
        if (!fault && below != nullptr) fault = *below;
        if (!fault) {
            after_[b] = multiply_add(value_[branch.to], Quantity(-1.0), cost);
            shown.local = after_[b].mean();
        }
        if (!why) why = std::move(fault);
    }
    return why;
}

// Probabilities are there where values are not, for a question may stand below.
void RollBackInPieces::Work::roll_chance(std::size_t n, std::optional<Undefined>& why) {
    if (auto fault = fault_of_probabilities(n)) {
        why = std::move(fault);
        return;
    }
    for (std::size_t b = 0; b < after_.size(); ++b) {
        const Quantity probability = amounts_.of(*model_.tree[n].branches[b].probability);
        rolled_.nodes[n].branches[b].probability = probability.mean();
        if (!why) value_[n] = multiply_add(value_[n], probability, after_[b]);
    }
}

std::optional<Undefined> RollBackInPieces::Work::fault_of_probabilities(std::size_t n) {
    Quantity sum;
    for (std::size_t b = 0; b < after_.size(); ++b) {
        const auto& probability = model_.tree[n].branches[b].probability;
        assert(probability);
        if (!amounts_.is_number(*probability))
            return amounts_.undefined(*probability, path_of(n, b) + "/probability");
        sum = multiply_add(sum, Quantity(1.0), amounts_.of(*probability));
    }
    if (const Outside found = outside(sum, 1, 1); found.count > 0)
        return Undefined{"the probabilities of '" + node(n).id + "' sum to " +
                         shortest(found.first) + ", not to 1 (" + path_of(n) + "/branches)" +
                         amounts_.share_words(found.count, sum.draws())};
    for (std::size_t b = 0; b < after_.size(); ++b) {
        const Quantity probability = amounts_.of(*model_.tree[n].branches[b].probability);
        if (const Outside found = outside(probability, 0, 1); found.count > 0)
            return Undefined{"a probability of '" + node(n).id + "' is " + shortest(found.first) +
                             ", not within 0 to 1 (" + path_of(n, b) + "/probability)" +
                             amounts_.share_words(found.count, probability.draws())};
    }
    return std::nullopt;
}

void RollBackInPieces::Work::roll_decision(std::size_t n) {
    std::size_t best = 0;
    double most = after_[0].mean();
    for (std::size_t b = 1; b < after_.size(); ++b) {
        const double mean = after_[b].mean();
        if (!(mean > most)) continue;
        best = b;
        most = mean;
    }
    rolled_.nodes[n].choice = best;
    rolled_.nodes[n].branches[best].probability = 1;
    value_[n] = std::move(after_[best]);
}

// From the root: how likely each node is, and what has been paid on the way.
void RollBackInPieces::Work::go_down(std::size_t n) {
    NodeValue& own = rolled_.nodes[n];
    if (n == order_.back()) {
        reach_[n] = Quantity(1.0);
        own.reach = 1;
        own.on_policy = true;
        own.paid = 0;
    }
    for (std::size_t b = 0; b < own.branches.size(); ++b) arrive(n, b);
    reach_[n] = Quantity();
}

void RollBackInPieces::Work::arrive(std::size_t n, std::size_t b) {
    NodeValue& own = rolled_.nodes[n];
    BranchValue& branch = own.branches[b];
    const ModelBranch& compiled = model_.tree[n].branches[b];
    NodeValue& to = rolled_.nodes[compiled.to];

    const std::optional<double> paid =
        own.paid ? std::optional(*own.paid + branch.cost) : std::nullopt;
    if (++uses_[compiled.to] == 1)
        to.paid = paid;
    else if (to.paid != paid)
        to.paid = std::nullopt;
    if (branch.local && own.paid) branch.total = *branch.local - *own.paid;

    const bool is_decision = node(n).kind == NodeKind::Decision;
    const bool is_question = !is_decision && node(n).kind != NodeKind::Chance;
    if (!own.on_policy || (is_decision && own.choice != b)) return;
    to.on_policy = true;
    if (is_question) {
        if (own.reach <= to.reach) return;
        reach_[compiled.to] = multiply_add(reach_[n], Quantity(), Quantity());
        to.reach = own.reach;
        return;
    }
    if (branch.probability == 0) return;
    const Quantity part = is_decision ? Quantity(1.0) : amounts_.of(*compiled.probability);
    const bool is_end = node(compiled.to).branches.empty();
    Quantity reach =
        multiply_add(is_end ? Quantity() : std::move(reach_[compiled.to]), reach_[n], part);
    if (is_end)
        to.reach += reach.mean();
    else
        to.reach = reach.mean();
    if (!is_end) reach_[compiled.to] = std::move(reach);
}

void RollBackInPieces::Work::conclude() {
    rolled_.root = order_.back();
    rolled_.expected_value = rolled_.nodes[order_.back()].value;
    if (rolled_.draws == 0) {
        rolled_.evpi = Undefined{"at the base values there is no expectation"};
        return;
    }
    bool probabilities_vary = false;
    for (const std::size_t n : order_)
        for (const ModelBranch& branch : model_.tree[n].branches)
            if (node(n).kind == NodeKind::Chance && branch.probability)
                probabilities_vary =
                    probabilities_vary ||
                    std::binary_search(varying_.begin(), varying_.end(), *branch.probability);
    rolled_.evpi = tree_evpi(document_, model_, rolled_, probabilities_vary);
}

RollBackInPieces::RollBackInPieces(const Document& document, const Model& model, std::size_t draws)
    : work_(std::make_unique<Work>(document, model, draws)) {}
RollBackInPieces::~RollBackInPieces() = default;
RollBackInPieces::RollBackInPieces(RollBackInPieces&&) noexcept = default;
RollBackInPieces& RollBackInPieces::operator=(RollBackInPieces&&) noexcept = default;

bool RollBackInPieces::step() {
    return work_->step();
}

RollBack RollBackInPieces::take() && {
    return work_->take();
}

RollBack roll_back(const Document& document, const Model& model, std::size_t draws) {
    RollBackInPieces pieces(document, model, draws);
    while (pieces.step()) {
    }
    return std::move(pieces).take();
}

RollBack roll_back_at_base(const Document& document, const Model& model) {
    return roll_back(document, model, 0);
}

}  // namespace fulcrum
