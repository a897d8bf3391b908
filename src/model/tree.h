// What is to be known of a decision tree without computing it.
#pragma once

#include "model/document.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// By how much the probabilities of a node may miss 1: decimal fractions such as 0.1 + 0.2 + 0.7 do.
inline constexpr double probability_slack = 1e-9;

// Is it the word that stands for one minus the other probabilities of the node?
bool is_rest(const Amount& probability);

// "chance", as documents have it.
std::string_view kind_word(NodeKind kind);

// Has it something to roll back: a decision or a chance?
bool has_roll_back(const Tree& tree);

// What makes a gain of the objective: -1 where less of it is better, else 1.
double objective_sign(const Document& document);

// Place of every node by its id.
std::map<std::string_view, std::size_t> node_indices(const Tree& tree);

// The nodes that can be reached from the root, every one after all that it leads to; empty without
// a root. Requires that the tree does not go round (check).
std::vector<std::size_t> nodes_from_leaves(const Tree& tree);

}  // namespace fulcrum
