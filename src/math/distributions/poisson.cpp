#include "math/distribution.h"
#include "math/distributions/counts.h"
#include "math/distributions/moments.h"
#include "math/range_check.h"

#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double highest_rate = 1e6;

Result<std::vector<double>> parameters(const Range& range) {
    const double rate = range.base;
    if (auto wrong = check_finite("base", rate)) return *wrong;
    if (!(rate > 0.0))
        return Error{"/base",
                     with_value("base", rate) + " is not positive: it is the expected count"};
    if (rate > highest_rate)
        return Error{"/base", with_value("base", rate) +
                                  " is above 1000000: choose normal for counts that large"};
    return count_parameters(rate, std::sqrt(rate), std::floor(rate), 0.0, rate);
}

}  // namespace

extern const DistributionFamily poisson{
    .id = "poisson",
    .name = "Poisson",
    .source = "Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 4",
    .whole_numbers = true,
    .parameters = parameters,
    .quantile = count_quantile,
    .cdf = count_cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

}  // namespace fulcrum::distributions
