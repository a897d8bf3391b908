#include "math/step_table.h"

#include <cassert>

namespace fulcrum {

void append_step_table(std::vector<double>& parameters, std::span<const double> cumulative) {
    assert(!cumulative.empty() && cumulative.back() == 1.0);
    const auto count = static_cast<double>(cumulative.size());
    const double steps = count * static_cast<double>(StepTable::guide_steps);
    parameters.push_back(count);
    parameters.insert(parameters.end(), cumulative.begin(), cumulative.end());
    std::size_t reached = 0;
    // u * steps is rounded, to a double and then to a whole number: what lands in g is above g -
    // 3/4.
    for (std::size_t g = 0; g <= cumulative.size() * StepTable::guide_steps; ++g) {
        const double least = g == 0 ? 0.0 : (static_cast<double>(g) - 0.75) / steps;
        while (cumulative[reached] < least) ++reached;
        parameters.push_back(static_cast<double>(reached) + StepTable::whole);
    }
}

void StepTable::choose(std::span<const double> values, std::span<const double> u,
                       std::span<double> x) const {
    for (std::size_t i = 0; i < u.size(); ++i) x[i] = values[static_cast<std::size_t>(index(u[i]))];
}

}  // namespace fulcrum
