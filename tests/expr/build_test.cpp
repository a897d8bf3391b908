#include "expr/build.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

using namespace fulcrum;

namespace {

// Rows and their units; "" is a row without a unit.
const std::map<std::string, std::string> rows = {
    {"price", "$/user"}, {"users", "users"}, {"cost", "$"},   {"weeks", "weeks"}, {"share", "%"},
    {"count", "1"},      {"free", ""},       {"area", "m^2"}, {"rate", "$/month"}};

std::string_view unit_of(const Unit& unit) {
    return unit.is_bare() ? "bare" : unit.is_unknown() ? "unknown" : unit.is_none() ? "none" : "";
}

// The unit of a formula, or "at N: message".
std::string unit_text(std::string_view text, std::optional<int> month = 3) {
    const Result<ParsedFormula> formula = parse_formula(text);
    if (!formula) return "does not parse: " + formula.error().message;
    Program program;
    Scope scope;
    scope.month = month;
    scope.resolve = [&program](const Reference& reference) -> Result<UnitNode> {
        const auto row = rows.find(reference.name);
        if (row == rows.end())
            return Error{.path = {}, .message = "unknown name '" + reference.name + "'", .at = 0};
        return UnitNode{program.input(0), *parse_unit(row->second)};
    };
    const Result<UnitNode> value = build(*formula, scope, program);
    if (!value) return "at " + std::to_string(value.error().at) + ": " + value.error().message;
    const std::string_view kind = unit_of(value->unit);
    return kind.empty() ? value->unit.text() : std::string(kind);
}

struct Expected {
    std::string_view text, unit;
};

template <std::size_t n>
void check_all(const Expected (&table)[n]) {
    for (const Expected& row : table) {
        CAPTURE(row.text);
        CHECK(unit_text(row.text) == row.unit);
    }
}

}  // namespace

TEST_CASE("units follow the algebra of products and powers") {
    check_all({
        {"price * users", "$"},
        {"cost / cost", "none"},
        {"cost / users", "$/user"},
        {"weeks * 12/52 [month/week]", "month"},
        {"rate * 6 [months]", "$"},
        {"2 * cost", "$"},
        {"1 / users", "1/user"},
        {"1 / share", "none"},
        {"users ^ 2", "user^2"},
        {"users ^ -1", "1/user"},
        {"users ^ 0", "none"},
        {"sqrt(area)", "m"},
        {"sqrt(users ^ 4)", "user^2"},
        {"-cost", "$"},
        {"round(cost)", "$"},
        {"abs(cost - 3)", "$"},
        {"month", "month"},
        {"cost / month", "$/month"},
        {"previous(users) + 1", "user"},
        {"at(users, 3)", "user"},
        {"exp(cost / cost)", "none"},
        {"log(share)", "none"},
        {"2 ^ share", "none"},
        {"share ^ share", "none"},
        {"(1 + share) ^ (month / 1 [month])", "none"},
    });
}

TEST_CASE("bare numbers fit everything; unknown units absorb") {
    check_all({
        {"1 + 2 * 3", "bare"},       {"exp(2) ^ 2", "bare"},
        {"12/52", "bare"},           {"cost + 1", "$"},
        {"1 + cost", "$"},           {"min(0, cost)", "$"},
        {"clamp(cost, 0, 1M)", "$"}, {"clamp(5, 0, cost)", "$"},
        {"sum(1, 2, cost)", "$"},    {"if(cost > 0, cost, 0)", "$"},
        {"if(share, 1, 0)", "bare"}, {"free + cost", "unknown"},
        {"free * cost", "unknown"},  {"free + 1", "unknown"},
        {"free ^ 2", "unknown"},     {"free ^ share", "unknown"},
        {"sqrt(free)", "unknown"},   {"exp(free)", "none"},
        {"cost > 5", "none"},        {"1 < 2", "none"},
        {"not cost", "none"},        {"users and cost", "none"},
        {"count + share", "none"},
    });
}

TEST_CASE("unit mistakes name both units and the place") {
    check_all({
        {"users + cost", "at 8: cannot add $ to user"},
        {"cost - users", "at 7: cannot subtract user from $"},
        {"cost + share", "at 7: cannot add a value without a unit to $"},
        {"weeks < cost", "at 8: compares week with $"},
        {"weeks = cost", "at 8: compares week with $"},
        {"if(share, cost, users)", "at 16: if gives $ in one branch and user in the other"},
        {"max(cost, 0, users)", "at 13: max mixes $ with user"},
        {"sum(cost, free, users)", "at 16: sum mixes $ with user"},
        {"clamp(cost, 0, weeks)", "at 15: clamp mixes $ with week"},
        {"exp(cost)", "at 4: exp wants a number without a unit; found $"},
        {"1 + log(2 * weeks)", "at 8: log wants a number without a unit; found week"},
        {"2 ^ month", "at 4: an exponent has no unit; found month, divide it by 1 [month]"},
        {"cost ^ 0.5",
         "at 7: the exponent must be a bare whole number where the base has a unit ($)"},
        {"cost ^ share",
         "at 7: the exponent must be a bare whole number where the base has a unit ($)"},
        {"cost ^ 1000",
         "at 7: the exponent must be a bare whole number where the base has a unit ($)"},
        {"sqrt(cost)", "at 5: the square root of $ has no unit: its exponents are not all even"},
        {"6 [month] + 2 [week]", "at 12: cannot add week to month"},
        {"1 + nothing", "at 4: unknown name 'nothing'"},
        {"1 + previous(nothing)", "at 13: unknown name 'nothing'"},
    });
    CHECK(unit_text("1 + month", std::nullopt) ==
          "at 4: month has a meaning only in a row that runs over months");
}

TEST_CASE("each reference is resolved once, in order") {
    std::string seen;
    Program program;
    Scope scope;
    scope.resolve = [&](const Reference& reference) -> Result<UnitNode> {
        seen += reference.name;
        return UnitNode{program.input(0), Unit::unknown()};
    };
    const Result<ParsedFormula> formula = parse_formula("a + b * a - if(c, d, a)");
    REQUIRE(formula);
    CHECK(build(*formula, scope, program));
    CHECK(seen == "abacda");
}
