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

// Shares within one group, 0 elsewhere; empty when the group has no weight or is switched off.
std::vector<double> within_group(const WeightScheme& scheme, std::size_t group) {
    if (group != no_group && scheme.groups[group].off) return {};
    std::vector<double> own(scheme.weight.size(), 0.0);
    for (std::size_t c = 0; c < own.size(); ++c)
        if (scheme.group[c] == group) own[c] = scheme.weight[c];
    return shares(std::move(own));
}

std::vector<double> grouped_weights(const WeightScheme& scheme) {
    std::vector<double> group_weight;
    std::vector<std::vector<double>> within;
    for (std::size_t g = 0; g < scheme.groups.size(); ++g) {
        within.push_back(within_group(scheme, g));
        group_weight.push_back(within[g].empty() ? 0.0 : scheme.groups[g].weight);
    }
    within.push_back(within_group(scheme, no_group));
    group_weight.push_back(within.back().empty() ? 0.0 : 1.0);

    const std::vector<double> of_group = shares(std::move(group_weight));
    if (of_group.empty()) return {};
    std::vector<double> weight(scheme.weight.size(), 0.0);
    for (std::size_t g = 0; g < within.size(); ++g)
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
