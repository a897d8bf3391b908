#include "base/bits.h"
#include "math/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

// Histogram and select: count the draws in bins of equal width, then look only into the bins that
// hold a wanted rank. The result is the sorted order statistic exactly, because a bin's number
// never falls as x rises.

namespace fulcrum {
namespace {

constexpr std::size_t bins = 2048;
constexpr std::size_t few = 512;  // draws that are selected from directly

// The smallest k >= 1 with k / n >= p in doubles: 7 of 100 for p = 0.07, although 0.07 * 100 > 7.
std::size_t rank(double p, std::size_t n) {
    const auto draws = static_cast<double>(n);
    auto k = static_cast<std::size_t>(std::max(1.0, std::ceil(p * draws)));
    while (k > 1 && static_cast<double>(k - 1) / draws >= p) --k;
    while (k < n && static_cast<double>(k) / draws < p) ++k;
    return std::min(k, n);
}

// -0.0 and 0.0 are equal, so which of them stands at a rank would depend on the library.
double without_sign_of_zero(double x) {
    return x + 0.0;
}

// The element of that rank (from 1) of part, which is reordered.
double select(std::span<double> part, std::size_t rank) {
    const auto place = part.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(part.begin(), place, part.end());
    return without_sign_of_zero(*place);
}

struct Ends {
    double low, high;
};

Ends ends_of(std::span<const double> draws) {
    constexpr std::size_t lanes = 64;  // a loop over fewer is unrolled, and then no vectors
    double low[lanes], high[lanes];
    std::fill_n(low, lanes, draws[0]);
    std::fill_n(high, lanes, draws[0]);
    std::size_t i = 0;
    for (; i + lanes <= draws.size(); i += lanes)
        for (std::size_t l = 0; l < lanes; ++l) {
            low[l] = std::min(low[l], draws[i + l]);
            high[l] = std::max(high[l], draws[i + l]);
        }
    for (; i < draws.size(); ++i) {
        low[0] = std::min(low[0], draws[i]);
        high[0] = std::max(high[0], draws[i]);
    }
    return {*std::min_element(low, low + lanes), *std::max_element(high, high + lanes)};
}

// bin[i] of each draw; false where the range is too narrow or too wide to be divided.
bool sort_into_bins(std::span<const double> draws, Ends ends, std::vector<std::uint16_t>& bin) {
    const double scale = static_cast<double>(bins - 1) / (ends.high - ends.low);
    if (!(scale > 0.0 && scale <= std::numeric_limits<double>::max())) return false;
    bin.resize(draws.size());
    for (std::size_t i = 0; i < draws.size(); ++i) {
        // Adding 2^52 rounds to whole, into the low bits; faster than a conversion on every
        // platform.
        const double shifted = (draws[i] - ends.low) * scale + 0x1p52;
        bin[i] = static_cast<std::uint16_t>(bits_of(shifted));
    }
    return true;
}

// counts[b] = draws in bins below b; [bins] = all. Four histograms side by side, because adding to
// the same counter twice in a row waits.
void count(std::span<const std::uint16_t> bin, std::vector<std::uint32_t>& counts) {
    counts.assign(4 * bins + 1, 0);
    std::uint32_t* const histogram = counts.data();
    std::size_t i = 0;
    for (; i + 4 <= bin.size(); i += 4) {
        ++histogram[bin[i]];
        ++histogram[bins + bin[i + 1]];
        ++histogram[2 * bins + bin[i + 2]];
        ++histogram[3 * bins + bin[i + 3]];
    }
    for (; i < bin.size(); ++i) ++histogram[bin[i]];
    std::uint32_t below = 0;
    for (std::size_t b = 0; b < bins; ++b) {
        const std::uint32_t here =
            histogram[b] + histogram[bins + b] + histogram[2 * bins + b] + histogram[3 * bins + b];
        histogram[b] = below;
        below += here;
    }
    counts.resize(bins + 1);
    counts[bins] = below;
}

// The bin that holds the draw of that rank; below as count() leaves it.
std::size_t bin_of(std::size_t rank, std::span<const std::uint32_t> below) {
    const auto after = std::lower_bound(below.begin(), below.end(), rank);
    return static_cast<std::size_t>(after - below.begin()) - 1;
}

// One bin that holds a wanted rank: where its draws stand in the gathered ones.
struct Wanted {
    std::size_t bin, begin, end;
};

// The bins of the ranks, each once, with room for their draws; marks[bin] = its number + 1.
std::vector<Wanted> wanted_bins(std::span<const std::uint32_t> below,
                                std::span<const std::size_t> ranks,
                                std::vector<std::uint8_t>& marks) {
    marks.assign(bins, 0);
    std::vector<Wanted> wanted;
    std::size_t begin = 0;
    for (const std::size_t rank : ranks) {
        const std::size_t bin = bin_of(rank, below);
        if (marks[bin] != 0) continue;
        const std::size_t end = begin + (below[bin + 1] - below[bin]);
        wanted.push_back({bin, begin, end});
        marks[bin] = static_cast<std::uint8_t>(wanted.size());
        begin = end;
    }
    return wanted;
}

}  // namespace

void percentiles(std::span<const double> draws, std::span<const double> p, std::span<double> result,
                 PercentileScratch& scratch) {
    assert(!draws.empty() && p.size() == result.size());
    constexpr std::size_t most_marks = std::numeric_limits<std::uint8_t>::max();
    std::vector<std::size_t>& ranks = scratch.ranks;
    ranks.resize(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) ranks[i] = rank(p[i], draws.size());

    const Ends ends = ends_of(draws);
    if (ends.low == ends.high) {
        std::fill(result.begin(), result.end(), without_sign_of_zero(ends.low));
        return;
    }
    if (draws.size() <= few || p.size() > most_marks || !sort_into_bins(draws, ends, scratch.bin)) {
        scratch.draws.assign(draws.begin(), draws.end());
        for (std::size_t i = 0; i < p.size(); ++i) result[i] = select(scratch.draws, ranks[i]);
        return;
    }

    count(scratch.bin, scratch.counts);
    const std::vector<Wanted> wanted = wanted_bins(scratch.counts, ranks, scratch.marks);
    scratch.draws.resize(wanted.back().end);
    std::vector<std::size_t> place(wanted.size());
    std::transform(wanted.begin(), wanted.end(), place.begin(),
                   [](const Wanted& each) { return each.begin; });
    for (std::size_t i = 0; i < draws.size(); ++i)
        if (const std::uint8_t mark = scratch.marks[scratch.bin[i]]; mark != 0)
            scratch.draws[place[mark - 1u]++] = draws[i];

    for (std::size_t i = 0; i < p.size(); ++i) {
        const std::size_t bin = bin_of(ranks[i], scratch.counts);
        const Wanted& part = wanted[scratch.marks[bin] - 1u];
        result[i] = select(std::span(scratch.draws).subspan(part.begin, part.end - part.begin),
                           ranks[i] - scratch.counts[bin]);
    }
}

double percentile(std::span<const double> draws, double p) {
    PercentileScratch scratch;
    double result = 0;
    percentiles(draws, {&p, 1}, {&result, 1}, scratch);
    return result;
}

}  // namespace fulcrum
