#include "analysis/score.h"

#include "engine/document_builder.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

Results results_of(const Document& document, std::size_t draws = 1024) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return analyse(document, *compiled.model, {.draws = draws});
}

// Time in weeks (8 worst, 0 best) and risk on a scale, each in a group of its own.
Document two_criteria() {
    DocumentBuilder build({"A", "B"});
    build.row("weeks", "week");
    build.cell("A", 2.0);
    build.cell("B", Bounds{6, 4, 8});
    Row& risk = build.row("risk");
    risk.kind = RowKind::Level;
    risk.scale = {{"HIGH", 0}, {"MEDIUM", 50}, {"LOW", 100}};
    risk.cells = {{"A", Word{"HIGH"}}, {"B", Word{"LOW"}}};
    Document document = build.document();
    document.scoring.groups = {{.id = "time", .weight = 1}, {.id = "risks", .weight = 3}};
    document.scoring.criteria = {{.row = "weeks", .group = "time", .worst = 8, .best = 0},
                                 {.row = "risk", .group = "risks"}};
    return document;
}

}  // namespace

TEST_CASE("the score is 100 times the weighted values, at base and over the draws") {
    const Results results = results_of(two_criteria());
    REQUIRE(results.score.has_value());
    const ScoreResult& score = *results.score;
    CHECK(score.weight == std::vector<double>{0.25, 0.75});
    CHECK(score.base_value == std::vector<std::vector<double>>{{0.75, 0.25}, {0, 1}});
    CHECK(std::get<double>(score.score[0].base) == 18.75);
    CHECK(std::get<double>(score.score[1].base) == 81.25);
    // weeks of B evenly between 4 and 8: its value evenly between 0.5 and 0
    const auto& b = std::get<Statistics>(score.score[1].over_draws);
    CHECK(b.mean == doctest::Approx(81.25).epsilon(1e-4));
    CHECK(std::fabs(b.p5 - (75 + 12.5 * 0.05)) <= 12.5 / 1024);  // one draw in each 1024th
    CHECK(std::get<Statistics>(score.score[0].over_draws).p95 == 18.75);
    CHECK(score.leader == std::size_t{1});
    CHECK(score.p_best == std::vector<double>{0, 1});
}

TEST_CASE("without an objective the score leads") {
    const Results results = results_of(two_criteria());
    CHECK(results.lead.by_score);
    CHECK(results.lead.leader == std::size_t{1});
    CHECK(results.lead.gap->p50 > 50);
}

TEST_CASE("a group switched off leaves the score, and so do its undefined rows") {
    Document document = two_criteria();
    document.rows[0].cells[1].second = Formula{"1 / 0"};
    CHECK_FALSE(results_of(document).score->leader.has_value());
    document.scoring.groups[0].off = true;
    const Results results = results_of(document);
    CHECK(results.score->weight == std::vector<double>{0, 1});
    CHECK(std::get<double>(results.score->score[1].base) == 100);
    CHECK(results.score->leader == std::size_t{1});
}

TEST_CASE(
    "an undefined criterion leaves its option without a score, and everybody without a leader") {
    Document document = two_criteria();
    document.rows[0].cells[1].second = Formula{"1 [week] / 0"};
    const Results results = results_of(document);
    CHECK(std::get<double>(results.score->score[0].base) == 18.75);
    const auto& reason = std::get<Undefined>(results.score->score[1].over_draws).reason;
    CHECK(reason.find("division by zero in 'weeks' of option B") == 0);
    CHECK(results.score->p_best.empty());
    CHECK_FALSE(results.lead.leader.has_value());
    CHECK(results.lead.undefined.size() == 1);
    CHECK(std::isnan(results.score->base_value[0][1]));
}

TEST_CASE("a level beyond its anchors counts as the anchor, but infinity is no level") {
    Document document = two_criteria();
    document.rows[0].cells[1].second = 50.0;
    CHECK(results_of(document).score->base_value[0][1] == 0.0);
    document.rows[0].cells[1].second = Formula{"exp(1000)"};
    CHECK(std::holds_alternative<Undefined>(results_of(document).score->score[1].base));
}

TEST_CASE("a level undefined in some draws is not worth 0 or 100 there: there is no score") {
    Document document = two_criteria();
    document.assumptions.push_back({.id = "x", .base = 1, .low = 0, .high = 3});
    document.assumptions.back().family = "integer_uniform";
    document.assumptions.back().stream = 9;
    for (const char* const formula :
         {"1 / x", "-1 / x", "min(5, 1 / x)", "clamp(1 / x, 0, 8)", "exp(-1 / x)", "1 / x > 2"}) {
        CAPTURE(formula);
        document.rows[0].unit = "";
        document.rows[0].cells[1].second = Formula{formula};
        const Results results = results_of(document);
        CHECK(std::holds_alternative<double>(results.score->score[1].base));
        const auto* undefined = std::get_if<Undefined>(&results.score->score[1].over_draws);
        REQUIRE(undefined != nullptr);
        CHECK(undefined->reason.find("division by zero in 'weeks' of option B") == 0);
        CHECK(undefined->reason.find("in 25\u2009% of draws") != std::string::npos);
        CHECK_FALSE(results.score->leader.has_value());
    }
}

TEST_CASE("no weights, no anchors, a series, or no value: no score, and why") {
    const auto reason = [](const Document& document, std::size_t option) {
        const Results results = results_of(document);
        const auto* undefined = std::get_if<Undefined>(&results.score->score[option].over_draws);
        return undefined == nullptr ? std::string("defined") : undefined->reason;
    };
    Document document = two_criteria();
    for (CriterionGroup& group : document.scoring.groups) group.weight = 0;
    CHECK(reason(document, 0) == "all weights are 0: give one criterion a weight");

    document = two_criteria();
    document.scoring.criteria[0].worst = std::nullopt;
    CHECK(reason(document, 1) ==
          "criterion 'weeks' has no fixed ends: say which level is worst and which is best");

    document = two_criteria();
    document.rows[0].months = 3;
    CHECK(reason(document, 0).find("has a value for every month") != std::string::npos);

    document = two_criteria();
    document.rows[0].cells.pop_back();
    CHECK(reason(document, 1) == "criterion 'weeks' has no value for option B");
    CHECK(reason(document, 0) == "defined");
}

TEST_CASE("scores do not depend on how draws are cut into chunks") {
    Document document = two_criteria();
    for (int n = 0; n < 40; ++n) {  // many criteria: smaller chunks
        document.rows.push_back(document.rows[0]);
        document.rows.back().id = "weeks_" + std::to_string(n);
        document.scoring.criteria.push_back(document.scoring.criteria[0]);
        document.scoring.criteria.back().row = document.rows.back().id;
    }
    const Results results = results_of(document, 65536);  // the same level 41 times
    const Results plain = results_of(two_criteria(), 65536);
    const auto& many = std::get<Statistics>(results.score->score[1].over_draws);
    const auto& one = std::get<Statistics>(plain.score->score[1].over_draws);
    CHECK(many.p50 == doctest::Approx(one.p50).epsilon(1e-12));
    CHECK(many.mean == doctest::Approx(one.mean).epsilon(1e-12));
}
