#include "base/decimal.h"

#include "base/numerals.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace fulcrum {

Decimal shortest_decimal(double value) {
    assert(std::isfinite(value));
    if (value == 0) return {.negative = false, .digits = "0", .point = 1};
    return significant_digits(value, 0);
}

Decimal rounded_decimal(double value, int digits) {
    assert(std::isfinite(value) && digits > 0 && digits < 100);
    if (value == 0) return {.negative = false, .digits = "0", .point = 1};
    return significant_digits(value, digits);
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
