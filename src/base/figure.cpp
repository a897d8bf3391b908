#include "base/figure.h"

#include "base/decimal.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view plus_minus = "\u00B1";
constexpr std::string_view thin_space = "\u2009";
constexpr int exact_digits = 10;

// Digits before the point of |value| * 10^power; 0 and less for fractions.
int leading_point(double value, int power) {
    return shortest_decimal(value).point + power;
}

std::string scientific(const Decimal& decimal) {
    const Decimal lead{false, decimal.digits, 1};
    const int exponent = decimal.point - 1;
    return plain_digits(lead, false) + "e" + (exponent < 0 ? std::string(minus_sign) : "") +
           std::to_string(std::abs(exponent));
}

// How many digits a figure shows whose magnitude has so many digits before the point.
int shown_digits(int point, const UnitDress& dress) {
    if (point > 15) return 3;
    if (dress.percent) return point <= 0 ? 2 : point;
    if (point > 6) return 3;
    if (point == 4 && dress.sign.empty()) return 4;
    const int lead = point <= 3 ? point : point - 3;
    return lead <= 2 ? 2 : 3;
}

// |value| without sign and unit, scaled up by the unit: "308K", "1,250", "72".
std::string magnitude(double value, const UnitDress& dress) {
    if (std::isnan(value)) return "?";
    if (std::isinf(value)) return "\u221E";
    if (value == 0) return "0";
    Decimal shown = rounded_decimal(value, shown_digits(leading_point(value, dress.power), dress));
    shown.point += dress.power;
    if (shown.point > 15 || shown.point < -3) return scientific(shown);
    if (dress.percent || shown.point <= (dress.sign.empty() ? 4 : 3))
        return plain_digits(shown, true);
    const bool millions = shown.point > 6;
    shown.point -= millions ? 6 : 3;
    return plain_digits(shown, true) + (millions ? "M" : "K");
}

std::string_view sign_of(double value) {
    return value < 0 ? minus_sign : std::string_view();
}

bool is_plural_word(std::string_view word) {
    const std::size_t n = word.size();
    if (n < 4 || word[n - 1] != 's' || word[n - 2] == 's') return false;
    const bool letters = std::all_of(word.begin(), word.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
    return letters && word.find_first_of("aeiouy") != std::string_view::npos;
}

// What stands behind the number: thin space and unit; nothing before a "/".
std::string behind(const UnitDress& dress, std::string_view number) {
    std::string rest(dress.rest);
    const std::size_t first = std::min(rest.find_first_of("/*^"), rest.size());
    if (number == "1" && dress.sign.empty() && !dress.percent &&
        is_plural_word(std::string_view(rest).substr(0, first)))
        rest.erase(first - 1, 1);
    if (dress.percent) return std::string(thin_space) + "%" + rest;
    if (rest.empty() || rest.front() == '/' || rest.front() == ' ') return rest;
    return std::string(thin_space) + rest;
}

std::string dressed(std::string_view sign, const std::string& number, const UnitDress& dress) {
    return std::string(sign) + std::string(dress.sign) + number + behind(dress, number);
}

std::string points(double difference) {
    const double size = std::fabs(difference);
    if (size < 0.05) return std::string(plus_minus) + "0";
    const std::string number =
        size < 1 ? plain_digits(rounded_decimal(size, 1), false) : magnitude(std::round(size), {});
    return (difference < 0 ? std::string(minus_sign) : "+") + number +
           behind({"", 0, false, "points"}, number);
}

}  // namespace

std::string figure(double value, std::string_view unit) {
    const UnitDress dress = unit_dress(unit);
    return dressed(sign_of(value), magnitude(value, dress), dress);
}

std::string bare_figure(double value, std::string_view unit) {
    return std::string(sign_of(value)) + magnitude(value, unit_dress(unit));
}

std::string change(double difference, std::string_view unit) {
    if (difference == 0) return std::string(plus_minus) + "0";
    if (unit == "points") return points(difference);
    if (unit == "%" && std::isfinite(difference)) return points(100 * difference);
    UnitDress dress = unit_dress(unit);
    const std::string number = magnitude(difference, dress);
    dress.sign = {};
    return (difference < 0 ? std::string(minus_sign) : "+") + number + behind(dress, number);
}

std::string share(double fraction) {
    const std::string per_cent = std::string(thin_space) + "%";
    if (fraction > 0 && fraction < 0.01) return "<1" + per_cent;
    if (fraction > 0.99 && fraction < 1) return ">99" + per_cent;
    return figure(fraction, "%");
}

std::string range(double low, double high, std::string_view unit) {
    std::string whole_low = figure(low, unit);
    if (whole_low == figure(high, unit)) return whole_low;
    UnitDress dress = unit_dress(unit);
    const std::string last = magnitude(high, dress);
    const std::string rest = behind(dress, last);
    return std::string(sign_of(low)) + std::string(dress.sign) + magnitude(low, dress) +
           " \u2013 " + std::string(sign_of(high)) + std::string(dress.sign) + last + rest;
}

std::string exact(double value, std::string_view unit) {
    if (!std::isfinite(value)) return figure(value, unit);
    const UnitDress dress = unit_dress(unit);
    Decimal digits = shortest_decimal(value);
    if (value != 0) digits.point += dress.power;
    const bool whole = static_cast<int>(digits.digits.size()) <= digits.point;
    if (!whole && digits.digits.size() > exact_digits) {
        digits = rounded_decimal(value, exact_digits);
        digits.point += dress.power;
    }
    const bool readable = digits.point > -6 && digits.point <= 21;
    return dressed(sign_of(value), readable ? plain_digits(digits, true) : scientific(digits),
                   dress);
}

}  // namespace fulcrum
