// By how much must one weight change for another option to score as high as the best?
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

struct WeightThreshold {
    std::size_t criterion = 0, challenger = 0;
    // How much the weight is lowered, below 0 raised, for the challenger to tie with the best: the
    // others are left as they are, and all are scaled to sum 1 again. Absent where both have the
    // same value on the criterion: its weight changes nothing between them.
    std::optional<double> delta;
    bool feasible = false;  // no weight falls below 0: delta <= weight
    bool operator==(const WeightThreshold&) const = default;
};

struct WeightThresholds {
    std::vector<double> score;               // [option] weighted sum
    std::size_t best = 0;                    // of equal ones the first
    std::vector<WeightThreshold> threshold;  // by criterion, then challenger
    bool operator==(const WeightThresholds&) const = default;
};

//   delta = (score of best - score of challenger) / (value of best - value of challenger)
//
// value     [option][criterion], finite, more is better; weight [criterion], >= 0.
//
// Source: E. Triantaphyllou & A. Sanchez, "A sensitivity analysis approach for some deterministic
// multi-criteria decision-making methods", Decision Sciences 28 (1997).
WeightThresholds weight_thresholds(const Grid& value, std::span<const double> weight);

}  // namespace fulcrum
