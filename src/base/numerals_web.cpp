#include "base/numerals.h"

#include <emscripten.h>

// digits is how many are significant, 0 for the fewest: 1.25e+21; or -1: the number as it prints.
// text has room for 128 bytes; returned is how many it has now.
EM_JS(int, print_number, (double value, int digits, char* text), {
    const printed = digits < 0    ? String(value)
                    : digits == 0 ? value.toExponential()
                                  : value.toExponential(digits - 1);
    for (let k = 0; k < printed.length; ++k) HEAPU8[text + k] = printed.charCodeAt(k);
    return printed.length;
});

EM_JS(double, read_number, (const char* text, int length), {
    let numeral = "";
    for (let k = 0; k < length; ++k) numeral += String.fromCharCode(HEAPU8[text + k]);
    return Number(numeral);
});

namespace fulcrum {
namespace {

std::string printed(double value, int digits) {
    char text[128];
    return {text, static_cast<std::size_t>(print_number(value, digits, text))};
}

}  // namespace

std::string ecmascript_numeral(double value) {
    return printed(value, -1);
}

Decimal significant_digits(double value, int digits) {
    Decimal decimal{.negative = value < 0};
    bool in_exponent = false, down = false;
    for (const char c : printed(value, digits)) {
        if (c == 'e') in_exponent = true;
        if (c == '-') down = in_exponent;
        if (c < '0' || c > '9') continue;
        if (in_exponent)
            decimal.point = decimal.point * 10 + (c - '0');
        else
            decimal.digits += c;
    }
    decimal.point = (down ? -decimal.point : decimal.point) + 1;
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    return decimal;
}

double nearest_double(std::string_view numeral) {
    return read_number(numeral.data(), static_cast<int>(numeral.size()));
}

}  // namespace fulcrum
