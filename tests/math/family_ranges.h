// Ranges that each distribution family takes, for the tests that hold for all of them.
#pragma once

#include "math/distribution.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fulcrum::tests {

inline Range with_base(double base) {
    Range range;
    range.base = base;
    return range;
}

inline Range with_sd(double base, double sd) {
    Range range = with_base(base);
    range.sd = sd;
    return range;
}

inline Range with_shape(double base, double shape) {
    Range range = with_base(base);
    range.shape = shape;
    return range;
}

inline Range with_trials(double base, double trials) {
    Range range = with_base(base);
    range.trials = trials;
    return range;
}

inline Range with_values(std::vector<double> values) {
    Range range = with_base(1);
    range.values = std::move(values);
    return range;
}

inline Range spanning(double low, double high) {
    Range range = with_base(0.5 * (low + high));
    range.low = low;
    range.high = high;
    return range;
}

inline Range mixed(std::vector<double> weights, std::vector<std::string_view> families,
                   std::vector<Range> parts) {
    Range range = with_base(1);
    for (std::size_t k = 0; k < weights.size(); ++k)
        range.components.push_back({weights[k], find_distribution_family(families[k]), parts[k]});
    return range;
}

// Apart and overlapping, with and without steps, of very different widths, with a heavy tail.
inline std::vector<Range> mixtures() {
    Range ninety = spanning(2, 4);
    ninety.low_probability = 0.05;
    ninety.high_probability = 0.95;
    Range heavy = with_sd(0, 1);
    heavy.shape = 3;
    return {
        mixed({0.7, 0.3}, {"normal", "uniform"}, {ninety, spanning(8, 12)}),
        mixed({0.2, 0.8}, {"point", "lognormal"}, {with_base(0), with_sd(5, 3)}),
        mixed({0.5, 0.5}, {"student_t", "exponential"}, {heavy, with_base(100)}),
        mixed({0.25, 0.25, 0.5}, {"empirical", "poisson", "bernoulli"},
              {with_values({-1.5, 0.1, 3, 3}), with_base(2.5), with_base(0.4)}),
        mixed({0.999, 0.001}, {"normal", "triangular"}, {with_sd(-1e6, 1e-3), spanning(1e6, 2e6)}),
        mixed({0.6, 0.4}, {"integer_uniform", "beta"}, {spanning(0, 3), with_sd(0.3, 0.1)})};
}

// Of families that take no low and high, or not any.
inline std::vector<Range> own_ranges(const DistributionFamily& family) {
    if (family.id == "poisson")
        return {with_base(5),    with_base(1e-6),   with_base(0.8), with_base(15.999),
                with_base(16.0), with_base(700.25), with_base(1e6)};
    if (family.id == "empirical")
        return {with_values({3, 1, 4, 1, 5}), with_values({-2.5, -2.5}),
                with_values({1e-300, 1e9, -7, 0, 0.1, 0.1, 12})};
    if (family.id == "mixture") return mixtures();
    if (family.id == "exponential") return {with_base(5), with_base(1e-60), with_base(1e9)};
    if (family.id == "bernoulli")
        return {with_base(0.3), with_base(0), with_base(1), with_base(1e-9), with_base(0.999)};
    if (family.id == "binomial")
        return {with_trials(3, 12),     with_trials(0.001, 10), with_trials(0, 5),
                with_trials(5, 5),      with_trials(0.5, 1),    with_trials(3e5, 1e6),
                with_trials(999.9, 1e3)};
    if (family.id == "gamma")
        return {with_sd(5, 2),       with_sd(5, 5),     with_sd(1, 3),
                with_sd(1e-9, 1e-9), with_sd(10, 0.11), with_sd(7, 1.75)};
    if (family.id == "beta") {
        std::vector<Range> list{with_sd(0.3, 0.1), with_sd(0.05, 0.005), with_sd(0.5, 0.353),
                                with_sd(0.01, 0.0135)};
        list.push_back(with_sd(-5, 2));
        list.back().min = -7;
        list.back().max = 12;
        return list;
    }
    if (family.id == "student_t" || family.id == "truncated_normal") {
        std::vector<Range> list{with_base(5), with_sd(5, 2), with_sd(-1e6, 300), with_sd(0, 1)};
        list[0].low = 2;
        list[0].high = 12;
        list[0].low_probability = 0.1;
        list[0].high_probability = 0.9;
        const double shapes[] = {3, 200, 7.5, 5};
        const std::optional<double> min[] = {0.0, 6.0, -1e6 - 50, std::nullopt};
        const std::optional<double> max[] = {std::nullopt, 6.01, -1e6 + 900, -5.0};
        for (std::size_t k = 0; k < list.size(); ++k) {
            if (family.takes_shape) list[k].shape = shapes[k];
            list[k].min = min[k];
            list[k].max = max[k];
        }
        return list;
    }
    return {};
}

// Other ways to state one.
inline std::vector<Range> further_ranges(const DistributionFamily& family) {
    if (family.id == "normal") return {with_sd(5, 2), with_sd(-1e6, 0.25), with_sd(0, 1e-90)};
    if (family.id == "lognormal") return {with_sd(100, 40), with_sd(1, 8), with_sd(1e9, 3)};
    if (family.id == "weibull")
        return {with_shape(5, 1), with_shape(5, 0.6), with_shape(5, 100), with_shape(1e-9, 2)};
    return {};
}

// Ranges that the family takes: narrow and wide, one-sided, with either sign where it may have one.
inline std::vector<Range> ranges(const DistributionFamily& family) {
    if (auto own = own_ranges(family); !own.empty()) return own;
    const auto range = [&](double base, double low, double high) {
        Range r;
        r.base = base;
        r.low = low;
        r.high = high;
        if (family.interval_only) {
            r.low_probability = 0.05;
            r.high_probability = 0.95;
        }
        r.values = {high, low, base};
        r.probabilities = {0.25, 0.5, 0.25};
        return r;
    };
    std::vector<Range> list{range(5, 2, 12), range(2, 2, 12), range(12, 2, 12), range(7, 7, 8),
                            range(3, 1, 1000)};
    if (!family.positive_only) {
        list.push_back(range(-1, -7, 4));
        list.push_back(range(-1'000'000, -1'000'001, -999'999));
    }
    if (!family.whole_numbers) {
        list.push_back(range(0.04, 0.01, 0.1));
        if (family.id != "weibull") list.push_back(range(1e9 + 0.5, 1e9, 1e9 + 2));
    }
    if (family.takes_shape && !family.interval_only)
        for (const double shape : {0.0, 2.0, 90.0}) {
            list.push_back(range(9, 5, 30));
            list.back().shape = shape;
        }
    for (Range& further : further_ranges(family)) list.push_back(std::move(further));
    return list;
}

inline std::string said(const DistributionFamily& family, const Range& range) {
    const auto number = [](const std::optional<double>& value) {
        return value ? " " + std::to_string(*value) : " -";
    };
    return std::string(family.id) + " base " + std::to_string(range.base) + " low" +
           number(range.low) + " high" + number(range.high) + " sd" + number(range.sd) + " shape" +
           number(range.shape) + " trials" + number(range.trials);
}

}  // namespace fulcrum::tests
