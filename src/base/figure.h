// How a figure stands on the screen, in a sentence and in a report: the same figure is the same
// text everywhere.
//
// Rules (look.md): K and M with three significant digits ($308K, $1.29M), two where the leading
// number is below 100 without M ($49K, $9.4K, month 4.3); whole per cent (<1 %, >99 %); true minus
// sign U+2212, thin space U+2009 between number and unit; the currency sign stands first, a scaled
// unit ("$K") is scaled up ($1.29M).
#pragma once

#include <string>
#include <string_view>

namespace fulcrum {

// 308.2, "$K" -> "$308K"; -0.05, "%" -> "−5 %"; 6.7, "months" -> "6.7 months"; 1250, "users" ->
// "1,250 users".
std::string figure(double value, std::string_view unit);

// The same without its unit, for columns that state the unit once: 308.2, "$K" -> "308K" keeps K
// and M.
std::string bare_figure(double value, std::string_view unit);

// With a sign always, for changes: "+12K", "−3 points"; zero is "±0".
std::string change(double difference, std::string_view unit);

// A probability or share in [0, 1]: "72 %", "<1 %", ">99 %", "0 %" only when exactly 0.
std::string share(double fraction);

// "3 – 5 outages", "$40K – $60K": low and high with the unit once or with the currency at both.
std::string range(double low, double high, std::string_view unit);

// All digits that matter, for tooltips and the form: "190.3824 $K" as "$190,382.4".
std::string exact(double value, std::string_view unit);

// What a person types into a value field: "67%", "40K", "1.2M", "1,250", "−3", "$40K", with unit or
// without; a comma is a decimal comma when at most one stands there and it is not followed by
// exactly three digits. "=..." is not handled here. In the unit of the field: "67%" and "67" for
// "%" are 0.67; "40K" for "$K" is 40, "40" for "$K" is 40. Empty: not a number.
struct TypedNumber {
    double value = 0;
    bool valid = false;
};
TypedNumber typed_number(std::string_view text, std::string_view unit);

// The number as one would type it into that field, shortest: 0.67, "%" -> "67%"; 40, "$K" -> "40".
std::string typed_text(double value, std::string_view unit);

}  // namespace fulcrum
