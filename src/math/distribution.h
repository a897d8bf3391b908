// What every distribution family is: names, what it needs, and pure functions.
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fulcrum {

struct RangeComponent;

// The range of an assumption as people state it; which fields are needed depends on the family.
struct Range {
    double base = 0;  // the slider: most likely value, rate, or point
    std::optional<double> low, high;
    double low_probability = 0;                 // F(low) and F(high): 0 and 1 mean the ends,
    double high_probability = 1;                // 0.05 and 0.95 the 90 % interval
    std::vector<double> values, probabilities;  // empirical, discrete; none = equally likely
    std::optional<double> sd;                   // standard deviation, in place of low and high
    std::optional<double> shape;                // what it is depends on the family
    std::optional<double> trials;               // binomial only
    std::optional<double> min, max;             // hard limits, for families that have ends there
    std::vector<RangeComponent> components;     // mixture only
};

struct DistributionFamily;

// One component of a mixture.
struct RangeComponent {
    double weight = 0;  // the probability that a draw is from this one
    const DistributionFamily* family = nullptr;
    Range range;
};

// A family never changes silently: a Range that it cannot take is an error that says what to
// change.
struct DistributionFamily {
    std::string_view id;          // stable for ever: saved in documents
    std::string_view name;        // the field's term
    std::string_view source;      // so that a reader can check us
    bool needs_low_high = false;  // or sd, where it takes one
    bool needs_values = false;
    bool values_move = false;  // with the base, when it is dragged
    bool needs_components = false;
    bool takes_sd = false;
    bool takes_shape = false;
    bool needs_trials = false;
    bool ends_only = false;      // low and high are the ends: a 5-95 % interval is an error
    bool interval_only = false;  // low and high must be at probabilities inside (0, 1): no ends
    bool whole_numbers = false;  // draws are whole; the ends are rounded when the base is dragged
    bool positive_only = false;  // low, high and sd move by ratio when the base is dragged
    bool tabulated =
        false;  // smooth, and slow enough that draws come from a table (quantile_table.h)
    bool between_limits = false;  // lies on [min, max], else [0, 1]; a drag keeps how sure it is
    bool continuous = false;      // F(F^-1(u)) = u; else F^-1(u) is the smallest x with F(x) >= u

    // What the functions below take. Only the family knows what the numbers are (they may hold
    // prepared tables); they depend on the range alone. error().path is relative to the assumption:
    // "/low", "/probabilities/2".
    Result<std::vector<double>> (*parameters)(const Range&) = nullptr;

    // x[i] = F^-1(u[i]), always finite. u in (0, 1); x and u have the same length and may be the
    // same span.
    void (*quantile)(std::span<const double> parameters, std::span<const double> u,
                     std::span<double> x) = nullptr;

    double (*cdf)(std::span<const double> parameters, double x) = nullptr;  // P(X <= x)
    double (*mean)(std::span<const double> parameters) = nullptr;
    double (*standard_deviation)(std::span<const double> parameters) = nullptr;
};

// All families, in menu order.
std::span<const DistributionFamily* const> distribution_families();

// nullptr when no family has that id.
const DistributionFamily* find_distribution_family(std::string_view id);

}  // namespace fulcrum
