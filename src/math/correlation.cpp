#include "math/correlation.h"

#include "base/order.h"
#include "math/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fulcrum {
namespace {

std::vector<double> deviations(std::span<const double> x) {
    std::vector<double> result(x.begin(), x.end());
    double largest = 0;
    for (const double value : x) largest = std::max(largest, std::fabs(value));
    if (largest == 0) return result;
    for (double& value : result) value /= largest;  // so that no square is infinite or 0
    const double centre = mean(result);
    for (double& value : result) value -= centre;
    return result;
}

double product_sum(std::vector<double> x, std::span<const double> y) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] *= y[i];
    return sum(x);
}

bool all_equal(std::span<const double> x) {
    return std::adjacent_find(x.begin(), x.end(), std::not_equal_to<>()) == x.end();
}

// f(first, last) for every run of equal elements in that order.
template <class F>
void for_runs(std::span<const double> x, std::span<const std::size_t> order, F f) {
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && x[order[last]] == x[order[first]]) ++last;
        f(first, last);
    }
}

std::vector<double> average_ranks(std::span<const double> x) {
    const std::vector<std::size_t> order = ascending_order(x);
    std::vector<double> ranks(x.size());
    for_runs(x, order, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = 0.5 * static_cast<double>(first + last + 1);
    });
    return ranks;
}

double pairs(std::size_t n) {
    return 0.5 * static_cast<double>(n) * (static_cast<double>(n) - 1.0);
}

double tied_pairs(std::span<const double> x) {
    double tied = 0;
    for_runs(x, ascending_order(x),
             [&](std::size_t first, std::size_t last) { tied += pairs(last - first); });
    return tied;
}

// Sorts y; returns how many pairs stood in falling order.
double inversions(std::vector<double>& y) {
    double count = 0;
    std::vector<double> merged(y.size());
    for (std::size_t width = 1; width < y.size(); width *= 2) {
        for (std::size_t first = 0; first < y.size(); first += 2 * width) {
            const std::size_t middle = std::min(first + width, y.size());
            const std::size_t last = std::min(middle + width, y.size());
            for (std::size_t left = first, right = middle, to = first; to < last; ++to) {
                const bool takes_right = left == middle || (right < last && y[right] < y[left]);
                if (takes_right) count += static_cast<double>(middle - left);
                merged[to] = y[takes_right ? right++ : left++];
            }
        }
        y.swap(merged);
    }
    return count;
}

}  // namespace

std::optional<double> pearson(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    if (x.size() < 2 || all_equal(x) || all_equal(y)) return std::nullopt;
    const std::vector<double> dx = deviations(x), dy = deviations(y);
    const double scale = std::sqrt(product_sum(dx, dx)) * std::sqrt(product_sum(dy, dy));
    if (scale == 0) return std::nullopt;
    return std::clamp(product_sum(dx, dy) / scale, -1.0, 1.0);
}

std::optional<double> spearman(std::span<const double> x, std::span<const double> y) {
    return pearson(average_ranks(x), average_ranks(y));
}

std::optional<double> kendall_tau_b(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    if (x.size() < 2 || all_equal(x) || all_equal(y)) return std::nullopt;
    // y in the order of x, rising where x is tied: what then falls is discordant.
    std::vector<double> by_x;
    double tied_in_both = 0;
    for_runs(x, ascending_order(x),
             [&, order = ascending_order(x)](std::size_t first, std::size_t last) {
                 for (std::size_t i = first; i < last; ++i) by_x.push_back(y[order[i]]);
                 std::sort(by_x.begin() + static_cast<std::ptrdiff_t>(first), by_x.end());
                 tied_in_both += tied_pairs(std::span(by_x).subspan(first));
             });
    const double all = pairs(x.size()), in_x = tied_pairs(x), in_y = tied_pairs(y);
    const double discordant = inversions(by_x);
    const double difference = all - in_x - in_y + tied_in_both - 2.0 * discordant;
    return difference / std::sqrt(all - in_x) / std::sqrt(all - in_y);
}

}  // namespace fulcrum
