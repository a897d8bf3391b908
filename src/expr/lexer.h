// Text of a formula -> tokens with positions.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fulcrum {

enum class TokenKind : std::uint8_t {
    Number,  // with its K, M or %
    Name,    // also if, and, or, not, month
    Unit,    // [text]
    Symbol,  // + - * / ^ ( ) , @ < <= > >= = == != <>
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;  // of a Unit: between the brackets; == is written =, <> is written !=
    double number = 0;      // Number
    std::size_t begin = 0, end = 0;
    bool is(std::string_view symbol) const {
        return (kind == TokenKind::Symbol || kind == TokenKind::Name) && text == symbol;
    }
};

// The tokens, closed by End; their texts are parts of `text` or literals. A "=" before everything
// else is left out.
// errors    a character that no formula holds (with what to write instead), a number that is cut or
//           too large, a bracket [ without its ].
Result<std::vector<Token>> tokens_of(std::string_view text);

}  // namespace fulcrum
