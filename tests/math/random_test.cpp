#include "math/random.h"

#include "math/hash.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace fulcrum;

namespace {

constexpr Sampling sobol{};
constexpr Sampling pseudo_random{.seed = 1, .method = Sampling::Method::PseudoRandom};

std::vector<double> draws(const Sampling& sampling, std::uint32_t stream, std::size_t n,
                          std::uint64_t first = 0) {
    std::vector<double> u(n);
    uniforms(sampling, stream, first, u);
    return u;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    // of uniform numbers, whose mean and variance are known
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - 0.5) * (b[i] - 0.5);
    return sum / static_cast<double>(a.size()) * 12;
}

// chi-square of counts that are equally likely, less its mean, in standard deviations
double chi_square_z(const std::vector<int>& counts) {
    double n = 0, sum = 0;
    for (const int count : counts) n += count;
    const double expected = n / static_cast<double>(counts.size());
    for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
    const double freedom = static_cast<double>(counts.size()) - 1;
    return (sum - freedom) / std::sqrt(2 * freedom);
}

std::size_t cell(double u, std::size_t cells) {
    return static_cast<std::size_t>(u * static_cast<double>(cells));
}

}  // namespace

TEST_CASE("Philox 4x32-10 gives the known answers of its authors (Random123, kat_vectors)") {
    using Words = std::array<std::uint32_t, 4>;
    CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) ==
          Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("draws lie inside (0, 1), and so does 1 - u, exactly") {
    for (const Sampling& sampling : {sobol, pseudo_random})
        for (const std::uint32_t stream : {0u, 1u, 255u, 256u, 4'000'000'000u})
            for (const double u : draws(sampling, stream, 5000)) {
                CHECK(u > 0.0);
                CHECK(u < 1.0);
                CHECK(1.0 - (1.0 - u) == u);
            }
}

TEST_CASE("draws do not depend on how blocks are cut") {
    for (const Sampling& sampling : {sobol, pseudo_random})
        for (const std::uint32_t stream : {0u, 7u, 300u}) {
            const auto whole = draws(sampling, stream, 3000, 1000);
            std::vector<double> parts;
            for (const std::size_t n : {1u, 255u, 256u, 257u, 511u, 0u, 1000u, 720u}) {
                const auto part = draws(sampling, stream, n, 1000 + parts.size());
                parts.insert(parts.end(), part.begin(), part.end());
            }
            CHECK(parts == whole);
            for (std::size_t i = 0; i < 300; ++i)
                CHECK(draws(sampling, stream, 1, 1000 + i)[0] == whole[i]);
        }
}

TEST_CASE("draws reach the last number, 2^32 - 1") {
    CHECK(draws(sobol, 3, 2, (std::uint64_t{1} << 32) - 2).size() == 2);
    CHECK(draws(sobol, 3, 512, (std::uint64_t{1} << 32) - 512)[511] ==
          draws(sobol, 3, 1, (std::uint64_t{1} << 32) - 1)[0]);
}

TEST_CASE("seeds and streams have draws of their own") {
    constexpr std::size_t n = 4096;
    for (const Sampling::Method method : {Sampling::Method::Sobol, Sampling::Method::PseudoRandom})
        for (const std::uint32_t stream : {2u, 300u}) {
            const auto one = draws({.seed = 1, .method = method}, stream, n);
            CHECK(one == draws({.seed = 1, .method = method}, stream, n));
            const auto next = draws({.seed = 1, .method = method}, stream + 1, n);
            CHECK(std::fabs(correlation(one, next)) < 5 / std::sqrt(double{n}));
            for (const std::uint64_t seed :
                 {std::uint64_t{0}, std::uint64_t{2}, std::uint64_t{1} << 32}) {
                const auto other = draws({.seed = seed, .method = method}, stream, n);
                CHECK(one != other);
                // Two scramblings of one Sobol stream may share their first digits: no claim there.
                if (method == Sampling::Method::PseudoRandom || stream >= sobol_streams)
                    CHECK(std::fabs(correlation(one, other)) < 5 / std::sqrt(double{n}));
            }
        }
}

TEST_CASE("streams from 256 on are pseudo-random with either method") {
    CHECK(draws(sobol, 256, 1000) == draws(pseudo_random, 256, 1000));
    CHECK(draws(sobol, 255, 1000) != draws(pseudo_random, 255, 1000));
}

TEST_CASE("Sobol: each run of 2^k draws has exactly one in each of 2^k intervals, in all streams") {
    for (std::uint32_t stream = 0; stream < sobol_streams; ++stream) {
        const auto u = draws(sobol, stream, 4096);
        for (const std::size_t n : {16u, 1024u, 4096u})
            for (std::size_t start = 0; start < u.size(); start += n) {
                std::vector<int> counts(n);
                for (std::size_t i = start; i < start + n; ++i) ++counts[cell(u[i], n)];
                CHECK(std::all_of(counts.begin(), counts.end(), [](int c) { return c == 1; }));
            }
    }
}

TEST_CASE("Sobol: neighbouring streams are nets in two dimensions") {
    // A (t, m, 2)-net in base 2: every box of volume 2^(t - m) holds 2^t of the 2^m points. The
    // largest t that the first pairs need is known to be small; the first pair is a (0, m, 2)-net.
    constexpr int m = 10;
    const auto quality = [](std::uint32_t a, std::uint32_t b) {
        const auto x = draws(sobol, a, std::size_t{1} << m),
                   y = draws(sobol, b, std::size_t{1} << m);
        for (int t = 0; t <= m; ++t) {
            bool is_net = true;
            for (int k = 0; k <= m - t && is_net; ++k) {
                const std::size_t columns = std::size_t{1} << k,
                                  rows = std::size_t{1} << (m - t - k);
                std::vector<int> counts(columns * rows);
                for (std::size_t i = 0; i < x.size(); ++i)
                    ++counts[cell(x[i], columns) * rows + cell(y[i], rows)];
                is_net =
                    std::all_of(counts.begin(), counts.end(), [&](int c) { return c == 1 << t; });
            }
            if (is_net) return t;
        }
        return m;
    };
    CHECK(quality(0, 1) == 0);
    for (std::uint32_t stream = 1; stream < 12; ++stream) CHECK(quality(stream, stream + 1) <= 4);
    for (std::uint32_t stream = 2; stream < 12; ++stream) CHECK(quality(0, stream) <= 4);
}

TEST_CASE("Sobol: the points before scrambling are those of the published example") {
    // The scrambling keeps which draws share an interval: draws i and j agree in their first k
    // binary digits after it exactly when they did before. First ten points of the program of Joe &
    // Kuo (3 dimensions, in their Gray code order): 0, .5, .75, .25, .375, .875, .625, .125, .1875,
    // ...; 0, .5, .25, .75, .375, .875, .125, .625, .3125, ...; 0, .5, .25, .75, .625, .125, .875,
    // .375, ...
    const double published[3][9] = {
        {0, .5, .75, .25, .375, .875, .625, .125, .1875},
        {0, .5, .25, .75, .375, .875, .125, .625, .3125},
        {0, .5, .25, .75, .625, .125, .875, .375, .9375},
    };
    const auto shared_digits = [](double a, double b) {
        int k = 0;
        while (k < 30 && cell(a, std::size_t{1} << (k + 1)) == cell(b, std::size_t{1} << (k + 1)))
            ++k;
        return k;
    };
    for (std::uint32_t stream = 0; stream < 3; ++stream)
        for (std::uint32_t i = 0; i < 9; ++i)
            for (std::uint32_t j = 0; j < i; ++j) {
                const double a = draws(sobol, stream, 1, i ^ (i >> 1))[0];
                const double b = draws(sobol, stream, 1, j ^ (j >> 1))[0];
                CHECK(shared_digits(a, b) ==
                      shared_digits(published[stream][i], published[stream][j]));
            }
}

TEST_CASE(
    "scrambling: each digit is flipped for half of the seeds, and independently of the others") {
    // Owen's scrambling flips digit k of a point by a fair coin of its own for each value of the
    // digits before it. The mean square error of an average depends on pairs of coins: all pairs of
    // the 63 coins of the first 6 digits are looked at, over 4096 seeds. A sum of n fair +-1 has
    // variance n.
    constexpr std::size_t seeds = 4096, digits = 6, coins = (1 << digits) - 1;
    std::vector<std::array<int, seeds>> coin(coins);
    for (std::size_t seed = 0; seed < seeds; ++seed) {
        const auto u = draws({.seed = seed}, 0, std::size_t{1} << digits);
        for (std::size_t digit = 0, c = 0; digit < digits; ++digit)
            for (std::size_t before = 0; before < std::size_t{1} << digit; ++before, ++c) {
                // The point of van der Corput's sequence whose first digits are `before`, the next
                // 0.
                std::size_t draw = 0;
                for (std::size_t d = 0; d < digit; ++d)
                    draw |= ((before >> (digit - 1 - d)) & 1) << d;
                coin[c][seed] = cell(u[draw], std::size_t{2} << digit) % 2 == 0 ? 1 : -1;
            }
    }
    double squares = 0, largest = 0, pairs = 0;
    for (std::size_t a = 0; a < coins; ++a) {
        int total = 0;
        for (const int side : coin[a]) total += side;
        CHECK(std::abs(total) < 5 * std::sqrt(double{seeds}));
        for (std::size_t b = 0; b < a; ++b) {
            int agreement = 0;
            for (std::size_t s = 0; s < seeds; ++s) agreement += coin[a][s] * coin[b][s];
            const double z = agreement / std::sqrt(double{seeds});
            squares += z * z;
            largest = std::max(largest, std::fabs(z));
            ++pairs;
        }
    }
    // z^2 has mean 1 and variance 2: 5 standard deviations of the mean of 1953 of them. A normal
    // number beyond 5.5 has probability 4e-8.
    CHECK(std::fabs(squares / pairs - 1) < 5 * std::sqrt(2 / pairs));
    CHECK(largest < 5.5);
}

TEST_CASE("scrambling: a smooth average is as exact as Owen's theory says") {
    // The mean of n = 2^k scrambled points of u in one dimension: each stratum of width 1 / n is
    // hit uniformly, so the variance is sum of n (1/n)^2 / 12 / n^2 = 1 / (12 n^3).
    constexpr std::size_t n = 64, seeds = 2000;
    double squares = 0;
    for (std::size_t seed = 0; seed < seeds; ++seed) {
        double sum = 0;
        for (const double u : draws({.seed = seed}, 9, n)) sum += u;
        const double error = sum / n - 0.5;
        squares += error * error;
    }
    const double theory = 1 / (12.0 * n * n * n);
    // A mean of 2000 squares of nearly normal numbers has a relative deviation of sqrt(2 / 2000)
    // = 3.2 %.
    CHECK(std::fabs(squares / seeds / theory - 1) < 5 * std::sqrt(2.0 / seeds));
}

TEST_CASE("Sobol: the mean of a product of streams is far nearer than independent draws bring it") {
    // prod (1 + (u_s - 1/2)) over streams has mean 1 and variance (13/12)^streams - 1. Root mean
    // square of the error over seeds, for streams that are neighbours and streams that are far
    // apart.
    constexpr std::size_t n = 1 << 14, seeds = 8;
    for (const std::array<std::uint32_t, 6> streams :
         {std::array<std::uint32_t, 6>{0, 1, 2, 3, 4, 5},
          std::array<std::uint32_t, 6>{3, 19, 20, 47, 110, 255}}) {
        double squares = 0;
        for (std::size_t seed = 1; seed <= seeds; ++seed) {
            std::vector<double> product(n, 1.0);
            for (const std::uint32_t stream : streams) {
                const auto u = draws({.seed = seed}, stream, n);
                for (std::size_t i = 0; i < n; ++i) product[i] *= 0.5 + u[i];
            }
            double sum = 0;
            for (const double x : product) sum += x - 1;
            squares += sum / n * (sum / n) / seeds;
        }
        double variance = 1;
        for (std::size_t s = 0; s < streams.size(); ++s) variance *= 13.0 / 12;
        const double independent = std::sqrt((variance - 1) / n);
        INFO("times better: ", independent / std::sqrt(squares));
        CHECK(std::sqrt(squares) < independent / 10);
    }
}

TEST_CASE("pseudo-random: mean, variance and serial correlation within 5 standard errors") {
    constexpr std::size_t n = 1 << 18;
    const double root_n = std::sqrt(double{n});
    for (const std::uint32_t stream : {0u, 256u, 1'000'000u}) {
        const auto u = draws(pseudo_random, stream, n);
        double sum = 0, squares = 0;
        for (const double x : u) {
            sum += x - 0.5;
            squares += (x - 0.5) * (x - 0.5);
        }
        CHECK(std::fabs(sum / n) < 5 * std::sqrt(1 / 12.0) / root_n);
        // (u - 1/2)^2 has mean 1/12 and variance 1/80 - 1/144 = 1/180.
        CHECK(std::fabs(squares / n - 1 / 12.0) < 5 * std::sqrt(1 / 180.0) / root_n);
        for (const std::size_t lag :
             {1u, 2u, 127u, 128u, 256u}) {  // 128: the two draws of a counter
            const std::vector<double> early(u.begin(), u.end() - static_cast<std::ptrdiff_t>(lag));
            const std::vector<double> late(u.begin() + static_cast<std::ptrdiff_t>(lag), u.end());
            CHECK(std::fabs(correlation(early, late)) <
                  5 / std::sqrt(static_cast<double>(n - lag)));
        }
    }
}

TEST_CASE("pseudo-random: one draw, pairs of draws and pairs of streams fill their cells evenly") {
    constexpr std::size_t n = 1 << 18, cells = 1024, side = 32;
    const auto u = draws(pseudo_random, 300, n), v = draws(pseudo_random, 301, n);
    std::vector<int> single(cells), serial(cells), streams(cells), low_bits(cells);
    for (std::size_t i = 0; i < n; ++i) {
        ++single[cell(u[i], cells)];
        ++streams[cell(u[i], side) * side + cell(v[i], side)];
        if (i % 2 == 1) ++serial[cell(u[i - 1], side) * side + cell(u[i], side)];
        const double scaled = u[i] * 0x1p40;
        ++low_bits[cell(scaled - std::floor(scaled), cells)];
    }
    for (const auto& counts : {single, serial, streams, low_bits})
        CHECK(std::fabs(chi_square_z(counts)) < 5);
}

TEST_CASE("draws: the same bits in every build") {
    tests::Hash hash;
    for (const Sampling& sampling : {sobol, pseudo_random, Sampling{.seed = 0x123456789abcdef}})
        for (const std::uint32_t stream : {0u, 1u, 2u, 100u, 255u, 256u, 70'000u})
            for (const double u : draws(sampling, stream, 3000, 77)) hash.add(u);
    CHECK(hash.value() == 12316357310442390304u);
}
