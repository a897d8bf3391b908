#include "analysis/lead.h"

#include "engine/document_builder.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace fulcrum;

namespace {

using Utilities = std::vector<std::vector<double>>;  // [option][draw]

std::vector<Draws> draws_of(const Utilities& utilities) {
    return {utilities.begin(), utilities.end()};
}

Lead lead_of(const Utilities& utilities, const Headline& headline = {}) {
    return lead_on(draws_of(utilities), headline);
}

Results results_of(const Document& document, std::size_t draws = 1024) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return analyse(document, *compiled.model, {.draws = draws});
}

}  // namespace

TEST_CASE("P(best): ties share a draw equally") {
    // draw 0: A; draw 1: A and B; draw 2: all three; draw 3: C
    const Utilities utility{{5, 4, 1, 0}, {1, 4, 1, 2}, {0, 3, 1, 9}};
    const std::vector<double> p = probability_of_best(draws_of(utility));
    CHECK(p[0] == (1 + 0.5 + 1.0 / 3) / 4);
    CHECK(p[1] == (0.5 + 1.0 / 3) / 4);
    CHECK(p[2] == (1 + 1.0 / 3) / 4);
}

TEST_CASE("the leader has the highest mean, the gap is to the best other of each draw") {
    const Utilities utility{{10, 0, 8}, {0, 9, 0}, {9, 1, 1}};
    const Lead lead = lead_of(utility, {.threshold = 0.6, .matters = 1});
    REQUIRE(lead.leader == std::size_t{0});
    CHECK(lead.runner_up == std::size_t{2});
    REQUIRE(lead.gap.has_value());
    CHECK(lead.gap->p50 == 1);  // 10-9, 0-9, 8-1
    CHECK(lead.gap->mean == (1 - 9 + 7) / 3.0);
    CHECK(lead.p_best[0] == 2.0 / 3);
    CHECK(lead.clear);
    CHECK_FALSE(lead_of(utility, {.threshold = 0.7, .matters = 1}).clear);
    CHECK_FALSE(lead_of(utility, {.threshold = 0.6, .matters = 1.5}).clear);
}

TEST_CASE("equal means: the first option leads; one option alone leads without a gap") {
    CHECK(lead_of({{1, 3}, {3, 1}}).leader == std::size_t{0});
    const Lead alone = lead_of(Utilities(1, {1, 3}));
    CHECK(alone.leader == std::size_t{0});
    CHECK_FALSE(alone.runner_up.has_value());
    CHECK_FALSE(alone.gap.has_value());
    CHECK(alone.p_best == std::vector<double>{1});
}

TEST_CASE("where less is better the cheapest leads, and its gap is positive") {
    DocumentBuilder build({"A", "B"});
    build.row("cost", "$").direction = Direction::Less;
    build.cell("A", Bounds{10, 9, 11});
    build.cell("B", Bounds{5, 4, 6});
    build.document().objective = "cost";
    const Results results = results_of(build.document());
    CHECK(results.lead.leader == std::size_t{1});
    CHECK(results.lead.runner_up == std::size_t{0});
    CHECK(results.lead.p_best == std::vector<double>{0, 1});
    CHECK(results.lead.gap->mean == doctest::Approx(5).epsilon(1e-4));
    CHECK(results.lead.gap->p5 > 0);

    build.document().rows[0].direction = Direction::More;
    CHECK(results_of(build.document()).lead.leader == std::size_t{0});
}

TEST_CASE("P(best) sums to 1 with many options") {
    DocumentBuilder build({"A", "B", "C", "D", "E", "F", "G"});
    build.row("y");
    for (const char* option : {"A", "B", "C", "D", "E", "F", "G"})
        build.cell(option, Bounds{1, 0, 2}).family = "integer_uniform";
    build.document().objective = "y";
    const Results results = results_of(build.document());
    CHECK(std::accumulate(results.lead.p_best.begin(), results.lead.p_best.end(), 0.0) ==
          doctest::Approx(1.0).epsilon(1e-14));
}

TEST_CASE("an option without a value, or with none in some draws: no leader, and why") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {0, 0, 1}).family = "integer_uniform";
    build.row("y");
    build.cell("A", "1 / x");
    build.document().objective = "y";
    Results results = results_of(build.document());
    CHECK_FALSE(results.lead.leader.has_value());
    CHECK(results.lead.p_best.empty());
    REQUIRE(results.lead.undefined.size() == 1);
    CHECK(results.lead.undefined[0].reason == "'y' has no value for option B");

    build.cell("B", 1.0);
    results = results_of(build.document());
    CHECK_FALSE(results.lead.leader.has_value());
    REQUIRE(results.lead.undefined.size() == 1);
    CHECK(results.lead.undefined[0].reason.find("division by zero in 'y' of option A") == 0);
}

TEST_CASE("without objective and criteria there is nothing to lead on") {
    DocumentBuilder build({"A"});
    build.row("y", "", "1");
    CHECK(results_of(build.document()).lead.undefined.size() == 1);
}
