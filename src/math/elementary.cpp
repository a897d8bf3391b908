#include "math/elementary.h"

#include "math/elementary_kernel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>

namespace fulcrum::elementary {

namespace {

// y[i] = f(x[i]) through a block of its own, so that the loop is vectorised where x and y are the
// same span too.
template <class F>
void by_blocks(std::span<const double> x, std::span<double> y, F f) {
    assert(x.size() == y.size());
    constexpr std::size_t block = 64;
    std::array<double, block> result{};
    std::size_t i = 0;
    for (; i + block <= x.size(); i += block) {
        for (std::size_t j = 0; j < block; ++j) result[j] = f(x[i + j]);
        std::copy(result.begin(), result.end(), y.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (; i < x.size(); ++i) y[i] = f(x[i]);
}

}  // namespace

double exp(double x) {
    return exp_of_sum(x, 0.0);
}

double log(double x) {
    return log_of(x);
}

double log1p(double x) {
    if (!(x > -1.0 && x < infinity)) return log_of(1.0 + x);
    const TwoParts sum = exact_sum(1.0, x);
    return log_of(sum.high) + sum.low / sum.high;
}

double expm1(double x) {
    constexpr double reach = 0.34;  // below ln 2 / 2
    if (x > -reach && x < reach) return x + x * x * polynomial(exp_tail, x);
    return exp_of_sum(x, 0.0) - 1.0;
}

void exp(std::span<const double> x, std::span<double> y) {
    by_blocks(x, y, [](double v) { return exp_of_sum(v, 0.0); });
}

void log(std::span<const double> x, std::span<double> y) {
    by_blocks(x, y, log_of);
}

}  // namespace fulcrum::elementary
