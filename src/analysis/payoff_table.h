// The decision as a table: what every option is worth in every state of the world, and how likely
// the states are.
//
// payoff       [option][state], all finite, more is better; at least one option and one state.
// probability  [state], >= 0, sums to 1.
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fulcrum {

struct PayoffTable {
    std::vector<double> expected_value;   // [option]
    std::size_t best = 0;                 // highest expected value; of equal ones the first
    double with_perfect_information = 0;  // expected value of the best option of each state
    double evpi = 0;                      // with_perfect_information - expected_value[best]
    // [option] how much is lost on average against the best option of each state; the least is evpi
    std::vector<double> expected_opportunity_loss;
    bool operator==(const PayoffTable&) const = default;
};

// Source: H. Raiffa, Decision Analysis (1968).
PayoffTable payoff_table(const Grid& payoff, std::span<const double> probability);

// Expected value of partial perfect information: how much better off, on average, is a decider who
// learns in which part of the states the true one lies before choosing?
//
//   EVPPI = sum over parts ( max_option sum over the part ( probability payoff ) ) - max_option E[
//   payoff ]
//
// part      [state] number of its part, below `parts`: of two independent factors, the state of the
//           one that is learned.
// returns   same unit as the payoffs, never negative; the EVPI where every state is its own part.
double evppi(const Grid& payoff, std::span<const double> probability,
             std::span<const std::size_t> part, std::size_t parts);

}  // namespace fulcrum
