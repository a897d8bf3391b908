// What is an imperfect observation worth, such as a test, a survey or a pilot?
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

// What is believed of the states after each result of the observation.
struct Posterior {
    std::vector<double> result_probability;  // [result], sums to 1
    Grid posterior{0, 0};                    // [result][state], each row sums to 1
    bool operator==(const Posterior&) const = default;
};

// Bayes' rule. prior [state] sums to 1; likelihood [result][state], of a result in a state: each
// column sums to 1. After a result that is impossible the prior stands.
Posterior posterior(std::span<const double> prior, const Grid& likelihood);

struct SampleInformation {
    std::vector<std::size_t> choice;   // [result] the best option then; of equal ones the first
    std::vector<double> value;         // [result] its expected value
    double expected_value = 0;         // over the results, the cost not taken off
    double evsi = 0;                   // expected_value - that of the best option by the prior
    std::optional<double> efficiency;  // evsi / EVPI; absent where the EVPI is 0
    double net_gain = 0;               // evsi - cost
    bool operator==(const SampleInformation&) const = default;
};

// Expected value of sample information:
//
//   EVSI = sum over results ( P(result) max_option E[ payoff | result ] ) - max_option E[ payoff ]
//
// payoff    [option][state], all finite, more is better.
// cost      of the observation, in the payoffs' unit.
// returns   evsi is never negative (but for rounding) where the posteriors average to the prior, as
//           those of Bayes' rule do; posteriors that a document states rounded may not.
//
// Source: H. Raiffa & R. Schlaifer, Applied Statistical Decision Theory (1961), ch. 4.
SampleInformation sample_information(const Grid& payoff, std::span<const double> prior,
                                     const Posterior& observed, double cost);

}  // namespace fulcrum
