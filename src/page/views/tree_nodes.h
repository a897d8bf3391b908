// What the view of the tree says of single nodes and branches.
#pragma once

#include "chart/tree_chart.h"
#include "page/page.h"
#include "page/parts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// session must outlive it.
class TreeNodes {
  public:
    explicit TreeNodes(const Session& session);

    const Tree& tree() const { return tree_; }
    std::size_t root() const { return from_leaves_.back(); }
    const std::vector<std::size_t>& from_leaves() const { return from_leaves_; }
    std::size_t to(std::size_t node, std::size_t branch) const {
        return index_.at(tree_.nodes[node].branches[branch].to);
    }
    bool is_end(std::size_t node) const { return tree_.nodes[node].branches.empty(); }
    const RollBack* rolled() const { return rolled_; }  // nullptr: nothing to roll back

    // Of the best choices; where there is nothing to choose, of what leads to the verdict's leader.
    bool is_strong(std::size_t node) const { return strong_[node]; }
    bool is_strong(std::size_t node, std::size_t branch) const;
    bool is_leader(std::size_t node) const { return leads_to_leader_[node] && is_end(node); }

    std::string text(std::size_t node) const;
    int option(std::size_t node) const;  // index, -1 = none
    bool has_worth(std::size_t node) const { return value(node) != nullptr; }
    std::string worth(std::size_t node) const;  // "" where there is no value
    // What the figures say of an end: its payoff, its option's chances; "" where they say nothing.
    std::string outlook(std::size_t node) const;
    TreeWords::Node sentence(std::size_t node) const;
    TreeWords::Step step(std::size_t node, std::size_t branch) const;
    std::string amount(double value) const;  // as text, with the objective's unit

  private:
    void mark_strong();
    const double* value(std::size_t node) const;  // nullptr: none

    const Session& session_;
    const Document& document_;
    const Tree& tree_;
    const RollBack* rolled_;
    std::string unit_;
    std::map<std::string_view, std::size_t> index_;
    std::vector<std::size_t> from_leaves_;
    std::vector<bool> strong_, leads_to_leader_;  // [node]
};

// At most so many nodes, nearest to the root first; a node that is cut off says so.
TreeChart tree_chart(const TreeNodes& nodes);

// What can be asked of the node; absent where it has no value.
std::optional<TracedFigure> worth_of(const TreeNodes& nodes, std::size_t node);

// The tree as text that can be walked: every node with its branches, what they lead to folded
// inside; deep parts one after the other, so that nothing is nested deeper than painters can show.
void add_walk(Blocks& blocks, const Session& session, const TreeNodes& nodes);

}  // namespace fulcrum
