#include "base/text.h"
#include "math/distribution.h"
#include "math/distributions/counts.h"
#include "math/distributions/moments.h"
#include "math/range_check.h"
#include "math/step_table.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double most_trials = 1e6;

// `expected` of n trials succeed on average; both ends are allowed, and sure.
std::vector<double> succeeding(double expected, double n) {
    const double chance = expected / n, odds = chance / (1.0 - chance);
    const double sd = std::sqrt(expected * (1.0 - chance));
    if (sd == 0.0) {
        std::vector sure{expected, 0.0, expected}, one{1.0};
        append_step_table(sure, one);
        return sure;
    }
    const double mode = std::min(n, std::floor((n + 1.0) * chance));
    return count_parameters(expected, sd, mode, -odds, odds * (n + 1.0));
}

Result<std::vector<double>> parameters(const Range& range) {
    if (!range.trials)
        return Error{"/trials", "a binomial range needs trials: say how many there are"};
    if (auto wrong = check_finite("trials", *range.trials)) return *wrong;
    if (auto wrong = check_finite("base", range.base)) return *wrong;
    const double n = *range.trials;
    if (!(n >= 1.0 && n <= most_trials && std::trunc(n) == n))
        return Error{"/trials", with_value("trials", n) + ": use a whole number from 1 to 1000000"};
    if (!(range.base >= 0.0 && range.base <= n))
        return Error{"/base", with_value("base", range.base) +
                                  " is not between 0 and trials: it says how many of the " +
                                  shortest(n) + " succeed on average"};
    return succeeding(range.base, n);
}

Result<std::vector<double>> chance_parameters(const Range& range) {
    if (!(range.base >= 0.0 && range.base <= 1.0))
        return Error{"/base", with_value("base", range.base) +
                                  " is not between 0 and 1: it is the chance of a 1"};
    return succeeding(range.base, 1.0);
}

}  // namespace

extern const DistributionFamily bernoulli{
    .id = "bernoulli",
    .name = "Yes or no",
    .source = "Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), sec. 3.2",
    .whole_numbers = true,
    .parameters = chance_parameters,
    .quantile = count_quantile,
    .cdf = count_cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

extern const DistributionFamily binomial{
    .id = "binomial",
    .name = "Binomial",
    .source = "Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 3",
    .needs_trials = true,
    .whole_numbers = true,
    .parameters = parameters,
    .quantile = count_quantile,
    .cdf = count_cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

}  // namespace fulcrum::distributions
