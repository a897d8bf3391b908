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

}  // namespace fulcrum
