// Quantiles of any distribution function, steps, gaps and bends and all, prepared for many draws.
#pragma once

#include "math/step_table.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fulcrum {

class DistributionFunction {
  public:
    virtual double cdf(double x) const = 0;  // P(X <= x), but for the error below

  protected:
    ~DistributionFunction() = default;
};

struct InverseTableSettings {
    double low = 0, high = 0;    // quantiles of InverseTable::least and 1 - least
    std::vector<double> splits;  // where F may have a step or a bend, in any order; for speed only
    double error = 1e-14;        // of cdf
    std::size_t most_values = 1u << 19;  // of cdf, that may be computed for it
};

// Appends a table of F^-1, cut into pieces: in each it is constant or a polynomial of u. A piece
// comes from F at chosen x, read the other way round (inverse interpolation), so that no equation
// is solved to make it; one that does not fit is halved.
//
// returns  false, and appends nothing, where it would take more than 8192 pieces or most_values.
//
// Error: F at the rounding of x to either side of the result lies on either side of u, but for 4
// errors of cdf and 1e-13 of the width of the piece in u.
bool append_inverse_table(std::vector<double>& parameters, const DistributionFunction& f,
                          const InverseTableSettings& settings);

// Reads what append_inverse_table wrote, at the front of `parameters`.
class InverseTable {
  public:
    static constexpr double least = 0x1p-13;

    explicit InverseTable(std::span<const double> parameters);

    // F^-1(u), least < u <= 1 - least.
    double quantile(double u) const;

  private:
    const double* pieces_;
    StepTable ends_;  // of the pieces: u
};

}  // namespace fulcrum
