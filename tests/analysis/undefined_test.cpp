#include "analysis/results.h"
#include "engine/document_builder.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

// The outcome of row "y" of option A, x being whole numbers 0 .. 3, each in a quarter of the draws.
Outcome outcome_of(const std::string& formula, double base = 1) {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {base, 0, 3}).family = "integer_uniform";
    build.row("y", "", formula);
    const Compilation compiled = compile(build.document());
    REQUIRE(compiled.model.has_value());
    return *analyse(build.document(), *compiled.model, {.draws = 1024}).rows[0].outcome[0][0];
}

std::string reason(const std::variant<Statistics, Undefined>& outcome) {
    const auto* undefined = std::get_if<Undefined>(&outcome);
    return undefined == nullptr ? "defined" : undefined->reason;
}
std::string reason(const std::variant<double, Undefined>& outcome) {
    const auto* undefined = std::get_if<Undefined>(&outcome);
    return undefined == nullptr ? "defined" : undefined->reason;
}

const std::string place = " in 'y' of option A (/rows/0/formula at ";
const std::string quarter = ", in 25\u2009% of draws";

}  // namespace

TEST_CASE("an undefined number is named with its operation, formula, position and share of draws") {
    struct {
        const char* formula;
        std::string reason;
    } const cases[] = {
        {"10 + 1 / x", "division by zero" + place + "5)" + quarter},
        {"x / x", "division by zero" + place + "0)" + quarter},
        {"2 * log(x)", "logarithm of a number <= 0" + place + "4)" + quarter},
        {"sqrt(x - 0.5)", "square root of a negative number" + place + "0)" + quarter},
        {"x ^ -1.5", "division by zero (0 to a negative power)" + place + "0)" + quarter},
        {"(x - 0.5) ^ 0.5", "fractional power of a negative number" + place + "0)" + quarter},
        {"(x - 0.5) ^ 0.3", "fractional power of a negative number" + place + "0)" + quarter},
        {"exp(800 * (1 - x))",
         "a result too large for a number (overflow)" + place + "0)" + quarter},
        {"2 * (5 + 1 / x)", "division by zero" + place + "9)" + quarter},
    };
    for (const auto& expected : cases) {
        CAPTURE(expected.formula);
        const std::string found = reason(outcome_of(expected.formula).over_draws);
        CHECK(found.substr(0, expected.reason.size()) == expected.reason);
    }
}

TEST_CASE(
    "an operation that would hide a division by zero is undefined, and the division is named") {
    struct {
        const char* formula;
        std::size_t at;
    } const cases[] = {
        {"1 / (1/x + 1)", 5},
        {"min(5, 1/x)", 7},
        {"max(5, 2, -1/x)", 10},
        {"clamp(1/x, 0, 1)", 6},
        {"exp(-1/x)", 4},
        {"1/x > 3", 0},
        {"3 <= 1/x", 5},
        {"if(1/x, 2, 3)", 3},
        {"2 ^ (-1/x)", 4},
        {"(7 + 1/x) ^ -1", 5},
        {"x = 1 or 1/x", 9},
        {"not (1/x)", 4},
        {"if(2 < 1/x, 4, 5)", 7},
        {"1/x != 3", 0},
        {"sum(1, 2, 1/x > 0)", 10},
        {"if(x < 9, 1/x > 3, 2)", 10},
        {"floor(min(3, 1/x))", 13},
    };
    for (const auto& expected : cases) {
        CAPTURE(expected.formula);
        const Outcome outcome = outcome_of(expected.formula, 0);
        const std::string words = "division by zero" + place + std::to_string(expected.at) + ")";
        CHECK(reason(outcome.over_draws) == words + quarter);
        CHECK(reason(outcome.base) == words + ", at the base values");
        CHECK(reason(outcome_of(expected.formula, 2).base) == "defined");
    }
}

TEST_CASE("what goes wrong in the formula of another row is named there") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {1, 0, 3}).family = "integer_uniform";
    build.row("z", "", "clamp(y + 1, 0, 10)");
    build.row("y");
    build.cell("A", 4.0);
    build.cell("B", "3 + log(x)");
    build.series("s", "", 3, "min(previous(s), 8 / (x - month))", "1");
    build.row("worst", "", "min(at(s, 3), 2)");
    build.row("unmoved", "", "if(x > 9, at(s, 3), 2)");
    const Compilation compiled = compile(build.document());
    REQUIRE(compiled.model.has_value());
    const Results results = analyse(build.document(), *compiled.model, {.draws = 1024});
    CHECK(reason(results.rows[0].outcome[0][0]->over_draws) == "defined");
    CHECK(reason(results.rows[0].outcome[1][0]->over_draws) ==
          "logarithm of a number <= 0 in 'y' of option B (/rows/1/cells/B at 4)" + quarter);
    const std::string share = ", in 75\u2009% of draws";  // x = 1, 2, 3
    CHECK(reason(results.rows[3].outcome[0][0]->over_draws) ==
          "division by zero in 's' of option A (/rows/2/formula at 17)" + share);
    CHECK(reason(results.rows[4].outcome[0][0]->over_draws) == "defined");
}

TEST_CASE("a sum of many that is too large is named, whichever step of it is") {
    CHECK(reason(outcome_of("3 + sum(1e308, x * 4e307, x, 1)").over_draws) ==
          "a result too large for a number (overflow)" + place + "4), in 50\u2009% of draws");
}

TEST_CASE("the base is defined or not apart from the draws") {
    const Outcome at_one = outcome_of("1 / x", 1);
    CHECK(std::get<double>(at_one.base) == 1);
    CHECK(reason(at_one.over_draws) != "defined");
    const Outcome at_zero = outcome_of("1 / x", 0);
    CHECK(reason(at_zero.base) == "division by zero" + place + "0), at the base values");
}

TEST_CASE("what `if` does not choose is no finding") {
    CHECK(reason(outcome_of("if(x > 0, 1 / x, 0)").over_draws) == "defined");
    CHECK(reason(outcome_of("if(x > 0, 0, 1 / x)").over_draws) ==
          "division by zero" + place + "13)" + quarter);
    CHECK(reason(outcome_of("if(sqrt(x - 0.5) > 1, 1, 2)").over_draws) ==
          "square root of a negative number" + place + "3)" + quarter);
}

TEST_CASE("a constant without a value is undefined in every draw, with what made it") {
    const Outcome outcome = outcome_of("3 + 1 / (2 - 2)");
    CHECK(reason(outcome.base) == "division by zero" + place + "4), at the base values");
    CHECK(reason(outcome.over_draws) == "division by zero" + place + "4), in 100\u2009% of draws");
    CHECK(reason(outcome_of("5 / (1 / (2 - 2) - 3)").base) ==
          "division by zero" + place + "5), at the base values");
    CHECK(reason(outcome_of("if(log(0), 1, x)").over_draws) ==
          "logarithm of a number <= 0" + place + "3), in 100\u2009% of draws");
    CHECK(reason(outcome_of("if(1, x, 1 / 0)").over_draws) == "defined");
    CHECK(reason(outcome_of("log(0) + x").base).find("logarithm of a number <= 0") == 0);
    CHECK(reason(outcome_of("x * 10 ^ 300 * 10 ^ 300").over_draws).find("a result too large") == 0);
}

TEST_CASE("a sum that is too large for its mean is undefined, not infinite") {
    CHECK(reason(outcome_of("1.5e308 + x").over_draws) ==
          "the mean is too large for a number (overflow)");
}
