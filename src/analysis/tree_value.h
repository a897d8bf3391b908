// What a decision tree is worth, node by node; roll_back.h says how it is found.
#pragma once

#include "analysis/undefined_value.h"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace fulcrum {

// Amounts are expected values in the unit of the objective.
struct BranchValue {
    double probability = 0;  // of a chance; of a decision 1 where it is the choice, else 0
    double cost = 0;
    // The two conventions of showing a tree. Local: what the branch is worth from here on, that is
    // what it leads to less its own cost. Total: the same less all costs on the way from the root;
    // absent where the node can be reached at different costs. Both absent where what it leads to
    // has no value.
    std::optional<double> local, total;
    bool operator==(const BranchValue&) const = default;
};

struct NodeValue {
    bool is_reachable = false;              // from the root; other nodes have nothing else
    std::variant<double, Undefined> value;  // from here on
    std::optional<std::size_t> choice;      // of a decision: the branch; of equal ones the first
    bool on_policy = false;                 // can it be reached when every choice is taken?
    double reach = 0;                       // how likely then; below a question: if so answered
    std::optional<double> paid;             // costs from the root to here, where there is one sum
    std::vector<BranchValue> branches;
    bool operator==(const NodeValue&) const = default;
};

struct RollBack {
    std::size_t draws = 0;                           // 0 = at the base values
    std::optional<std::size_t> root;                 // node
    std::vector<NodeValue> nodes;                    // in document order
    std::variant<double, Undefined> expected_value;  // of the root
    std::variant<double, Undefined> evpi;            // see tree_information.h; at base values none
    bool operator==(const RollBack&) const = default;
};

struct TreeResult {
    RollBack base;        // every input at its base
    RollBack over_draws;  // expected values
    bool operator==(const TreeResult&) const = default;
};

}  // namespace fulcrum
