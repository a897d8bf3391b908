#include "expr/formula.h"

#include "expr/parser.h"

namespace fulcrum {

Result<ParsedFormula> parse_formula(std::string_view text) {
    if (text.size() > max_formula_length)
        return Error{.path = {},
                     .message = "a formula has at most " + std::to_string(max_formula_length) +
                                " characters; found " + std::to_string(text.size()),
                     .at = max_formula_length};
    Result<std::vector<Token>> tokens = tokens_of(text);
    if (!tokens) return tokens.error();
    return FormulaParser(*std::move(tokens)).parse();
}

}  // namespace fulcrum
