#include "page/views/tree_nodes.h"

#include "base/figure.h"
#include "model/find.h"
#include "model/tree.h"

namespace fulcrum {

using namespace parts;
using Kind = TreeWords::Kind;

TreeNodes::TreeNodes(const Session& session)
    : session_(session),
      document_(session.document()),
      tree_(document_.tree),
      rolled_(session.results().tree ? &session.results().tree->over_draws : nullptr),
      index_(node_indices(tree_)),
      from_leaves_(nodes_from_leaves(tree_)),
      strong_(tree_.nodes.size()),
      leads_to_leader_(tree_.nodes.size()) {
    if (const Row* objective = find_row(document_, document_.objective)) unit_ = objective->unit;
    mark_strong();
}

void TreeNodes::mark_strong() {
    const auto& leader = session_.results().lead.leader;
    for (const std::size_t n : from_leaves_) {
        if (is_end(n)) leads_to_leader_[n] = leader && option(n) == static_cast<int>(*leader);
        for (std::size_t b = 0; b < tree_.nodes[n].branches.size(); ++b)
            if (leads_to_leader_[to(n, b)]) leads_to_leader_[n] = true;
        strong_[n] = rolled_ != nullptr ? rolled_->nodes[n].on_policy : leads_to_leader_[n];
    }
}

bool TreeNodes::is_strong(std::size_t node, std::size_t branch) const {
    if (!strong_[node] || !strong_[to(node, branch)]) return false;
    return tree_.nodes[node].kind != NodeKind::Decision || rolled_ == nullptr ||
           rolled_->nodes[node].choice == branch;
}

std::string TreeNodes::text(std::size_t node) const {
    const TreeNode& own = tree_.nodes[node];
    if (!own.text.empty()) return own.text;
    const int index = option(node);
    const auto named = named_options(document_);
    return index < 0 ? own.id : words().option(named[static_cast<std::size_t>(index)]);
}

int TreeNodes::option(std::size_t node) const {
    const auto index = option_index(document_, tree_.nodes[node].option);
    return index ? static_cast<int>(*index) : -1;
}

std::string TreeNodes::amount(double value) const {
    return figure(value, unit_);
}

const double* TreeNodes::value(std::size_t node) const {
    return rolled_ == nullptr ? nullptr : std::get_if<double>(&rolled_->nodes[node].value);
}

std::string TreeNodes::worth(std::size_t node) const {
    return has_worth(node) ? amount(*value(node)) : "";
}

std::string TreeNodes::outlook(std::size_t node) const {
    if (has_worth(node)) return words().tree.end_worth(worth(node));
    if (option(node) < 0) return "";
    const auto index = static_cast<std::size_t>(option(node));
    const Lead& lead = session_.results().lead;
    const auto row = row_index(document_, document_.objective);
    const Statistics* at =
        row ? statistics(fulcrum::parts::outcome(session_.results(), *row, index)) : nullptr;
    return words().tree.outlook(lead.leader ? share(lead.p_best[index]) : "",
                                at == nullptr ? "" : amount(at->mean));
}

TreeWords::Node TreeNodes::sentence(std::size_t node) const {
    const TreeNode& own = tree_.nodes[node];
    TreeWords::Node said{.kind = own.kind == NodeKind::Decision ? Kind::Decision
                                 : own.kind == NodeKind::Chance ? Kind::Chance
                                                                : Kind::Question,
                         .text = text(node),
                         .worth = worth(node),
                         .choice = ""};
    if (rolled_ == nullptr || !rolled_->nodes[node].choice) return said;
    const std::size_t choice = *rolled_->nodes[node].choice;
    const std::string& label = own.branches[choice].label;
    said.choice = label.empty() ? text(to(node, choice)) : label;
    return said;
}

TreeWords::Step TreeNodes::step(std::size_t node, std::size_t branch) const {
    TreeWords::Step said{.kind = sentence(node).kind,
                         .label = tree_.nodes[node].branches[branch].label,
                         .probability = "",
                         .cost = "",
                         .worth = "",
                         .best = false,
                         .to = ""};
    if (rolled_ == nullptr) return said;
    const BranchValue& value = rolled_->nodes[node].branches[branch];
    if (said.kind == Kind::Chance) said.probability = share(value.probability);
    if (value.cost != 0) said.cost = amount(value.cost);
    if (value.local) said.worth = amount(*value.local);
    said.best = said.kind == Kind::Decision && rolled_->nodes[node].choice == branch;
    return said;
}

std::optional<TracedFigure> worth_of(const TreeNodes& nodes, std::size_t node) {
    if (!nodes.has_worth(node)) return std::nullopt;
    return TracedFigure{.node = nodes.tree().nodes[node].id};
}

}  // namespace fulcrum
