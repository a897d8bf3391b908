// Who leads, and how surely?
#pragma once

#include "analysis/results.h"
#include "analysis/sampler.h"
#include "base/aligned.h"

namespace fulcrum {

// All draws of one variable.
using Draws = std::span<const double>;

// In how many draws is each option best? Options that are best together share the draw equally.
//
// utility   [option][draw], all finite, more is better; at least one option and one draw.
// returns   [option], sums to 1.
std::vector<double> probability_of_best(std::span<const Draws> utility);

// Leader: highest mean; of equal ones the first. Gap: leader minus the best other, draw by draw.
// In three pieces, so that a page can do something else between two of them.
//
// utility    as above, in the unit of headline.matters; must outlive it.
// expected   [option] its mean
class LeadInPieces {
  public:
    LeadInPieces(std::vector<Draws> utility, std::vector<double> expected, const Headline& headline)
        : utility_(std::move(utility)), expected_(std::move(expected)), headline_(headline) {}
    bool step();  // returns whether there is more to do
    Lead take() { return std::move(lead_); }

  private:
    void find_leader();
    void measure_gap();

    std::vector<Draws> utility_;
    std::vector<double> expected_;
    Headline headline_;
    int next_ = 0;
    Lead lead_;
};
Lead lead_on(std::vector<Draws> utility, const Headline& headline);

// The objective of every option; or why some have none.
struct ObjectiveNodes {
    std::vector<NodeId> nodes;  // [option]; empty where one is missing
    std::vector<Undefined> missing;
};
ObjectiveNodes objective_nodes(const Document& document, const Model& model);

// Makes utilities of the objective's draws: more is better. returns why there is no lead; empty
// where there is one.
//
// sample     [option] all draws of the objective's nodes
// expected   [option] their mean
std::vector<Undefined> to_utility(const Document& document, std::span<const NodeId> nodes,
                                  std::span<AlignedDoubles> sample, std::span<double> expected,
                                  Sampler& sampler);

// A lead that does not exist, and why.
Lead no_leader(std::vector<Undefined> why);

}  // namespace fulcrum
