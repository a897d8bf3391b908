// Formulas arrive in links: whatever the bytes are, the answer is a tree or one error with a place.
#include "expr/build.h"
#include "oracle/random_formula.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fulcrum;
using oracle::Chance;

namespace {

// True when the text gives a value, or an error that names a place in it.
bool answers(const std::string& text, std::size_t& parsed) {
    const auto in_text = [&](const Error& error) {
        return error.at <= text.size() && !error.message.empty();
    };
    const Result<ParsedFormula> formula = parse_formula(text);
    if (!formula) return in_text(formula.error());
    ++parsed;
    for (std::size_t n = 0; n < formula->nodes.size(); ++n)
        for (const std::size_t argument : formula->nodes[n].arguments)
            if (argument >= n) return false;
    Program program;
    Scope scope;
    scope.month = 1;
    scope.resolve = [&](const Reference& reference) -> Result<UnitNode> {
        const Result<Unit> unit = parse_unit(reference.name.size() % 2 == 0 ? "$" : "");
        return UnitNode{program.input(0), *unit};
    };
    const Result<UnitNode> value = build(*formula, scope, program);
    return value ? value->node < program.nodes().size() : in_text(value.error());
}

std::string mutated(std::string text, Chance& chance) {
    constexpr std::string_view pieces[] = {"(",   ")",   "[",    "]",   "@",   ",",
                                           "if(", "at(", "e",    "K",   "%",   "-",
                                           "^",   "=",   "\xff", "and", "[m]", "previous("};
    for (std::size_t changes = 1 + chance.below(4); changes > 0; --changes) {
        const std::size_t at = chance.below(text.size() + 1);
        const std::size_t length = chance.below(4);
        switch (chance.below(4)) {
            case 0:
                text.erase(at, length);
                break;
            case 1:
                text.insert(at, 1, static_cast<char>(chance.below(256)));
                break;
            case 2:
                text.insert(at, pieces[chance.below(std::size(pieces))]);
                break;
            default:
                text.insert(at, text.substr(chance.below(text.size() + 1), length * 5));
        }
    }
    return text;
}

}  // namespace

TEST_CASE("100,000 damaged formulas are answered, not crashed upon") {
    Chance chance(99);
    const std::string names[] = {"ab",
                                 "xyz",
                                 "cost@B",
                                 "previous(users)",
                                 "at(impact, 3)",
                                 "month",
                                 "6 [month]",
                                 "12/52 [month/week]"};
    std::size_t parsed = 0, unanswered = 0;
    std::string text;
    for (int n = 0; n < 100'000; ++n) {
        if (n % 20 == 0) text = oracle::RandomFormula(chance, names, std::size(names)).text(3, 8);
        unanswered += !answers(mutated(text, chance), parsed);
    }
    CHECK(unanswered == 0);
    CHECK(parsed > 5'000);
    CHECK(parsed < 95'000);
}

TEST_CASE("random bytes are answered") {
    Chance chance(100);
    std::size_t parsed = 0, unanswered = 0;
    for (int n = 0; n < 20'000; ++n) {
        std::string text(chance.below(40), ' ');
        for (char& c : text) c = static_cast<char>(chance.below(chance.once_in(2) ? 256 : 128));
        unanswered += !answers(text, parsed);
    }
    CHECK(unanswered == 0);
}

TEST_CASE("units of repeated powers stay in range") {
    Program program;
    Scope scope;
    UnitNode value{program.input(0), *parse_unit("m")};
    scope.resolve = [&](const Reference&) -> Result<UnitNode> { return value; };
    const Result<ParsedFormula> formula = parse_formula("x ^ 99 * x");
    REQUIRE(formula);
    for (int row = 0; row < 50; ++row) {
        const Result<UnitNode> next = build(*formula, scope, program);
        REQUIRE(next);
        value = *next;
    }
    CHECK(value.unit.text().starts_with("m^"));
}
