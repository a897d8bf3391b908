#include "math/tail.h"

#include "base/bits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace fulcrum {
namespace {

constexpr std::size_t octaves = 12;  // from 2^-13 to 1/2
constexpr std::size_t segments_per_octave = 8;
constexpr std::size_t segments = octaves * segments_per_octave;
constexpr std::size_t terms = 11;
constexpr double least = 0x1p-13;
constexpr int bits_below_segment = 49;  // of a double: 52 bits of significand, 3 for the segment
constexpr std::uint64_t first_segment = (std::uint64_t{1023 - 13} << 52) >> bits_below_segment;

using Series = std::array<double, terms>;  // ascending powers

double centre_of(std::size_t segment) {
    const std::uint64_t half = std::uint64_t{1} << (bits_below_segment - 1);
    return double_of(((first_segment + segment) << bits_below_segment) | half);
}

std::size_t segment_of(double u) {
    const std::uint64_t segment = (bits_of(u) >> bits_below_segment) - first_segment;
    return static_cast<std::size_t>(std::min<std::uint64_t>(segment, segments - 1));
}

double value(const double* series, double h) {
    double sum = series[terms - 1];
    for (std::size_t k = terms - 1; k-- > 0;) sum = sum * h + series[k];
    return sum;
}

// Coefficient k of the product.
double convolved(const Series& a, const Series& b, std::size_t k) {
    double sum = 0;
    for (std::size_t j = 0; j <= k; ++j) sum += a[j] * b[k - j];
    return sum;
}

// The quantile about the p for which it is x.
Series taylor(const Tail& tail, double x_at_centre) {
    const Tail::Equation equation = tail.equation();
    Series x{}, g{}, d{}, g_squared{}, right{};  // g = x', d = x (1 - square x)
    x[0] = x_at_centre;
    g[0] = (equation.falls ? -1.0 : 1.0) / tail.density(x_at_centre);
    for (std::size_t k = 0; k + 1 < terms; ++k) {
        x[k + 1] = g[k] / static_cast<double>(k + 1);
        d[k] = x[k] - equation.square * convolved(x, x, k);
        right[k] = equation.slope * x[k] + (k == 0 ? equation.first : 0.0);
        g_squared[k] = convolved(g, g, k);
        double sum = convolved(g_squared, right, k);
        for (std::size_t j = 1; j <= k; ++j)
            sum -= d[j] * static_cast<double>(k - j + 1) * g[k - j + 1];
        g[k + 1] = sum / (d[0] * static_cast<double>(k + 1));
    }
    return x;
}

}  // namespace

double Tail::quantile(double p, double start) const {
    constexpr int enough = 200;
    const bool falls = equation().falls;
    double low = 0.0, high = HUGE_VAL, x = start;
    for (int step = 0; step < enough; ++step) {
        const double excess = falls ? p - mass(x) : mass(x) - p;
        (excess > 0.0 ? high : low) = x;
        const double newton = excess / density(x);
        const double bend = newton * log_slope(x);
        double next = x - newton / (1.0 - 0.5 * std::min(1.0, bend));
        const bool is_inside = next >= low && next <= high && next < HUGE_VAL;
        if (!is_inside) next = high == HUGE_VAL ? 2.0 * x : 0.5 * (low + high);
        const double moved = std::fabs(next - x);
        x = next;
        if (moved <= 1e-6 * x) break;  // the next step would move by its cube
    }
    return x;
}

void append_tail_table(std::vector<double>& parameters, const Tail& tail) {
    std::vector<double> side(tail_table_size());
    Series series{};
    for (std::size_t s = segments; s-- > 0;) {
        const double p = centre_of(s);
        const bool is_first = s + 1 == segments;
        const double x = is_first ? tail.quantile(p)
                                  : tail.quantile(p, value(series.data(), p - centre_of(s + 1)));
        series = taylor(tail, x);
        std::copy(series.begin(), series.end(),
                  side.begin() + static_cast<std::ptrdiff_t>(s * terms));
    }
    parameters.insert(parameters.end(), side.begin(), side.end());
}

std::size_t tail_table_size() {
    return segments * terms;
}

double tail_quantile(const double* table, const Tail& tail, double p) {
    if (p < least) return tail.quantile(p);
    const std::size_t segment = segment_of(p);
    return value(table + segment * terms, p - centre_of(segment));
}

}  // namespace fulcrum
