#include "analysis/one_way.h"

#include "analysis/asset.h"
#include "analysis/decision_map.h"
#include "engine/document_builder.h"
#include "model/check.h"
#include "model/find.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

using namespace fulcrum;

namespace {

Model model_of(const Document& document) {
    Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return *std::move(compiled.model);
}

OneWay studied(const Document& document, std::size_t draws, Premise premise = Premise::TurnedOut) {
    return one_way(document, model_of(document), draws, premise);
}

const InputFlips& input_of(const OneWay& found, const std::string& id) {
    for (const InputFlips& input : found.flips)
        if (input.id == id) return input;
    REQUIRE_MESSAGE(false, id);
    return found.flips.front();
}

std::optional<std::size_t> leader_of(const Document& document, std::size_t draws) {
    return analyse(document, model_of(document), {.draws = draws, .rows = {{}}}).lead.leader;
}

// Net values of A and B over x, 0 to 10, now 5.
DocumentBuilder two(const std::string& a, const std::string& b) {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {5, 0, 10});
    build.assumption("noise", "", {0, -1, 1});
    build.row("net").direction = Direction::More;
    build.cell("A", a);
    build.cell("B", b);
    build.document().objective = "net";
    return build;
}

}  // namespace

TEST_CASE("the built-in decision flips where an independent program of 2^20 draws has it") {
    // What is said in the decision's reference model, to the digits that are said.
    struct Expected {
        double at, error;
        bool above;
    };
    const std::map<std::string, Expected> expected{{"cleanup_done@B", {4.32, 0.01, false}},
                                                   {"velocity@C", {0.906, 0.0005, false}},
                                                   {"velocity@B", {0.904, 0.0005, true}},
                                                   {"weeks@C", {10.02, 0.01, true}},
                                                   {"maintenance@C", {65.0, 0.1, true}},
                                                   {"outages@C", {2.74, 0.25, true}},
                                                   {"growth_users", {167, 1, false}},
                                                   {"ramp", {5.07, 0.01, true}},
                                                   {"users", {1798, 3, true}},
                                                   {"weeks@B", {0.71, 0.01, false}},
                                                   {"cleanup@B", {0.03, 0.05, false}}};
    const OneWay found = studied(asset("phase0.json"), 16'384);
    CHECK(found.lead.leader == 2);
    CHECK(found.lead.runner_up == 1);
    for (const InputFlips& input : found.flips) {
        CAPTURE(input.id);
        const auto place = expected.find(input.id);
        if (place == expected.end()) {
            CHECK(input.flips.empty());
            continue;
        }
        REQUIRE(!input.flips.empty());
        const Flip& flip = input.flips.front();
        CHECK(std::fabs(flip.at - place->second.at) <= place->second.error);
        CHECK((place->second.above ? flip.below : flip.above) == 2);
        CHECK((place->second.above ? flip.above : flip.below) == 1);
    }
    CHECK(std::fabs(found.lead.evpi - 12.7) < 0.1);
    for (const InputInformation& information : found.information) {
        CAPTURE(information.id);
        if (information.id == "cleanup_done@B")
            CHECK(std::fabs(information.value - 9.4) < 0.1);
        else
            CHECK(information.value < 0.1);
    }
    REQUIRE(worth_most(found) != nullptr);
    CHECK(worth_most(found)->id == "cleanup_done@B");
    REQUIRE(found.waiting.has_value());
    CHECK(std::fabs(*found.waiting - 50.0 * 300 * 12 / 52 / 1000) < 0.05);
}

TEST_CASE("flips that are looked for on few draws hold on all of them") {
    constexpr std::size_t draws = 2048;
    const Document document = asset("phase0.json");
    for (const Premise premise : {Premise::TurnedOut, Premise::Estimate}) {
        std::size_t crossed = 0;
        for (const InputFlips& input : studied(document, draws, premise).flips)
            for (const Flip& flip : input.flips) {
                CAPTURE(input.id);
                CAPTURE(flip.at);
                const Assumption* whole = find_assumption(document, input.id);
                const double width = input.high - input.low;
                const double nudge =
                    family_traits(*whole).whole_numbers && premise == Premise::TurnedOut
                        ? 0.5
                        : 3e-7 * width;
                for (const bool above : {false, true}) {
                    const double value = flip.at + (above ? nudge : -nudge);
                    Document there = document;
                    if (premise == Premise::Estimate)
                        there = *apply(there, Edit{SetBase{input.id, value}}, family_traits);
                    Assumption& assumption = *find_assumption(there, input.id);
                    if (premise == Premise::TurnedOut)
                        assumption = {.id = assumption.id,
                                      .unit = assumption.unit,
                                      .base = value,
                                      .stream = assumption.stream};
                    CHECK(leader_of(there, draws) == (above ? flip.above : flip.below));
                }
                ++crossed;
            }
        CHECK(crossed > 5);
    }
}

TEST_CASE("where it turned out and where the estimate is that are two questions") {
    // B is worth 6.5. A is the square of x less 20: at an estimate of 5 it is worth 25 + 33.3 / 4
    // - 20 on average, because the range of x counts; at exactly 5 it is worth 5.
    const Document document = with_streams(two("x * x - 20", "6.5").document());
    const OneWay turned = studied(document, 4096),
                 estimate = studied(document, 4096, Premise::Estimate);
    CHECK(turned.lead.leader == 0);
    REQUIRE(input_of(turned, "x").flips.size() == 1);
    CHECK(std::fabs(input_of(turned, "x").flips[0].at - std::sqrt(26.5)) < 1e-3);
    REQUIRE(!input_of(estimate, "x").flips.empty());
    CHECK(std::fabs(input_of(estimate, "x").flips.back().at - std::sqrt(26.5 - 100.0 / 12)) < 1e-2);
    CHECK(estimate.information.empty());
}

TEST_CASE("a plain number of a cell flips too, and says that it has no range") {
    DocumentBuilder build = two("x + noise", "5.5");
    build.cell("B", 5.5);
    build.document().rows.back().cells.erase(build.document().rows.back().cells.begin() + 1);
    const OneWay found = studied(with_streams(build.document()), 256);
    const InputFlips& cell = input_of(found, "net@B");
    CHECK(cell.is_cell);
    REQUIRE(!cell.flips.empty());
    CHECK(std::fabs(cell.flips[0].at - 5) < 0.01);
}

TEST_CASE("a swing has five points, whole numbers theirs, and what does not matter has none") {
    DocumentBuilder build = two("x * x + noise + dice", "10");
    build.assumption("dice", "", {2, 1, 3}).family = "integer_uniform";
    build.assumption("aside", "", {2, 1, 3});
    const OneWay found = studied(with_streams(build.document()), 256);
    REQUIRE(found.swings.size() == 4);
    CHECK(found.swings[0].id == "x");
    CHECK(found.swings[0].points.size() == 5);
    CHECK(std::fabs(found.swings[0].width() - 100) < 1e-9);
    for (const Swing& swing : found.swings) {
        if (swing.id == "dice") CHECK(swing.points.size() == 3);
        if (swing.id == "aside") CHECK(swing.width() == 0);
    }
    CHECK_FALSE(input_of(found, "aside").matters);
}

TEST_CASE("without uncertainty, with one option or with ties everything is defined") {
    DocumentBuilder sure({"A", "B"});
    sure.assumption("x", "", 5);
    sure.row("net").direction = Direction::More;
    sure.cell("A", "x");
    sure.cell("B", "6");
    sure.document().objective = "net";
    const OneWay certain = studied(with_streams(sure.document()), 256);
    REQUIRE(input_of(certain, "x").flips.size() == 1);
    CHECK(std::fabs(input_of(certain, "x").flips[0].at - 6) < 1e-5);
    CHECK(certain.information.empty());
    CHECK(certain.lead.evpi == 0);

    const OneWay tied = studied(with_streams(two("x", "x").document()), 256);
    CHECK(tied.lead.leader == 0);
    CHECK(input_of(tied, "x").flips.empty());
    CHECK(worth_most(tied) == nullptr);
    CHECK(tied.gap_now == 0);
}

TEST_CASE("correlated numbers are worth what their slices say") {
    // A is x + z, B nothing; z follows x, so that knowing x says something of z: more than x alone.
    DocumentBuilder build({"A", "B"});
    for (const char* id : {"x", "z"}) {
        Assumption& normal = build.assumption(id, "", 0.0);
        normal.family = "normal";
        normal.sd = 1;
    }
    build.row("net").direction = Direction::More;
    build.cell("A", "x + z");
    build.cell("B", "0");
    build.document().objective = "net";
    const OneWay apart = studied(with_streams(build.document()), 16'384);
    build.document().correlations = {{.of = {"x", "z"}, .rank = 0.8}};
    const OneWay together = studied(with_streams(build.document()), 16'384);
    // E max(0, x) = 0.3989 where z is nothing to x; with correlation r it is (1 + r) of that.
    const double r = 2 * std::sin(std::acos(-1.0) / 6 * 0.8);
    CHECK(std::fabs(apart.information[0].value - 0.3989) < 0.01);
    CHECK(std::fabs(together.information[0].value - (1 + r) * 0.3989) < 0.03);
}

TEST_CASE("five hundred assumptions are studied in small steps") {
    DocumentBuilder build({"A", "B"});
    std::string sum = "0";
    for (int k = 0; k < 500; ++k) {
        build.assumption("x" + std::to_string(k), "", {1, 0, 2});
        sum += " + x" + std::to_string(k);
    }
    build.row("net").direction = Direction::More;
    build.cell("A", sum);
    build.cell("B", "500.4");
    build.document().objective = "net";
    const OneWay found = studied(with_streams(build.document()), 256);
    CHECK(found.flips.size() == 500);
    CHECK(found.swings.size() == 500);
    for (const InputFlips& input : found.flips) CHECK(input.flips.size() == 1);
}

TEST_CASE("a border of a map is where the leader changes") {
    constexpr std::size_t draws = 1024;
    const Document document = asset("phase0.json");
    MapSearch search(document, model_of(document), draws, Premise::TurnedOut, "cleanup_done@B",
                     "velocity@C");
    while (search.step()) {
    }
    const DecisionMap& map = search.so_far();
    CHECK(map.columns.size() > 20);
    const double reach = 2e-3 * (map.y.to - map.y.from);
    std::size_t crossed = 0;
    for (const MapColumn& column : map.columns)
        for (std::size_t edge = 0; edge < column.edges.size(); ++edge)
            for (const bool above : {false, true}) {
                Document there = document;
                for (const auto& [id, value] :
                     {std::pair(map.x.id, column.x),
                      std::pair(map.y.id, column.edges[edge] + (above ? reach : -reach))}) {
                    Assumption& assumption = *find_assumption(there, id);
                    assumption = {.base = value, .stream = assumption.stream};
                }
                CHECK(leader_of(there, draws) == column.leaders[edge + (above ? 1 : 0)]);
                ++crossed;
            }
    CHECK(crossed > 20);
    double sum = 0;
    for (const double share : map.share) sum += share;
    CHECK(std::fabs(sum - 1) < 1e-9);
    REQUIRE(map.both.has_value());
    CHECK(map.both->value > 9);
    CHECK(map.both->value < 12.7);
}
