// The gamma function, and the distribution of that name.
#pragma once

#include "math/tail.h"

#include <span>
#include <vector>

namespace fulcrum {

// ln Gamma(x), x > 0; absolute error about 1e-14 max(1, |result|).
double log_gamma(double x);

// ln Gamma(n + 1) - (n + 1/2) ln n + n - ln(2 pi) / 2, n >= 16: what Stirling's formula misses.
double stirling_error(double n);

// The gamma distribution of that shape, 0.1 to 10^4, and scale 1, seen from 0 or from infinity. The
// relative error of mass is about 1e-13.
class GammaTail final : public Tail {
  public:
    enum class End { Zero, Infinity };
    GammaTail(double shape, End end) : shape_(shape), end_(end), log_gamma_(log_gamma(shape)) {}

    double mass(double x) const override;
    double density(double x) const override;
    double log_slope(double x) const override { return (shape_ - 1.0) / x - 1.0; }
    double start(double p) const override;
    Equation equation() const override { return {1.0 - shape_, 1.0, 0.0, end_ == End::Infinity}; }

  private:
    double series(double x) const;
    double continued_fraction(double x) const;

    double shape_;
    End end_;
    double log_gamma_;
};

}  // namespace fulcrum
