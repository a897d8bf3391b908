#include "analysis/trace_formula.h"

#include "base/text.h"
#include "expr/lexer.h"

#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

using When = Reference::When;

// From `first` on, the token behind the name's @option, where it has one.
std::size_t behind_name(const std::vector<Token>& tokens, std::size_t first) {
    return first + (tokens[first + 1].is("@") ? 3 : 1);
}

}  // namespace

std::string with_names_replaced(std::string_view text, const ParsedFormula& formula,
                                std::span<const std::string> by, const std::string& month) {
    const Result<std::vector<Token>> tokens = tokens_of(text);
    assert(tokens && tokens->size() > 1);
    std::string replaced;
    std::size_t copied = tokens->front().begin, next = 0;
    const auto replace = [&](std::size_t begin, std::size_t end, const std::string& with) {
        if (with.empty()) return;
        replaced += std::string(text.substr(copied, begin - copied)) + with;
        copied = end;
    };
    for (std::size_t t = 0; (*tokens)[t].kind != TokenKind::End; ++t) {
        const Token& token = (*tokens)[t];
        if (token.kind != TokenKind::Name) continue;
        if (next == formula.references.size() || token.begin != formula.references[next].at) {
            if (token.is("month")) replace(token.begin, token.end, month);
            continue;
        }
        const Reference& reference = formula.references[next];
        std::size_t first = t, behind = behind_name(*tokens, t);
        t = behind - 1;
        if (reference.when == When::Previous || reference.when == When::At) {
            first -= 2;  // previous( or at(
            behind += reference.when == When::At ? 3 : 1;
        }
        replace((*tokens)[first].begin, (*tokens)[behind - 1].end, by[next++]);
    }
    const std::size_t end = (*tokens)[tokens->size() - 2].end;  // before End
    return replaced + std::string(text.substr(copied, end - copied));
}

std::string formula_value(double value, std::string_view unit) {
    std::string number = std::isnan(value)   ? "0/0"
                         : std::isinf(value) ? (value < 0 ? "-1/0" : "1/0")
                                             : shortest(value);
    // a share is written in brackets as a number without a unit
    const std::string_view symbols = trimmed(unit) == "%" ? "1" : trimmed(unit);
    if (symbols.empty()) return "(" + number + ")";
    if (!std::isfinite(value)) number = "(" + number + ")";
    return "(" + number + " [" + std::string(symbols) + "])";
}

}  // namespace fulcrum
