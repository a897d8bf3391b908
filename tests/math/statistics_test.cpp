#include "math/statistics.h"

#include "math/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace fulcrum;

namespace {

std::vector<double> random_draws(std::size_t n, std::uint64_t seed) {
    std::vector<double> draws(n);
    uniforms({.seed = seed, .method = Sampling::Method::PseudoRandom}, 0, 0, draws);
    return draws;
}

}  // namespace

TEST_CASE("statistics: mean and variance of 1, 2, 3, 4") {
    // mean 10 / 4; squared deviations 2.25 + 0.25 + 0.25 + 2.25 = 5, over 3
    const std::array draws{1.0, 2.0, 3.0, 4.0};
    CHECK(sum(draws) == 10.0);
    CHECK(mean(draws) == 2.5);
    CHECK(variance(draws) == 5.0 / 3.0);
    CHECK(standard_error(draws) == std::sqrt(5.0 / 12.0));
    CHECK(variance(std::array{7.0}) == 0.0);
}

TEST_CASE("statistics: a constant has its value as mean and no variance") {
    for (const std::size_t n : {1u, 2u, 64u, 1024u, 16384u}) {
        const std::vector<double> draws(n, 0.1);
        CHECK(mean(draws) == 0.1);
        CHECK(variance(draws) == 0.0);
    }
}

TEST_CASE("statistics: the sum of many draws has the error of a pairwise sum") {
    // 0.1 in doubles is 0.1 + 5.55e-18, so a million of them make 100000 + 5.55e-12: nearest double
    // 1e5. Adding one by one would be wrong by 1e-6.
    const std::vector<double> draws(1'000'000, 0.1);
    CHECK(std::fabs(sum(draws) - 100'000.0) <= 20 * 100'000.0 * 0x1p-53);
}

TEST_CASE("statistics: the variance of numbers far from zero keeps its digits") {
    // Deviations -1, 0, 1 around 1e9: variance 1, where the formula with sums of squares gives 0.
    CHECK(variance(std::array{1e9 - 1, 1e9, 1e9 + 1}) == 1.0);
}

TEST_CASE("statistics: every length is summed completely") {
    for (std::size_t n = 1; n < 1000; ++n) {
        std::vector<double> draws(n);
        for (std::size_t i = 0; i < n; ++i) draws[i] = static_cast<double>(i + 1);
        CHECK(sum(draws) == static_cast<double>(n * (n + 1) / 2));
    }
}

TEST_CASE("statistics: finite means neither infinite nor NaN, at every place") {
    std::vector<double> draws(100, 1e308);
    CHECK(all_finite(draws));
    for (std::size_t i = 0; i < draws.size(); ++i) {
        for (const double bad :
             {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
              std::numeric_limits<double>::quiet_NaN()}) {
            draws[i] = bad;
            CHECK_FALSE(all_finite(draws));
        }
        draws[i] = 0.0;
    }
}

TEST_CASE("statistics: a percentile is the smallest draw x with F(x) >= p") {
    std::vector<double> draws;
    for (int i = 100; i >= 1; --i) draws.push_back(i);
    CHECK(percentile(draws, 0.05) == 5.0);
    CHECK(percentile(draws, 0.5) == 50.0);
    CHECK(percentile(draws, 0.501) == 51.0);
    CHECK(percentile(draws, 0.95) == 95.0);
    CHECK(percentile(draws, 0.0) == 1.0);
    CHECK(percentile(draws, 1.0) == 100.0);
    for (int k = 1; k <= 100; ++k) {  // 0.07 * 100 rounds to above 7, 7 / 100 does not
        CHECK(percentile(draws, k / 100.0) == k);
        CHECK(percentile(draws, k / 100.0 + 1e-9) == std::min(k + 1, 100));
    }
}

TEST_CASE("statistics: a percentile that is zero has no sign") {
    for (const std::size_t n : {3u, 3000u}) {
        std::vector<double> draws(n, -0.0);
        CHECK_FALSE(std::signbit(percentile(draws, 0.5)));
        draws[0] = 1.0;
        CHECK_FALSE(std::signbit(percentile(draws, 0.5)));
    }
}

TEST_CASE("statistics: many percentiles at once") {
    auto draws = random_draws(5000, 3);
    std::vector<double> p(1000), result(1000);
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = static_cast<double>(i + 1) / 1000;
    PercentileScratch scratch;
    percentiles(draws, p, result, scratch);
    std::sort(draws.begin(), draws.end());
    for (std::size_t i = 0; i < p.size(); ++i) CHECK(result[i] == draws[5 * i + 4]);
}

TEST_CASE("statistics: percentiles equal the sorted order statistics exactly") {
    PercentileScratch scratch;
    const std::array p{0.95, 0.05, 0.5, 0.0, 1.0, 0.25, 0.999, 0.5};
    for (const std::size_t n : {1u, 2u, 3u, 100u, 1000u, 4096u, 16384u}) {
        for (int shape = 0; shape < 8; ++shape) {
            auto draws = random_draws(n, n);
            if (shape == 1) std::fill(draws.begin(), draws.end(), -3.5);  // a constant
            if (shape == 2) draws[n / 2] = 1e300;                         // one outlier
            if (shape == 3)                                               // few values
                for (double& x : draws) x = std::floor(4 * x);
            if (shape == 4)  // zeros of both signs, both tails huge
                for (double& x : draws) x = x < 0.3 ? -1e308 : (x < 0.6 ? -0.0 : 1e308);
            if (shape == 5)  // a range of a few subnormal numbers
                for (double& x : draws) x = std::floor(9 * x) * 5e-324;
            if (shape == 6)  // a long tail
                for (double& x : draws) x = 1 / (x * x * x);
            if (shape == 7) draws[0] = draws[n / 3] = -1e15;  // outliers on the left
            std::array<double, p.size()> result{};
            percentiles(draws, p, result, scratch);
            std::sort(draws.begin(), draws.end());
            for (std::size_t i = 0; i < p.size(); ++i) {
                std::size_t rank = 1;
                while (static_cast<double>(rank) / static_cast<double>(n) < p[i]) ++rank;
                CHECK(result[i] == draws[rank - 1]);
            }
        }
    }
}
