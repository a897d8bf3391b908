#include "base/text.h"

#include "base/numerals.h"

#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// How many bytes of text are digits[.digits][e[+-]digits] or .digits...; 0 = none.
std::size_t decimal_length(std::string_view text) {
    const std::size_t whole = digits_from(text, 0);
    std::size_t length = whole;
    if (length < text.size() && text[length] == '.') {
        const std::size_t fraction = digits_from(text, length + 1);
        if (fraction > 0) length += 1 + fraction;
    }
    if (length == 0) return 0;
    if (length < text.size() && (text[length] == 'e' || text[length] == 'E')) {
        std::size_t at = length + 1;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t exponent = digits_from(text, at);
        if (exponent > 0) length = at + exponent;
    }
    return length;
}

std::size_t continuation_bytes(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead >= 0xC2 && lead <= 0xDF) return 1;
    if (lead >= 0xE0 && lead <= 0xEF) return 2;
    if (lead >= 0xF0 && lead <= 0xF4) return 3;
    return 4;  // no lead byte at all
}

// The second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF.
bool is_second_byte(unsigned char lead, unsigned char byte) {
    if (lead == 0xE0) return byte >= 0xA0 && byte <= 0xBF;
    if (lead == 0xED) return byte >= 0x80 && byte <= 0x9F;
    if (lead == 0xF0) return byte >= 0x90 && byte <= 0xBF;
    if (lead == 0xF4) return byte >= 0x80 && byte <= 0x8F;
    return byte >= 0x80 && byte <= 0xBF;
}

}  // namespace

std::string shortest(double value) {
    assert(std::isfinite(value));
    if (value == 0) return std::signbit(value) ? "-0.0" : "0";
    return ecmascript_numeral(value);
}

std::optional<double> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || decimal_length(digits) != digits.size()) return std::nullopt;
    const double value = nearest_double(digits);
    if (!std::isfinite(value)) return std::nullopt;
    return negative ? -value : value;
}

LeadingNumber leading_decimal(std::string_view text) {
    const std::size_t length = decimal_length(text);
    if (length == 0) return {};
    return {nearest_double(text.substr(0, length)), length};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    std::size_t at = 0;
    while (at < text.size()) {
        const unsigned char lead = byte(at);
        const std::size_t more = continuation_bytes(lead);
        if (more > 3 || at + more >= text.size()) return at;
        if (more >= 1 && !is_second_byte(lead, byte(at + 1))) return at;
        for (std::size_t k = 2; k <= more; ++k)
            if ((byte(at + k) & 0xC0) != 0x80) return at;
        at += more + 1;
    }
    return std::nullopt;
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

}  // namespace fulcrum
