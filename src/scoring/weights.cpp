#include "scoring/weights.h"

#include <cassert>
#include <utility>

namespace fulcrum {
namespace {

bool switched_off(const WeightScheme& scheme, std::size_t criterion) {
    const std::size_t group = scheme.group[criterion];
    return group != no_group && scheme.groups[group].off;
}

// Divides by the sum; empty when that is 0.
std::vector<double> shares(std::vector<double> weight) {
    double largest = 0, sum = 0;
    for (const double w : weight) largest = w > largest ? w : largest;
    if (largest == 0) return {};
    for (double& w : weight) sum += w /= largest;  // so that the sum is finite
    for (double& w : weight) w /= sum;
    return weight;
}

std::vector<double> equal_weights(const WeightScheme& scheme) {
    std::vector<double> weight(scheme.weight.size(), 1.0);
    for (std::size_t c = 0; c < weight.size(); ++c)
        if (switched_off(scheme, c)) weight[c] = 0;
    return shares(std::move(weight));
}

// Each criterion's share within its group; group g of scheme.groups, the last one for no group.
std::vector<double> grouped_weights(const WeightScheme& scheme) {
    const std::size_t groups = scheme.groups.size() + 1;
    std::vector<double> group_weight(groups, 0.0), weight(scheme.weight.size(), 0.0);
    std::vector<std::vector<double>> within(groups);
    for (std::size_t g = 0; g < groups; ++g) {
        const bool named = g < scheme.groups.size();
        std::vector<double> own(scheme.weight.size(), 0.0);
        for (std::size_t c = 0; c < own.size(); ++c)
            if (scheme.group[c] == (named ? g : no_group)) own[c] = scheme.weight[c];
        if (named && scheme.groups[g].off) continue;
        within[g] = shares(std::move(own));
        if (!within[g].empty()) group_weight[g] = named ? scheme.groups[g].weight : 1.0;
    }
    const std::vector<double> of_group = shares(std::move(group_weight));
    if (of_group.empty()) return {};
    for (std::size_t g = 0; g < groups; ++g)
        for (std::size_t c = 0; c < within[g].size(); ++c) weight[c] += of_group[g] * within[g][c];
    return weight;
}

}  // namespace

std::vector<double> effective_weights(const WeightScheme& scheme) {
    assert(scheme.weight.size() == scheme.group.size());
    if (scheme.equal) return equal_weights(scheme);
    if (!scheme.groups.empty()) return grouped_weights(scheme);
    return shares({scheme.weight.begin(), scheme.weight.end()});
}

}  // namespace fulcrum
