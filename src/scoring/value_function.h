// A criterion's level (a raw measure, in its unit) -> its value in [0, 1].
#pragma once

#include <span>

namespace fulcrum {

// The levels that are worth 0 and 1. They are fixed, so that adding an option never re-ranks the
// others; worst may be above best (less is better).
struct Anchors {
    double worst = 0, best = 1;
};

// Straight from worst (0) to best (1), flat beyond; not-a-number where the level is not finite.
// Requires finite, different anchors.
double value_of_level(const Anchors& anchors, double level);
void values_of_levels(const Anchors& anchors, std::span<const double> level,
                      std::span<double> value);

}  // namespace fulcrum
