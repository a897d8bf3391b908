#include "analysis/rules.h"

#include "analysis/asset.h"
#include "analysis/certainty_equivalent.h"
#include "analysis/section.h"
#include "engine/document_builder.h"
#include "engine/model.h"
#include "engine/simulate.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace fulcrum;

namespace {

Rules rules_of(const Document& document, std::size_t draws = 4096) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    RuleSearch search(document, *compiled.model, draws);
    while (search.step()) {
    }
    return search.so_far();
}

// Gains of A, B and C over x, y in [0, 10], at 5.
Document three(const std::string& a, const std::string& b, const std::string& c) {
    DocumentBuilder build({"A", "B", "C"});
    build.assumption("x", "", {5, 0, 10});
    build.assumption("y", "", {5, 0, 10});
    build.row("net").direction = Direction::More;
    build.cell("A", a);
    build.cell("B", b);
    build.cell("C", c);
    build.document().objective = "net";
    return build.document();
}

void normal(DocumentBuilder& build, const std::string& id, double mean, double sd) {
    Assumption& own = build.assumption(id, "", mean);
    own.family = "normal";
    own.sd = sd;
}

}  // namespace

TEST_CASE("options dominate in every draw, in distribution, or for those who avoid risk") {
    // B has 0.9 more than C in every draw. A has a little more than B on average, and always that.
    const Rules rules = rules_of(three("6", "x + 0.9", "x"));
    CHECK(rules.dominance[1][2] == Dominance::Outcome);
    CHECK(rules.dominance[0][1] == Dominance::SecondOrder);
    CHECK(rules.dominance[0][2] == Dominance::SecondOrder);
    CHECK(rules.dominance[2][0] == Dominance::None);
    // y + 3 is not above x in every draw, but likelier to reach any level.
    CHECK(rules_of(three("y + 3", "x", "x - 20")).dominance[0][1] == Dominance::FirstOrder);
}

TEST_CASE("who has less on average and less at worst is off the frontier of both") {
    const Rules rules = rules_of(three("6", "2 * x", "x - 1"));
    CHECK(rules.on_frontier == std::vector<bool>{true, true, false});
    CHECK_FALSE(rules.tradeoff.has_value());
}

TEST_CASE("the rules of choice go by the corners of the ranges") {
    // At the corners (0, 0), (10, 0), (0, 10), (10, 10): A = 3 always; B = x + y is 0, 10, 10, 20;
    // C = 12 - x is 12, 2, 12, 2.
    const Document document = three("3", "x + y", "12 - x");
    const Rules rules = rules_of(document);
    const Corners& corners = rules.corners[0];
    CHECK(corners.moved.size() == 2);
    CHECK(corners.held.empty());
    REQUIRE(corners.payoff.columns() == 4);
    const DecisionCriteria found = decision_criteria(corners.payoff, 0.25);
    CHECK(found.maximin.figure == std::vector<double>{3, 0, 2});
    CHECK(found.maximin.choice == 0);
    CHECK(found.maximax.figure == std::vector<double>{3, 20, 12});
    CHECK(found.hurwicz.figure == std::vector<double>{3, 5, 4.5});
    CHECK(found.laplace.figure == std::vector<double>{3, 10, 7});
    // A lacks 9, 7, 9, 17; B 12, 0, 2, 0; C 0, 8, 0, 18.
    CHECK(found.minimax_regret.figure == std::vector<double>{17, 12, 18});
    // The 5th and the 95th percentile of 0 .. 10 are 0.5 and 9.5.
    const DecisionCriteria inner = decision_criteria(rules.corners[1].payoff, 0);
    CHECK(inner.maximin.figure == std::vector<double>{3, 1, 2.5});
}

TEST_CASE("where less is better the rules choose the least") {
    Document document = three("3", "x + y", "12 - x");
    document.rows[0].direction = Direction::Less;
    const Rules rules = rules_of(document);
    CHECK(rules.is_less);
    CHECK(rules.lead.leader == 0);
    CHECK(decision_criteria(rules.corners[0].payoff, 0).maximin.figure ==
          std::vector<double>{-3, -20, -12});
}

