// The part of the parser that reads names and calls.
#include "base/text.h"
#include "expr/functions.h"
#include "expr/parser.h"

#include <cmath>

namespace fulcrum {
namespace {

constexpr double last_month = 1'000'000;

Error error_at(const Token& token, std::string message) {
    return {.path = {}, .message = std::move(message), .at = token.begin};
}

bool is_reserved(std::string_view name) {
    return name == "if" || name == "and" || name == "or" || name == "not" || name == "month";
}

std::string takes(const FormulaFunction& function) {
    std::string text = std::string(function.name) + " takes ";
    if (function.most == any_number)
        text += std::to_string(function.least) + " or more arguments";
    else
        text += std::to_string(function.most) + (function.most == 1 ? " argument" : " arguments");
    return text + " (" + std::string(function.arguments) + ")";
}

}  // namespace

FormulaParser::Parsed FormulaParser::named() {
    const Token name = token();
    const bool calls = tokens_[at_ + 1].is("(");
    if (name.text == "if" && !calls)
        return error_at(name, "expected '(' after 'if': if(condition, then, else)");
    if (calls && name.text != "month") return call(name);

    FormulaNode node;
    node.begin = name.begin;
    if (name.text == "month") {
        ++at_;
        node.kind = FormulaKind::Month;
        formula_.uses_month = true;
    } else {
        Result<Reference> meant = reference();
        if (!meant) return meant.error();
        node.kind = FormulaKind::Name;
        node.reference = formula_.references.size();
        formula_.references.push_back(*std::move(meant));
    }
    node.end = tokens_[at_ - 1].end;
    return add(std::move(node));
}

// name, or name@option
Result<Reference> FormulaParser::reference() {
    if (token().kind != TokenKind::Name)
        return error_at(token(), "expected the name of a row or an assumption");
    if (is_reserved(token().text))
        return error_at(token(), "'" + std::string(token().text) + "' is not the name of a row");
    Reference reference;
    reference.name = token().text;
    reference.at = token().begin;
    ++at_;
    if (!accept("@")) return reference;
    if (token().kind != TokenKind::Name)
        return error_at(token(), "expected the id of an option after '@'");
    reference.option = token().text;
    ++at_;
    return reference;
}

FormulaParser::Parsed FormulaParser::call(const Token& name) {
    if (name.text == "previous" || name.text == "at") return earlier(name);
    const FormulaFunction* const function = find_formula_function(name.text);
    if (function == nullptr)
        return error_at(name, "unknown function '" + std::string(name.text) + "'" +
                                  did_you_mean(name.text, formula_function_names()));
    ++at_;
    const Token open = token();
    ++at_;
    Result<std::vector<std::size_t>> given = arguments(open, *function);
    if (!given) return given.error();
    if (given->size() < function->least || given->size() > function->most)
        return error_at(name, takes(*function) + "; found " + std::to_string(given->size()));

    FormulaNode node;
    node.kind = FormulaKind::Call;
    node.function = name.text;
    node.arguments = *std::move(given);
    node.begin = name.begin;
    node.end = tokens_[at_ - 1].end;
    return add(std::move(node));
}

// Up to and with the closing bracket.
Result<std::vector<std::size_t>> FormulaParser::arguments(const Token& open,
                                                          const FormulaFunction& function) {
    std::vector<std::size_t> given;
    if (accept(")")) return given;
    do {
        const char kind =
            given.size() < function.signature.size() ? function.signature[given.size()] : 'r';
        const Parsed argument =
            kind == 'r' ? nested(&FormulaParser::disjunction) : series(function);
        if (!argument) return argument.error();
        given.push_back(*argument);
    } while (accept(","));
    if (!accept(")")) return expected_end(&open);
    return given;
}

FormulaParser::Parsed FormulaParser::series(const FormulaFunction& function) {
    const Token first = token();
    const std::string usage = std::string(function.name) + "(" + std::string(function.arguments) +
                              ") takes the name of a row that runs over months here; put what it "
                              "is worked out from into a row of its own";
    if (first.kind != TokenKind::Name) return error_at(first, usage);
    Result<Reference> named = reference();
    if (!named) return named.error();
    if (!token().is(",") && !token().is(")") && token().kind != TokenKind::End)
        return error_at(first, usage);
    Reference meant = *std::move(named);
    meant.when = Reference::When::All;
    FormulaNode node;
    node.kind = FormulaKind::Name;
    node.reference = formula_.references.size();
    node.begin = first.begin;
    node.end = tokens_[at_ - 1].end;
    formula_.references.push_back(std::move(meant));
    return add(std::move(node));
}

FormulaParser::Parsed FormulaParser::earlier(const Token& name) {
    const bool is_at = name.text == "at";
    const std::string usage = is_at ? "at takes the name of a series and a month: at(impact, 12)"
                                    : "previous takes the name of a series: previous(users)";
    at_ += 2;
    const Token open = tokens_[at_ - 1];
    if (token().kind != TokenKind::Name) return error_at(token(), usage);
    Result<Reference> series = reference();
    if (!series) return series.error();
    Reference meant = *std::move(series);
    meant.when = is_at ? Reference::When::At : Reference::When::Previous;
    if (is_at) {
        if (!accept(",")) return error_at(token(), usage);
        const Result<int> month = month_argument();
        if (!month) return month.error();
        meant.month = *month;
    }
    if (token().kind == TokenKind::End) return expected_end(&open);
    if (!accept(")")) return error_at(token(), usage);

    FormulaNode node;
    node.kind = FormulaKind::Name;
    node.reference = formula_.references.size();
    node.begin = name.begin;
    node.end = tokens_[at_ - 1].end;
    formula_.references.push_back(std::move(meant));
    return add(std::move(node));
}

Result<int> FormulaParser::month_argument() {
    const double month = token().number;
    const bool fits = token().kind == TokenKind::Number && month >= 0 && month <= last_month &&
                      std::trunc(month) == month;
    if (!fits) return error_at(token(), "expected a month as a whole number: at(impact, 12)");
    ++at_;
    return static_cast<int>(month);
}

}  // namespace fulcrum
