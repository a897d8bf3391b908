// Which option to choose when nothing is known of how likely the states are? Five criteria that
// often disagree.
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <vector>

namespace fulcrum {

// One criterion: its figure for every option, and the option that it chooses, of equal ones the
// first.
struct CriterionChoice {
    std::vector<double> figure;  // [option]
    std::size_t choice = 0;
    bool operator==(const CriterionChoice&) const = default;
};

struct DecisionCriteria {
    CriterionChoice maximin;         // Wald: the highest of the worst payoffs
    CriterionChoice maximax;         // the highest of the best
    CriterionChoice hurwicz;         // optimism * best + (1 - optimism) * worst
    CriterionChoice laplace;         // all states alike: the highest mean
    CriterionChoice minimax_regret;  // Savage: the least of the largest regrets, a regret being
                                     // what the best option of the state has more
    bool operator==(const DecisionCriteria&) const = default;
};

// payoff     [option][state], all finite, more is better; at least one option and one state.
// optimism   in [0, 1].
//
// Source: R. D. Luce & H. Raiffa, Games and Decisions (1957), ch. 13.
DecisionCriteria decision_criteria(const Grid& payoff, double optimism);

}  // namespace fulcrum
