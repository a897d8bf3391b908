#include "math/distribution.h"
#include "math/distributions/moments.h"
#include "math/elementary.h"
#include "math/range_check.h"

namespace fulcrum::distributions {
namespace {

constexpr double farthest = 8.3;  // beyond the quantile of 2^-53, the smallest uniform number

// {mean, standard deviation}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_interval_or_sd(range, "a normal range")) return *wrong;
    const auto [mean, deviation] = normal_of(range);
    if (auto wrong = check_finite("low", mean - farthest * deviation)) return *wrong;
    if (auto wrong = check_finite("high", mean + farthest * deviation)) return *wrong;
    return std::vector{mean, deviation};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double mean = p[0], deviation = p[1];
    elementary::normal_quantile(u, x);
    for (double& draw : x) draw = mean + deviation * draw;
}

double cdf(std::span<const double> p, double x) {
    if (p[1] == 0.0) return x >= p[0] ? 1.0 : 0.0;
    return elementary::normal_cdf((x - p[0]) / p[1]);
}

}  // namespace

extern const DistributionFamily normal{
    .id = "normal",
    .name = "Normal",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 13",
    .needs_low_high = true,
    .takes_sd = true,
    .interval_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

}  // namespace fulcrum::distributions
