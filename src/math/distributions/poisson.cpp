#include "math/beta.h"
#include "math/distribution.h"
#include "math/elementary.h"
#include "math/range_check.h"
#include "math/step_table.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double highest_rate = 1e6;
constexpr double negligible = 1e-25;  // far below the smallest uniform number, 2^-53
constexpr double root_two_pi = 2.5066282746310005024;

// k ln(k / rate) + rate - k for |k - rate| < 1 and k >= 16.
double deviance(double k, double rate) {
    const double v = (k - rate) / (k + rate);
    double sum = (k - rate) * v, term = 2.0 * k * v;
    for (int j = 1; j < 20; ++j) {
        term *= v * v;
        sum += term / (2 * j + 1);
    }
    return sum;
}

// P(k) at the most likely k, by C. Loader, "Fast and accurate computation of binomial
// probabilities" (2000): no cancellation at high rates.
double probability_of_mode(double k, double rate) {
    if (k >= 16.0)
        return elementary::exp(-stirling_error(k) - deviance(k, rate)) /
               (root_two_pi * std::sqrt(k));
    double factorial = 1.0;
    for (int j = 2; j <= static_cast<int>(k); ++j) factorial *= j;
    return elementary::pow(rate, k) * elementary::exp(-rate) / factorial;
}

// {rate, first k, step table}: probabilities by recurrence from the mode to where they no longer
// matter, summed from the low end.
Result<std::vector<double>> parameters(const Range& range) {
    const double rate = range.base;
    if (auto wrong = check_finite("base", rate)) return *wrong;
    if (!(rate > 0.0))
        return Error{"/base",
                     with_value("base", rate) + " is not positive: it is the expected count"};
    if (rate > highest_rate)
        return Error{"/base", with_value("base", rate) +
                                  " is above 1000000: choose normal for counts that large"};
    const double mode = std::floor(rate);
    const double at_mode = probability_of_mode(mode, rate);

    std::vector<double> below;  // from the mode down
    double probability = at_mode;
    double k = mode;
    while (k > 0.0 && probability > negligible) {
        probability *= k / rate;
        below.push_back(probability);
        k -= 1.0;
    }
    const double first = mode - static_cast<double>(below.size());
    std::vector<double> cumulative(below.rbegin(), below.rend());
    probability = at_mode;
    k = mode;
    while (probability > negligible) {
        cumulative.push_back(probability);
        k += 1.0;
        probability *= rate / k;
    }
    double reached = 0.0;
    for (double& p : cumulative) p = reached = std::min(1.0, reached + p);
    cumulative.back() = 1.0;

    std::vector<double> result{rate, first};
    append_step_table(result, cumulative);
    return result;
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const StepTable table(p.subspan(2));
    const double first = p[1];
    for (std::size_t i = 0; i < u.size(); ++i)
        x[i] = first + static_cast<double>(table.index(u[i]));
}

double cdf(std::span<const double> p, double x) {
    const StepTable table(p.subspan(2));
    const double place = std::floor(x) - p[1];
    if (place < 0.0) return 0.0;
    const auto last = static_cast<double>(table.size() - 1);
    return table.cumulative(static_cast<std::size_t>(std::min(place, last)));
}

double mean(std::span<const double> p) {
    return p[0];
}

double standard_deviation(std::span<const double> p) {
    return std::sqrt(p[0]);
}

}  // namespace

extern const DistributionFamily poisson{
    .id = "poisson",
    .name = "Poisson",
    .source = "Johnson, Kemp & Kotz, Univariate Discrete Distributions (2005), ch. 4",
    .whole_numbers = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