TEST_CASE("of many numbers the twelve that move the gap most go to their ends") {
    DocumentBuilder build({"A", "B"});
    std::string sum = "0";
    for (int k = 0; k < 300; ++k) {
        const std::string id = "x" + std::to_string(k);
        build.assumption(id, "", {1, 0, 2});
        sum += " + " + std::to_string(k + 1) + " * " + id;
    }
    build.row("net").direction = Direction::More;
    build.cell("A", sum);
    build.cell("B", 0.0);
    build.document().objective = "net";
    const Rules rules = rules_of(build.document(), 256);
    const Corners& corners = rules.corners[0];
    REQUIRE(corners.moved.size() == 12);
    CHECK(corners.moved.front() == "x299");
    CHECK(corners.moved.back() == "x288");
    CHECK(corners.held.size() == 288);
    CHECK(corners.payoff.columns() == 4096);
    // All at 1 give 300 * 301 / 2 = 45,150; each of 289 .. 300 moved to 0 takes itself off.
    const double twelve = 12 * (289 + 300) / 2.0;
    CHECK(decision_criteria(corners.payoff, 0).maximin.figure[0] == 45'150 - twelve);
    CHECK(decision_criteria(corners.payoff, 0).maximax.figure[0] == 45'150 + twelve);
}

TEST_CASE("payoffs that are undefined in a corner give no table") {
    const Rules rules = rules_of(three("1 / x", "2", "1"));
    CHECK(rules.lead.leader.has_value());  // no draw is 0
    CHECK(rules.corners[0].payoff.rows() == 0);
    CHECK(rules.corners[1].payoff.rows() == 3);
}

TEST_CASE("the certainty equivalents of normals cross where their closed forms do") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 100, 20);
    normal(build, "y", 90, 10);
    build.row("net").direction = Direction::More;
    build.cell("A", "x");
    build.cell("B", "y");
    build.document().objective = "net";
    const Rules rules = rules_of(build.document(), 16'384);
    CHECK(rules.scale == doctest::Approx(20).epsilon(0.01));
    // 100 - 400 / 2R = 90 - 100 / 2R at R = 15.
    REQUIRE(rules.tolerances.size() == 1);
    CHECK(rules.tolerances[0].at == doctest::Approx(15).epsilon(0.02));
    CHECK(rules.tolerances[0].below == 1);
    CHECK(rules.tolerances[0].above == 0);
    // On the draws themselves the two are equal there.
    const std::vector<double> worth = certainty_equivalents(rules.utility, rules.tolerances[0].at);
    CHECK(std::fabs(worth[0] - worth[1]) < 0.01);
    const double neutral = std::numeric_limits<double>::infinity();
    CHECK(certainty_equivalents(rules.utility, neutral)[0] == doctest::Approx(100).epsilon(1e-3));
}

TEST_CASE("a choice that changes twice with the tolerance is found twice") {
    DocumentBuilder build({"A", "B", "C"});
    normal(build, "x", 100, 20);
    normal(build, "y", 90, 10);
    build.row("net").direction = Direction::More;
    build.cell("A", "x");
    build.cell("B", "y");
    build.cell("C", 82.0);
    build.document().objective = "net";
    // 90 - 100 / 2R = 82 at R = 6.25; 100 - 400 / 2R = 90 - 100 / 2R at 15.
    const Rules rules = rules_of(build.document(), 16'384);
    REQUIRE(rules.tolerances.size() == 2);
    CHECK(rules.tolerances[0].at == doctest::Approx(6.25).epsilon(0.02));
    CHECK(rules.tolerances[0].below == 2);
    CHECK(rules.tolerances[1].at == doctest::Approx(15).epsilon(0.02));
}

TEST_CASE("without a second option, or without uncertainty, there is little to say") {
    DocumentBuilder one({"A"});
    one.assumption("x", "", {5, 0, 10});
    one.row("net", "", "x").direction = Direction::More;
    one.document().objective = "net";
    CHECK(rules_of(one.document()).dominance.empty());
    const Rules certain = rules_of(three("1", "2", "3"));
    CHECK(certain.dominance[2][0] == Dominance::Outcome);
    CHECK(certain.corners[0].payoff.columns() == 1);
    CHECK(certain.tolerances.empty());
}

TEST_CASE("expected regret is least for the leader, and worth perfect information") {
    const Rules rules = rules_of(three("6", "x + y", "12 - x"));
    REQUIRE(rules.regret.size() == 3);
    CHECK(rules.regret[*rules.lead.leader] == doctest::Approx(rules.lead.evpi));
}

TEST_CASE("the section of rules has the built-in decision's corners and its trade-off") {
    const Document document = asset("phase0.json");
    const Compilation compiled = compile(document);
    const std::string json = find_section("rules")->json(document, *compiled.model, 1024);
    CHECK(json.find("\"minimax_regret\"") != std::string::npos);
    CHECK(rules_of(document, 1024).tradeoff.has_value());
}
