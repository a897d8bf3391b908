#include "math/distributions/counts.h"

#include "math/step_table.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::distributions {
namespace {

constexpr double negligible = 1e-25;  // far below the smallest uniform number, 2^-53

}  // namespace

std::vector<double> count_parameters(double mean, double standard_deviation, double mode, double a,
                                     double b) {
    const auto ratio = [a, b](double k) { return (a * k + b) / k; };
    std::vector<double> table;  // from the mode down, then turned
    double probability = 1.0;
    double last = mode;
    while (last > 0.0 && probability > negligible) {
        probability /= ratio(last);
        table.push_back(probability);
        last -= 1.0;
    }
    const double first = mode - static_cast<double>(table.size());
    std::reverse(table.begin(), table.end());
    probability = 1.0;
    double next = mode;
    while (probability > negligible) {
        table.push_back(probability);
        next += 1.0;
        probability *= ratio(next);
    }
    double total = 0.0;
    for (double& p : table) p = total += p;
    for (double& p : table) p /= total;

    std::vector<double> result{mean, standard_deviation, first};
    append_step_table(result, table);
    return result;
}

void count_quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const StepTable table(p.subspan(3));
    const double first = p[2];
    for (std::size_t i = 0; i < u.size(); ++i) x[i] = first + table.index(u[i]);
}

double count_cdf(std::span<const double> p, double x) {
    const StepTable table(p.subspan(3));
    const double place = std::floor(x) - p[2];
    if (place < 0.0) return 0.0;
    const auto last = static_cast<double>(table.size() - 1);
    return table.cumulative(static_cast<std::size_t>(std::min(place, last)));
}

}  // namespace fulcrum::distributions
