// What would it be worth to know all chances of the tree before the first decision?
#pragma once

#include "analysis/roll_back.h"

#include <variant>

namespace fulcrum {

// Expected value of perfect information at the root:
//
//   EVPI = E[ best way through the tree, all outcomes of its chances known ] - expected value
//
// The outcome of every chance node is an event of its own, independent of the others; assumptions
// stay uncertain, so payoffs and costs count by their means. Under these terms it is exact: the
// distribution of what the informed decider gets is rolled back, a chance as the mixture of its
// branches, a decision as the largest of its branches, which are independent.
//
// Not defined, with the reason, where these terms do not say what is asked for: the root has no
// value; a node is reached by several branches (its event would count twice); two chance nodes that
// are not one below the other have branches of the same labels (they may be one event seen from two
// decisions, such as the same market after two investments); a probability differs from draw to
// draw (learning the event would then tell about the assumptions); more than four million steps.
//
// rolled    over draws; probabilities_vary: does any of a reachable chance?
// returns   in the objective's unit, never negative.
//
// Source: H. Raiffa, Decision Analysis (1968), ch. 2; A. Madansky, "Inequalities for stochastic
// linear programming problems", Management Science 6 (1960): the wait-and-see value.
std::variant<double, Undefined> tree_evpi(const Document& document, const Model& model,
                                          const RollBack& rolled, bool probabilities_vary);

}  // namespace fulcrum
