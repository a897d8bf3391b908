#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>

namespace fulcrum::distributions {
namespace {

Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_finite("base", range.base)) return *wrong;
    return std::vector{range.base};
}

void quantile(std::span<const double> p, std::span<const double>, std::span<double> x) {
    std::fill(x.begin(), x.end(), p[0]);
}

double cdf(std::span<const double> p, double x) {
    return x >= p[0] ? 1.0 : 0.0;
}

double mean(std::span<const double> p) {
    return p[0];
}

double standard_deviation(std::span<const double>) {
    return 0.0;
}

}  // namespace

extern const DistributionFamily point{
    .id = "point",
    .name = "Point",
    .source = "A constant: the base",
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
