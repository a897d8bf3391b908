#include "expr/formula.h"
#include "expr/formula_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace fulcrum;
using fulcrum::test::parsed;

namespace {

struct Expected {
    std::string_view text;
    std::string_view tree;  // or the error
};

template <std::size_t n>
void check_all(const Expected (&table)[n]) {
    for (const Expected& row : table) {
        CAPTURE(row.text);
        CHECK(parsed(row.text) == row.tree);
    }
}

}  // namespace

TEST_CASE("numbers: decimal point, exponent, K, M and % directly after the digits") {
    check_all({
        {"12", "12"},
        {"0.5", "0.5"},
        {".5", "0.5"},
        {"007", "7"},
        {"1.5e3", "1500"},
        {"1E+2", "100"},
        {"2e-3", "0.002"},
        {"40K", "40000"},
        {"1.2M", "1200000"},
        {"67%", "0.67"},
        {"6.7%", "0.067"},
        {"1.5e3K", "1500000"},
        {"1.1K", "1100"},
        {"0%", "0"},
        {"1e308", "1e+308"},
        {"0.1", "0.1"},
        {"0.0029K", "2.9"},
        {"100.29%", "1.0029"},
        {"1e-400", "0"},
        {"12.", "at 2: expected a digit after the decimal point"},
        {"1e999", "at 0: the number 1e999 is too large"},
        {"1e306M", "at 0: the number 1e306M is too large"},
        {"40k",
         "at 2: unexpected 'k' after the number 40; only K, M or % may follow its digits, and "
         "a unit stands in brackets: [month]"},
        {"40Kg",
         "at 3: unexpected 'g' after the number 40K; only K, M or % may follow its digits, "
         "and a unit stands in brackets: [month]"},
        {"5 %", "at 2: unexpected '%'; it stands directly after a number, as in 67%"},
        {"2 3", "at 2: expected an operator before '3'"},
    });
}

TEST_CASE("operators bind in rising order: or, and, not, comparison, + -, * /, unary -, ^") {
    check_all({
        {"1 + 2 * 3", "(+ 1 (* 2 3))"},
        {"1 * 2 + 3", "(+ (* 1 2) 3)"},
        {"1 - 2 - 3", "(- (- 1 2) 3)"},
        {"8 / 4 / 2", "(/ (/ 8 4) 2)"},
        {"8 / 4 * 2", "(* (/ 8 4) 2)"},
        {"2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"},
        {"-2 ^ 2", "(- (^ 2 2))"},
        {"2 ^ -1", "(^ 2 (- 1))"},
        {"2 ^ -x ^ 2", "(^ 2 (- (^ x 2)))"},
        {"-a * b", "(* (- a) b)"},
        {"a * -b", "(* a (- b))"},
        {"- - a", "(- (- a))"},
        {"a - -b", "(- a (- b))"},
        {"a + b < c * d", "(< (+ a b) (* c d))"},
        {"not a < b", "(not (< a b))"},
        {"not not a", "(not (not a))"},
        {"a or b and c", "(or a (and b c))"},
        {"a and b or c", "(or (and a b) c)"},
        {"not a and b", "(and (not a) b)"},
        {"a <= b and c >= d", "(and (<= a b) (>= c d))"},
        {"(1 + 2) * 3", "(* (+ 1 2) 3)"},
        {"a = b", "(= a b)"},
        {"a == b", "(= a b)"},
        {"a != b", "(!= a b)"},
        {"a <> b", "(!= a b)"},
        {"=1+a", "(+ 1 a)"},
        {"  = 1 + a ", "(+ 1 a)"},
        {"a < b < c", "at 6: comparisons do not chain; write a < b and b < c"},
        {"2 * not a", "at 4: 'not' in the midst of an expression stands in brackets: (not x)"},
    });
}

TEST_CASE("names: assumptions, other options' rows, months") {
    check_all({
        {"price", "price"},
        {"velocity@A", "velocity@A"},
        {"velocity @ A", "velocity@A"},
        {"velocity@3_weeks", "velocity@3_weeks"},
        {"month + 1", "(+ month 1)"},
        {"previous(users)", "(previous users)"},
        {"previous(users@B) * 2", "(* (previous users@B) 2)"},
        {"at(impact, 12)", "(at impact 12)"},
        {"at( impact @ B , 0 )", "(at impact@B 0)"},
        {"min", "min"},
        {"at", "at"},
        {"order + android", "(+ order android)"},
        {"velocity@", "at 9: expected the id of an option after '@'"},
        {"month@A", "at 5: expected an operator; found '@'"},
        {"at(impact)", "at 9: at takes the name of a series and a month: at(impact, 12)"},
        {"at(impact, -1)", "at 11: expected a month as a whole number: at(impact, 12)"},
        {"at(impact, 1.5)", "at 11: expected a month as a whole number: at(impact, 12)"},
        {"at(impact, 1e9)", "at 11: expected a month as a whole number: at(impact, 12)"},
        {"at(impact, 12", "at 13: expected ')' to close '(' at 3"},
        {"previous(1)", "at 9: previous takes the name of a series: previous(users)"},
        {"previous(a + b)", "at 11: previous takes the name of a series: previous(users)"},
        {"previous(month)", "at 9: 'month' is not the name of a row"},
        {"previous(", "at 9: previous takes the name of a series: previous(users)"},
    });
}

