#include "analysis/results_json.h"
#include "analysis/roll_back.h"
#include "base/json_writer.h"
#include "model/find.h"
#include "model/tree.h"

namespace fulcrum {
namespace {

class TreeWriter {
  public:
    TreeWriter(const Document& document, const RollBack& base, const RollBack& over_draws)
        : document_(document), base_(base), over_draws_(over_draws) {}

    std::string text() && {
        const Row* objective = find_row(document_, document_.objective);
        json_.begin_object();
        json_.member("version", std::int64_t{1});
        json_.member("draws", static_cast<std::int64_t>(over_draws_.draws));
        json_.member("unit", std::string_view(objective == nullptr ? "" : objective->unit));
        number("expected_value", over_draws_.expected_value);
        number("base", base_.expected_value);
        number("evpi", over_draws_.evpi);
        policy();
        json_.key("nodes");
        json_.begin_object();
        for (std::size_t n = 0; n < over_draws_.nodes.size(); ++n)
            if (over_draws_.nodes[n].is_reachable) node(n);
        json_.end_object();
        json_.end_object();
        return std::move(json_).text();
    }

  private:
    void number(std::string_view key, const std::variant<double, Undefined>& value) {
        json_.key(key);
        if (const auto* number = std::get_if<double>(&value)) return json_.value(*number);
        json_.begin_object();
        json_.member("undefined", std::string_view(std::get_if<Undefined>(&value)->reason));
        json_.end_object();
    }

    void policy() {
        json_.key("policy");
        json_.begin_object();
        for (std::size_t n = 0; n < over_draws_.nodes.size(); ++n) {
            const NodeValue& value = over_draws_.nodes[n];
            if (!value.on_policy || !value.choice) continue;
            const Branch& choice = document_.tree.nodes[n].branches[*value.choice];
            json_.member(document_.tree.nodes[n].id,
                         std::string_view(choice.label.empty() ? choice.to : choice.label));
        }
        json_.end_object();
    }

    void node(std::size_t n) {
        const TreeNode& node = document_.tree.nodes[n];
        const NodeValue& value = over_draws_.nodes[n];
        json_.key(node.id);
        json_.begin_object();
        json_.member("kind", kind_word(node.kind));
        number("value", value.value);
        number("base", base_.nodes[n].value);
        json_.member("reach", value.reach);
        json_.key("branches");
        json_.begin_array();
        for (std::size_t b = 0; b < node.branches.size(); ++b) branch(node, value, b);
        json_.end_array();
        json_.end_object();
    }

    void branch(const TreeNode& node, const NodeValue& value, std::size_t b) {
        const BranchValue& branch = value.branches[b];
        json_.begin_object();
        json_.member("label", std::string_view(node.branches[b].label));
        json_.member("to", std::string_view(node.branches[b].to));
        if (node.kind == NodeKind::Chance) json_.member("probability", branch.probability);
        json_.member("cost", branch.cost);
        if (branch.local) json_.member("local", *branch.local);
        if (branch.total) json_.member("total", *branch.total);
        if (value.choice) json_.member("choice", *value.choice == b);
        json_.end_object();
    }

    const Document& document_;
    const RollBack &base_, &over_draws_;
    JsonWriter json_;
};

}  // namespace

std::string tree_json(const Document& document, const RollBack& base, const RollBack& over_draws) {
    return TreeWriter(document, base, over_draws).text();
}

namespace section {
std::string tree(const Document& document, const Model& model, std::size_t draws) {
    if (!has_roll_back(document.tree))
        return undefined_json("the tree has neither a decision nor a chance to roll back");
    return tree_json(document, roll_back_at_base(document, model),
                     roll_back(document, model, draws));
}
}  // namespace section

}  // namespace fulcrum
