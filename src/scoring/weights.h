// Weights as people give them -> weights that sum to 1.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t no_group = std::numeric_limits<std::size_t>::max();

struct WeightGroup {
    double weight = 1;
    bool off = false;
};

// What the weights of a decision are made of. All weights are finite and >= 0.
struct WeightScheme {
    std::span<const double> weight;       // [criterion]
    std::span<const std::size_t> group;   // [criterion]: index into groups, or no_group
    std::span<const WeightGroup> groups;  // empty: weights count over all criteria
    bool equal = false;                   // all criteria alike, whatever the weights say
};

// [criterion], sums to 1: with groups, the group's share of the groups' weights times the
// criterion's share of its group's; without, its share of all weights. A group that is switched off
// leaves with its criteria (also when all are alike), and so does one whose criteria all weigh 0.
// With groups, criteria of no group are together one more group, of weight 1.
//
// returns   empty when nothing has any weight.
std::vector<double> effective_weights(const WeightScheme& scheme);

}  // namespace fulcrum
