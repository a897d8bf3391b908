#include "scoring/value_function.h"

#include <cassert>
#include <cstddef>

namespace fulcrum {

double value_of_level(const Anchors& anchors, double level) {
    const double value = (level - anchors.worst) / (anchors.best - anchors.worst);
    return value < 0.0 ? 0.0 : (value > 1.0 ? 1.0 : value);
}

void values_of_levels(const Anchors& anchors, std::span<const double> level,
                      std::span<double> value) {
    assert(level.size() == value.size() && anchors.worst != anchors.best);
    for (std::size_t d = 0; d < level.size(); ++d) value[d] = value_of_level(anchors, level[d]);
}

}  // namespace fulcrum
