// Elementary functions with the same bits on every platform.
//
// libm differs between glibc, musl and the browsers. These use + - * / sqrt and integer operations
// on the bits of a double only, so native and WebAssembly builds agree (with -ffp-contract=off).
// All doubles are accepted; special values are those of IEEE 754-2019, clause 9. A NaN result has
// no specified sign or payload. In the span versions x and y have the same length and may be the
// same span; y[i] has the same bits as the scalar function of x[i], however a long span is cut.
//
// exp and log do not fall between neighbouring doubles (sampled); the normal functions may, by less
// than their error.
//
// Errors, in units of the last place of the exact result, are the largest that were measured
// against 100-digit references (tests/math/reference).
#pragma once

#include <span>

namespace fulcrum::elementary {

// e^x; at most 1 ulp (0.75 measured). 0 below -745.14, infinity above 709.78.
double exp(double x);
void exp(std::span<const double> x, std::span<double> y);

// e^x - 1, without loss near 0; at most 3 ulp (2.6 measured).
double expm1(double x);

// Natural logarithm; at most 1 ulp (0.77 measured). -infinity at 0, NaN below.
double log(double x);
void log(std::span<const double> x, std::span<double> y);

// log(1 + x), without loss near 0; at most 2 ulp.
double log1p(double x);

// x to the power y; at most 1 ulp (0.72 measured). Results that are doubles are exact (3^5 = 243);
// y = 2 gives x * x, y = 0.5 sqrt(x), y = -1 1 / x to the bit. NaN when x < 0 and y is not whole.
double pow(double x, double y);

// The standard normal distribution: F(x), relative error at most 1e-15 (below 8e-16 measured) for x
// >= -37.5, so that the lower tail keeps its digits.
double normal_cdf(double x);
void normal_cdf(std::span<const double> x, std::span<double> p);

// Its inverse, relative error at most 1e-15 (below 8e-16 measured). p in [0, 1]; 0 and 1 give the
// infinities, else NaN.
double normal_quantile(double p);
void normal_quantile(std::span<const double> p, std::span<double> x);

}  // namespace fulcrum::elementary
