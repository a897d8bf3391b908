// The incomplete beta function: the distribution function of the beta distribution.
#pragma once

#include "math/tail.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fulcrum {

// The beta distribution on [0, 1], a and b at least 0.5, a + b at most 10^4. mass is F; its
// relative error is about 1e-14 up to a + b = 200, and 1e-16 (a + b) beyond.
class BetaFunction final : public Tail {
  public:
    BetaFunction(double a, double b);
    BetaFunction(double a, double b, double scale) : a_(a), b_(b), scale_(scale) {}

    double a() const { return a_; }
    double b() const { return b_; }
    double scale() const { return scale_; }  // of a, b: 1 / B(a, b), its logarithm beyond 200

    double mass(double x) const override;  // I_x(a, b)
    double density(double x) const override;
    double log_slope(double x) const override { return (a_ - 1.0) / x - (b_ - 1.0) / (1.0 - x); }
    double start(double p) const override;
    Equation equation() const override { return {1.0 - a_, a_ + b_ - 2.0, 1.0, false}; }

    BetaFunction mirrored() const { return {b_, a_, scale_}; }  // of 1 - x

  private:
    double power(double x, double a, double b) const;  // x^a (1 - x)^b / B(a_, b_)
    double continued_fraction(double x) const;

    double a_, b_, scale_;
};

// Its quantiles for many draws.
void append_beta_table(std::vector<double>& parameters, const BetaFunction& beta);

// Reads what append_beta_table wrote, at the front of `parameters`.
class BetaTable {
  public:
    explicit BetaTable(std::span<const double> parameters)
        : below_(parameters[0], parameters[1], parameters[2]),
          above_(below_.mirrored()),
          table_(parameters.data() + 3) {}

    const BetaFunction& beta() const { return below_; }

    // Distance of F^-1(u) from 0 for u <= 1/2, of F^-1(u) from 1 for u > 1/2; error below 1e-13 of
    // itself, from a + b = 200 on 1e-15 (a + b).
    double distance_from_end(double u) const {
        if (u > 0.5) return tail_quantile(table_ + tail_table_size(), above_, 1.0 - u);
        return tail_quantile(table_, below_, u);
    }

    // F at a distance from 0 and, in digits that it has lost, from 1.
    double cdf(double from_0, double from_1) const {
        return from_0 <= 0.5 ? below_.mass(from_0) : 1.0 - above_.mass(from_1);
    }

  private:
    BetaFunction below_, above_;
    const double* table_;
};

// x[i] = the quantile of u[i] on [low, high].
void beta_quantile(const BetaTable& table, double low, double high, std::span<const double> u,
                   std::span<double> x);

}  // namespace fulcrum
