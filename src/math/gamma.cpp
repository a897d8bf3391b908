#include "math/gamma.h"

#include "math/elementary.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double half_log_two_pi = 0.91893853320467274178;
constexpr double two_pi = 6.2831853071795864769;
constexpr int enough = 10'000;
constexpr double rounding = 1e-16;

}  // namespace

double stirling_error(double n) {
    const double z = 1.0 / (n * n);
    return (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188))))) /
           n;
}

double log_gamma(double x) {
    double product = 1.0;
    double shifted = x;
    while (shifted < 16.0) {
        product *= shifted;
        shifted += 1.0;
    }
    // Gamma(y) = Gamma(y + 1) / y
    const double log_shifted = elementary::log(shifted);
    return (shifted - 0.5) * log_shifted - shifted + half_log_two_pi + stirling_error(shifted) -
           elementary::log(product);
}

// Near its middle a large shape loses no digits when the distance from it is taken first: C.
// Loader, "Fast and accurate computation of binomial probabilities" (2000).
double GammaTail::density(double x) const {
    if (shape_ < 16.0) return elementary::exp((shape_ - 1.0) * elementary::log(x) - x - log_gamma_);
    const double distance = x - shape_;
    const double deviance = distance - shape_ * elementary::log1p(distance / shape_);
    return elementary::exp(-deviance - stirling_error(shape_)) * std::sqrt(shape_ / two_pi) / x;
}

// Abramowitz & Stegun, 6.5.29, over density * x.
double GammaTail::series(double x) const {
    double term = 1.0 / shape_, sum = term;
    for (int n = 1; n < enough && term > rounding * sum; ++n) {
        term *= x / (shape_ + n);
        sum += term;
    }
    return sum;
}

// Lentz's method for 6.5.31 of Abramowitz & Stegun, in its even form, over density * x.
double GammaTail::continued_fraction(double x) const {
    double b = x + 1.0 - shape_, c = 1e300, d = 1.0 / b, h = d;
    for (int n = 1; n < enough; ++n) {
        const double a = -n * (n - shape_);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        h *= c * d;
        if (std::fabs(c * d - 1.0) < rounding) break;
    }
    return h;
}

double GammaTail::mass(double x) const {
    if (x <= 0.0) return end_ == End::Zero ? 0.0 : 1.0;
    const bool is_low = x < shape_ + 1.0;
    const double part = x * density(x) * (is_low ? series(x) : continued_fraction(x));
    return is_low == (end_ == End::Zero) ? part : 1.0 - part;
}

// Wilson & Hilferty's cube, and the first term of the series, which is never too high.
double GammaTail::start(double p) const {
    const double from_zero = end_ == End::Zero ? p : 1.0 - p;
    const double z = elementary::normal_quantile(from_zero);
    const double root = 1.0 - 1.0 / (9.0 * shape_) + z / (3.0 * std::sqrt(shape_));
    const double cube = shape_ * root * root * root;
    const double log_first = elementary::log(from_zero * shape_) + log_gamma_;
    const double first = elementary::exp(log_first / shape_);
    return std::max(std::min(first, shape_), cube);
}

}  // namespace fulcrum
