#include "math/correlation.h"

#include "math/random.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace fulcrum;

namespace {

// Kendall's tau-b by its definition, pair by pair.
double pair_by_pair(const std::vector<double>& x, const std::vector<double>& y) {
    double agree = 0, untied_x = 0, untied_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double a = (x[i] > x[j]) - (x[i] < x[j]);
            const double b = (y[i] > y[j]) - (y[i] < y[j]);
            agree += a * b;
            untied_x += a * a;
            untied_y += b * b;
        }
    return agree / std::sqrt(untied_x * untied_y);
}

std::vector<double> sample(std::uint32_t stream, std::size_t size, double steps) {
    std::vector<double> x(size);
    uniforms({.method = Sampling::Method::PseudoRandom}, stream, 0, x);
    if (steps > 0)
        for (double& value : x) value = std::floor(value * steps);
    return x;
}

}  // namespace

TEST_CASE("correlation: Kendall's tau-b is the count of its pairs, with ties or without") {
    for (std::size_t size = 2; size < 70; ++size)
        for (const double steps : {0.0, 3.0, 20.0}) {
            const auto x = sample(1, size, steps), y = sample(2, size, steps == 3.0 ? 5.0 : 0.0);
            const auto tau = kendall_tau_b(x, y);
            const double expected = pair_by_pair(x, y);
            REQUIRE(tau.has_value() == std::isfinite(expected));
            if (tau) CHECK(std::fabs(*tau - expected) <= 1e-13);
        }
}

TEST_CASE("correlation: of a sample with itself it is 1, with its opposite -1") {
    for (const double steps : {0.0, 4.0}) {
        const auto x = sample(3, 100, steps);
        auto opposite = x;
        for (double& value : opposite) value = -value;
        for (const auto of : {pearson, spearman, kendall_tau_b}) {
            CHECK(std::fabs(*of(x, x) - 1) <= 1e-14);
            CHECK(std::fabs(*of(x, opposite) + 1) <= 1e-14);
        }
    }
}

TEST_CASE(
    "correlation: Pearson's is that of the values' scale and place, the others of their order") {
    const auto x = sample(4, 200, 0), y = sample(5, 200, 0);
    auto mixed = y, moved = y, cubed = y;
    for (std::size_t i = 0; i < y.size(); ++i) {
        mixed[i] = x[i] + y[i];
        moved[i] = 1e200 * (mixed[i] - 3);
        cubed[i] = mixed[i] * mixed[i] * mixed[i];
    }
    CHECK(std::fabs(*pearson(x, mixed) - *pearson(x, moved)) <= 1e-13);
    CHECK(std::fabs(*pearson(x, mixed) - *pearson(x, cubed)) > 1e-3);
    CHECK(*spearman(x, mixed) == *spearman(x, cubed));
    CHECK(*kendall_tau_b(x, mixed) == *kendall_tau_b(x, cubed));
    CHECK(*spearman(x, mixed) > 0.5);
}

TEST_CASE("correlation: what has no spread has none, and one pair neither") {
    const std::vector<double> x{1, 2, 3}, same{5, 5, 5}, zeros{0, 0, 0}, one{1};
    for (const auto of : {pearson, spearman, kendall_tau_b}) {
        CHECK_FALSE(of(x, same));
        CHECK_FALSE(of(zeros, x));
        CHECK_FALSE(of(one, one));
    }
}
