#include "base/each_draw.h"
#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

// {low, mode, high}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_ends_and_base(range, "a triangular range")) return *wrong;
    return std::vector{*range.low, range.base, *range.high};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double low = p[0], high = p[2], width = high - low;
    if (width == 0.0) {
        std::fill(x.begin(), x.end(), low);
        return;
    }
    const double rise = p[1] - low, fall = high - p[1];
    const double at_mode = rise / width;  // F(mode)
    const double root_width = std::sqrt(width);
    const double left = std::sqrt(rise) * root_width, right = std::sqrt(fall) * root_width;
    FULCRUM_EACH_DRAW_IN_SHORT
    for (std::size_t i = 0; i < u.size(); ++i) {
        const bool below = u[i] < at_mode;
        const double distance = std::sqrt(below ? u[i] : 1.0 - u[i]) * (below ? left : right);
        x[i] = below ? low + distance : high - distance;
    }
}

double cdf(std::span<const double> p, double x) {
    const double low = p[0], mode = p[1], high = p[2], width = high - low;
    if (x >= high) return 1.0;
    if (x <= low) return 0.0;
    if (x < mode) return (x - low) / width * ((x - low) / (mode - low));
    return 1.0 - (high - x) / width * ((high - x) / (high - mode));
}

double mean(std::span<const double> p) {
    return p[0] + ((p[1] - p[0]) + (p[2] - p[0])) / 3.0;
}

double standard_deviation(std::span<const double> p) {
    const double width = p[2] - p[0];
    if (width == 0.0) return 0.0;
    const double at = (p[1] - p[0]) / width;
    return width * std::sqrt((1.0 - at * (1.0 - at)) / 18.0);
}

}  // namespace

extern const DistributionFamily triangular{
    .id = "triangular",
    .name = "Triangular",
    .source = "Kotz & van Dorp, Beyond Beta (2004), ch. 1",
    .needs_low_high = true,
    .ends_only = true,
    .continuous = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
