// Functions over all months of a series.
#include "expr/build.h"
#include "expr/formula_text.h"
#include "expr/functions.h"
#include "math/finance.h"
#include "oracle/run.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

using namespace fulcrum;

namespace {

// A series of this name, 4 inputs long from the one given on; x is input 0, without a unit.
struct Known {
    const char* name;
    const char* unit;
    std::uint32_t first;
    std::size_t months;
};
constexpr Known known[] = {{"net", "$", 1, 4},      {"other", "$", 5, 4}, {"years", "year", 9, 4},
                           {"short", "year", 9, 3}, {"any", "", 1, 4},    {"long", "$", 1, 400}};

Scope scope_of(Program& program) {
    Scope scope;
    scope.resolve = [&program](const Reference& reference) -> Result<UnitNode> {
        Unit unit = Unit::none();
        if (reference.name == "monthly") unit = unit / *parse_unit("month");
        if (reference.name == "yearly") unit = unit / *parse_unit("year");
        if (reference.name == "cost") unit = *parse_unit("$");
        return UnitNode{program.input(0), unit};
    };
    scope.series = [&program](const Reference& reference) -> Result<UnitSeries> {
        for (const Known& own : known) {
            if (reference.name != own.name) continue;
            UnitSeries series{.months = {}, .unit = *parse_unit(own.unit)};
            for (std::uint32_t month = 0; month < own.months; ++month)
                series.months.push_back(program.input(own.first + month));
            return series;
        }
        return Error{.path = {}, .message = "no series '" + reference.name + "'", .at = 0};
    };
    return scope;
}

Result<UnitNode> built(const std::string& text, Program& program) {
    const Result<ParsedFormula> formula = parse_formula(text);
    if (!formula) return formula.error();
    return build(*formula, scope_of(program), program);
}

std::string unit_text(const std::string& text) {
    Program program;
    const Result<UnitNode> value = built(text, program);
    return value ? value->unit.text()
                 : "at " + std::to_string(value.error().at) + ": " + value.error().message;
}

// Draws of x, net (4), other (4) and years (4).
const oracle::Columns columns = {{0.1, 0.5, 0.0, -1.0}, {-100, -1.6, -100, -100},
                                 {60, 10, 50, 30},      {60, -10, -60, 30},
                                 {10, 0, 70, 30},       {-1, -1, -1, -1},
                                 {2, 2, 2, 2},          {1, 1, 1, 1},
                                 {0, 0, 0, 0},          {0, 0, 0, 0},
                                 {0.5, 0.5, 0.5, 0.5},  {1, 1, 1, 1},
                                 {3, 3, 3, 3}};

std::vector<double> in_draw(std::size_t first, std::size_t draw) {
    std::vector<double> values;
    for (std::size_t k = first; k < first + 4; ++k) values.push_back(columns[k][draw]);
    return values;
}

// The formula's draws against the function of math/finance.h, absent being not-a-number.
template <class Expected>
void check_draws(const std::string& text, Expected expected) {
    CAPTURE(text);
    Program program;
    const Result<UnitNode> value = built(text, program);
    REQUIRE(value);
    const auto draws = oracle::run(program, std::array{value->node}, columns)[0];
    for (std::size_t draw = 0; draw < draws.size(); ++draw) {
        CAPTURE(draw);
        const std::optional<double> exact =
            expected(columns[0][draw], in_draw(1, draw), in_draw(9, draw));
        CHECK(std::isnan(draws[draw]) == !exact.has_value());
        if (exact) CHECK(draws[draw] == *exact);
    }
}

std::optional<double> only(const std::vector<double>& rates) {
    return rates.size() == 1 ? std::optional(rates[0]) : std::nullopt;
}

using Flows = const std::vector<double>&;

}  // namespace

