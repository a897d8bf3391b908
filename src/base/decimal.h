// A double as decimal digits: what figures and typed numbers are made of.
#pragma once

#include <string>
#include <string_view>

namespace fulcrum {

// 0.digits * 10^point, without trailing zeros; zero has the digits "0" and the point 1.
struct Decimal {
    bool negative = false;
    std::string digits;
    int point = 0;
};

// The shortest digits that read back as the same double. Requires a finite value.
Decimal shortest_decimal(double value);

// Correctly rounded to so many significant digits. Requires a finite value and digits > 0.
Decimal rounded_decimal(double value, int digits);

// "1234.5", "0.05": without sign, with the fraction that the digits need; commas between groups of
// three where asked.
std::string plain_digits(const Decimal& decimal, bool grouped);

// How the text of a unit dresses a number: "$K/week" is sign "$", power 3, rest "/week"; "%" has
// power 2 (0.2 is 20 %) and rest ""; any other unit is rest alone; "1" is no unit.
struct UnitDress {
    std::string_view sign;
    int power = 0;
    bool percent = false;
    std::string_view rest;
};
UnitDress unit_dress(std::string_view unit);

}  // namespace fulcrum
