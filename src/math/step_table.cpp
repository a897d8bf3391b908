#include "math/step_table.h"

#include <cassert>

namespace fulcrum {

void append_step_table(std::vector<double>& parameters, std::span<const double> cumulative) {
    assert(!cumulative.empty() && cumulative.back() == 1.0);
    const auto count = static_cast<double>(cumulative.size());
    const double steps = count * StepTable::guide_steps;
    parameters.push_back(count);
    parameters.insert(parameters.end(), cumulative.begin(), cumulative.end());
    std::size_t reached = 0;
    for (double g = 0; g <= steps; ++g) {  // u * steps may round up to steps
        // A u that lands in step g is at least (g - 1/2) / steps whatever the rounding.
        const double least = g == 0 ? 0.0 : (g - 0.5) / steps;
        while (cumulative[reached] < least) ++reached;
        parameters.push_back(static_cast<double>(reached));
    }
}

}  // namespace fulcrum
