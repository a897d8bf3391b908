#include "math/elementary.h"
#include "math/elementary_kernel.h"
#include "math/elementary_pow_table.h"

#include <cmath>
#include <cstddef>

// x^y = e^(y log x), with log x and the product in two doubles (T. J. Dekker, "A floating-point
// technique for extending the available precision", Numer. Math. 18, 1971). log x = k ln 2
// - log(inverse) + log(1 + r), r = m * inverse - 1 exact in two parts because inverse has few bits.

namespace fulcrum::elementary {
namespace {

// x positive and finite.
TwoParts log_in_two_parts(double x) {
    constexpr double q[] = {0.3333333333333333,   -0.2500000000000002, 0.20000000000000023,
                            -0.16666666659762233, 0.14285714279437525, -0.1250049158938407,
                            0.11111558010752355};
    constexpr double ln2_42_bits = 0x1.62e42fefa3800p-1;  // a multiple of 2^-42, like log_high
    constexpr double ln2_rest = 0x1.ef35793c76730p-45;

    const bool tiny = x < 0x1p-1022;
    const std::uint64_t bits = bits_of(tiny ? x * 0x1p54 : x);
    const std::uint64_t above = bits - log_table_start;
    const LogEntry& entry = log_table[(above >> 45) & 127];
    const auto biased = static_cast<std::int32_t>((above + (std::uint64_t{1024} << 52)) >> 52);
    const double k = biased - 1024 - (tiny ? 54 : 0);
    const double m = double_of(bits - (above & 0xfff0000000000000));

    const double m_high = double_of(bits_of(m) & 0xffffffff00000000);
    const TwoParts r = exact_sum(m_high * entry.inverse - 1.0, (m - m_high) * entry.inverse);
    const TwoParts square = exact_product(r.high, r.high);
    const double whole = k * ln2_42_bits + entry.log_high;  // exact
    const TwoParts first = exact_sum(whole, r.high);
    const TwoParts second = exact_sum(first.high, -0.5 * square.high);
    const double cube = square.high * r.high * polynomial(q, r.high);
    const double low = first.low + (second.low + (k * ln2_rest + entry.log_low) + cube +
                                    (r.low - r.high * r.low - 0.5 * square.low));
    const double high = second.high + low;
    return {high, (second.high - high) + low};
}

// x > 0, finite and not 1; y finite.
double positive_power(double x, double y) {
    const double limit = 0x1p64;  // beyond it every power has overflowed or vanished
    const double exponent = y > limit ? limit : (y < -limit ? -limit : y);
    const TwoParts log_x = log_in_two_parts(x);
    const TwoParts product = exact_product(exponent, log_x.high);
    if (product.high > 710.0) return infinity;
    if (product.high < -746.0) return 0.0;
    return exp_of_sum(product.high, product.low + exponent * log_x.low);
}

bool is_whole(double y) {
    return std::trunc(y) == y;
}

bool is_odd(double y) {
    const double half = 0.5 * y;
    return is_whole(y) && std::trunc(half) != half;
}

// x is 0, infinite or NaN, or y is infinite or NaN; x is not 1 and y not 0.
double special_power(double x, double y) {
    if (x != x || y != y) return not_a_number;
    const double size = std::fabs(x);
    if (std::fabs(y) == infinity) {
        if (size == 1.0) return 1.0;
        return (size > 1.0) == (y > 0) ? infinity : 0.0;
    }
    const double result = (size > 1.0) == (y > 0) ? infinity : 0.0;
    return is_odd(y) ? std::copysign(result, x) : result;
}

}  // namespace

double pow(double x, double y) {
    if (y == 0.0 || x == 1.0) return 1.0;
    const double size = std::fabs(x);
    if (!(size > 0.0 && size < infinity && std::fabs(y) < infinity)) return special_power(x, y);
    if (y == 1.0) return x;
    if (y == 2.0) return x * x;
    if (y == -1.0) return 1.0 / x;
    if (x > 0.0) return y == 0.5 ? std::sqrt(x) : positive_power(x, y);
    if (!is_whole(y)) return not_a_number;
    const double result = size == 1.0 ? 1.0 : positive_power(size, y);
    return is_odd(y) ? -result : result;
}

}  // namespace fulcrum::elementary
