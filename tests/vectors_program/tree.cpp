#include "analysis/roll_back.h"
#include "vectors_program/answer.h"

#include <string>
#include <vector>

namespace fulcrum::vectors {
namespace {

// Adds the nested node and all below it to the flat list; returns its id.
std::string add_node(Tree& tree, const json& nested) {
    const std::string type = nested["type"];
    const std::size_t n = tree.nodes.size();
    TreeNode& made = tree.nodes.emplace_back();
    const std::string id = made.id = "n" + std::to_string(n);
    made.text = nested.value("name", "");
    if (type == "terminal") {
        made.kind = NodeKind::Terminal;
        made.payoff = nested["value"].get<double>();
        return id;
    }
    made.kind = type == "decision" ? NodeKind::Decision : NodeKind::Chance;
    for (const json& each : nested["branches"]) {
        Branch branch{.label = each["label"], .to = add_node(tree, each["node"])};
        if (each.contains("probability")) branch.probability = each["probability"].get<double>();
        if (each.contains("cost")) branch.cost = each["cost"].get<double>();
        tree.nodes[n].branches.push_back(branch);
    }
    return id;
}

}  // namespace

std::optional<json> tree(const json& vector) {
    if (vector["kind"] != "tree.rollback") return std::nullopt;
    Document document;
    document.options.push_back({.id = "A"});
    document.tree.root = add_node(document.tree, vector["input"]["tree"]);
    const Compilation compiled = compile(document);
    if (!compiled.model) return std::nullopt;
    const RollBack rolled = roll_back(document, *compiled.model, 256);
    const auto* value = std::get_if<double>(&rolled.expected_value);
    if (value == nullptr) return std::nullopt;
    json policy = json::object(), at_root = json::array();
    for (std::size_t n = 0; n < rolled.nodes.size(); ++n) {
        const NodeValue& node = rolled.nodes[n];
        if (node.on_policy && node.choice)
            policy[document.tree.nodes[n].text] =
                document.tree.nodes[n].branches[*node.choice].label;
    }
    for (const BranchValue& branch : rolled.nodes[*rolled.root].branches)
        at_root.push_back(*branch.local);
    return json{{"expected_value", *value}, {"policy", policy}, {"root_branch_values", at_root}};
}

}  // namespace fulcrum::vectors
