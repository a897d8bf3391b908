#include "math/distribution.h"
#include "math/elementary.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double farthest = 8.3;       // beyond the quantile of 2^-53, the smallest uniform number
constexpr double largest_log = 709.0;  // e^709 is finite

// {mean, standard deviation of the logarithm, the value where it is constant}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_interval(range, "a lognormal range")) return *wrong;
    if (*range.low <= 0.0)
        return Error{"/low", with_value("low", *range.low) +
                                 " is not positive: a lognormal range lies above 0, choose normal "
                                 "for one that does not"};
    const double log_low = elementary::log(*range.low), log_high = elementary::log(*range.high);
    const double z_low = elementary::normal_quantile(range.low_probability);
    const double z_high = elementary::normal_quantile(range.high_probability);
    const double deviation =
        *range.low == *range.high ? 0.0 : (log_high - log_low) / (z_high - z_low);
    const double mu = log_low - z_low * deviation;
    if (mu + farthest * deviation > largest_log || mu + deviation * deviation > largest_log ||
        mu - farthest * deviation < -largest_log)
        return Error{"/high", with_value("high", *range.high) + " is too many times " +
                                  with_value("low", *range.low) + ": narrow the range"};
    return std::vector{mu, deviation, *range.low};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double mu = p[0], deviation = p[1];
    if (deviation == 0.0) {
        std::fill(x.begin(), x.end(), p[2]);
        return;
    }
    elementary::normal_quantile(u, x);
    for (double& draw : x) draw = mu + deviation * draw;
    elementary::exp(x, x);
}

double cdf(std::span<const double> p, double x) {
    if (p[1] == 0.0) return x >= p[2] ? 1.0 : 0.0;
    return x <= 0.0 ? 0.0 : elementary::normal_cdf((elementary::log(x) - p[0]) / p[1]);
}

double mean(std::span<const double> p) {
    return p[1] == 0.0 ? p[2] : elementary::exp(p[0] + 0.5 * p[1] * p[1]);
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
    .interval_only = true,
    .positive_only = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
