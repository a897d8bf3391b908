// The quantile function of a beta distribution, prepared for many draws.
#pragma once

#include "math/beta.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fulcrum {

// Appends Taylor polynomials of F^-1, 8 to each octave of the distance from the nearer end, down to
// 2^-13; nearer to the ends F^-1 is solved for. They follow from the differential equation
//
//   x (1 - x) x'' = x'^2 (1 - a + (a + b - 2) x),  x' = 1 / density(x),
//
// so that only the values at the centres are solved for. Source of the equation: G. Steinbrecher &
// W. T. Shaw, "Quantile mechanics", European J. Appl. Math. 19 (2008).
void append_beta_table(std::vector<double>& parameters, const BetaFunction& beta);

// Reads what append_beta_table wrote, at the front of `parameters`.
class BetaTable {
  public:
    explicit BetaTable(std::span<const double> parameters)
        : below_(parameters[0], parameters[1], parameters[2]),
          above_(below_.mirrored()),
          polynomials_(parameters.data() + 3) {}

    const BetaFunction& beta() const { return below_; }

    // Distance of F^-1(u) from 0 for u <= 1/2, of F^-1(u) from 1 for u > 1/2; error below 1e-13 of
    // itself.
    double distance_from_end(double u) const;

    // Doubles that a table takes.
    static std::size_t size();

  private:
    BetaFunction below_, above_;
    const double* polynomials_;
};

}  // namespace fulcrum
