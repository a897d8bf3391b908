// The distribution function of a variable that takes separate values, prepared for fast inversion.
#pragma once

#include "base/bits.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fulcrum {

// Appends to `parameters`: n, the cumulative probabilities, and a guide of 8 n steps: entry g holds
// the smallest index whose cumulative probability reaches g / 8n.
//
// cumulative   not decreasing, the last is 1; at least one, fewer than 2^31.
//
// Source: H.-C. Chen & Y. Asau, "On generating random variates from an empirical distribution",
// AIIE Transactions 6 (1974).
void append_step_table(std::vector<double>& parameters, std::span<const double> cumulative);

// Reads what append_step_table wrote, at the front of `parameters`.
class StepTable {
  public:
    static constexpr std::size_t guide_steps = 8;  // for each value: few draws need a second look

    explicit StepTable(std::span<const double> parameters)
        : size_(static_cast<std::size_t>(parameters[0])),
          steps_(parameters[0] * static_cast<double>(guide_steps)),
          cumulative_(parameters.data() + 1),
          guide_(parameters.data() + 1 + size_) {}

    std::size_t size() const { return size_; }
    double cumulative(std::size_t index) const { return cumulative_[index]; }

    // The smallest index with cumulative(index) >= u; 0 < u < 1.
    std::int32_t index(double u) const {
        std::int32_t i = low_word(guide_[low_word(u * steps_ + whole)]);
        i += cumulative_[i] < u ? 1 : 0;  // often; without a branch
        while (cumulative_[i] < u) ++i;   // rarely
        return i;
    }

    // x[i] = values[index(u[i])]; x and u may be the same.
    void choose(std::span<const double> values, std::span<const double> u,
                std::span<double> x) const;

    // x + whole holds x, rounded to a whole number, in its low bits: faster than a conversion on
    // every platform.
    static constexpr double whole = 0x1p52;

  private:
    static std::int32_t low_word(double x) { return static_cast<std::int32_t>(bits_of(x)); }

    std::size_t size_;
    double steps_;
    const double* cumulative_;
    const double* guide_;
};

}  // namespace fulcrum
