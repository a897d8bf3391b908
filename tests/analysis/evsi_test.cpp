#include "analysis/evsi.h"

#include "analysis/section.h"
#include "engine/document_builder.h"
#include "engine/model.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace fulcrum;

namespace {

using Json = nlohmann::json;

TestsWorth worth_of(const Document& document, std::size_t draws = 1024) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    TestSearch search(document, *compiled.model, draws);
    while (search.step()) {
    }
    return search.so_far();
}

// The states of a vector as the numbers 0, 1, 2, and payoffs as formulas of them.
Document document_of(const Json& input) {
    const std::size_t states = input["states"].size();
    DocumentBuilder build({"a", "b"});
    Document& document = build.document();
    Assumption& state = build.assumption("state", "", 0);
    state.family = "discrete";
    state.probabilities = input["prior"].get<std::vector<double>>();
    for (std::size_t s = 0; s < states; ++s) state.values.push_back(static_cast<double>(s));
    build.row("payoff").direction = Direction::More;
    for (std::size_t option = 0; option < document.options.size(); ++option) {
        const Json& payoffs = input["payoffs"][option];
        std::string formula = payoffs[states - 1].dump();
        for (std::size_t s = states - 1; s-- > 0;)
            formula = "if(state < " + std::to_string(s) + ".5, " + payoffs[s].dump() + ", " +
                      formula + ")";
        build.cell(document.options[option].id, formula);
    }
    document.objective = "payoff";
    Test test{
        .id = "test", .assumption = "state", .results = {}, .cost = input["information_cost"]};
    for (const Json& likelihood : input["likelihood_result_given_state"])
        test.results.push_back(
            {"r" + std::to_string(test.results.size()), likelihood.get<std::vector<double>>()});
    document.tests = {test};
    return document;
}

// A gains 100 if the coin falls on its head, else nothing; B 40 for certain.
Document coin(double hit) {
    DocumentBuilder build({"A", "B"});
    build.assumption("head", "", 0.5).family = "bernoulli";
    build.row("net").direction = Direction::More;
    build.cell("A", "100 * head");
    build.cell("B", 40.0);
    build.document().objective = "net";
    build.document().tests = {{.id = "look",
                               .assumption = "head",
                               .results = {{"tail", {hit, 1 - hit}}, {"head", {1 - hit, hit}}}}};
    return build.document();
}

}  // namespace

TEST_CASE("tests of a document are worth what the published cases of sample information say") {
    std::ifstream file(FULCRUM_TESTS_DIR "/vectors/value_of_information.json");
    const Json all = Json::parse(file);
    int compared = 0;
    for (const Json& vector : all["vectors"]) {
        if (vector["kind"] != "voi.sample_information") continue;
        const Json &input = vector["input"], &expected = vector["expected"];
        if (!input.contains("likelihood_result_given_state")) continue;  // stated posteriors
        CAPTURE(vector["id"].get<std::string>());
        const TestsWorth found = worth_of(document_of(input));
        REQUIRE(found.tests.size() == 1);
        const TestWorth& test = found.tests[0];
        CHECK(test.worth.evsi == doctest::Approx(expected["evsi"].get<double>()));
        CHECK(test.worth.net_gain == doctest::Approx(expected["net_gain"].get<double>()));
        CHECK(*test.worth.efficiency == doctest::Approx(expected["efficiency"].get<double>()));
        for (std::size_t r = 0; r < test.result_probability.size(); ++r) {
            CHECK(test.result_probability[r] ==
                  doctest::Approx(expected["result_probabilities"][r].get<double>()));
            CHECK(input["actions"][test.worth.choice[r]] == expected["choice_by_result"][r]);
        }
        ++compared;
    }
    CHECK(compared == 2);
}

TEST_CASE("a perfect test is worth perfect information, a blind one nothing") {
    // Knowing: (100 + 40) / 2 = 70; not knowing: 50.
    const TestWorth perfect = worth_of(coin(1)).tests[0];
    CHECK(perfect.worth.evsi == doctest::Approx(20));
    CHECK(perfect.evppi == doctest::Approx(20));
    CHECK(perfect.worth.choice == std::vector<std::size_t>{1, 0});
    const TestWorth blind = worth_of(coin(0.5)).tests[0];
    CHECK(blind.worth.evsi == doctest::Approx(0));
    CHECK(blind.worth.choice == std::vector<std::size_t>{0, 0});
}

TEST_CASE("a test of a binomial number has the likelihoods of all its counts") {
    DocumentBuilder build({"A", "B"});
    Assumption& sold = build.assumption("sold", "", 1);
    sold.family = "binomial";
    sold.trials = 2;
    build.row("net").direction = Direction::More;
    build.cell("A", "sold");
    build.cell("B", 1.25);
    build.document().objective = "net";
    // Tells whether both are sold: P = 1/4, then A has 2; else B has 1.25: 0.5 + 0.9375 - 1.25.
    build.document().tests = {
        {.id = "both", .assumption = "sold", .results = {{"no", {1, 1, 0}}, {"yes", {0, 0, 1}}}}};
    CHECK(worth_of(build.document()).tests[0].worth.evsi == doctest::Approx(0.1875));
}

TEST_CASE("where less is better a test is worth as much") {
    Document document = coin(1);
    document.rows[0].direction = Direction::Less;
    // Knowing: (0 + 40) / 2 = 20; not knowing: 40.
    CHECK(worth_of(document).tests[0].worth.evsi == doctest::Approx(20));
}

TEST_CASE("a test of what is known or does not matter is worth nothing, and says so") {
    Document known = coin(0.8);
    known.assumptions[0].known = true;
    CHECK(worth_of(known).tests[0].lack == TestWorth::Lack::Idle);
    Document idle = coin(0.8);
    idle.rows[0].cells[0].second = 50.0;
    CHECK(worth_of(idle).tests[0].lack == TestWorth::Lack::Idle);
    Document none = coin(0.8);
    none.tests.clear();
    CHECK(worth_of(none).tests.empty());
}

TEST_CASE("a test of one of two correlated numbers has no worth that could be given") {
    Document document = coin(0.8);
    Assumption other = document.assumptions[0];
    other.id = "other";
    other.stream = 7;
    document.assumptions.push_back(other);
    document.correlations = {{.of = {"head", "other"}, .rank = 0.3}};
    CHECK(worth_of(document).tests[0].lack == TestWorth::Lack::Correlated);
}

TEST_CASE("the section of tests names results and choices") {
    const Document document = coin(0.8);
    const Compilation compiled = compile(document);
    const Json found = Json::parse(find_section("evsi")->json(document, *compiled.model, 256));
    // After a head A has 80, after a tail B 40: (80 + 40) / 2 - 50.
    CHECK(found["tests"]["look"]["evsi"].get<double>() == doctest::Approx(10));
    CHECK(found["tests"]["look"]["results"][1]["choice"] == "A");
}
