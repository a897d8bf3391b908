#include "expr/parser.h"

#include "base/text.h"
#include "expr/functions.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

Error error_at(const Token& token, std::string message) {
    return {.path = {}, .message = std::move(message), .at = token.begin};
}

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

// As a person counts, from 1.
std::string place(const Token& token) {
    return std::to_string(token.begin + 1);
}

bool is_keyword(const Token& token) {
    constexpr std::array<std::string_view, 3> keywords = {"and", "or", "not"};
    return token.kind == TokenKind::Name &&
           std::find(keywords.begin(), keywords.end(), token.text) != keywords.end();
}

bool is_comparison(const Token& token) {
    constexpr std::array<std::string_view, 6> symbols = {"<", "<=", ">", ">=", "=", "!="};
    return token.kind == TokenKind::Symbol &&
           std::find(symbols.begin(), symbols.end(), token.text) != symbols.end();
}

std::string found(const Token& token) {
    if (token.kind == TokenKind::End) return "the formula ends here";
    if (token.kind == TokenKind::Unit) return "found '[" + std::string(token.text) + "]'";
    return "found " + quoted(token.text);
}

}  // namespace

Result<ParsedFormula> FormulaParser::parse() {
    if (token().kind == TokenKind::End) return error_at(token(), "the formula is empty");
    Parsed root = disjunction();
    if (!root) return root.error();
    if (token().kind != TokenKind::End) return expected_end(nullptr);
    assert(*root + 1 == formula_.nodes.size());
    return std::move(formula_);
}

FormulaParser::Parsed FormulaParser::disjunction() {
    Parsed left = conjunction();
    while (left && accept("or")) {
        Parsed right = conjunction();
        if (!right) return right;
        left = binary("or", *left, *right);
    }
    return left;
}

FormulaParser::Parsed FormulaParser::conjunction() {
    Parsed left = negation();
    while (left && accept("and")) {
        Parsed right = negation();
        if (!right) return right;
        left = binary("and", *left, *right);
    }
    return left;
}

FormulaParser::Parsed FormulaParser::negation() {
    const Token symbol = token();
    if (!accept("not")) return comparison();
    Parsed operand = nested(&FormulaParser::negation);
    if (!operand) return operand;
    return unary(symbol, *operand);
}

FormulaParser::Parsed FormulaParser::comparison() {
    Parsed left = sum();
    if (!left || !is_comparison(token())) return left;
    const Token symbol = token();
    ++at_;
    Parsed right = sum();
    if (!right) return right;
    if (is_comparison(token()))
        return error_at(token(), "comparisons do not chain; write a < b and b < c");
    return binary(symbol.text, *left, *right);
}

FormulaParser::Parsed FormulaParser::sum() {
    Parsed left = product();
    while (left && (token().is("+") || token().is("-"))) {
        const std::string_view symbol = token().text;
        ++at_;
        Parsed right = product();
        if (!right) return right;
        left = binary(symbol, *left, *right);
    }
    return left;
}

FormulaParser::Parsed FormulaParser::product() {
    std::vector<Factor> factors;
    bool divides = false;
    while (true) {
        Parsed factor = sign();
        if (!factor) return factor;
        factors.push_back({divides, *factor});
        while (token().kind == TokenKind::Unit)
            if (Parsed closed = with_unit(factors); !closed) return closed;
        if (!token().is("*") && !token().is("/")) return joined(factors, 0);
        divides = token().is("/");
        ++at_;
    }
}

// Numbers joined by * and / that the unit after them belongs to: the last bracketed group, or as
// many as there are.
std::size_t FormulaParser::first_of_chain(const std::vector<Factor>& factors) const {
    std::size_t first = factors.size() - 1;
    if (tokens_[at_ - 1].is(")")) return first;
    while (first > 0 && literal_[factors[first - 1].node]) --first;
    return first;
}

FormulaParser::Parsed FormulaParser::with_unit(std::vector<Factor>& factors) {
    const Token& written = token();
    if (!literal_[factors.back().node])
        return error_at(written,
                        "a unit in brackets belongs to a number or to a bracketed group "
                        "of numbers without a unit");
    const std::size_t first = first_of_chain(factors);
    const bool is_group = tokens_[at_ - 1].is(")");
    const bool more_before = is_group && first > 0 && literal_[factors[first - 1].node];
    if (factors[first].divides && (first + 1 < factors.size() || more_before))
        return error_at(written,
                        "the unit could belong to the last number or to all; put "
                        "brackets around what it belongs to");
    if (trimmed(written.text).empty())
        return error_at(written, "expected a unit between [ and ], such as [month]");
    if (trimmed(written.text) == "%")
        return error_at(written, "a share is written with % directly after the number, as in 67%");
    const Result<Unit> unit = parse_unit(written.text);
    if (!unit) {
        Error error = unit.error();
        error.at += written.begin + 1;
        return error;
    }
    const std::size_t value = joined(factors, first);
    ++at_;
    if (formula_.nodes[value].kind == FormulaKind::Number) {
        formula_.nodes[value].unit = *unit;
        formula_.nodes[value].end = written.end;
        literal_[value] = false;
        return value;
    }
    FormulaNode node;
    node.kind = FormulaKind::Call;
    node.function = "unit";
    node.unit = *unit;
    node.arguments = {value};
    node.begin = formula_.nodes[value].begin;
    node.end = written.end;
    const bool divides = factors[first].divides;
    factors.resize(first);
    factors.push_back({divides, add(std::move(node))});
    return factors.back().node;
}

