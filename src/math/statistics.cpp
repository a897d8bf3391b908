#include "math/statistics.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace fulcrum {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t chunk = 64;
using Lanes = std::array<double, lanes>;

// The sum of f(x[i]) over 64 elements, element i in lane i mod 8, rows of lanes added as a tree.
template <class F>
Lanes chunk_sum(const double* x, F f) {
    Lanes rows[chunk / lanes];
    for (std::size_t r = 0; r < chunk / lanes; ++r)
        for (std::size_t l = 0; l < lanes; ++l) rows[r][l] = f(x[r * lanes + l]);
    for (std::size_t width = chunk / lanes / 2; width > 0; width /= 2)
        for (std::size_t r = 0; r < width; ++r)
            for (std::size_t l = 0; l < lanes; ++l) rows[r][l] += rows[r + width][l];
    return rows[0];
}

// Sum of f(x[i]): chunks are added like the digits of a binary counter, equal sizes first.
template <class F>
double pairwise_sum(std::span<const double> x, F f) {
    std::array<Lanes, 64> pending;  // NOLINT: written before it is read
    std::size_t depth = 0, chunks = 0;
    for (std::size_t start = 0; start < x.size(); start += chunk) {
        Lanes total{};
        if (x.size() - start >= chunk)
            total = chunk_sum(x.data() + start, f);
        else
            for (std::size_t i = start; i < x.size(); ++i) total[i % lanes] += f(x[i]);
        ++chunks;
        for (std::size_t bit = chunks; bit % 2 == 0; bit /= 2) {
            --depth;
            for (std::size_t l = 0; l < lanes; ++l) total[l] = pending[depth][l] + total[l];
        }
        pending[depth++] = total;
    }
    Lanes total{};
    while (depth > 0) {
        --depth;
        for (std::size_t l = 0; l < lanes; ++l) total[l] += pending[depth][l];
    }
    return ((total[0] + total[4]) + (total[2] + total[6])) +
           ((total[1] + total[5]) + (total[3] + total[7]));
}

// The smallest k >= 1 with k / n >= p in doubles: 7 of 100 for p = 0.07, although 0.07 * 100 > 7.
std::size_t rank(double p, std::size_t n) {
    const auto draws = static_cast<double>(n);
    auto k = static_cast<std::size_t>(std::max(1.0, std::ceil(p * draws)));
    while (k > 1 && static_cast<double>(k - 1) / draws >= p) --k;
    while (k < n && static_cast<double>(k) / draws < p) ++k;
    return std::min(k, n);
}

}  // namespace

bool all_finite(std::span<const double> draws) {
    constexpr double largest = std::numeric_limits<double>::max();
    bool finite = true;
    for (const double x : draws) finite &= std::fabs(x) <= largest;
    return finite;
}

double sum(std::span<const double> draws) {
    return pairwise_sum(draws, [](double x) { return x; });
}

double mean(std::span<const double> draws) {
    assert(!draws.empty());
    return sum(draws) / static_cast<double>(draws.size());
}

double variance(std::span<const double> draws) {
    assert(!draws.empty());
    if (draws.size() == 1) return 0.0;
    const double centre = mean(draws);
    const auto n = static_cast<double>(draws.size());
    const double squares =
        pairwise_sum(draws, [centre](double x) { return (x - centre) * (x - centre); });
    const double rest = pairwise_sum(draws, [centre](double x) { return x - centre; });
    return std::max(0.0, squares - rest * rest / n) / (n - 1.0);  // rest: the mean was rounded
}

double standard_error(std::span<const double> draws) {
    return std::sqrt(variance(draws) / static_cast<double>(draws.size()));
}

void percentiles(std::span<const double> draws, std::span<const double> p, std::span<double> result,
                 PercentileScratch& scratch) {
    assert(!draws.empty() && p.size() == result.size());
    scratch.draws.assign(draws.begin(), draws.end());
    std::vector<double>& sorted = scratch.draws;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto place =
            sorted.begin() + static_cast<std::ptrdiff_t>(rank(p[i], draws.size())) - 1;
        std::nth_element(sorted.begin(), place, sorted.end());
        result[i] = *place;
    }
}

double percentile(std::span<const double> draws, double p) {
    PercentileScratch scratch;
    double result = 0;
    percentiles(draws, {&p, 1}, {&result, 1}, scratch);
    return result;
}

}  // namespace fulcrum
