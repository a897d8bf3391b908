// How a figure stands on the screen, in a sentence and in a report: the same figure is the same
// text everywhere.
//
// Rules (the look of the page):
//   digits    two where the leading number is below 100, else three; with M always three; trailing
//             zeros are left out: $308K, $1.29M, $49K, $9.4K, 6.7
//   K and M   currencies from 1,000, other units from 10,000; below that whole: 1,250 users. From
//             1,000M on grouped ($1,230M), beyond 15 digits and below 0.0001 as 1.2e21
//   rounding  first the digits, then the letter: 999.6 $K is $1M, 99.6 $K is $100K, never $1000K
//   per cent  whole (a share between 0 and 1 % is <1 %, between 99 and 100 % is >99 %; another
//             figure below 1 % has two digits)
//   signs     true minus U+2212, thin space U+2009 before unit and %; the currency sign stands
//             first, a scaled unit ("$K") is scaled up, what follows "/" follows without a space
//   one       1 month, of a unit in small letters with a plural s
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

// With a sign always, for changes: "+12K" (no currency sign), "−3 points" (of "%" too, below 1 with
// one decimal); zero is "±0".
std::string change(double difference, std::string_view unit);

// A probability or share in [0, 1]: "72 %", "<1 %", ">99 %", "0 %" only when exactly 0.
std::string share(double fraction);

// "3 – 5 outages", "$40K – $60K": low and high with the unit once or with the currency at both.
std::string range(double low, double high, std::string_view unit);

// All digits that matter, for tooltips and the form: "190.3824 $K" as "$190,382.4"; a fraction is
// rounded to 10 significant digits.
std::string exact(double value, std::string_view unit);

// What a person types into a value field: "67%", "40K", "1.2M", "1,250", "−3", "$40K", with unit or
// without. A comma, space or apostrophe groups by three where the groups are well formed (1,250 but
// not 0,125); a single comma that does not is a decimal comma. "=..." is not handled here. In the
// unit of the field: "67%" and "67" for "%" are 0.67; "40K" and "40" for "$K" are 40; an amount
// with the sign and no letter is the amount itself ("$40,000" for "$K" is 40). Empty: not a number.
struct TypedNumber {
    double value = 0;
    bool valid = false;
};
TypedNumber typed_number(std::string_view text, std::string_view unit);

// The number as one would type it into that field, shortest: 0.67, "%" -> "67%"; 40, "$K" -> "40".
std::string typed_text(double value, std::string_view unit);

}  // namespace fulcrum
