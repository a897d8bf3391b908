// Doubles to and from decimal text, correctly rounded: natively by double-conversion, in the
// browser and in node by the host's own numbers, which spares the page 13 KB. Both give the same
// texts.
#pragma once

#include "base/decimal.h"

#include <string>
#include <string_view>

namespace fulcrum {

// As ECMAScript prints it. Requires a finite value.
std::string ecmascript_numeral(double value);

// So many significant digits, ties away from zero; 0 = the fewest that read back as the same
// double. Requires a finite value but 0, digits >= 0 and < 100.
Decimal significant_digits(double value, int digits);

// The double nearest to digits[.digits][e[+-]digits] or .digits..., infinite beyond the largest.
double nearest_double(std::string_view numeral);

}  // namespace fulcrum
