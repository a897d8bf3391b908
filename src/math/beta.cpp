#include "math/beta.h"

#include "math/elementary.h"
#include "math/gamma.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double most_by_powers = 200.0;  // a + b, beyond which powers would underflow

double scale_of(double a, double b) {
    const double log_scale = log_gamma(a + b) - log_gamma(a) - log_gamma(b);
    return a + b > most_by_powers ? log_scale : elementary::exp(log_scale);
}

}  // namespace

BetaFunction::BetaFunction(double a, double b) : a_(a), b_(b), scale_(scale_of(a, b)) {}

double BetaFunction::power(double x, double a, double b) const {
    if (a_ + b_ > most_by_powers)
        return elementary::exp(scale_ + a * elementary::log(x) + b * elementary::log1p(-x));
    return scale_ * elementary::pow(x, a) * elementary::pow(1.0 - x, b);
}

double BetaFunction::density(double x) const {
    return power(x, a_ - 1.0, b_ - 1.0);
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

double BetaFunction::mass(double x) const {
    if (x <= 0.0) return 0.0;
    if (x >= 1.0) return 1.0;
    const double front = power(x, a_, b_);
    if (x < (a_ + 1.0) / (a_ + b_ + 2.0)) return front * continued_fraction(x) / a_;
    return 1.0 - front * mirrored().continued_fraction(1.0 - x) / b_;
}

// F(x) = x^a / (a B) (1 + ...) near 0; the mean or so is a safe start elsewhere, and with large
// shapes the normal distribution of the same mean and deviation.
double BetaFunction::start(double p) const {
    const double mean = a_ / (a_ + b_);
    if (a_ + b_ <= most_by_powers)
        return std::min(elementary::pow(p * a_ / scale_, 1.0 / a_), mean);
    const double near_zero = elementary::exp((elementary::log(p * a_) - scale_) / a_);
    const double deviation = std::sqrt(mean * (1.0 - mean) / (a_ + b_ + 1.0));
    const double normal = mean + elementary::normal_quantile(p) * deviation;
    return std::min(std::max(near_zero, normal), mean);
}

void append_beta_table(std::vector<double>& parameters, const BetaFunction& beta) {
    parameters.insert(parameters.end(), {beta.a(), beta.b(), beta.scale()});
    append_tail_table(parameters, beta);
    append_tail_table(parameters, beta.mirrored());
}

void beta_quantile(const BetaTable& table, double low, double high, std::span<const double> u,
                   std::span<double> x) {
    const double width = high - low;
    for (std::size_t i = 0; i < u.size(); ++i) {
        const double distance = width * table.distance_from_end(u[i]);
        x[i] = u[i] > 0.5 ? high - distance : low + distance;
    }
}

}  // namespace fulcrum
