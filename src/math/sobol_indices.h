// Which input explains how much of a figure's variance?
#pragma once

#include <span>
#include <vector>

namespace fulcrum {

struct SobolIndices {
    double mean = 0, variance = 0;
    std::vector<double> first_order;  // [input] share that it explains by itself
    std::vector<double> total;        // [input] with all that it does together with others
    bool operator==(const SobolIndices&) const = default;
};

// From a figure of two independent samples of all inputs, and of samples in which one input alone
// is that of the second.
//
// a, b      [draw]
// a_with    [input][draw]: as a, but for that input, which is as b has it
// returns   indices of 0 where nothing varies
//
// Source: A. Saltelli et al., "Variance based sensitivity analysis of model output", Computer
// Physics Communications 181 (2010): the estimators of table 2 (b) and (f), the latter M. Jansen's.
SobolIndices sobol_indices(std::span<const double> a, std::span<const double> b,
                           std::span<const std::span<const double>> a_with);

}  // namespace fulcrum
