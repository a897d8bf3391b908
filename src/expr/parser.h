// Tokens -> tree, by recursive descent: one function per level of binding.
#pragma once

#include "expr/formula.h"
#include "expr/functions.h"
#include "expr/lexer.h"

#include <string_view>
#include <vector>

namespace fulcrum {

class FormulaParser {
  public:
    explicit FormulaParser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}
    Result<ParsedFormula> parse();

  private:
    using Parsed = Result<std::size_t>;  // index of the node
    using Level = Parsed (FormulaParser::*)();

    // What is joined by * and /, before it becomes nodes.
    struct Factor {
        bool divides = false;
        std::size_t node = 0;
    };

    Parsed disjunction();  // or
    Parsed conjunction();  // and
    Parsed negation();     // not
    Parsed comparison();   // < <= > >= = !=
    Parsed sum();          // + -
    Parsed product();      // * / [unit]
    Parsed sign();         // -
    Parsed power();        // ^
    Parsed primary();
    Parsed number();
    Parsed group();
    Parsed named();
    Parsed call(const Token& name);
    Parsed earlier(const Token& name);  // previous(...), at(...)
    Parsed nested(Level level);

    Result<std::vector<std::size_t>> arguments(const Token& open, const FormulaFunction& function);
    Parsed series(const FormulaFunction& function);  // all months of one
    Result<Reference> reference();
    Result<int> month_argument();
    Parsed with_unit(std::vector<Factor>& factors);
    std::size_t first_of_chain(const std::vector<Factor>& factors) const;

    std::size_t add(FormulaNode node, bool literal = false);
    std::size_t binary(std::string_view symbol, std::size_t left, std::size_t right);
    std::size_t unary(const Token& symbol, std::size_t operand);
    std::size_t joined(const std::vector<Factor>& factors, std::size_t first);

    const Token& token() const { return tokens_[at_]; }
    bool accept(std::string_view symbol);
    Error expected_value() const;
    Error expected_end(const Token* open) const;

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    ParsedFormula formula_;
    std::vector<bool> literal_;  // [node] made of bare numbers only
};

}  // namespace fulcrum
