#include "expr/lexer.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace fulcrum {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Characters of a text processor and what a formula writes instead.
struct Lookalike {
    std::string_view character;
    std::string_view formula;
};
constexpr Lookalike lookalikes[] = {
    {"\u2212", "-"},  {"\u2013", "-"},  {"\u2014", "-"},  {"\u00d7", "*"},  {"\u00b7", "*"},
    {"\u00f7", "/"},  {"\u2215", "/"},  {"\u2264", "<="}, {"\u2265", ">="}, {"\u2260", "!="},
    {"\u00b2", "^2"}, {"\u00b3", "^3"}, {"&", "and"},     {"|", "or"},      {"!", "not"},
    {";", ","},       {"{", "("},       {"}", ")"},       {"**", "^"},
};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}
    Result<std::vector<Token>> tokens();

  private:
    std::optional<Error> next();
    std::optional<Error> number();
    std::optional<Error> unit();
    std::optional<Error> symbol();
    void name();
    void add(TokenKind kind, std::string_view text, std::size_t length);

    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    std::size_t digits_from(std::size_t from) const {
        std::size_t end = from;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        return end;
    }
    int exponent_from(std::size_t& end) const;
    void skip_spaces() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    Error unexpected() const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

Error error_at(std::size_t at, std::string message) {
    return {.path = {}, .message = std::move(message), .at = at};
}

Result<std::vector<Token>> Lexer::tokens() {
    skip_spaces();
    if (peek() == '=') ++at_;  // as in a spreadsheet
    for (skip_spaces(); at_ < text_.size(); skip_spaces())
        if (auto error = next()) return *std::move(error);
    add(TokenKind::End, {}, 0);
    return std::move(tokens_);
}

std::optional<Error> Lexer::next() {
    const bool after_at = !tokens_.empty() && tokens_.back().is("@");
    if (is_letter(peek()) || (after_at && is_digit(peek()))) {
        name();
        return {};
    }
    if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return number();
    if (peek() == '[') return unit();
    return symbol();
}

void Lexer::add(TokenKind kind, std::string_view text, std::size_t length) {
    Token token;
    token.kind = kind;
    token.text = text;
    token.begin = at_;
    token.end = at_ + length;
    tokens_.push_back(token);
    at_ += length;
}

void Lexer::name() {
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    add(TokenKind::Name, text_.substr(at_, end - at_), end - at_);
}

// 10 to this power; 0 when the character is no suffix.
int power_of_suffix(char c) {
    return c == 'K' ? 3 : c == 'M' ? 6 : c == '%' ? -2 : 0;
}

// Reads e12, e+12 or e-12 at `end`, if it stands there, and moves `end` behind it.
int Lexer::exponent_from(std::size_t& end) const {
    if (end == text_.size() || (text_[end] != 'e' && text_[end] != 'E')) return 0;
    std::size_t first = end + 1;
    const char sign = first < text_.size() ? text_[first] : '\0';
    if (sign == '-' || sign == '+') ++first;
    const std::size_t exponent_end = digits_from(first);
    if (exponent_end == first) return 0;
    int exponent = 0;
    for (std::size_t d = first; d < exponent_end; ++d)
        exponent = std::min(exponent * 10 + (text_[d] - '0'), 100'000);
    end = exponent_end;
    return sign == '-' ? -exponent : exponent;
}

std::optional<Error> Lexer::number() {
    std::size_t end = digits_from(at_);
    if (end < text_.size() && text_[end] == '.') {
        const std::size_t fraction_end = digits_from(end + 1);
        if (fraction_end == end + 1)
            return error_at(end, "expected a digit after the decimal point");
        end = fraction_end;
    }
    std::string decimal = "0" + std::string(text_.substr(at_, end - at_));
    decimal.erase(0, std::min(decimal.find_first_not_of('0'), decimal.size() - 1));
    if (!is_digit(decimal.front())) decimal.insert(0, "0");

    int exponent = exponent_from(end);
    if (end < text_.size() && power_of_suffix(text_[end]) != 0)
        exponent += power_of_suffix(text_[end++]);

    const std::string_view written = text_.substr(at_, end - at_);
    if (end < text_.size() && (is_letter(text_[end]) || text_[end] == '%'))
        return error_at(end, "unexpected '" + std::string(1, text_[end]) + "' after the number " +
                                 std::string(written) +
                                 "; only K, M or % may follow its digits, and a unit stands in "
                                 "brackets: [month]");
    const std::optional<double> value = parse_decimal(decimal + "e" + std::to_string(exponent));
    if (!value) return error_at(at_, "the number " + std::string(written) + " is too large");
    add(TokenKind::Number, written, end - at_);
    tokens_.back().number = *value;
    return {};
}

std::optional<Error> Lexer::unit() {
    const std::size_t close = text_.find_first_of("[]", at_ + 1);
    if (close == std::string_view::npos || text_[close] == '[')
        return error_at(at_, "expected ']' to close '[' at " + std::to_string(at_ + 1));
    add(TokenKind::Unit, text_.substr(at_ + 1, close - at_ - 1), close + 1 - at_);
    return {};
}

std::optional<Error> Lexer::symbol() {
    struct Spelling {
        std::string_view written, meant;
    };
    constexpr Spelling spellings[] = {
        {"<=", "<="}, {">=", ">="}, {"==", "="}, {"!=", "!="}, {"<>", "!="}, {"<", "<"},
        {">", ">"},   {"=", "="},   {"+", "+"},  {"-", "-"},   {"*", "*"},   {"/", "/"},
        {"^", "^"},   {"(", "("},   {")", ")"},  {",", ","},   {"@", "@"},
    };
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("**")) return unexpected();
    for (const Spelling& spelling : spellings) {
        if (!rest.starts_with(spelling.written)) continue;
        add(TokenKind::Symbol, spelling.meant, spelling.written.size());
        return {};
    }
    return unexpected();
}

Error Lexer::unexpected() const {
    const std::string_view rest = text_.substr(at_);
    for (const auto& [character, formula] : lookalikes)
        if (rest.starts_with(character))
            return error_at(at_, "unexpected '" + std::string(character) + "'; write '" +
                                     std::string(formula) + "'");
    if (peek() == '%')
        return error_at(at_, "unexpected '%'; it stands directly after a number, as in 67%");
    if (peek() == ']') return error_at(at_, "unexpected ']' without a '[' before it");

    std::size_t length = 1;
    while (length < std::min<std::size_t>(rest.size(), 4) && (rest[length] & 0xc0) == 0x80)
        ++length;
    const std::string_view character = rest.substr(0, length);
    if (!first_invalid_utf8(character) && static_cast<unsigned char>(rest[0]) >= ' ' &&
        rest[0] != '\x7f')
        return error_at(at_, "unexpected '" + std::string(character) + "'");
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(rest[0]);
    return error_at(at_, std::string("unexpected byte 0x") + digits[byte >> 4] + digits[byte & 15]);
}

}  // namespace

Result<std::vector<Token>> tokens_of(std::string_view text) {
    return Lexer(text).tokens();
}

}  // namespace fulcrum
