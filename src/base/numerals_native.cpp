#include "base/numerals.h"

#include <algorithm>
#include <array>
#include <double-conversion/double-conversion.h>
#include <double-conversion/strtod.h>

namespace fulcrum {
namespace {

using double_conversion::DoubleToStringConverter;

// The exponent behind e, held within what no double reaches, so that adding to it cannot overflow.
int exponent_value(std::string_view text) {
    constexpr int beyond = 1000000000;
    const bool negative = !text.empty() && text.front() == '-';
    int value = 0;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            value = std::min(beyond, value > beyond / 10 ? beyond : value * 10 + (c - '0'));
    return negative ? -value : value;
}

}  // namespace

std::string ecmascript_numeral(double value) {
    char buffer[64];
    double_conversion::StringBuilder builder(buffer, sizeof buffer);
    DoubleToStringConverter::EcmaScriptConverter().ToShortest(value, &builder);
    return builder.Finalize();
}

Decimal significant_digits(double value, int digits) {
    std::array<char, 128> buffer{};
    bool negative = false;
    int length = 0, point = 0;
    DoubleToStringConverter::DoubleToAscii(
        value, digits == 0 ? DoubleToStringConverter::SHORTEST : DoubleToStringConverter::PRECISION,
        digits, buffer.data(), static_cast<int>(buffer.size()), &negative, &length, &point);
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    text.erase(text.find_last_not_of('0') + 1);
    return {negative, std::move(text), point};
}

double nearest_double(std::string_view numeral) {
    const std::size_t e = std::min(numeral.find_first_of("eE"), numeral.size());
    const std::size_t point = std::min(numeral.find('.'), e);
    const std::size_t fraction = point < e ? e - point - 1 : 0;
    std::string digits(numeral.substr(0, point));
    digits.append(numeral.substr(e - fraction, fraction));
    const int exponent = e < numeral.size() ? exponent_value(numeral.substr(e + 1)) : 0;
    return double_conversion::Strtod({digits.data(), static_cast<int>(digits.size())},
                                     exponent - static_cast<int>(fraction));
}

}  // namespace fulcrum
