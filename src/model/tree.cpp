#include "model/tree.h"

#include "model/describe.h"
#include "model/find.h"

#include <algorithm>

namespace fulcrum {

bool is_rest(const Amount& probability) {
    const auto* formula = std::get_if<Formula>(&probability);
    return formula != nullptr && formula->text == "rest";
}

std::string_view kind_word(NodeKind kind) {
    for (const auto& [each, word] : enum_words(kind))
        if (each == kind) return word;
    return "";
}

bool has_roll_back(const Tree& tree) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const TreeNode& node) {
        return node.kind == NodeKind::Decision || node.kind == NodeKind::Chance;
    });
}

double objective_sign(const Document& document) {
    const Row* objective = find_row(document, document.objective);
    return objective != nullptr && objective->direction == Direction::Less ? -1 : 1;
}

std::map<std::string_view, std::size_t> node_indices(const Tree& tree) {
    std::map<std::string_view, std::size_t> indices;
    for (std::size_t n = 0; n < tree.nodes.size(); ++n) indices.emplace(tree.nodes[n].id, n);
    return indices;
}

// A work list instead of recursion: a tree may be one chain of thousands.
std::vector<std::size_t> nodes_from_leaves(const Tree& tree) {
    const auto indices = node_indices(tree);
    std::vector<std::size_t> order;
    const auto root = indices.find(tree.root);
    if (root == indices.end()) return order;
    struct Step {
        std::size_t node = 0, branch = 0;
    };
    std::vector<bool> seen(tree.nodes.size());
    std::vector<Step> way{{.node = root->second}};
    seen[root->second] = true;
    while (!way.empty()) {
        Step& step = way.back();
        const auto& branches = tree.nodes[step.node].branches;
        if (step.branch == branches.size()) {
            order.push_back(step.node);
            way.pop_back();
            continue;
        }
        const auto next = indices.find(branches[step.branch++].to);
        if (next == indices.end() || seen[next->second]) continue;
        seen[next->second] = true;
        way.push_back({.node = next->second});
    }
    return order;
}

}  // namespace fulcrum
