#include "math/random.h"

#include "base/bits.h"
#include "base/each_draw.h"
#include "math/reverse_bits.h"
#include "math/sobol_table.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>

namespace fulcrum {
namespace {

using Words = std::array<std::uint32_t, 4>;

constexpr std::size_t block = UniformStream::block;  // a power of two
constexpr std::size_t index_bits = 32;

// Keeps the counters of the scrambling keys apart from those of the draws.
constexpr std::uint32_t draws_purpose = 0;
constexpr std::uint32_t scramble_purpose = 1;

std::array<std::uint32_t, 2> key_of(std::uint64_t seed) {
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

// The word that bit b of the draw number contributes to a point, lowest bit = first binary digit.
std::array<std::uint32_t, index_bits> reversed_directions(std::uint32_t dimension) {
    std::array<std::uint32_t, index_bits> direction{};
    for (std::size_t i = 0; i < index_bits; ++i) direction[i] = std::uint32_t{1} << (31 - i);
    if (dimension > 0) {
        const SobolPolynomial& p = sobol_polynomials()[dimension - 1];
        const auto degree = static_cast<std::size_t>(std::bit_width(p.polynomial)) - 1;
        for (std::size_t i = 0; i < degree; ++i)
            direction[i] = std::uint32_t{p.initial[i]} << (31 - i);
        for (std::size_t i = degree; i < index_bits; ++i) {
            direction[i] = direction[i - degree] ^ (direction[i - degree] >> degree);
            for (std::size_t k = 1; k < degree; ++k)
                if ((p.polynomial >> (degree - k)) & 1) direction[i] ^= direction[i - k];
        }
    }
    for (std::uint32_t& word : direction) word = reversed(word);
    return direction;
}

// Owen's nested uniform scrambling of a point given lowest digit first: each step changes a digit
// only by digits below it. Two rounds of N. Vegdahl's hash ("Building a Better LK Hash", 2021),
// because that of Burley's paper leaves pairs of nodes correlated (random_test.cpp holds us to it).
std::uint32_t scrambled(std::uint32_t x, std::uint32_t first_key, std::uint32_t second_key) {
    x ^= x * 0x3d20adea;
    x += first_key;
    x *= (first_key >> 16) | 1;
    x ^= x * 0x05526c56;
    x ^= x * 0x53a22864;
    x += second_key;
    x *= (second_key >> 16) | 1;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    return x;
}

// (point + 1/2) / 2^32: the point becomes the low bits of 2^20 + point / 2^32.
double middle_of(std::uint32_t point) {
    return double_of(0x4130000000000000 | point) - (0x1p20 - 0x1p-33);
}

// Draws first .. first + 255 of a Sobol dimension; first is a multiple of 256. The draw numbers of
// a block differ in their low bits alone, so that its points are a pattern moved by one word.
void sobol_block(const std::array<std::uint32_t, index_bits>& direction,
                 const std::array<std::uint32_t, block>& pattern,
                 const std::array<std::uint32_t, 2>& keys, std::uint64_t first, double* u) {
    std::uint32_t start = 0;
    for (std::uint64_t bits = first; bits != 0; bits &= bits - 1)
        start ^= direction[static_cast<std::size_t>(std::countr_zero(bits))];
    const std::uint32_t first_key = keys[0], second_key = keys[1];
    std::array<std::uint32_t, block> points;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    FULCRUM_EACH_DRAW
    for (std::size_t i = 0; i < block; ++i)
        points[i] = scrambled(pattern[i] ^ start, first_key, second_key);
    reverse_bits(points);
    FULCRUM_EACH_DRAW
    for (std::size_t i = 0; i < block; ++i) u[i] = middle_of(points[i]);
}

constexpr int philox_rounds = 10;

void philox_round(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c, std::uint32_t& d,
                  const std::array<std::uint32_t, 2>& key) {
    const std::uint64_t first = std::uint64_t{a} * 0xD2511F53;
    const std::uint64_t second = std::uint64_t{c} * 0xCD9E8D57;
    a = static_cast<std::uint32_t>(second >> 32) ^ b ^ key[0];
    b = static_cast<std::uint32_t>(second);
    c = static_cast<std::uint32_t>(first >> 32) ^ d ^ key[1];
    d = static_cast<std::uint32_t>(first);
}

void next_key(std::array<std::uint32_t, 2>& key) {
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
}

// An odd multiple of 2^-53: 52 random bits become the significand of a number in [1, 2).
double uniform(std::uint32_t low, std::uint32_t high) {
    const std::uint64_t bits = (std::uint64_t{high} << 32 | low) >> 12;
    return (double_of(bits | 0x3ff0000000000000) - 1.0) + 0x1p-53;
}

// Draws first .. first + 255; first is a multiple of 256. A counter gives two draws, i and i + 128
// of its block, of 64 bits each. Round by round over all counters, for vector registers.
void philox_block(std::array<std::uint32_t, 2> key, std::uint32_t stream, std::uint64_t first,
                  double* u) {
    constexpr std::size_t counters = block / 2;
    std::array<std::uint32_t, counters> a{}, b{}, c{}, d{};
    const std::uint64_t counter = first / 2;  // its low half does not overflow within the block
    for (std::size_t i = 0; i < counters; ++i) {
        a[i] = static_cast<std::uint32_t>(counter) + static_cast<std::uint32_t>(i);
        b[i] = static_cast<std::uint32_t>(counter >> 32);
        c[i] = stream;
        d[i] = draws_purpose;
    }
    for (int round = 0; round < philox_rounds; ++round) {
        for (std::size_t i = 0; i < counters; ++i) philox_round(a[i], b[i], c[i], d[i], key);
        next_key(key);
    }
    for (std::size_t i = 0; i < counters; ++i) u[i] = uniform(a[i], b[i]);
    for (std::size_t i = 0; i < counters; ++i) u[i + counters] = uniform(c[i], d[i]);
}

}  // namespace

Words philox4x32(Words counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < philox_rounds; ++round) {
        philox_round(counter[0], counter[1], counter[2], counter[3], key);
        next_key(key);
    }
    return counter;
}

UniformStream::UniformStream(const Sampling& sampling, std::uint32_t stream)
    : is_sobol_(sampling.method == Sampling::Method::Sobol && stream < sobol_streams),
      key_(key_of(sampling.seed)),
      stream_(stream) {
    if (!is_sobol_) return;
    direction_ = reversed_directions(stream);
    for (std::size_t b = 0, size = 1; size < block; ++b, size *= 2)
        for (std::size_t i = 0; i < size; ++i) pattern_[size + i] = pattern_[i] ^ direction_[b];
    const Words keys = philox4x32({stream, 0, 0, scramble_purpose}, key_);
    key_ = {keys[0], keys[1]};
}

void UniformStream::fill_block(std::uint64_t first, double* u) const {
    if (is_sobol_)
        sobol_block(direction_, pattern_, key_, first, u);
    else
        philox_block(key_, stream_, first, u);
}

void UniformStream::fill(std::uint64_t first_draw, std::span<double> u) const {
    assert(first_draw + u.size() <= std::uint64_t{1} << index_bits);
    std::size_t done = 0;
    while (done < u.size()) {
        const std::uint64_t draw = first_draw + done;
        const auto skipped = static_cast<std::size_t>(draw % block);
        const std::size_t n = std::min(block - skipped, u.size() - done);
        if (n == block) {
            fill_block(draw, u.data() + done);
        } else {
            std::array<double, block> draws{};
            fill_block(draw - skipped, draws.data());
            std::copy_n(draws.begin() + static_cast<std::ptrdiff_t>(skipped), n,
                        u.begin() + static_cast<std::ptrdiff_t>(done));
        }
        done += n;
    }
}

void uniforms(const Sampling& sampling, std::uint32_t stream, std::uint64_t first_draw,
              std::span<double> u) {
    UniformStream(sampling, stream).fill(first_draw, u);
}

}  // namespace fulcrum
