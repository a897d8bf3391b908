#include "math/step_table.h"

#include <cassert>

namespace fulcrum {

void append_step_table(std::vector<double>& parameters, std::span<const double> cumulative) {
    assert(!cumulative.empty() && cumulative.back() == 1.0);
    const auto count = static_cast<double>(cumulative.size());
    parameters.push_back(count);
    parameters.insert(parameters.end(), cumulative.begin(), cumulative.end());
    std::size_t reached = 0;
    for (std::size_t g = 0; g <= cumulative.size(); ++g) {  // u * n may round up to n
        // A u that lands in slot g is at least (g - 1/2) / n whatever the rounding of u * n.
        const double least = g == 0 ? 0.0 : (static_cast<double>(g) - 0.5) / count;
        while (cumulative[reached] < least) ++reached;
        parameters.push_back(static_cast<double>(reached));
    }
}

}  // namespace fulcrum
