// What is each node of the decision tree worth, what should be decided at each decision, and how
// likely is it to get there?
#pragma once

#include "analysis/results.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace fulcrum {

// The roll-back of the document's tree:
//
//   terminal   its payoff, 0 without one            chance     sum p (value of branch)
//   option     its payoff, else the objective       decision   the highest value of a branch
//   branch     value of what it leads to - cost     question   none: each of its answers has one
//
// Payoffs are gains, in the unit of the objective: more is better. An objective of which less is
// better counts as a loss, with a minus.
//
// Over draws the assumptions are uncertain too, and no decision waits until they are known: a
// choice is the same in all draws, the branch with the highest mean over all draws. Everything else
// goes draw by draw, so that a probability and a payoff that move together count as such: E[ p v ],
// not E[ p ] E[ v ]. Amounts at the means of the assumptions would be wrong wherever a formula is
// not linear. What the outcome of a chance would tell about an assumption is not made use of.
//
// Probabilities that do not sum to 1 (within probability_slack), or one outside 0 to 1, in any
// draw: the node has no value, nor has any that leads to it, and the reason names path, sum and
// share of draws. A node may be reached by several branches: it is valued once, and chosen at once.
//
// In pieces, so that a page can do something else between two of them; no recursion. Draws are as
// many as asked for, halved until the tree takes no more than 128 MB.
//
// document and model belong together and must outlive it. Requires draws > 0, a power of two, and
// that check(document) found nothing.
//
// Source: H. Raiffa, Decision Analysis (1968), ch. 2.
class RollBackInPieces {
  public:
    RollBackInPieces(const Document& document, const Model& model, std::size_t draws);
    ~RollBackInPieces();
    RollBackInPieces(RollBackInPieces&&) noexcept;
    RollBackInPieces& operator=(RollBackInPieces&&) noexcept;
    bool step();  // returns whether there is more to do
    RollBack take() &&;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

RollBack roll_back(const Document& document, const Model& model, std::size_t draws);
RollBack roll_back_at_base(const Document& document, const Model& model);

// What the tree costs for one draw, in operations of the engine beyond those of the rows: nodes
// that are to be drawn.
std::vector<NodeId> tree_nodes_to_draw(const Document& document, const Model& model);

// { "version": 1, "draws": n, "unit": u, "expected_value": x, "base": x, "evpi": x,
//   "policy": { decision: label of the choice (the id of its node where it has none) },
//   "nodes": { id: { "kind", "value", "base", "reach", "branches": [ { "label", "to",
//   "probability", "cost", "local", "total", "choice": bool } ] } } }
// What does not exist is { "undefined": "reason" }, or left out of a branch.
std::string tree_json(const Document& document, const RollBack& base, const RollBack& over_draws);

}  // namespace fulcrum
