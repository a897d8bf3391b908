#include "analysis/weight_flips.h"

#include "analysis/analysis.h"
#include "analysis/asset.h"
#include "engine/document_builder.h"
#include "model/check.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

constexpr std::size_t draws = 1024;

Model model_of(const Document& document) {
    Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return *std::move(compiled.model);
}

ScoreFlips flips_of(const Document& document) {
    return score_flips(document, model_of(document), draws);
}

std::optional<std::size_t> score_leader(const Document& document) {
    const Results results = analyse(document, model_of(document), {.draws = draws, .rows = {{}}});
    return results.score ? results.score->leader : std::nullopt;
}

// Two criteria of 0 to 100, weights 3 and 1.
Document weighed(double a_speed, double a_cost, double b_speed, double b_cost) {
    DocumentBuilder build({"A", "B"});
    build.row("speed").direction = Direction::More;
    build.cell("A", a_speed);
    build.cell("B", b_speed);
    build.row("cost").direction = Direction::Less;
    build.cell("A", a_cost);
    build.cell("B", b_cost);
    build.document().scoring.criteria = {{.row = "speed", .weight = 3, .worst = 0, .best = 100},
                                         {.row = "cost", .weight = 1, .worst = 100, .best = 0}};
    return with_streams(build.document());
}

}  // namespace

TEST_CASE("a weight flips the score where two straight lines cross") {
    // Speed: A 0.8, B 0.5; cost: A 0.2, B 0.6. A leads while 0.3 p > 0.4 (1 - p): p > 4/7.
    const ScoreFlips found = flips_of(weighed(80, 80, 50, 40));
    CHECK(found.leader == 0);
    REQUIRE(found.weights.size() == 2);
    CHECK(found.weights[0].now == 0.75);
    REQUIRE(found.weights[0].flips.size() == 1);
    CHECK(std::fabs(found.weights[0].flips[0].at - 4.0 / 7) < 1e-12);
    CHECK(found.weights[0].flips[0].below == 1);
    CHECK(found.weights[0].flips[0].above == 0);
    REQUIRE(found.weights[1].flips.size() == 1);
    CHECK(std::fabs(found.weights[1].flips[0].at - 3.0 / 7) < 1e-12);
}

TEST_CASE("what is better everywhere leads whatever the weights") {
    for (const WeightFlips& weight : flips_of(weighed(80, 20, 50, 40)).weights)
        CHECK(weight.flips.empty());
}

TEST_CASE("every flip of a weight of every asset changes who leads on the score") {
    std::size_t crossed = 0;
    for (const char* name : {"phase0.json", "office_crm.json", "minimal.json"}) {
        const Document document = asset(name);
        const ScoreFlips found = flips_of(document);
        for (const WeightFlips& weight : found.weights)
            for (const Flip& flip : weight.flips)
                for (const bool above : {false, true}) {
                    CAPTURE(name);
                    CAPTURE(weight.id);
                    // The share p of all weight: its own share w becomes p (1 - w) / (1 - p).
                    const double p = flip.at + (above ? 1e-6 : -1e-6), w = weight.now;
                    if (p <= 0 || p >= 1) continue;
                    const double factor = p / (1 - p) * (1 - w) / w;
                    Document there = document;
                    for (Criterion& criterion : there.scoring.criteria)
                        if (!weight.is_group && criterion.row == weight.id &&
                            there.scoring.groups.empty())
                            criterion.weight *= factor;
                    for (CriterionGroup& group : there.scoring.groups)
                        if (weight.is_group && group.id == weight.id) group.weight *= factor;
                    if (there == document) continue;
                    CHECK(score_leader(there) == (above ? flip.above : flip.below));
                    ++crossed;
                }
    }
    CHECK(crossed > 3);
}

TEST_CASE("the words of a scale that would make another option lead are all found") {
    DocumentBuilder build({"A", "B"});
    Row& row = build.row("risk");
    row.kind = RowKind::Level;
    row.direction = Direction::More;
    row.scale = {{"high", 0}, {"medium", 50}, {"low", 100}};
    row.cells = {{"A", Word{"low"}}, {"B", Word{"medium"}}};
    build.document().scoring.criteria = {{.row = "risk"}};
    const ScoreFlips found = flips_of(with_streams(build.document()));
    CHECK(found.leader == 0);
    REQUIRE(found.levels.size() == 1);  // a tie keeps the first: B at "low" does not lead
    CHECK(found.levels[0].option == 0);
    REQUIRE(found.levels[0].flips.size() == 1);
    CHECK(found.levels[0].flips[0].level == "high");
    CHECK(found.levels[0].flips[0].leader == 1);
}