FormulaParser::Parsed FormulaParser::sign() {
    const Token symbol = token();
    if (!accept("-")) return power();
    Parsed operand = nested(&FormulaParser::sign);
    if (!operand) return operand;
    return unary(symbol, *operand);
}

FormulaParser::Parsed FormulaParser::power() {
    Parsed base = primary();
    if (!base || !accept("^")) return base;
    Parsed exponent = nested(&FormulaParser::sign);
    if (!exponent) return exponent;
    return binary("^", *base, *exponent);
}

FormulaParser::Parsed FormulaParser::primary() {
    if (token().kind == TokenKind::Number) return number();
    if (token().kind == TokenKind::Name && !is_keyword(token())) return named();
    if (token().is("(")) return group();
    return expected_value();
}

FormulaParser::Parsed FormulaParser::nested(Level level) {
    if (depth_ == max_formula_depth)
        return error_at(token(),
                        "nested deeper than " + std::to_string(max_formula_depth) + " levels");
    ++depth_;
    Parsed node = (this->*level)();
    --depth_;
    return node;
}

FormulaParser::Parsed FormulaParser::number() {
    FormulaNode node;
    node.number = token().number;
    node.begin = token().begin;
    node.end = token().end;
    ++at_;
    return add(std::move(node), true);
}

FormulaParser::Parsed FormulaParser::group() {
    const Token open = token();
    ++at_;
    Parsed inner = nested(&FormulaParser::disjunction);
    if (!inner) return inner;
    if (!token().is(")")) return expected_end(&open);
    formula_.nodes[*inner].begin = open.begin;
    formula_.nodes[*inner].end = token().end;
    ++at_;
    return inner;
}

std::size_t FormulaParser::add(FormulaNode node, bool literal) {
    formula_.nodes.push_back(std::move(node));
    literal_.push_back(literal);
    return formula_.nodes.size() - 1;
}

std::size_t FormulaParser::binary(std::string_view symbol, std::size_t left, std::size_t right) {
    constexpr std::string_view arithmetic = "+-*/^";
    FormulaNode node;
    node.kind = FormulaKind::Binary;
    node.function = symbol;
    node.arguments = {left, right};
    node.begin = formula_.nodes[left].begin;
    node.end = formula_.nodes[right].end;
    const bool literal = symbol.size() == 1 && arithmetic.find(symbol) != arithmetic.npos &&
                         literal_[left] && literal_[right];
    return add(std::move(node), literal);
}

std::size_t FormulaParser::unary(const Token& symbol, std::size_t operand) {
    FormulaNode node;
    node.kind = FormulaKind::Unary;
    node.function = symbol.text;
    node.arguments = {operand};
    node.begin = symbol.begin;
    node.end = formula_.nodes[operand].end;
    return add(std::move(node), symbol.text == "-" && literal_[operand]);
}

// The factors from `first` on, from the left; the operator of the first is not looked at.
std::size_t FormulaParser::joined(const std::vector<Factor>& factors, std::size_t first) {
    std::size_t node = factors[first].node;
    for (std::size_t f = first + 1; f < factors.size(); ++f)
        node = binary(factors[f].divides ? "/" : "*", node, factors[f].node);
    return node;
}

bool FormulaParser::accept(std::string_view symbol) {
    if (!token().is(symbol)) return false;
    ++at_;
    return true;
}

Error FormulaParser::expected_value() const {
    if (token().is("not"))
        return error_at(token(), "'not' in the midst of an expression stands in brackets: (not x)");
    if (token().is("+"))
        return error_at(token(), "expected a value, found '+'; a plus sign is not needed");
    return error_at(token(), "expected a value; " + found(token()));
}

// What stands where an operator, or the bracket that closes `open`, should stand.
Error FormulaParser::expected_end(const Token* open) const {
    const Token& here = token();
    if (here.kind == TokenKind::Number || here.is("(") ||
        (here.kind == TokenKind::Name && !is_keyword(here)))
        return error_at(here, "expected an operator before " + quoted(here.text));
    if (open != nullptr && here.kind == TokenKind::End)
        return error_at(here, "expected ')' to close '(' at " + place(*open));
    if (open != nullptr)
        return error_at(here, "expected ')' to close '(' at " + place(*open) + "; " + found(here));
    if (here.is(")")) return error_at(here, "')' without a '(' before it");
    if (here.is(","))
        return error_at(here, "',' outside of a function; decimals are written with a point");
    return error_at(here, "expected an operator; " + found(here));
}

}  // namespace fulcrum
