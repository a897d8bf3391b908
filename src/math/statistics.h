// Statistics of one sample (all draws of one variable), with the same bits on every platform.
//
// All functions require finite draws and at least one of them, but that a sum and a mean of other
// draws are not finite either: a finite mean shows that all draws are finite. Sums are pairwise, in
// an order that depends on the number of draws alone: the error grows with log n, and 2^k equal
// draws have exactly their value as mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fulcrum {

bool all_finite(std::span<const double> draws);

double sum(std::span<const double> draws);
double mean(std::span<const double> draws);

// Sum of squared deviations from the mean / (n - 1); 0 for a single draw.
double variance(std::span<const double> draws);

// Standard deviation of the mean of n independent draws: sqrt(variance / n). Too large for Sobol
// draws, whose mean is better than that.
double standard_error(std::span<const double> draws);

// Working memory of percentiles(), kept by a caller who asks often.
struct PercentileScratch {
    std::vector<double> draws;
    std::vector<std::uint16_t> bin;
    std::vector<std::uint32_t> counts;
    std::vector<std::uint8_t> marks;
    std::vector<std::size_t> ranks;
};

// result[i] = the smallest draw x with F(x) >= p[i], F(x) = (number of draws <= x) / n as a double:
// the draw of rank ceil(p n) (at least 1) in sorted order, exactly, but for a zero's sign, which is
// lost. p in [0, 1], in any order. Fewer than 2^32 draws.
void percentiles(std::span<const double> draws, std::span<const double> p, std::span<double> result,
                 PercentileScratch& scratch);

double percentile(std::span<const double> draws, double p);

}  // namespace fulcrum
