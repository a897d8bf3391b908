// An uncertain input: a slider, and a range around it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// Who says so: the source document, or the author of the model.
enum class Basis { Unsaid, Stated, Derived };

// What low and high mean.
enum class Interval { Ends, P5P95, P10P90, P25P75 };

// One of the ranges that a mixture draws from; all fields as an assumption's.
struct Component {
    double weight = 0;  // the probability that a draw is from this one
    double base = 0;
    std::optional<double> low, high;
    Interval interval = Interval::Ends;
    std::optional<double> sd;
    std::string family;
    std::optional<double> shape;
    std::optional<std::int64_t> trials;
    std::vector<double> values, probabilities;
    std::optional<double> min, max;
    bool operator==(const Component&) const = default;
};

// Inside a cell `id`, `name` and `unit` are absent: its id is row@option, its name and unit are the
// row's.
struct Assumption {
    std::string id;
    std::string name;
    std::string topic;  // id of a Topic: the group in the list of sliders
    std::string unit;
    double base = 0;  // the slider
    std::optional<double> low, high;
    Interval interval = Interval::Ends;
    std::optional<double> sd;  // standard deviation, in place of low and high
    std::string family;  // id of a distribution family; "" = uniform with a range, point without
    std::optional<double> shape;         // Weibull, Student's t, PERT: see their families
    std::optional<std::int64_t> trials;  // binomial only
    std::vector<double> values;          // empirical: observed; discrete: possible
    std::vector<double> probabilities;   // discrete only
    std::vector<Component> components;   // mixture only
    std::optional<double> min, max;      // hard limits of base, low and high
    std::optional<std::int64_t> stream;  // given once, never copied to another
    bool known = false;                  // pinned to base
    Basis basis = Basis::Unsaid;         // of base
    Basis range_basis = Basis::Unsaid;   // of low and high
    std::string source;
    std::string owner;
    std::vector<std::string> disputed_by;
    std::string note;
    bool operator==(const Assumption&) const = default;
};

}  // namespace fulcrum
