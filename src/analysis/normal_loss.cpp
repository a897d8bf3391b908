#include "analysis/normal_loss.h"

#include "math/elementary.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fulcrum {

double unit_normal_loss(double z) {
    constexpr double one_over_sqrt_two_pi = 0.39894228040143267794;
    const double at = std::fabs(z);
    const double density = one_over_sqrt_two_pi * elementary::exp(-0.5 * at * at);
    const double loss = std::max(0.0, density - at * elementary::normal_cdf(-at));
    return z < 0 ? loss - z : loss;
}

double evpi_of_normal(double mean, double sd) {
    assert(sd >= 0);
    return sd == 0 ? 0 : sd * unit_normal_loss(std::fabs(mean) / sd);
}

double probability_wrong(double mean, double sd) {
    assert(sd >= 0);
    if (sd == 0) return mean == 0 ? 0.5 : 0;
    return elementary::normal_cdf(-std::fabs(mean) / sd);
}

double preposterior_sd(double sd, double data_sd, double size) {
    assert(data_sd > 0 && size >= 0);
    const double ratio = data_sd / sd;  // infinite where sd is 0
    return sd == 0 ? 0 : sd / std::sqrt(1 + ratio * ratio / size);
}

}  // namespace fulcrum
