#include "base/order.h"
#include "math/distribution.h"
#include "math/distributions/moments.h"
#include "math/range_check.h"
#include "math/step_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace fulcrum::distributions {
namespace {

constexpr double sum_tolerance = 1e-9;
constexpr std::size_t least_observed = 2, most_observed = 10'000;

std::string place(std::string_view list, std::size_t index) {
    return std::string("/").append(list) + "/" + std::to_string(index);
}

std::optional<Error> check_values(const Range& range) {
    for (std::size_t i = 0; i < range.values.size(); ++i)
        if (check_finite("values", range.values[i]))
            return Error{place("values", i), "a value is not a finite number"};
    return std::nullopt;
}

std::optional<Error> check_probabilities(const Range& range) {
    if (range.probabilities.size() != range.values.size())
        return Error{"/probabilities",
                     std::to_string(range.probabilities.size()) + " probabilities for " +
                         std::to_string(range.values.size()) + " values: give one for each"};
    double total = 0;
    for (std::size_t i = 0; i < range.probabilities.size(); ++i) {
        const double probability = range.probabilities[i];
        if (!(probability >= 0.0 && probability <= 1.0 + sum_tolerance))
            return Error{place("probabilities", i),
                         with_value("probability", probability) + " is not between 0 and 1"};
        total += probability;
    }
    if (std::fabs(total - 1.0) > sum_tolerance)
        return Error{"/probabilities",
                     with_value("the probabilities sum to", total) + ": they must sum to 1"};
    return std::nullopt;
}

// {mean, standard deviation, step table, values in ascending order}
Result<std::vector<double>> prepared(const std::vector<double>& listed,
                                     const std::vector<double>& probability) {
    const double total = std::accumulate(probability.begin(), probability.end(), 0.0);
    const std::vector<std::size_t> order = ascending_order(listed);
    double mean = 0, squares = 0, reached = 0;
    for (const std::size_t i : order) mean += probability[i] / total * listed[i];
    std::vector<double> values, cumulative;
    for (const std::size_t i : order) {
        const double deviation = listed[i] - mean;
        squares += probability[i] / total * deviation * deviation;
        if (probability[i] == 0.0) continue;  // is never drawn
        reached += probability[i];
        values.push_back(listed[i]);
        cumulative.push_back(std::min(1.0, reached / total));
    }
    cumulative.back() = 1.0;

    std::vector<double> result{mean, std::sqrt(squares)};
    if (auto wrong = check_finite("values", squares)) return *wrong;
    append_step_table(result, cumulative);
    result.insert(result.end(), values.begin(), values.end());
    return result;
}

Result<std::vector<double>> parameters(const Range& range) {
    if (range.values.empty()) return Error{"/values", "a discrete range needs values: give a list"};
    if (auto wrong = check_values(range)) return *wrong;
    const std::size_t n = range.values.size();
    if (range.probabilities.empty())
        return prepared(range.values, std::vector<double>(n, 1.0 / static_cast<double>(n)));
    if (auto wrong = check_probabilities(range)) return *wrong;
    return prepared(range.values, range.probabilities);
}

// Every observation weighs 1, so that the cumulative shares are whole numbers over n, rounded once.
Result<std::vector<double>> observed(const Range& range) {
    const std::size_t n = range.values.size();
    if (n < least_observed || n > most_observed)
        return Error{"/values", std::to_string(n) +
                                    (n == 1 ? " observed value" : " observed values") +
                                    ": an empirical range has 2 to 10000"};
    if (auto wrong = check_no_low_high(range, "its values")) return *wrong;
    if (!range.probabilities.empty())
        return Error{"/probabilities",
                     "the values of an empirical range are observations, each alike: leave this "
                     "out, or choose discrete"};
    if (auto wrong = check_values(range)) return *wrong;
    return prepared(range.values, std::vector<double>(n, 1.0));
}

std::span<const double> values_of(std::span<const double> p, const StepTable& table) {
    return p.last(table.size());
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    const StepTable table(p.subspan(2));
    table.choose(values_of(p, table), u, x);
}

double cdf(std::span<const double> p, double x) {
    const StepTable table(p.subspan(2));
    const auto values = values_of(p, table);
    const auto above = std::upper_bound(values.begin(), values.end(), x) - values.begin();
    return above == 0 ? 0.0 : table.cumulative(static_cast<std::size_t>(above) - 1);
}

}  // namespace

extern const DistributionFamily discrete{
    .id = "discrete",
    .name = "Discrete",
    .source = "Values with probabilities, as stated",
    .needs_values = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

extern const DistributionFamily empirical{
    .id = "empirical",
    .name = "Observed values",
    .source = "B. Efron & R. J. Tibshirani, An Introduction to the Bootstrap (1993), sec. 4.2",
    .needs_values = true,
    .values_move = true,
    .parameters = observed,
    .quantile = quantile,
    .cdf = cdf,
    .mean = leading_mean,
    .standard_deviation = leading_standard_deviation,
};

}  // namespace fulcrum::distributions
