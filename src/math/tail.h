// Quantiles of a distribution, seen from one of its ends, and prepared for many draws.
#pragma once

#include <cstddef>
#include <vector>

namespace fulcrum {

// A distribution on x > 0, as the probability beyond x at one of its ends.
class Tail {
  public:
    virtual double mass(double x) const = 0;       // F(x); or 1 - F(x) where it falls
    virtual double density(double x) const = 0;    // f(x)
    virtual double log_slope(double x) const = 0;  // f'(x) / f(x)
    virtual double start(double p) const = 0;      // near quantile(p)

    // The x with mass(x) = p, 0 < p <= 1/2, by Halley's method; the start may be given.
    double quantile(double p) const { return quantile(p, start(p)); }
    double quantile(double p, double start) const;

    // x as a function of the mass obeys x (1 - square x) x'' = x'^2 (first + slope x), |x'| = 1/f.
    struct Equation {
        double first, slope, square;
        bool falls;
    };
    virtual Equation equation() const = 0;

  protected:
    ~Tail() = default;
};

// Appends Taylor polynomials of the quantile, 8 to each octave of p from 1/2 down to 2^-13. They
// follow from the equation, so that only the values at the centres are solved for. Error of beta
// and gamma quantiles: 3e-13 of them, 1e-15 (a + b) where that is more. Source: G.
// Steinbrecher & W. T. Shaw, "Quantile mechanics", European J. Appl. Math. 19 (2008).
void append_tail_table(std::vector<double>& parameters, const Tail& tail);
std::size_t tail_table_size();

// tail.quantile(p), from the table; solved for below 2^-13.
double tail_quantile(const double* table, const Tail& tail, double p);

}  // namespace fulcrum
