#include "math/beta.h"
#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double most_degrees = 200.0;

// |T| with P(T > |T|) = p of the standard distribution, 0 < p <= 1/2, from the beta quantile of
// degrees / (degrees + T^2). The error is below 1e-11 of itself.
double distance(const BetaTable& table, double degrees, double p) {
    if (p >= 0.5) return 0.0;
    const double from_end = table.distance_from_end(2.0 * p);
    const double odds = from_end / (1.0 - from_end);
    return std::sqrt(p > 0.25 ? degrees * odds : degrees / odds);
}

double standard_quantile(const BetaTable& table, double degrees, double u) {
    return u > 0.5 ? distance(table, degrees, 1.0 - u) : -distance(table, degrees, u);
}

// {centre, scale, degrees of freedom, beta table}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_interval_or_sd(range, "a Student-t range")) return *wrong;
    const double degrees = range.shape.value_or(0.0);
    if (!(degrees > 2.0))
        return Error{"/shape",
                     "a Student-t range needs its degrees of freedom as shape, above 2: with less "
                     "it has no standard deviation"};
    if (!(degrees <= most_degrees))
        return Error{"/shape", with_value("shape", degrees) +
                                   " is above 200: choose normal, which is nearly the same there"};
    std::vector<double> result{range.base, 0.0, degrees};
    append_beta_table(result, BetaFunction(0.5 * degrees, 0.5));
    const BetaTable table(std::span<const double>(result).subspan(3));
    if (range.sd) {
        result[1] = *range.sd * std::sqrt((degrees - 2.0) / degrees);
    } else {
        const double low = standard_quantile(table, degrees, range.low_probability);
        const double high = standard_quantile(table, degrees, range.high_probability);
        result[1] = (*range.high - *range.low) / (high - low);
        result[0] = *range.low - low * result[1];
    }
    const double reach = result[1] * distance(table, degrees, 0x1p-53);
    if (auto wrong = check_finite("base", std::fabs(result[0]) + reach)) return *wrong;
    return result;
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const BetaTable table(p.subspan(3));
    for (std::size_t i = 0; i < u.size(); ++i)
        x[i] = p[0] + p[1] * standard_quantile(table, p[2], u[i]);
}

double cdf(std::span<const double> p, double x) {
    if (p[1] == 0.0) return x >= p[0] ? 1.0 : 0.0;
    const double t = (x - p[0]) / p[1], ratio = t / p[2] * t;
    const double tail =
        0.5 * BetaTable(p.subspan(3)).cdf(1.0 / (1.0 + ratio), 1.0 / (1.0 + 1.0 / ratio));
    return t > 0.0 ? 1.0 - tail : tail;
}

double mean(std::span<const double> p) {
    return p[0];
}

double standard_deviation(std::span<const double> p) {
    return p[1] * std::sqrt(p[2] / (p[2] - 2.0));
}

}  // namespace

extern const DistributionFamily student_t{
    .id = "student_t",
    .name = "Student's t",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2 (1995), ch. 28",
    .needs_low_high = true,
    .takes_sd = true,
    .takes_shape = true,
    .interval_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
