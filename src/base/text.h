// Numbers, UTF-8 and words as text, the same on every platform and in every locale.
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fulcrum {

// The shortest text that reads back as the same double, as ECMAScript prints it (1e+21, 0.000001),
// except that -0.0 is "-0.0". Requires a finite value.
std::string shortest(double value);

// A decimal number, whole text: "-1.5e3". Nothing else: no spaces, hex, inf or nan. Empty result
// when it is none or does not fit a finite double.
std::optional<double> parse_decimal(std::string_view text);

// The first bytes of text that are a decimal number without sign, and how many they are (0 = none).
struct LeadingNumber {
    double value = 0;
    std::size_t length = 0;
};
LeadingNumber leading_decimal(std::string_view text);

// Valid UTF-8, shortest forms only, no surrogates? Returns the offset of the first wrong byte.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
std::size_t code_points(std::string_view text);

// Removes spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

// The candidate that the writer of `word` most likely meant: fewest edits (insert, delete, change,
// swap; case costs nothing), at most 1 + length/4 of them. Empty when none is near. Ties: first in
// order.
std::string_view nearest(std::string_view word, std::span<const std::string> candidates);

// "; did you mean 'velocity'?" or "" when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace fulcrum
