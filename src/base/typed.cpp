#include "base/decimal.h"
#include "base/figure.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace fulcrum {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Every kind of space becomes ' ', every minus '-'.
std::string in_ascii(std::string_view typed) {
    std::string text(typed);
    for (const std::string_view space : {"\u00A0", "\u2009", "\u202F", "\u2007", "\t"})
        replace_all(text, space, " ");
    for (const std::string_view dash : {"\u2212", "\u2013"}) replace_all(text, dash, "-");
    return std::string(trimmed(text));
}

bool takes(std::string_view& text, std::string_view word) {
    if (word.empty() || text.substr(0, word.size()) != word) return false;
    text.remove_prefix(word.size());
    return true;
}

bool takes_end(std::string_view& text, std::string_view word) {
    if (word.empty() || text.size() < word.size()) return false;
    if (text.substr(text.size() - word.size()) != word) return false;
    text.remove_suffix(word.size());
    text = trimmed(text);
    return true;
}

// "1,250,000": one to three digits, no leading zero, then groups of three.
bool is_grouped(std::string_view whole, char separator) {
    const std::size_t first = whole.find(separator);
    if (first == 0 || first > 3 || whole.front() == '0') return false;
    for (std::size_t at = first; at < whole.size(); at += 4) {
        if (whole[at] != separator || whole.size() - at < 4) return false;
        for (std::size_t k = 1; k <= 3; ++k)
            if (!is_digit(whole[at + k])) return false;
    }
    return std::all_of(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(first), is_digit);
}

std::string without(std::string_view text, char separator) {
    std::string rest(text);
    rest.erase(std::remove(rest.begin(), rest.end(), separator), rest.end());
    return rest;
}

// Removes separators of groups in front of the decimal point; nothing when they stand wrongly.
std::optional<std::string> ungrouped(std::string_view number, char separator, char point) {
    const std::size_t end = std::min(number.find(point), number.size());
    const std::string_view whole = number.substr(0, end);
    const std::string_view fraction = number.substr(std::min(end + 1, number.size()));
    if (fraction.find(separator) != std::string_view::npos) return std::nullopt;
    if (whole.find(separator) != std::string_view::npos && !is_grouped(whole, separator))
        return std::nullopt;
    std::string plain = without(whole, separator);
    if (end < number.size()) (plain += '.') += fraction;
    return plain;
}

bool has_decimal_comma(std::string_view number) {
    const std::size_t comma = number.find(',');
    if (comma == std::string_view::npos || comma != number.rfind(',')) return false;
    const std::size_t point = number.rfind('.');
    if (point != std::string_view::npos) return point < comma;
    return !is_grouped(number, ',');
}

std::optional<std::string> in_decimal_points(std::string_view number) {
    for (const char separator : {' ', '\''}) {
        if (number.find(separator) == std::string_view::npos) continue;
        const std::size_t end = std::min(number.find_first_of(".,"), number.size());
        if (!is_grouped(number.substr(0, end), separator)) return std::nullopt;
        return in_decimal_points(without(number.substr(0, end), separator) +
                                 std::string(number.substr(end)));
    }
    if (has_decimal_comma(number)) return ungrouped(number, '.', ',');
    return ungrouped(number, ',', '.');
}

// digits * 10^power, rounded once.
std::optional<double> scaled(const std::string& number, int power) {
    const std::size_t e = number.find_first_of("eE");
    const std::optional<double> own =
        e == std::string::npos ? 0.0
                               : parse_decimal(number.substr(number[e + 1] == '+' ? e + 2 : e + 1));
    if (!own || std::fabs(*own) > 1e6) return std::nullopt;
    const int exponent = static_cast<int>(*own) + power;
    return parse_decimal(number.substr(0, e) + "e" + std::to_string(exponent));
}

// Takes unit, per cent and K or M off the text; returns the power of ten that they stand for in the
// field's own unit.
std::optional<int> take_unit(std::string_view& text, const UnitDress& dress,
                             std::string_view unit) {
    bool signed_amount = false;
    for (const std::string_view sign : {"$", "€", "£", "¥"}) {
        if (!takes(text, sign)) continue;
        if (sign != dress.sign) return std::nullopt;
        text = trimmed(text);
        signed_amount = true;
    }
    std::string_view word = dress.rest;
    const bool whole_unit = takes_end(text, in_ascii(unit));
    if (!whole_unit && !takes_end(text, in_ascii(word)) && word.size() > 2 && word.back() == 's')
        takes_end(text, in_ascii(word.substr(0, word.size() - 1)));
    if (dress.percent) {
        takes_end(text, "%");
        return -2;
    }
    if (takes_end(text, "%")) return unit.empty() || unit == "1" ? std::optional(-2) : std::nullopt;
    if (whole_unit && dress.power > 0) return 0;
    if (takes_end(text, "K") || takes_end(text, "k")) return 3 - dress.power;
    if (takes_end(text, "M")) return 6 - dress.power;
    return signed_amount ? -dress.power : 0;
}

}  // namespace

TypedNumber typed_number(std::string_view text, std::string_view unit) {
    const std::string ascii = in_ascii(text);
    std::string_view rest = ascii;
    const bool negative = takes(rest, "-");
    if (!negative) takes(rest, "+");
    rest = trimmed(rest);
    const std::optional<int> power = take_unit(rest, unit_dress(unit), unit);
    if (!power || rest.empty()) return {};
    const std::size_t e = std::min(rest.find_first_of("eE"), rest.size());
    const std::optional<std::string> number = in_decimal_points(rest.substr(0, e));
    if (!number || number->empty() || number->front() == '-') return {};
    const std::string whole = *number + std::string(rest.substr(e));
    if (!parse_decimal(without(whole, '+'))) return {};
    const std::optional<double> value = scaled(whole, *power);
    if (!value) return {};
    return {negative ? -*value : *value, true};
}

std::string typed_text(double value, std::string_view unit) {
    const bool percent = unit_dress(unit).percent;
    Decimal digits = shortest_decimal(value);
    if (percent && value != 0) digits.point += 2;
    const std::string sign = std::signbit(value) && value != 0 ? "-" : "";
    const bool readable = digits.point > -6 && digits.point <= 21;
    std::string number;
    if (readable) {
        number = plain_digits(digits, false);
    } else {
        const int exponent = digits.point - 1;
        number = plain_digits({false, digits.digits, 1}, false) + "e" + std::to_string(exponent);
    }
    return sign + number + (percent ? "%" : "");
}

}  // namespace fulcrum
