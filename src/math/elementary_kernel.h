// The parts that the elementary functions share. Private to math/elementary*.cpp.
//
// Method: exp by e^x = 2^k e^r, |r| <= ln 2 / 2, the sum 1 + r kept in two parts; log by
// s = f / (2 + f), log(1 + f) = 2 s + s^3 q(s^2) (K. C. Ng's arrangement). Both follow P. T. P.
// Tang, "Table-driven implementation of the exponential / logarithm function", ACM TOMS 15 and 16
// (1989, 1990) in the reduction; the polynomials are ours (tests/math/reference/fit.py).
#pragma once

#include "base/bits.h"

#include <cstdint>
#include <limits>

namespace fulcrum::elementary {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

inline constexpr double ln2_high = 0x1.62e42feep-1;  // 32 bits: times a whole k < 2^21 it is exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

// A polynomial, coefficients in ascending order: Horner's rule for the even and the odd powers, two
// chains that a processor works on at the same time.
template <std::size_t n>
inline double polynomial(const double (&c)[n], double x) {
    static_assert(n >= 2);
    const double square = x * x;
    double even = c[(n - 1) / 2 * 2];
    for (std::size_t j = (n - 1) / 2 * 2; j >= 2; j -= 2) even = even * square + c[j - 2];
    double odd = c[n / 2 * 2 - 1];
    for (std::size_t j = n / 2 * 2 - 1; j >= 3; j -= 2) odd = odd * square + c[j - 2];
    return even + x * odd;
}

// high + low, |low| <= ulp(high) / 2: one number of about 106 bits.
struct TwoParts {
    double high, low;
};

inline TwoParts exact_sum(double a, double b) {
    const double sum = a + b;
    const double b_in_sum = sum - a;
    return {sum, (a - (sum - b_in_sum)) + (b - b_in_sum)};
}

// requires |a|, |b| < 2^990
inline TwoParts exact_product(double a, double b) {
    constexpr double splitter = 134217729.0;  // 2^27 + 1
    const double a_scaled = a * splitter, b_scaled = b * splitter;
    const double a_high = a_scaled - (a_scaled - a), b_high = b_scaled - (b_scaled - b);
    const double a_low = a - a_high, b_low = b - b_high;
    const double product = a * b;
    return {product,
            ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

// e^r = 1 + r + r^2 q(r), |r| <= ln 2 / 2, error 2^-61.
inline constexpr double exp_tail[] = {0.5,
                                      0.1666666666666667,
                                      0.04166666666666667,
                                      0.008333333333326136,
                                      0.0013888888888883748,
                                      0.00019841269874820627,
                                      2.4801587325547743e-05,
                                      2.7557255400206422e-06,
                                      2.75572736431103e-07,
                                      2.5105217004720745e-08,
                                      2.0914686968086876e-09};

// e^(x + x_low), |x_low| <= 2^-40. Free of branches; NaN stays NaN.
inline double exp_of_sum(double x, double x_low) {
    constexpr double log2_e = 0x1.71547652b82fep+0;
    constexpr double magic = 0x1.8p52;  // adding it rounds to whole, into the low bits

    double clamped = x > 710.0 ? 710.0 : x;
    clamped = clamped < -746.0 ? -746.0 : clamped;
    const double shifted = clamped * log2_e + magic;
    const double k = shifted - magic;
    const double high = clamped - k * ln2_high;
    const double low = k * ln2_low - x_low;
    const double r = high - low;
    const double r_low = (high - r) - low;

    const double one_plus_r = 1.0 + r;
    const double lost = (1.0 - one_plus_r) + r;
    const double y = one_plus_r + (lost + (r * r * polynomial(exp_tail, r) + r_low));

    // 2^k in two factors, so that subnormal results are rounded once
    const std::uint64_t biased = bits_of(shifted) - bits_of(magic) + 2048;
    const std::uint64_t half = biased >> 1;
    return y * double_of((half - 1) << 52) * double_of((biased - half - 1) << 52);
}

inline double log_of(double x) {
    constexpr double q[] = {0.6666666666666666,  0.4000000000000088,  0.2857142857080323,
                            0.2222222239180047,  0.18181795630884753, 0.15386240205813478,
                            0.13268759668560612, 0.13086767009948175};
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
    constexpr double two_52 = 0x1p52;

    const bool tiny = x < 0x1p-1022;
    const double scaled = tiny ? x * 0x1p54 : x;
    const std::uint64_t bits = bits_of(scaled);
    const std::uint64_t above = bits - root_half;
    const std::uint64_t exponent = (above + (std::uint64_t{1024} << 52)) >> 52;  // k + 1024
    const double k =
        (double_of(bits_of(two_52) | exponent) - two_52) - (tiny ? 1024.0 + 54.0 : 1024.0);

    const double f = double_of(bits - (above & 0xfff0000000000000)) - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double half_square = 0.5 * f * f;
    const double tail = z * polynomial(q, z);
    const double y = k * ln2_high - ((half_square - (s * (half_square + tail) + k * ln2_low)) - f);

    const double at_the_ends = x > 0 ? x : (x == 0 ? -infinity : not_a_number);
    return x > 0 && x < infinity ? y : at_the_ends;
}

}  // namespace fulcrum::elementary
