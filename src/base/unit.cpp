#include "base/unit.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace fulcrum {
namespace {

constexpr int max_exponent = 99;

// Chains of products must not overflow.
int bounded(int exponent) {
    constexpr int most = 1'000'000;
    return std::clamp(exponent, -most, most);
}

bool is_symbol_letter(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return letter == '$' || letter == '_' || letter == '\'' || byte >= 0x80 ||
           (byte < 0x80 && std::isalpha(byte) != 0);
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string singular(std::string_view symbol) {
    const bool plural = symbol.size() > 2 && symbol.ends_with('s') && !symbol.ends_with("ss");
    return std::string(plural ? symbol.substr(0, symbol.size() - 1) : symbol);
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

// A symbol, "%" or "1", with its exponent.
struct Factor {
    std::string symbol;  // "" for % and 1
    int exponent = 1;
    std::size_t end = 0;
};

Result<Factor> parse_symbol(std::string_view text, std::size_t at) {
    Factor factor;
    factor.end = at;
    if (at == text.size()) return Error{"", "expected a unit at the end", at};
    if (text[at] == '%' || text[at] == '1') {
        ++factor.end;
        if (factor.end < text.size() && (is_digit(text[factor.end]) || text[factor.end] == '.'))
            return Error{"", "a unit holds no numbers but 1 and exponents", at};
        return factor;
    }
    if (!is_symbol_letter(text[at]))
        return Error{"", "expected a unit, found '" + std::string(1, text[at]) + "'", at};
    while (factor.end < text.size() &&
           (is_symbol_letter(text[factor.end]) || is_digit(text[factor.end])))
        ++factor.end;
    factor.symbol = singular(text.substr(at, factor.end - at));
    return factor;
}

Result<Factor> parse_factor(std::string_view text, std::size_t at) {
    Result<Factor> symbol = parse_symbol(text, at);
    if (!symbol) return symbol;
    Factor factor = *std::move(symbol);
    const std::size_t caret = skip_spaces(text, factor.end);
    if (caret == text.size() || text[caret] != '^') return factor;

    std::size_t digit = skip_spaces(text, caret + 1);
    const bool negative = digit < text.size() && text[digit] == '-';
    if (negative) ++digit;
    const std::size_t first = digit;
    int exponent = 0;
    for (; digit < text.size() && is_digit(text[digit]) && exponent <= max_exponent; ++digit)
        exponent = exponent * 10 + (text[digit] - '0');
    if (digit == first || exponent > max_exponent)
        return Error{"", "expected a whole number up to 99 after ^", first};
    factor.exponent = negative ? -exponent : exponent;
    factor.end = digit;
    return factor;
}

}  // namespace

Unit Unit::unknown() {
    return {};
}

Unit Unit::bare() {
    Unit unit;
    unit.kind_ = Kind::Bare;
    return unit;
}

Unit Unit::none() {
    Unit unit;
    unit.kind_ = Kind::Known;
    return unit;
}

bool Unit::fits(const Unit& other) const {
    if (kind_ != Kind::Known || other.kind_ != Kind::Known) return true;
    return exponents_ == other.exponents_;
}

Unit operator*(const Unit& a, const Unit& b) {
    if (a.is_unknown() || b.is_unknown()) return Unit::unknown();
    if (a.is_bare()) return b;
    if (b.is_bare()) return a;
    Unit product = a;
    for (const auto& [symbol, exponent] : b.exponents_)
        if ((product.exponents_[symbol] = bounded(product.exponents_[symbol] + exponent)) == 0)
            product.exponents_.erase(symbol);
    return product;
}

Unit operator/(const Unit& a, const Unit& b) {
    return a * b.power(-1);
}

Unit Unit::power(int exponent) const {
    if (kind_ != Kind::Known) return *this;
    Unit result = none();
    if (exponent == 0) return result;
    for (const auto& [symbol, own] : exponents_)
        result.exponents_[symbol] = bounded(own * exponent);
    return result;
}

std::optional<Unit> Unit::root() const {
    Unit result = *this;
    for (auto& [symbol, exponent] : result.exponents_) {
        if (exponent % 2 != 0) return std::nullopt;
        exponent /= 2;
    }
    return result;
}

std::string Unit::text() const {
    if (kind_ != Kind::Known) return "any";
    std::string above, below;
    for (const auto& [symbol, exponent] : exponents_) {
        std::string& side = exponent > 0 ? above : below;
        if (exponent < 0)
            side += '/';
        else if (!side.empty())
            side += '*';
        side += symbol;
        if (std::abs(exponent) > 1) side += "^" + std::to_string(std::abs(exponent));
    }
    return (above.empty() ? "1" : above) + below;
}

Result<Unit> parse_unit(std::string_view text) {
    std::size_t at = skip_spaces(text, 0);
    if (at == text.size()) return Unit::unknown();
    Unit unit = Unit::none();
    for (bool divide = false;;) {
        const Result<Factor> factor = parse_factor(text, at);
        if (!factor) return factor.error();
        if (!factor->symbol.empty() && factor->exponent != 0) {
            Unit one = Unit::none();
            one.exponents_[factor->symbol] = factor->exponent;
            unit = divide ? unit / one : unit * one;
        }
        at = skip_spaces(text, factor->end);
        if (at == text.size()) return unit;
        if (text[at] != '*' && text[at] != '/')
            return Error{
                "", "expected * or / between units, found '" + std::string(1, text[at]) + "'", at};
        divide = text[at] == '/';
        at = skip_spaces(text, at + 1);
    }
}

}  // namespace fulcrum
