#include "math/distribution.h"
#include "math/elementary.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double farthest = 8.3;       // beyond the quantile of 2^-53, the smallest uniform number
constexpr double largest_log = 700.0;  // e^700 is finite, and so is a mean of such draws

bool is_computable(double log_median, double deviation) {
    const double reach = std::max(farthest * deviation, deviation * deviation);
    return std::fabs(log_median) + reach <= largest_log;
}

Result<std::vector<double>> from_mean(const Range& range) {
    if (auto wrong = check_positive_base(range, "the mean")) return *wrong;
    const double relative = *range.sd / range.base;
    const double square = elementary::log1p(relative * relative);
    const double deviation = std::sqrt(square);
    if (!is_computable(elementary::log(range.base) - 0.5 * square, deviation))
        return Error{"/sd", with_value("sd", *range.sd) + " against " +
                                with_value("base", range.base) + " is too wide to compute with"};
    return std::vector{range.base * elementary::exp(-0.5 * square), deviation};
}

// {median, standard deviation of the logarithm}. The median is kept instead of its logarithm, which
// would lose digits of ranges that are narrow for their size.
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_interval_or_sd(range, "a lognormal range")) return *wrong;
    if (range.sd) return from_mean(range);
    if (auto wrong = check_positive_low(range, "a lognormal range")) return *wrong;
    const double low = *range.low, high = *range.high;
    const StandardInterval z = standard_interval(range);
    const double deviation = log_ratio(high, low) / (z.high - z.low);
    const double log_median = elementary::log(low) - z.low * deviation;
    if (!is_computable(log_median, deviation))
        return Error{"/high", with_value("high", high) + " against " + with_value("low", low) +
                                  " is too wide to compute with: narrow the range"};
    return std::vector{low * elementary::exp(-z.low * deviation), deviation};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double median = p[0], deviation = p[1];
    elementary::normal_quantile(u, x);
    for (double& draw : x) draw = deviation * draw;
    elementary::exp(x, x);
    for (double& draw : x) draw = median * draw;
}

double cdf(std::span<const double> p, double x) {
    if (p[1] == 0.0) return x >= p[0] ? 1.0 : 0.0;
    return x <= 0.0 ? 0.0 : elementary::normal_cdf(log_ratio(x, p[0]) / p[1]);
}

double mean(std::span<const double> p) {
    return p[0] * elementary::exp(0.5 * p[1] * p[1]);
}

double standard_deviation(std::span<const double> p) {
    return mean(p) * std::sqrt(elementary::expm1(p[1] * p[1]));
}

}  // namespace

extern const DistributionFamily lognormal{
    .id = "lognormal",
    .name = "Lognormal",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 14",
    .needs_low_high = true,
    .takes_sd = true,
    .interval_only = true,
    .positive_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