TEST_CASE("references stand in the order of the text, each once per place") {
    const Result<ParsedFormula> formula = parse_formula("a + a@B * previous(a) + at(b, 3)");
    REQUIRE(formula);
    using When = Reference::When;
    const std::vector<Reference> expected = {{"a", "", When::Same, 0, 0},
                                             {"a", "B", When::Same, 0, 4},
                                             {"a", "", When::Previous, 0, 19},
                                             {"b", "", When::At, 3, 27}};
    CHECK(formula->references == expected);
    CHECK_FALSE(formula->uses_month);
    CHECK(parse_formula("2 ^ month")->uses_month);
}

TEST_CASE("spans: a node covers its text, brackets included") {
    const std::string text = "1 + (a * 2 [month]) / max(b, 3)";
    const Result<ParsedFormula> formula = parse_formula(text);
    REQUIRE(formula);
    std::vector<std::string> spans;
    for (const FormulaNode& node : formula->nodes)
        spans.push_back(text.substr(node.begin, node.end - node.begin));
    const std::vector<std::string> expected = {"1", "a", "2 [month]", "(a * 2 [month])",
                                               "b", "3", "max(b, 3)", "(a * 2 [month]) / max(b, 3)",
                                               text};
    CHECK(spans == expected);
}

TEST_CASE("a unit in brackets belongs to the number or the product of numbers before it") {
    check_all({
        {"6 [month]", "6[month]"},
        {"40K [$]", "40000[$]"},
        {"6[months]", "6[month]"},
        {"12/52 [month/week]", "(unit[month/week] (/ 12 52))"},
        {"2 * 3 / 4 [m]", "(unit[m] (/ (* 2 3) 4))"},
        {"a * 12/52 [month/week]", "(* a (unit[month/week] (/ 12 52)))"},
        {"a * 6 [month] * b", "(* (* a 6[month]) b)"},
        {"a / 6 [month]", "(/ a 6[month])"},
        {"(1 + 2) [m]", "(unit[m] (+ 1 2))"},
        {"((6)) [m]", "6[m]"},
        {"10^3 [m]", "(unit[m] (^ 10 3))"},
        {"-6 [m]", "(unit[m] (- 6))"},
        {"-12/52 [m]", "(unit[m] (/ (- 12) 52))"},
        {"6 [m] / 2 [s]", "(/ 6[m] 2[s])"},
        {"1 + 2 [m]", "(+ 1 2[m])"},
        {"a - 6 [m]", "(- a 6[m])"},
        {"3 * (1 + 2) [m]", "(* 3 (unit[m] (+ 1 2)))"},
        {"5 [1]", "5[1]"},
        {"a / 12 / 52 [m]",
         "at 12: the unit could belong to the last number or to all; put brackets "
         "around what it belongs to"},
        {"3 / (1 + 2) [m]",
         "at 12: the unit could belong to the last number or to all; put brackets "
         "around what it belongs to"},
        {"6 [m] / 12 / 2 [s]",
         "at 15: the unit could belong to the last number or to all; put "
         "brackets around what it belongs to"},
        {"a [m]",
         "at 2: a unit in brackets belongs to a number or to a bracketed group of numbers "
         "without a unit"},
        {"(a + 1) [m]",
         "at 8: a unit in brackets belongs to a number or to a bracketed group of "
         "numbers without a unit"},
        {"6 [m] [m]",
         "at 6: a unit in brackets belongs to a number or to a bracketed group of "
         "numbers without a unit"},
        {"(6 [m]) [m]",
         "at 8: a unit in brackets belongs to a number or to a bracketed group of "
         "numbers without a unit"},
        {"sqrt(2) [m]",
         "at 8: a unit in brackets belongs to a number or to a bracketed group of "
         "numbers without a unit"},
        {"6 [", "at 2: expected ']' to close '[' at 3"},
        {"6 []", "at 2: expected a unit between [ and ], such as [month]"},
        {"6 [%]", "at 2: a share is written with % directly after the number, as in 67%"},
        {"6 [m/]", "at 5: expected a unit at the end"},
        {"[m]", "at 0: expected a value; found '[m]'"},
    });
}

