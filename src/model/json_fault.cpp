#include "base/text.h"
#include "model/json_tree.h"

#include <algorithm>
#include <cctype>

namespace fulcrum {
namespace {

constexpr std::string_view blank = " \t\r\n";

Error fault(std::size_t at, std::string message) {
    return {.path = "", .message = std::move(message), .at = at};
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+' || c == '.' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// What stands at `at`, as a person would name it.
std::string found(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "found the end of the file";
    if (text[at] == '"') return "found a text in quotes";
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end]) &&
           code_points(text.substr(at, end - at)) < 20)
        ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return "found '" + std::string(text.substr(at, std::max<std::size_t>(1, end - at))) + "'";
}

int hex_value(std::string_view digits) {
    if (digits.size() < 4) return -1;
    int value = 0;
    for (const char c : digits.substr(0, 4)) {
        const std::size_t digit =
            std::string_view("0123456789abcdef")
                .find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
        if (digit == std::string_view::npos) return -1;
        value = 16 * value + static_cast<int>(digit);
    }
    return value;
}

bool is_high_surrogate(int code) {
    return code >= 0xD800 && code < 0xDC00;
}
bool is_low_surrogate(int code) {
    return code >= 0xDC00 && code < 0xE000;
}

// The escape at text[at] == '\\': its length, or 0 and what is wrong with it.
std::size_t escape_length(std::string_view text, std::size_t at, std::string& wrong) {
    const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
    if (std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) return 2;
    if (kind != 'u') {
        wrong = "a backslash in a text is written twice: \\\\";
        return 0;
    }
    const int code = hex_value(text.substr(at + 2));
    if (code < 0) {
        wrong = "expected four hexadecimal digits after \\u";
        return 0;
    }
    if (!is_high_surrogate(code) && !is_low_surrogate(code)) return 6;
    const bool pair = is_high_surrogate(code) &&
                      text.substr(std::min(at + 6, text.size()), 2) == "\\u" &&
                      is_low_surrogate(hex_value(text.substr(at + 8)));
    if (pair) return 12;
    wrong = "this \\u escape is one half of a pair: its other half is missing";
    return 0;
}

Error string_fault(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != '"') {
        if (text[at] == '\n' || text[at] == '\r')
            return fault(begin,
                         "the text that begins here does not end on its line: a closing "
                         "quote is missing, or a line break is to be written as \\n");
        if (static_cast<unsigned char>(text[at]) < 0x20)
            return fault(at, "a control character in a text is to be escaped, a tab as \\t");
        if (text[at] != '\\') {
            ++at;
            continue;
        }
        std::string wrong;
        const std::size_t length = escape_length(text, at, wrong);
        if (length == 0) return fault(at, wrong);
        at += length;
    }
    return fault(begin, "the text that begins here has no closing quote");
}

// What people who know other notations often write.
std::string hint(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "";
    const bool after_zero = at > 0 && text[at - 1] == '0';
    if (text[at] >= '0' && text[at] <= '9' && after_zero) return ": a number has no leading 0";
    if (text[at] == '/') return ": JSON has no comments";
    if (text[at] == '\'') return ": texts stand in double quotes";
    return "";
}

Error expected_fault(std::string_view text, std::size_t at, const std::string& expected) {
    return fault(at, "expected " + expected + ", " + found(text, at) + hint(text, at));
}

Error key_fault(std::string_view text, std::size_t at, const std::string& expected) {
    if (at < text.size() && text[at] == '"') return string_fault(text, at);
    return expected_fault(text, at, expected);
}

Error value_fault(std::string_view text, std::size_t at, const std::string& expected) {
    if (at >= text.size()) return expected_fault(text, at, expected);
    const char c = text[at];
    if (c == '"') return string_fault(text, at);
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.')
        return fault(
            at, found(text, at) + ", which is no number as JSON writes it (like 12, -0.5, 1e6)");
    return expected_fault(text, at, expected);
}

}  // namespace

Error json_fault(std::string_view text, std::size_t from, const JsonState& state) {
    const auto next = [text](std::size_t at) {
        return std::min(text.find_first_not_of(blank, at), text.size());
    };
    const auto is = [text](std::size_t at, char c) { return at < text.size() && text[at] == c; };
    std::size_t at = next(from);

    if (state.depth == 0 && !state.begun) return value_fault(text, at, "a decision, { ... }");
    if (state.depth == 0) return expected_fault(text, at, "nothing after the closing }");
    if (state.in_object && state.after_key) {
        if (!is(at, ':')) return expected_fault(text, at, "':' after a key");
        return value_fault(text, next(at + 1), "a value after ':'");
    }
    const std::string closing = state.in_object ? "'}'" : "']'";
    const std::string wanted = state.in_object ? "a key in quotes" : "a value";
    if (state.first && state.in_object) return key_fault(text, at, wanted + " or " + closing);
    if (state.first) return value_fault(text, at, wanted + " or " + closing);
    if (!is(at, ',')) return expected_fault(text, at, "',' or " + closing + " after a value");
    at = next(at + 1);
    if (is(at, '}') || is(at, ']'))
        return fault(at, "expected " + wanted + " after ',', " + found(text, at) +
                             ": the last ',' is one too many");
    return state.in_object ? key_fault(text, at, wanted + " after ','")
                           : value_fault(text, at, wanted + " after ','");
}

}  // namespace fulcrum
