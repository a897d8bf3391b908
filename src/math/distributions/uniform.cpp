#include "base/each_draw.h"
#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

// {lowest, highest}: an interval between two probabilities is extended linearly to its ends.
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_low_high(range, "a uniform range")) return *wrong;
    const double low = *range.low, high = *range.high;
    const double width = (high - low) / (range.high_probability - range.low_probability);
    const double lowest = low - range.low_probability * width;
    const double highest = high + (1.0 - range.high_probability) * width;
    if (auto wrong = check_finite("high", highest - lowest)) return *wrong;
    return std::vector{lowest, highest};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double lowest = p[0], highest = p[1], width = highest - lowest;
    FULCRUM_EACH_DRAW_IN_SHORT
    for (std::size_t i = 0; i < u.size(); ++i) {
        const double value = lowest + u[i] * width;
        x[i] = value < highest ? value : highest;  // rounding may pass the end
    }
}

double cdf(std::span<const double> p, double x) {
    if (x >= p[1]) return 1.0;
    return x <= p[0] ? 0.0 : (x - p[0]) / (p[1] - p[0]);
}

double mean(std::span<const double> p) {
    return p[0] + 0.5 * (p[1] - p[0]);
}

double standard_deviation(std::span<const double> p) {
    return (p[1] - p[0]) / std::sqrt(12.0);
}

}  // namespace

extern const DistributionFamily uniform{
    .id = "uniform",
    .name = "Uniform",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2 (1995), ch. 26",
    .needs_low_high = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