TEST_CASE("functions over months take the name of a series") {
    CHECK(test::parsed("npv(1%, net)") == "(npv 0.01 (all net))");
    CHECK(test::parsed("2 * irr(net@B)") == "(* 2 (irr (all net@B)))");
    CHECK(test::parsed("xnpv(a + b, net, years)") == "(xnpv (+ a b) (all net) (all years))");
    const std::string wants =
        "irr(flows) takes the name of a row that runs over months here; put what it is worked out "
        "from into a row of its own";
    CHECK(test::parsed("irr(a - b)") == "at 4: " + wants);
    CHECK(test::parsed("irr(3)") == "at 4: " + wants);
    CHECK(test::parsed("irr(previous(net))") == "at 4: " + wants);
    CHECK(test::parsed("irr(net") == "at 7: expected ')' to close '(' at 4");
    CHECK(test::parsed("irr(month)") == "at 4: 'month' is not the name of a row");
    CHECK(test::parsed("irr()") == "at 0: irr takes 1 argument (flows); found 0");
    CHECK(test::parsed("npv(net)") == "at 0: npv takes 2 arguments (rate, flows); found 1");
    CHECK(test::parsed("irr(net, 3)") == "at 0: irr takes 1 argument (flows); found 2");
}

TEST_CASE("a name without brackets stays free: irr and npv may be rows") {
    CHECK(test::parsed("irr + npv") == "(+ irr npv)");
}

TEST_CASE("functions over months have the units of their flows, none, or months") {
    CHECK(unit_text("npv(x, net)") == "$");
    CHECK(unit_text("npv(1%, any)") == "any");
    CHECK(unit_text("npv(monthly, net) + 3 [$]") == "$");
    CHECK(unit_text("xnpv(yearly, net, years)") == "$");
    CHECK(unit_text("irr(net)") == "1");
    CHECK(unit_text("xirr(net, years)") == "1");
    CHECK(unit_text("mirr(net, monthly, 1%)") == "1");
    CHECK(unit_text("roi(net)") == "1");
    CHECK(unit_text("profitability_index(x, net)") == "1");
    CHECK(unit_text("payback(net)") == "month");
    CHECK(unit_text("discounted_payback(x, net)") == "month");
}

TEST_CASE("a rate per something else, and flows and times of two lengths, are named") {
    CHECK(unit_text("npv(cost, net)") ==
          "at 4: npv wants a rate without a unit, or per month; found $");
    CHECK(unit_text("npv(yearly, net)") ==
          "at 4: npv wants a rate without a unit, or per month; found 1/year");
    CHECK(unit_text("xnpv(monthly, net, years)") ==
          "at 5: xnpv wants a rate without a unit, or per year; found 1/month");
    CHECK(unit_text("mirr(net, 1%, cost)") ==
          "at 14: mirr wants a rate without a unit, or per month; found $");
    CHECK(unit_text("xirr(net, short)") == "at 10: the flows have 3 months, their times 2");
    CHECK(unit_text("1 + irr(long)") == "at 8: irr takes at most 360 months; 'long' has 399");
    CHECK(unit_text("1 + irr(nothing)") == "at 8: no series 'nothing'");
    CHECK(unit_text("npv(1%, net) + payback(net)") == "at 15: cannot add month to $");
}

TEST_CASE("functions over months give what math/finance gives, draw by draw") {
    check_draws("npv(x, net)", [](double x, Flows net, Flows) { return npv(x, net); });
    check_draws("xnpv(x, net, years)",
                [](double x, Flows net, Flows years) { return xnpv(x, net, years); });
    check_draws("irr(net)", [](double, Flows net, Flows) { return only(irr(net)); });
    check_draws("xirr(net, years)",
                [](double, Flows net, Flows years) { return only(xirr(net, years)); });
    check_draws("mirr(net, x, 5%)", [](double x, Flows net, Flows) { return mirr(net, x, 0.05); });
    check_draws("payback(net)", [](double, Flows net, Flows) { return payback(net); });
    check_draws("discounted_payback(x, net)",
                [](double x, Flows net, Flows) { return discounted_payback(x, net); });
    check_draws("roi(net)", [](double, Flows net, Flows) { return roi(net); });
    check_draws("profitability_index(x, net)",
                [](double x, Flows net, Flows) { return profitability_index(x, net); });
}

