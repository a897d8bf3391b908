#include "math/beta.h"

#include "base/text.h"
#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>

namespace fulcrum::distributions {
namespace {

constexpr double least_shape = 0.5, most_shapes = 1e4;

// {low end, high end, mean, standard deviation, beta table}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_mean_and_sd(range, "a beta range")) return *wrong;
    const double low = range.min.value_or(0.0), high = range.max.value_or(1.0);
    const double width = high - low, mean = range.base, sd = *range.sd;
    if (auto wrong = check_finite("max", width)) return *wrong;
    if (!(mean > low && mean < high))
        return Error{"/base", with_value("base", mean) + " is not between the ends " +
                                  shortest(low) + " and " + shortest(high) +
                                  ": set min and max, which are 0 and 1 unless said"};
    const double below = (mean - low) / width, above = (high - mean) / width;
    const double sum = below / (sd / width) * (above / (sd / width)) - 1.0;
    const double a = below * sum, b = above * sum;
    if (!(std::min(a, b) >= least_shape))
        return Error{"/sd", with_value("sd", sd) + " is too large for a mean of " + shortest(mean) +
                                " between " + shortest(low) + " and " + shortest(high) +
                                ": lower it"};
    if (!(a + b <= most_shapes))
        return Error{"/sd", with_value("sd", sd) +
                                " is less than a hundredth of the largest possible: choose normal "
                                "for a range so narrow"};
    std::vector<double> result{low, high, mean, sd};
    append_beta_table(result, BetaFunction(a, b));
    return result;
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    beta_quantile(BetaTable(p.subspan(4)), p[0], p[1], u, x);
}

double cdf(std::span<const double> p, double x) {
    if (x >= p[1]) return 1.0;
    if (x <= p[0]) return 0.0;
    const double width = p[1] - p[0];
    return BetaTable(p.subspan(4)).cdf((x - p[0]) / width, (p[1] - x) / width);
}

double mean(std::span<const double> p) {
    return p[2];
}

double standard_deviation(std::span<const double> p) {
    return p[3];
}

}  // namespace

extern const DistributionFamily beta{
    .id = "beta",
    .name = "Beta",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2 (1995), ch. 25",
    .takes_sd = true,
    .tabulated = true,
    .between_limits = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
