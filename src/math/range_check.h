// Checks of a Range that the families share. An empty result means that nothing is wrong.
#pragma once

#include "math/distribution.h"

#include <optional>
#include <string>

namespace fulcrum {

// "low 12" and the like, for messages.
std::string with_value(std::string_view field, double value);

std::optional<Error> check_finite(std::string_view field, double value);

// low and high are given, finite, low <= high, high - low finite, and their probabilities in order.
// `family` is the word for the message: "a triangular range".
std::optional<Error> check_low_high(const Range& range, std::string_view family);

// low and high are not given; `instead` says what is: "its values".
std::optional<Error> check_no_low_high(const Range& range, std::string_view instead);

// low is above 0; it has passed check_low_high.
std::optional<Error> check_positive_low(const Range& range, std::string_view family);

// base is finite and above 0; `what` it is: "the mean".
std::optional<Error> check_positive_base(const Range& range, std::string_view what);

// As check_low_high, and low and high are the ends (probabilities 0 and 1).
std::optional<Error> check_ends(const Range& range, std::string_view family);

// As above, and low <= base <= high.
std::optional<Error> check_ends_and_base(const Range& range, std::string_view family);

// check_low_high, and neither probability is 0 or 1.
std::optional<Error> check_interval(const Range& range, std::string_view family);

// check_interval; or base and a positive sd, and neither low nor high.
std::optional<Error> check_interval_or_sd(const Range& range, std::string_view family);

// base and a positive sd are given, and neither low nor high.
std::optional<Error> check_mean_and_sd(const Range& range, std::string_view family);

// Where low and high lie in the standard normal distribution; exactly opposite when their
// probabilities are, so that the mean of a normal range is its middle. The range has passed
// check_interval.
struct StandardInterval {
    double low, high;
};
StandardInterval standard_interval(const Range& range);

// The normal distribution of a range that has passed check_interval_or_sd.
struct NormalRange {
    double mean, deviation;
};
NormalRange normal_of(const Range& range);

// ln(x / y), x and y positive, without loss where they are near each other.
double log_ratio(double x, double y);

}  // namespace fulcrum