TEST_CASE("why a function over months is not defined") {
    const auto reason = [](std::string_view name, const std::vector<double>& operands) {
        return undefined_because(*find_formula_function(name), operands);
    };
    CHECK(reason("npv", {-1, 5, 5}) == "a rate of -100 % or less");
    CHECK(reason("mirr", {-5, 5, 0.1, -2}) == "a rate of -100 % or less");
    CHECK(reason("mirr", {5, 5, 0.1, 0.1}) == "no inflow or no outflow");
    CHECK(reason("irr", {1, 2}) == "no internal rate of return");
    CHECK(reason("irr", {-1.6, 10, -10}) == "2 internal rates of return");
    CHECK(reason("xirr", {-1.6, 10, -10, 0, 1, 2}) == "2 internal rates of return");
    CHECK(reason("payback", {-3, 1, 1}) == "flows that never pay back");
    CHECK(reason("discounted_payback", {0.1, -3, 1, 1}) == "flows that never pay back");
    CHECK(reason("roi", {1, 1}) == "no outflow");
    CHECK(reason("profitability_index", {0.1, 0, 1}) == "no flow in month 0");
    const std::string too_large = "a result too large for a number (overflow)";
    CHECK(reason("npv", {0.1, 1e308, 1e308}) == too_large);
    CHECK(reason("roi", {-1e308, -1e308, 1}) == too_large);
    CHECK(reason("mirr", {-1, 1e308, 1e308, 1e308, 0.1, 0.1}) == too_large);
    CHECK(reason("mirr", {-1, -1, 0.1, 0.1}) == "no inflow or no outflow");
    CHECK(reason("payback", {-1e308, -1e308, 1e308, 1e308}) == too_large);
    CHECK(reason("discounted_payback", {-0.999, -1e200, -1e308, 1e308}) == too_large);
}

TEST_CASE("equal calls are one node, others are not, and constants are folded where defined") {
    Program program;
    const NodeId own = built("irr(net)", program)->node;
    CHECK(built("irr(net)", program)->node == own);
    CHECK(built("irr(other)", program)->node != own);
    CHECK(built("roi(net)", program)->node != own);
    CHECK(built("npv(x, net)", program)->node != built("npv(1%, net)", program)->node);

    const auto irr =
        static_cast<std::uint32_t>(find_formula_function("irr") - formula_functions().data());
    const NodeId minus = program.constant(-100), plus = program.constant(110);
    const NodeId folded = program.over(irr, std::array{minus, plus});
    REQUIRE(program.is_constant(folded));
    CHECK(program.nodes()[folded].constant == doctest::Approx(0.1).epsilon(1e-14));
    CHECK_FALSE(program.is_constant(program.over(irr, std::array{plus, plus})));
    Program copy = program;
    CHECK(copy == program);
    copy.over(irr, std::array{minus, minus});
    CHECK_FALSE(copy == program);
}

TEST_CASE("a function over months of many operands is scheduled with registers re-used") {
    // 300 months, each worked out from the one before: every month is alive when npv reads it.
    Program program;
    std::vector<NodeId> operands = {program.constant(0.0)};
    NodeId month = program.input(0);
    for (int m = 0; m < 300; ++m) {
        month = program.apply(Op::Add, month, program.constant(1));
        operands.push_back(month);
    }
    const auto npv =
        static_cast<std::uint32_t>(find_formula_function("npv") - formula_functions().data());
    const NodeId all = program.over(npv, operands);
    const NodeId twice = program.apply(Op::Multiply, all, program.constant(2));
    const oracle::Columns drawn = {{0, 1, -150.5}};
    const auto sums = oracle::run(program, std::array{all, twice, month}, drawn);
    for (std::size_t draw = 0; draw < 3; ++draw) {
        const double sum = 300 * drawn[0][draw] + 300 * 301 / 2.0;
        CHECK(sums[0][draw] == sum);
        CHECK(sums[1][draw] == 2 * sum);
        CHECK(sums[2][draw] == drawn[0][draw] + 300);
    }
}
