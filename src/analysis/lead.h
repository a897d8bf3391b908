// Who leads, and how surely?
#pragma once

#include "analysis/results.h"
#include "analysis/sampler.h"

namespace fulcrum {

// In how many draws is each option best? Options that are best together share the draw equally.
//
// utility   [option][draw], all finite, more is better; at least one option and one draw.
// returns   [option], sums to 1.
std::vector<double> probability_of_best(const Grid& utility);

// Leader: highest mean; of equal ones the first. Gap: leader minus the best other, draw by draw.
//
// utility   as above, in the unit of headline.matters.
Lead lead_on(const Grid& utility, const Headline& headline);

// The objective of every option; or why some have none.
struct ObjectiveNodes {
    std::vector<NodeId> nodes;  // [option]; empty where one is missing
    std::vector<Undefined> missing;
};
ObjectiveNodes objective_nodes(const Document& document, const Model& model);

// On the document's objective, by its row's direction.
//
// sample    [option][draw] of the objective's nodes
Lead lead_on_objective(const Document& document, std::span<const NodeId> nodes, Grid sample,
                       Sampler& sampler);

// A lead that does not exist, and why.
Lead no_leader(std::vector<Undefined> why);

}  // namespace fulcrum
