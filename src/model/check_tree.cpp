#include "base/text.h"
#include "model/check_context.h"
#include "model/pointer.h"
#include "model/tree.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace fulcrum {
namespace {

constexpr std::ptrdiff_t most_named = 12;  // nodes of one way round

using Indices = std::map<std::string, std::size_t>;

// One way through the tree, and the next branch to follow at each of its nodes.
struct Step {
    std::size_t node = 0;
    std::size_t branch = 0;
};

// "ask -> wait -> ask": from where the way was at `node` before, back to it.
std::string named_way(const Tree& tree, const std::vector<Step>& way, std::size_t node) {
    auto from =
        std::find_if(way.begin(), way.end(), [&](const Step& step) { return step.node == node; });
    std::string text;
    for (std::ptrdiff_t shown = 0; from != way.end() && shown < most_named; ++from, ++shown)
        text += tree.nodes[from->node].id + " -> ";
    return text + (from != way.end() ? "... -> " : "") + tree.nodes[node].id;
}

enum class Visit { New, Open, Done };

// The nodes of one way round that can be reached from `first`; empty when every way ends. A work
// list instead of recursion: a file may hold one chain of thousands.
std::string way_round_from(const Tree& tree, const Indices& index, std::size_t first,
                           std::vector<Visit>& visit) {
    std::vector<Step> way{{first, 0}};
    visit[first] = Visit::Open;
    while (!way.empty()) {
        Step& step = way.back();
        if (step.branch == tree.nodes[step.node].branches.size()) {
            visit[step.node] = Visit::Done;
            way.pop_back();
            continue;
        }
        const auto next = index.find(tree.nodes[step.node].branches[step.branch++].to);
        if (next == index.end() || visit[next->second] == Visit::Done) continue;
        if (visit[next->second] == Visit::Open) return named_way(tree, way, next->second);
        visit[next->second] = Visit::Open;
        way.push_back({next->second, 0});
    }
    return "";
}

std::string way_round(const Tree& tree, const Indices& index) {
    std::vector<Visit> visit(tree.nodes.size(), Visit::New);
    for (std::size_t first = 0; first < tree.nodes.size(); ++first) {
        if (visit[first] != Visit::New) continue;
        std::string way = way_round_from(tree, index, first, visit);
        if (!way.empty()) return way;
    }
    return "";
}

// What the probabilities of a node's branches that are numbers add up to, and what the others are.
struct Probabilities {
    double sum = 0;
    std::size_t numbers = 0, rests = 0;
};

void check_probability(CheckContext& context, const std::string& path, const Amount& probability,
                       Probabilities& all) {
    if (is_rest(probability) && ++all.rests == 2)
        context.add(path, "only one branch of a node can have the rest");
    const auto* number = std::get_if<double>(&probability);
    if (number == nullptr) return;
    ++all.numbers;
    all.sum += *number;
    if (*number < 0 || *number > 1)
        context.add(path, "probability " + shortest(*number) + ": use 0 to 1 (20 % is 0.2)");
}

void check_branches(CheckContext& context, const std::string& path, const TreeNode& node) {
    Probabilities all;
    for (std::size_t b = 0; b < node.branches.size(); ++b) {
        const Branch& branch = node.branches[b];
        const std::string own = path + "/branches" + pointer_step(b);
        if (branch.to.empty()) context.add(own, "a branch names the node that it leads to");
        context.refers(own + "/to", branch.to, context.nodes, "node");
        if (branch.probability)
            check_probability(context, own + "/probability", *branch.probability, all);
        else if (node.kind == NodeKind::Chance)
            context.add(own, "a branch of a chance node has a probability");
    }
    if (node.branches.empty() && (node.kind == NodeKind::Chance || node.kind == NodeKind::Decision))
        context.add(path, "a decision and a chance have branches");
    if (node.kind != NodeKind::Chance || all.numbers == 0) return;
    const std::string sum = "the probabilities of '" + node.id + "' sum to " + shortest(all.sum);
    if (all.numbers == node.branches.size() && std::fabs(all.sum - 1) > probability_slack)
        context.add(path + "/branches", sum + ", not to 1");
    else if (all.rests > 0 && all.sum > 1 + probability_slack)
        context.add(path + "/branches", sum + ", which leaves no rest");
}

}  // namespace

void check_tree(CheckContext& context) {
    const Tree& tree = context.document.tree;
    if (tree.root.empty() && !tree.nodes.empty())
        context.add("/tree", "the tree has nodes but no root");
    context.refers("/tree/root", tree.root, context.nodes, "node");
    IdSet seen;
    Indices index;
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
        const TreeNode& node = tree.nodes[n];
        const std::string path = "/tree/nodes" + pointer_step(n);
        context.names(path + "/id", node.id, seen, true);
        index.emplace(node.id, n);
        context.refers(path + "/option", node.option, context.options, "option");
        check_branches(context, path, node);
    }
    const std::string round = way_round(tree, index);
    if (!round.empty()) context.add("/tree/nodes", "the tree goes round: " + round);
}

}  // namespace fulcrum
