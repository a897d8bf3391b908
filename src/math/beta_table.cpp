#include "math/beta_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace fulcrum {
namespace {

constexpr std::size_t octaves = 12;  // from 2^-13 to 1/2
constexpr std::size_t segments_per_octave = 8;
constexpr std::size_t segments = octaves * segments_per_octave;
constexpr std::size_t terms = 11;
constexpr double tail = 0x1p-13;
constexpr int bits_below_segment = 49;  // of a double: 52 bits of significand, 3 for the segment
constexpr std::uint64_t first_segment = (std::uint64_t{1023 - 13} << 52) >> bits_below_segment;

using Series = std::array<double, terms>;  // ascending powers

double centre_of(std::size_t segment) {
    const std::uint64_t half = std::uint64_t{1} << (bits_below_segment - 1);
    const std::uint64_t bits = ((first_segment + segment) << bits_below_segment) | half;
    double centre = 0;
    std::memcpy(&centre, &bits, sizeof centre);
    return centre;
}

std::size_t segment_of(double u) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &u, sizeof bits);
    return std::min<std::size_t>((bits >> bits_below_segment) - first_segment, segments - 1);
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

// F^-1 about the u for which it is x.
Series taylor(const BetaFunction& beta, double x_at_centre) {
    const double start = 1.0 - beta.a(), slope = beta.a() + beta.b() - 2.0;
    Series x{}, g{}, d{}, g_squared{}, right{};  // g = x', d = x (1 - x), right = start + slope x
    x[0] = x_at_centre;
    g[0] = 1.0 / beta.density(x_at_centre);
    for (std::size_t k = 0; k + 1 < terms; ++k) {
        x[k + 1] = g[k] / static_cast<double>(k + 1);
        d[k] = x[k] - convolved(x, x, k);
        right[k] = slope * x[k] + (k == 0 ? start : 0.0);
        g_squared[k] = convolved(g, g, k);
        double sum = convolved(g_squared, right, k);
        for (std::size_t j = 1; j <= k; ++j)
            sum -= d[j] * static_cast<double>(k - j + 1) * g[k - j + 1];
        g[k + 1] = sum / (d[0] * static_cast<double>(k + 1));
    }
    return x;
}

void append_side(std::vector<double>& parameters, const BetaFunction& beta) {
    std::vector<double> side(segments * terms);
    Series series{};
    for (std::size_t s = segments; s-- > 0;) {
        const double u = centre_of(s);
        const bool is_first = s + 1 == segments;
        const double x = is_first ? beta.quantile(u)
                                  : beta.quantile(u, value(series.data(), u - centre_of(s + 1)));
        series = taylor(beta, x);
        std::copy(series.begin(), series.end(),
                  side.begin() + static_cast<std::ptrdiff_t>(s * terms));
    }
    parameters.insert(parameters.end(), side.begin(), side.end());
}

}  // namespace

void append_beta_table(std::vector<double>& parameters, const BetaFunction& beta) {
    parameters.insert(parameters.end(), {beta.a(), beta.b(), beta.inverse()});
    append_side(parameters, beta);
    append_side(parameters, beta.mirrored());
}

double BetaTable::distance_from_end(double u) const {
    const bool is_above = u > 0.5;
    const double v = is_above ? 1.0 - u : u;
    if (v < tail) return (is_above ? above_ : below_).quantile(v);
    const std::size_t segment = segment_of(v);
    const double* side = polynomials_ + (is_above ? segments * terms : 0);
    return value(side + segment * terms, v - centre_of(segment));
}

std::size_t BetaTable::size() {
    return 3 + 2 * segments * terms;
}

}  // namespace fulcrum
