#include "math/gamma.h"

#include "math/distribution.h"
#include "math/distributions/moments.h"
#include "math/range_check.h"

#include <algorithm>
#include <limits>

namespace fulcrum::distributions {
namespace {

constexpr double least_shape = 0.1, most_shape = 1e4;

// {mean, standard deviation, shape, scale, table from 0, table from infinity}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_mean_and_sd(range, "a gamma range")) return *wrong;
    if (auto wrong = check_positive_base(range, "the mean")) return *wrong;
    const double mean = range.base, sd = *range.sd;
    const double shape = mean / sd * (mean / sd), scale = sd / mean * sd;
    if (!(shape >= least_shape))
        return Error{"/sd", with_value("sd", sd) + " is more than 3 times the base: lower it"};
    if (!(shape <= most_shape))
        return Error{"/sd", with_value("sd", sd) +
                                " is less than a hundredth of the base: choose normal for a range "
                                "so narrow"};
    const GammaTail below(shape, GammaTail::End::Zero), above(shape, GammaTail::End::Infinity);
    if (auto wrong = check_finite("base", above.quantile(0x1p-53) * scale)) return *wrong;
    std::vector<double> result{mean, sd, shape, scale};
    append_tail_table(result, below);
    append_tail_table(result, above);
    return result;
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const GammaTail below(p[2], GammaTail::End::Zero), above(p[2], GammaTail::End::Infinity);
    const double* table = p.data() + 4;
    for (std::size_t i = 0; i < u.size(); ++i)
        x[i] = p[3] * (u[i] > 0.5 ? tail_quantile(table + tail_table_size(), above, 1.0 - u[i])
                                  : tail_quantile(table, below, u[i]));
}

double cdf(std::span<const double> p, double x) {
    constexpr double most = std::numeric_limits<double>::max();  // x / scale may be beyond
    return GammaTail(p[2], GammaTail::End::Zero).mass(std::min(x / p[3], most));
}

}  // namespace

extern const DistributionFamily gamma{
    .id = "gamma",
    .name = "Gamma",
    .source = "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), ch. 17",
    .takes_sd = true,
    .positive_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

}  // namespace fulcrum::distributions
