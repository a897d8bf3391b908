#include "math/sobol_indices.h"

#include "math/statistics.h"

#include <cassert>

namespace fulcrum {

SobolIndices sobol_indices(std::span<const double> a, std::span<const double> b,
                           std::span<const std::span<const double>> a_with) {
    assert(!a.empty() && a.size() == b.size());
    const auto count = static_cast<double>(a.size());
    SobolIndices indices{.mean = (mean(a) + mean(b)) / 2};
    double squares = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        squares += (a[d] - indices.mean) * (a[d] - indices.mean) +
                   (b[d] - indices.mean) * (b[d] - indices.mean);
    indices.variance = squares / (2 * count);
    for (const std::span<const double> with : a_with) {
        double own = 0, all = 0;
        for (std::size_t d = 0; d < a.size(); ++d) {
            own += (b[d] - indices.mean) * (with[d] - a[d]);
            all += (a[d] - with[d]) * (a[d] - with[d]);
        }
        const bool varies = indices.variance > 0;
        indices.first_order.push_back(varies ? own / count / indices.variance : 0);
        indices.total.push_back(varies ? all / (2 * count) / indices.variance : 0);
    }
    return indices;
}

}  // namespace fulcrum
