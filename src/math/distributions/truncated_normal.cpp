#include "math/distribution.h"
#include "math/elementary.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fulcrum::distributions {
namespace {

constexpr double least_mass = 1e-12;

// The standard normal distribution between a and b.
struct Cut {
    double a = 0, b = 0;
    double below = elementary::normal_cdf(a);   // its mass below a
    double above = elementary::normal_cdf(-b);  // its mass above b
    double mass = a > 0.0 ? elementary::normal_cdf(-a) - above : elementary::normal_cdf(b) - below;
};

struct Moments {
    double mean, deviation;
};

// Gauss-Legendre with 3 nodes in each of 256 panels, over where the density is above e^-40 of its
// largest: the closed form loses all digits of a range that is cut to a narrow one.
Moments moments_of(const Cut& cut) {
    constexpr int panels = 256;
    constexpr double reach = 9.0;  // e^-40 of the density at the peak
    constexpr double node = 0.77459666924148337704;
    const double peak = std::clamp(0.0, cut.a, cut.b);
    const double from = std::max(cut.a, peak - reach), to = std::min(cut.b, peak + reach);
    const double half = (to - from) / (2.0 * panels);
    double mass = 0, first = 0, second = 0;
    for (int k = 0; k < 3 * panels; ++k) {
        const int which = k % 3 - 1, panel = k / 3;
        const double h = (from - peak) + half * (2.0 * panel + 1.0 + which * node);  // z - peak
        const double weight = (which == 0 ? 8.0 : 5.0) * elementary::exp(-h * (peak + 0.5 * h));
        mass += weight;
        first += weight * h;
        second += weight * h * h;
    }
    const double mean = first / mass;
    return {peak + mean, std::sqrt(std::max(0.0, second / mass - mean * mean))};
}

// {centre, deviation, min, max; of the cut: below, above, mass; mean, standard deviation}
Result<std::vector<double>> parameters(const Range& range) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (auto wrong = check_interval_or_sd(range, "a truncated normal range")) return *wrong;
    if (!range.min && !range.max)
        return Error{"/base", "a truncated normal range needs min or max: say where it is cut"};
    const NormalRange normal = normal_of(range);
    const double min = range.min.value_or(-infinite), max = range.max.value_or(infinite);
    if (auto wrong = check_finite("high", std::fabs(normal.mean) + 40.0 * normal.deviation))
        return *wrong;
    if (!(normal.deviation > 0.0 && min < max))
        return Error{"/max",
                     "a truncated normal range has a width: set min below max and low "
                     "below high"};
    const Cut cut{(min - normal.mean) / normal.deviation, (max - normal.mean) / normal.deviation};
    if (!(cut.mass >= least_mass))
        return Error{"/base",
                     "next to nothing of this normal range lies between min and max: move "
                     "it or them"};
    const Moments moments = moments_of(cut);
    return std::vector{normal.mean,
                       normal.deviation,
                       min,
                       max,
                       cut.below,
                       cut.above,
                       cut.mass,
                       normal.mean + normal.deviation * moments.mean,
                       normal.deviation * moments.deviation};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    for (std::size_t i = 0; i < u.size(); ++i) {
        const double below = p[4] + u[i] * p[6], above = p[5] + (1.0 - u[i]) * p[6];
        const double z = below < above ? elementary::normal_quantile(below)
                                       : -elementary::normal_quantile(above);
        x[i] = std::clamp(p[0] + p[1] * z, p[2], p[3]);
    }
}

double cdf(std::span<const double> p, double x) {
    if (x < p[2]) return 0.0;
    if (x >= p[3]) return 1.0;
    const double z = (x - p[0]) / p[1];
    const double share = z > 0.0 ? 1.0 - (elementary::normal_cdf(-z) - p[5]) / p[6]
                                 : (elementary::normal_cdf(z) - p[4]) / p[6];
    return std::clamp(share, 0.0, 1.0);
}

double mean(std::span<const double> p) {
    return p[7];
}

double standard_deviation(std::span<const double> p) {
    return p[8];
}

}  // namespace

extern const DistributionFamily truncated_normal{
    .id = "truncated_normal",
    .name = "Normal, cut at its limits",
    .source =
        "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), "
        "sec. 13.10.1",
    .needs_low_high = true,
    .takes_sd = true,
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
