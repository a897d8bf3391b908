// What every contender computes: the objective of each option, and who is best.
#pragma once

#include "base/result.h"
#include "engine/model.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fulcrum {

struct OptionOutcome {
    double mean = 0, p5 = 0, p50 = 0, p95 = 0;
    double p_best = 0;  // share of draws
};

// A document that is ready to be simulated.
struct BenchDecision {
    Document document;
    Model model;
    std::size_t objective = 0;  // a row
};
Result<BenchDecision> bench_decision_in(const std::string& file);

// [option]; the run whose time counts: draws of all inputs, formulas, statistics.
std::vector<OptionOutcome> outcomes(const BenchDecision& decision, std::size_t draws);

// The standard error of each figure for one independent draw: that of n draws is sqrt(n) times
// smaller.
//
//   mean         standard deviation
//   percentile   sqrt(p (1 - p)) / density at the percentile, by a central difference of 0.01 in p
//   p_best       sqrt(p (1 - p))
//
// Source of the percentile's: R. J. Serfling, Approximation Theorems of Mathematical Statistics
// (1980), 2.3.3.
std::vector<OptionOutcome> standard_errors(const BenchDecision& decision, std::size_t draws);

std::string outcomes_json(const std::vector<OptionOutcome>& outcomes);

// {"cpu_ms": ..., "outcomes": [...]}: what a contender prints.
std::string timed_json(double cpu_ms, const std::vector<OptionOutcome>& outcomes);

}  // namespace fulcrum
