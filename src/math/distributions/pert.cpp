#include "math/beta.h"
#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double usual_weight = 4.0;  // of the most likely value
constexpr double most_weight = 90.0;

// {low, high, mean, weight, beta table}; no table where low is high.
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_ends_and_base(range, "a PERT range")) return *wrong;
    const double low = *range.low, high = *range.high, width = high - low;
    const double lambda = range.shape.value_or(usual_weight);
    if (!(lambda >= 0.0 && lambda <= most_weight))
        return Error{"/shape",
                     with_value("shape", lambda) +
                         ": in a PERT range it is the weight of base, 0 to 90, usually 4"};
    const double mean = low + ((range.base - low) * lambda + width) / (lambda + 2.0);
    std::vector<double> result{low, high, mean, lambda};
    if (width > 0.0)
        append_beta_table(result, BetaFunction(1.0 + lambda * ((range.base - low) / width),
                                               1.0 + lambda * ((high - range.base) / width)));
    return result;
}

bool is_constant(std::span<const double> p) {
    return p.size() == 4;
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double low = p[0], high = p[1];
    if (is_constant(p)) {
        std::fill(x.begin(), x.end(), low);
        return;
    }
    beta_quantile(BetaTable(p.subspan(4)), low, high, u, x);
}

double cdf(std::span<const double> p, double x) {
    const double low = p[0], high = p[1];
    if (x >= high) return 1.0;
    if (x <= low) return 0.0;
    return BetaTable(p.subspan(4)).cdf((x - low) / (high - low), (high - x) / (high - low));
}

double mean(std::span<const double> p) {
    return p[2];
}

double standard_deviation(std::span<const double> p) {
    const double below = p[2] - p[0], above = p[1] - p[2];
    return std::sqrt(below / (p[3] + 3.0)) * std::sqrt(above);
}

}  // namespace

extern const DistributionFamily pert{
    .id = "pert",
    .name = "PERT",
    .source = "Malcolm et al., Operations Research 7 (1959); Vose, Risk Analysis (2008)",
    .needs_low_high = true,
    .takes_shape = true,
    .ends_only = true,
    .tabulated = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
