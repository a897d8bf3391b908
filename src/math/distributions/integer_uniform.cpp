#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double most = 0x1p31;  // whole numbers in a range; draws tell about 2^32 apart

// {low, high}
Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check_ends(range, "a whole-number range")) return *wrong;
    const double low = *range.low, high = *range.high;
    if (std::trunc(low) != low)
        return Error{"/low", with_value("low", low) + " is not a whole number: round it"};
    if (std::trunc(high) != high)
        return Error{"/high", with_value("high", high) + " is not a whole number: round it"};
    if (high - low >= most || std::fabs(low) > 0x1p52 || std::fabs(high) > 0x1p52)
        return Error{"/high", "the range holds more than 2^31 whole numbers: choose uniform"};
    return std::vector{low, high};
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const double low = p[0], high = p[1], count = high - low + 1.0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        const double value = low + (std::ceil(u[i] * count) - 1.0);
        x[i] = value < low ? low : (value > high ? high : value);
    }
}

double cdf(std::span<const double> p, double x) {
    const double low = p[0], high = p[1];
    if (x >= high) return 1.0;
    return x < low ? 0.0 : (std::floor(x) - low + 1.0) / (high - low + 1.0);
}

double mean(std::span<const double> p) {
    return p[0] + 0.5 * (p[1] - p[0]);
}

double standard_deviation(std::span<const double> p) {
    const double count = p[1] - p[0] + 1.0;
    return std::sqrt((count * count - 1.0) / 12.0);
}

}  // namespace

extern const DistributionFamily integer_uniform{
    .id = "integer_uniform",
    .name = "Whole numbers, equally likely",
    .source = "Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), sec. 6.10",
    .needs_low_high = true,
    .ends_only = true,
    .whole_numbers = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
