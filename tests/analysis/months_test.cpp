// What a function over months says where it is not defined.
#include "analysis/results.h"
#include "engine/document_builder.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

using namespace fulcrum;

namespace {

// Row "y" of option A over draws in which x is 0, 1, 2 or 3, each in a quarter of them. net is -10,
// then 20 x, then -30. some is -10, then twice 10, or 1
// where x is 0.
std::string draws_of(const std::string& formula) {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 0, 3}).family = "integer_uniform";
    build.series("net", "", 2, "if(month = 1, 20 * x, -30)", "-10");
    build.series("some", "", 2, "if(x = 0, 1, 10)", "-10");
    build.row("y", "", formula);
    const Compilation compiled = compile(build.document());
    REQUIRE(compiled.model.has_value());
    const Results results = analyse(build.document(), *compiled.model, {.draws = 1024});
    const auto& draws = results.rows[2].outcome[0][0]->over_draws;
    const auto* undefined = std::get_if<Undefined>(&draws);
    return undefined == nullptr ? "defined" : undefined->reason;
}

}  // namespace

TEST_CASE("an undefined function over months is named with formula, position and share of draws") {
    const std::string place = " in 'y' of option A (/rows/2/formula at ";
    const auto in = [&](const char* at, const char* share) {
        return place + at + "), in " + share + "\u2009% of draws";
    };
    CHECK(draws_of("npv(1%, net)") == "defined");
    CHECK(draws_of("1 + npv(x - 1, net)") == "a rate of -100 % or less" + in("4", "25"));
    CHECK(draws_of("payback(some)") == "flows that never pay back" + in("0", "25"));
    CHECK(draws_of("2 * discounted_payback(1, some)") ==
          "flows that never pay back" + in("4", "100"));
    // -10 + 20 x - 30 x^2 has no root below x = sqrt(3), and two from there on
    CHECK(draws_of("if(x < 2, irr(net), 0)") == "no internal rate of return" + in("10", "50"));
    CHECK(draws_of("if(x < 2, 0, irr(net))") == "2 internal rates of return" + in("13", "50"));
    CHECK(draws_of("irr(some)") == "defined");
    CHECK(draws_of("mirr(net, 1%, 1%)") == "no inflow or no outflow" + in("0", "25"));
}

TEST_CASE("what a function over months does not choose is no finding") {
    CHECK(draws_of("if(x > 0, payback(some), 0)") == "defined");
}

TEST_CASE("flows that are not defined are named themselves, not the function over them") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 0, 3}).family = "integer_uniform";
    build.series("net", "", 2, "1 / x", "-10");
    build.row("y", "", "irr(net)");
    const Compilation compiled = compile(build.document());
    REQUIRE(compiled.model.has_value());
    const Results results = analyse(build.document(), *compiled.model, {.draws = 1024});
    CHECK(std::get<Undefined>(results.rows[1].outcome[0][0]->over_draws).reason ==
          "division by zero in 'net' of option A (/rows/0/formula at 0), in 25\u2009% of draws");
}