TEST_CASE("functions: known names, the right number of arguments") {
    check_all({
        {"if(a > 0, b, c)", "(if (> a 0) b c)"},
        {"if(not a or b, 1, -1)", "(if (or (not a) b) 1 (- 1))"},
        {"min(a)", "(min a)"},
        {"sum(a, b, c, 1)", "(sum a b c 1)"},
        {"clamp(a, 0, 1)", "(clamp a 0 1)"},
        {"round(floor(a) + ceil(b))", "(round (+ (floor a) (ceil b)))"},
        {"clamp(a, 0)", "at 0: clamp takes 3 arguments (x, low, high); found 2"},
        {"1 + abs()", "at 4: abs takes 1 argument (x); found 0"},
        {"exp(1, 2)", "at 0: exp takes 1 argument (x); found 2"},
        {"max()", "at 0: max takes 1 or more arguments (a, b, ...); found 0"},
        {"if(a, b)", "at 0: if takes 3 arguments (condition, then, else); found 2"},
        {"mux(a, b)", "at 0: unknown function 'mux'; did you mean 'max'?"},
        {"1 + IF(a, b, c)", "at 4: unknown function 'IF'; did you mean 'if'?"},
        {"priceless(2)", "at 0: unknown function 'priceless'"},
        {"if", "at 0: expected '(' after 'if': if(condition, then, else)"},
        {"month(2)", "at 5: expected an operator before '('"},
    });
}

TEST_CASE("a mistake is named where it stands") {
    check_all({
        {"", "at 0: the formula is empty"},
        {"   ", "at 3: the formula is empty"},
        {"=", "at 1: the formula is empty"},
        {"1 +", "at 3: expected a value; the formula ends here"},
        {"1 + * 2", "at 4: expected a value; found '*'"},
        {"+1", "at 0: expected a value, found '+'; a plus sign is not needed"},
        {"(1 + 2", "at 6: expected ')' to close '(' at 1"},
        {"a * (1 + (2)", "at 12: expected ')' to close '(' at 5"},
        {"max(1, 2", "at 8: expected ')' to close '(' at 4"},
        {"max(1, 2]", "at 8: unexpected ']' without a '[' before it"},
        {"1 + 2)", "at 5: ')' without a '(' before it"},
        {"()", "at 1: expected a value; found ')'"},
        {"(a, b)", "at 2: expected ')' to close '(' at 1; found ','"},
        {"1,5", "at 1: ',' outside of a function; decimals are written with a point"},
        {"a b", "at 2: expected an operator before 'b'"},
        {"2a",
         "at 1: unexpected 'a' after the number 2; only K, M or % may follow its digits, and a "
         "unit stands in brackets: [month]"},
        {"2(a)", "at 1: expected an operator before '('"},
        {"a and", "at 5: expected a value; the formula ends here"},
        {"and a", "at 0: expected a value; found 'and'"},
        {"a ** 2", "at 2: unexpected '**'; write '^'"},
        {"a && b", "at 2: unexpected '&'; write 'and'"},
        {"!a", "at 0: unexpected '!'; write 'not'"},
        {"3 \u00d7 4", "at 2: unexpected '\u00d7'; write '*'"},
        {"3 \u2212 4", "at 2: unexpected '\u2212'; write '-'"},
        {"a \u2264 b", "at 2: unexpected '\u2264'; write '<='"},
        {"\u20ac", "at 0: unexpected '\u20ac'"},
        {"a $ b", "at 2: unexpected '$'"},
        {"a\x01", "at 1: unexpected byte 0x01"},
        {"a\xff", "at 1: unexpected byte 0xff"},
        {"a.b", "at 1: unexpected '.'"},
        {"\"a\"", "at 0: unexpected '\"'"},
    });
}

TEST_CASE("limits: 4,096 characters, 64 levels") {
    const std::string fits(max_formula_length, '1');
    CHECK(parsed(fits).starts_with("at 0: the number 111"));
    CHECK(parsed(fits + "1") == "at 4096: a formula has at most 4096 characters; found 4097");

    const auto nested = [](std::string_view open, int levels, std::string_view close) {
        std::string text;
        for (int level = 0; level < levels; ++level) text += open;
        text += "1";
        for (int level = 0; level < levels; ++level) text += close;
        return parsed(text);
    };
    CHECK(nested("(", 64, ")") == "1");
    CHECK(nested("(", 65, ")") == "at 65: nested deeper than 64 levels");
    CHECK(nested("-", 65, "") == "at 65: nested deeper than 64 levels");
    CHECK(nested("abs(", 65, ")") == "at 260: nested deeper than 64 levels");
    CHECK(nested("2^", 65, "") == "at 130: nested deeper than 64 levels");
    CHECK(nested("not ", 65, "") == "at 260: nested deeper than 64 levels");
    for (const std::string_view open : {"(", "-", "2^", "not ", "abs(", "-(", "max(1,"}) {
        CAPTURE(open);
        CHECK(nested(open, static_cast<int>(4095 / open.size()), "").find("deeper") !=
              std::string::npos);
    }
    CHECK(parsed(std::string(5000, '(')).find("4096 characters") != std::string::npos);
}

TEST_CASE("a long sum is not deep") {
    std::string text = "a";
    for (int term = 0; term < 2000; ++term) text += "+a";
    const Result<ParsedFormula> formula = parse_formula(text);
    REQUIRE(formula);
    CHECK(formula->references.size() == 2001);
}
