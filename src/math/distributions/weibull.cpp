#include "math/distribution.h"
#include "math/elementary.h"
#include "math/gamma.h"
#include "math/range_check.h"

#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double least_shape = 0.1, most_shape = 100.0;
constexpr double largest_log = 300.0;  // of the scale: draws and moments are finite

double hazard(double probability) {  // of a range of scale and shape 1, up to that percentile
    return -elementary::log1p(-probability);
}

// {shape, scale}, where nothing is wrong with the numbers alone.
Result<std::vector<double>> checked(double shape, double log_scale, const char* path) {
    if (!(shape >= least_shape && shape <= most_shape))
        return Error{path, with_value("with these numbers the shape is", shape) +
                               ": a Weibull range has 0.1 to 100"};
    if (!(std::fabs(log_scale) <= largest_log))
        return Error{"/base", "these numbers are too large or too small to compute with"};
    return std::vector{shape, elementary::exp(log_scale)};
}

Result<std::vector<double>> from_shape(const Range& range) {
    if (range.low || range.high)
        return Error{"/shape", "give low and high, or shape, not both: leave one out"};
    if (auto wrong = check_positive_base(range, "the mean")) return *wrong;
    return checked(*range.shape, elementary::log(range.base) - log_gamma(1.0 + 1.0 / *range.shape),
                   "/shape");
}

Result<std::vector<double>> parameters(const Range& range) {
    if (range.shape) return from_shape(range);
    if (auto wrong = check_interval(range, "a Weibull range without shape")) return *wrong;
    if (auto wrong = check_positive_low(range, "a Weibull range")) return *wrong;
    const double log_low = elementary::log(*range.low);
    const double hazard_low = elementary::log(hazard(range.low_probability));
    const double shape = (elementary::log(hazard(range.high_probability)) - hazard_low) /
                         log_ratio(*range.high, *range.low);
    return checked(shape, log_low - hazard_low / shape, "/high");
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    for (std::size_t i = 0; i < u.size(); ++i) x[i] = 1.0 - u[i];
    elementary::log(x, x);
    if (p[0] != 1.0) {
        for (double& draw : x) draw = -draw;
        elementary::log(x, x);
        for (double& draw : x) draw /= p[0];
        elementary::exp(x, x);
        for (double& draw : x) draw = p[1] * draw;
    } else {
        for (double& draw : x) draw = -p[1] * draw;
    }
}

double cdf(std::span<const double> p, double x) {
    return x <= 0.0 ? 0.0 : -elementary::expm1(-elementary::pow(x / p[1], p[0]));
}

double mean(std::span<const double> p) {
    return p[1] * elementary::exp(log_gamma(1.0 + 1.0 / p[0]));
}

double standard_deviation(std::span<const double> p) {
    const double excess = log_gamma(1.0 + 2.0 / p[0]) - 2.0 * log_gamma(1.0 + 1.0 / p[0]);
    return mean(p) * std::sqrt(elementary::expm1(excess));
}

// The Weibull distribution of shape 1.
Result<std::vector<double>> exponential_parameters(const Range& range) {
    if (auto wrong = check_positive_base(range, "the mean")) return *wrong;
    return checked(1.0, elementary::log(range.base), "/base");
}

double scale(std::span<const double> p) {
    return p[1];
}

}  // namespace

extern const DistributionFamily exponential{
    .id = "exponential",
    .name = "Exponential",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 19",
    .positive_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = exponential_parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = scale,
    .standard_deviation = scale,
};

extern const DistributionFamily weibull{
    .id = "weibull",
    .name = "Weibull",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 21",
    .needs_low_high = true,
    .takes_shape = true,
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
