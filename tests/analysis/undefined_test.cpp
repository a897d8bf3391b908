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
    CHECK(reason(outcome_of("log(0) + x").base).find("logarithm of a number <= 0") == 0);
    CHECK(reason(outcome_of("x * 10 ^ 300 * 10 ^ 300").over_draws).find("a result too large") == 0);
}

TEST_CASE("a sum that is too large for its mean is undefined, not infinite") {
    CHECK(reason(outcome_of("1.5e308 + x").over_draws) ==
          "the mean is too large for a number (overflow)");
}
