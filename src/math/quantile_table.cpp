#include "math/quantile_table.h"

#include "base/bits.h"
#include "base/each_draw.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace fulcrum {
namespace {

constexpr std::size_t octaves = 12;  // from 2^-13 to 1/2
constexpr std::size_t segments_per_octave = 16;
constexpr std::size_t segments = octaves * segments_per_octave;
constexpr std::size_t terms = 4;
constexpr std::uint32_t upper_half = segments * terms;  // where the table of 1 - u begins
constexpr double least = 0x1p-13;
constexpr std::size_t chunk = 256;      // draws that are looked up together
constexpr int bits_below_segment = 48;  // of a double: 52 bits of significand, 4 for the segment
constexpr std::uint64_t first_segment = (std::uint64_t{1023 - 13} << 52) >> bits_below_segment;

// Where the segment begins, as a distance from the end.
double begin_of(std::uint64_t segment) {
    return double_of((first_segment + segment) << bits_below_segment);
}

// The cubic in t with these values at 0, width / 4, 3 width / 4 and width: Newton's form, then
// powers of t.
std::array<double, terms> cubic(const std::array<double, terms>& x, double width) {
    const double first = (x[1] - x[0]) * 4.0, second = (x[2] - x[1]) * 2.0,
                 third = (x[3] - x[2]) * 4.0;
    const double bend = (second - first) / 0.75, next_bend = (third - second) / 0.75;
    const double twist = next_bend - bend;
    // x0 + s (first + (s - 1/4) (bend + (s - 3/4) twist)), s = t / width
    const double c3 = twist, c2 = bend - twist, c1 = first - 0.25 * bend + 0.1875 * twist;
    const double w = 1.0 / width;
    return {x[0], c1 * w, c2 * w * w, c3 * w * w * w};
}

double distance_from_end(double u) {
    const double from_one = 1.0 - u;  // exact where it is the smaller
    return from_one < u ? from_one : u;
}

bool is_tabulated(double distance) {
    return distance >= least && distance < 0.5;
}

// For each draw the place of its cubic in the table and the distance from that segment's begin;
// what lies beyond the table takes the last segment. returns whether nothing did.
bool find_cubics(const double* u, std::size_t count, std::uint32_t* place, double* t) {
    constexpr std::uint64_t within_segment = (std::uint64_t{1} << bits_below_segment) - 1;
    std::uint32_t beyond = 0;
    FULCRUM_FOUR_DRAWS
    for (std::size_t i = 0; i < count; ++i) {
        const double v = distance_from_end(u[i]);
        const std::uint64_t bits = bits_of(v);
        t[i] = v - double_of(bits & ~within_segment);
        const auto segment = (static_cast<std::uint32_t>(bits >> 32) >> (bits_below_segment - 32)) -
                             static_cast<std::uint32_t>(first_segment);
        const auto known = std::min<std::uint32_t>(segment, segments - 1);
        beyond |= segment - known;
        place[i] = known * std::uint32_t{terms} + (u[i] > 0.5 ? upper_half : 0);
    }
    return beyond == 0;
}

using Pair [[gnu::vector_size(16)]] = double;

Pair pair_at(const double* x) {
    Pair pair;
    std::memcpy(&pair, x, sizeof pair);
    return pair;
}

// A cubic is loaded as two pairs, which compilers do not see by themselves: 1.25 times as fast.
void from_cubics(const double* table, const std::uint32_t* place, const double* t,
                 std::size_t count, double* x) {
    std::size_t i = 0;
    for (; i + 2 <= count; i += 2) {
        const double *a = table + place[i], *b = table + place[i + 1];
        const Pair a01 = pair_at(a), a23 = pair_at(a + 2), b01 = pair_at(b), b23 = pair_at(b + 2);
        const Pair c0 = __builtin_shufflevector(a01, b01, 0, 2);
        const Pair c1 = __builtin_shufflevector(a01, b01, 1, 3);
        const Pair c2 = __builtin_shufflevector(a23, b23, 0, 2);
        const Pair c3 = __builtin_shufflevector(a23, b23, 1, 3);
        const Pair from_begin = pair_at(t + i);
        const Pair found = c0 + from_begin * (c1 + from_begin * (c2 + from_begin * c3));
        std::memcpy(x + i, &found, sizeof found);
    }
    for (; i < count; ++i) {
        const double* c = table + place[i];
        x[i] = c[0] + t[i] * (c[1] + t[i] * (c[2] + t[i] * c[3]));
    }
}

}  // namespace

std::vector<double> quantile_table(const DistributionFamily& family,
                                   std::span<const double> parameters) {
    if (!family.tabulated) return {};
    constexpr std::size_t places = 3 * segments + 1;
    std::vector<double> u(places), x(places), table;
    for (const bool is_upper : {false, true}) {
        for (std::size_t s = 0; s <= segments; ++s) {
            const double begin = begin_of(s), width = begin_of(s + 1) - begin;
            u[3 * s] = begin;
            if (s == segments) break;
            u[3 * s + 1] = begin + 0.25 * width;
            u[3 * s + 2] = begin + 0.75 * width;
        }
        if (is_upper)
            for (double& v : u) v = 1.0 - v;
        family.quantile(parameters, u, x);
        for (std::size_t s = 0; s < segments; ++s) {
            const double width = begin_of(s + 1) - begin_of(s);
            const auto powers = cubic({x[3 * s], x[3 * s + 1], x[3 * s + 2], x[3 * s + 3]}, width);
            table.insert(table.end(), powers.begin(), powers.end());
        }
    }
    return table;
}

void tabulated_quantile(std::span<const double> table, const DistributionFamily& family,
                        std::span<const double> parameters, std::span<const double> u,
                        std::span<double> x) {
    assert(table.size() == 2 * segments * terms);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): written before they are read
    std::array<double, chunk> t, beyond;
    std::array<std::uint32_t, chunk> place;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    for (std::size_t done = 0; done < u.size(); done += chunk) {
        const std::size_t count = std::min(chunk, u.size() - done);
        const auto given = u.subspan(done, count);
        const auto found = x.subspan(done, count);
        const bool all = find_cubics(given.data(), count, place.data(), t.data());
        if (!all) std::copy(given.begin(), given.end(), beyond.begin());
        from_cubics(table.data(), place.data(), t.data(), count, found.data());
        if (all) continue;
        for (std::size_t i = 0; i < count; ++i)
            if (!is_tabulated(distance_from_end(beyond[i])))
                family.quantile(parameters, {&beyond[i], 1}, {&found[i], 1});
    }
}

}  // namespace fulcrum
