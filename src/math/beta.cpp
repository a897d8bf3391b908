#include "math/beta.h"

#include "math/elementary.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double half_log_two_pi = 0.91893853320467274178;

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

BetaFunction::BetaFunction(double a, double b)
    : a_(a), b_(b), inverse_(elementary::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b))) {}

double BetaFunction::density(double x) const {
    return inverse_ * elementary::pow(x, a_ - 1.0) * elementary::pow(1.0 - x, b_ - 1.0);
}

// Lentz's method for 26.5.8 of Abramowitz & Stegun; converges fast for x < (a + 1) / (a + b + 2).
double BetaFunction::continued_fraction(double x) const {
    constexpr double tiny = 1e-300;
    constexpr int enough = 500;
    const auto guarded = [](double v) { return std::fabs(v) < tiny ? tiny : v; };
    double c = 1.0;
    double d = 1.0 / guarded(1.0 - (a_ + b_) * x / (a_ + 1.0));
    double h = d;
    for (int m = 1; m < enough; ++m) {
        const double two_m = 2.0 * m;
        const double even = m * (b_ - m) * x / ((a_ + two_m - 1.0) * (a_ + two_m));
        d = 1.0 / guarded(1.0 + even * d);
        c = guarded(1.0 + even / c);
        h *= d * c;
        const double odd = -(a_ + m) * (a_ + b_ + m) * x / ((a_ + two_m) * (a_ + two_m + 1.0));
        d = 1.0 / guarded(1.0 + odd * d);
        c = guarded(1.0 + odd / c);
        const double step = d * c;
        h *= step;
        if (std::fabs(step - 1.0) < 1e-16) break;
    }
    return h;
}

double BetaFunction::cdf(double x) const {
    if (x <= 0.0) return 0.0;
    if (x >= 1.0) return 1.0;
    const double front = inverse_ * elementary::pow(x, a_) * elementary::pow(1.0 - x, b_);
    if (x < (a_ + 1.0) / (a_ + b_ + 2.0)) return front * continued_fraction(x) / a_;
    return 1.0 - front * mirrored().continued_fraction(1.0 - x) / b_;
}

double BetaFunction::quantile(double p) const {
    // F(x) = x^a / (a B) (1 + ...) near 0; the mode or so is a safe start elsewhere.
    const double near_zero = elementary::pow(p * a_ / inverse_, 1.0 / a_);
    return quantile(p, std::min(near_zero, a_ / (a_ + b_)));
}

double BetaFunction::quantile(double p, double start) const {
    constexpr int enough = 100;
    double low = 0.0, high = 1.0, x = start;
    for (int step = 0; step < enough; ++step) {
        const double excess = cdf(x) - p;
        (excess > 0.0 ? high : low) = x;
        const double newton = excess / density(x);
        const double bend = newton * ((a_ - 1.0) / x - (b_ - 1.0) / (1.0 - x));
        double next = x - newton / (1.0 - 0.5 * std::min(1.0, bend));
        if (!(next >= low && next <= high)) next = 0.5 * (low + high);
        const double moved = std::fabs(next - x);
        x = next;
        if (moved <= 1e-6 * x) break;  // the next step would move by its cube
    }
    return x;
}

}  // namespace fulcrum
