#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <double-conversion/double-conversion.h>

namespace fulcrum {
namespace {

using double_conversion::DoubleToStringConverter;

Decimal digits_of(double value, DoubleToStringConverter::DtoaMode mode, int digits) {
    assert(std::isfinite(value));
    if (value == 0) return {.negative = false, .digits = "0", .point = 1};
    std::array<char, 128> buffer{};
    bool negative = false;
    int length = 0, point = 0;
    DoubleToStringConverter::DoubleToAscii(value, mode, digits, buffer.data(),
                                           static_cast<int>(buffer.size()), &negative, &length,
                                           &point);
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    text.erase(text.find_last_not_of('0') + 1);
    return {negative, std::move(text), point};
}

}  // namespace

Decimal shortest_decimal(double value) {
    return digits_of(value, DoubleToStringConverter::SHORTEST, 0);
}

Decimal rounded_decimal(double value, int digits) {
    assert(digits > 0 && digits < 100);
    return digits_of(value, DoubleToStringConverter::PRECISION, digits);
}

std::string plain_digits(const Decimal& decimal, bool grouped) {
    const int length = static_cast<int>(decimal.digits.size());
    std::string text;
    for (int k = 0; k < decimal.point; ++k) {
        if (grouped && k > 0 && (decimal.point - k) % 3 == 0) text += ',';
        text += k < length ? decimal.digits[static_cast<std::size_t>(k)] : '0';
    }
    if (text.empty()) text = "0";
    if (length <= decimal.point) return text;
    text += '.';
    text.append(static_cast<std::size_t>(std::max(0, -decimal.point)), '0');
    return text += decimal.digits.substr(static_cast<std::size_t>(std::max(0, decimal.point)));
}

UnitDress unit_dress(std::string_view unit) {
    if (unit == "1") return {};
    if (unit.substr(0, 1) == "%") return {"", 2, true, unit.substr(1)};
    for (const std::string_view sign : {"$", "€", "£", "¥"}) {
        if (unit.substr(0, sign.size()) != sign) continue;
        const std::string_view rest = unit.substr(sign.size());
        const bool ends = rest.size() < 2 || rest[1] == '/';
        if (ends && rest.substr(0, 1) == "K") return {sign, 3, false, rest.substr(1)};
        if (ends && rest.substr(0, 1) == "M") return {sign, 6, false, rest.substr(1)};
        return {sign, 0, false, rest};
    }
    return {"", 0, false, unit};
}

}  // namespace fulcrum
