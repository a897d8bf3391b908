#include "scoring/value_function.h"

#include <cassert>
#include <cstddef>

namespace fulcrum {

double value_of_level(const Anchors& anchors, double level) {
    // Halves of anchors that are too far apart for their difference to be a number.
    const double span = anchors.best - anchors.worst;
    const double part = span - span == 0.0 ? 1.0 : 0.5;
    const double value =
        (part * level - part * anchors.worst) / (part * anchors.best - part * anchors.worst);
    const double within = value < 0.0 ? 0.0 : (value > 1.0 ? 1.0 : value);
    return within - (level - level);  // 0 for a finite level, else not-a-number
}

void values_of_levels(const Anchors& anchors, std::span<const double> level,
                      std::span<double> value) {
    assert(level.size() == value.size() && anchors.worst != anchors.best);
    for (std::size_t d = 0; d < level.size(); ++d) value[d] = value_of_level(anchors, level[d]);
}

}  // namespace fulcrum
