#include "model/check.h"

#include "model/document_json.h"
#include "model/files.h"
#include "model/find.h"
#include "model/generate.h"
#include "model/states.h"

#include <doctest/doctest.h>

#include <limits>

using namespace fulcrum;

namespace {

Document example() {
    Document document;
    document.options.resize(2);
    document.options[0].id = "A";
    document.options[1].id = "B";
    Assumption price;
    price.id = "price";
    price.low = 1;
    price.high = 3;
    price.base = 2;
    Assumption known = price;
    known.id = "fixed";
    known.low = known.high = std::nullopt;
    document.assumptions = {price, known};
    Row cost;
    cost.id = "cost";
    Assumption cell = price;
    cell.id = "";
    cost.cells = {{"B", cell}, {"A", cell}};
    document.rows = {cost};
    return document;
}

}  // namespace

TEST_CASE("the decisions in assets have no findings") {
    for (const auto& file : json_files(FULCRUM_ASSETS_DIR)) {
        if (file.filename() == "decision.schema.json") continue;
        for (const Error& error : check(read_document(file_content(file)).document))
            FAIL_CHECK(file.filename().string() << " " << error.path << ": " << error.message);
    }
}

TEST_CASE("numbers that are not finite are found wherever they stand, and nothing else is said") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Document document = example();
    document.assumptions[0].high = std::numeric_limits<double>::infinity();
    std::get<Assumption>(document.rows[0].cells[1].second).base = nan;
    document.headline.matters = nan;
    const Diagnostics found = check(document);
    REQUIRE(found.size() == 3);
    CHECK(found[0].path == "/headline/matters");
    CHECK(found[1].path == "/assumptions/0/high");
    CHECK(found[2].path == "/rows/0/cells/A/base");
}

TEST_CASE("checking any document of the right form gives findings and nothing worse") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Document document = DocumentGenerator(seed).document();
        const std::string text = canonical(document);
        for (const Error& error : located(check(document), text)) {
            CHECK(error.line > 0);
            CHECK(!error.message.empty());
        }
        CHECK(with_streams(document).options == document.options);
    }
}

TEST_CASE("streams are given in document order to what is uncertain, once") {
    const Document given = with_streams(example());
    CHECK(given.assumptions[0].stream == 0);
    CHECK(!given.assumptions[1].stream);
    CHECK(find_assumption(given, "cost@A")->stream == 1);  // options in their order, not the cells'
    CHECK(find_assumption(given, "cost@B")->stream == 2);
    CHECK(given.simulation.next_stream == 3);
    CHECK(with_streams(given) == given);
}

TEST_CASE("a new stream is beyond the highest that there is and ever was") {
    Document document = example();
    document.assumptions[0].stream = 9;
    CHECK(find_assumption(with_streams(document), "cost@A")->stream == 10);
    document.simulation.next_stream = 40;
    CHECK(find_assumption(with_streams(document), "cost@A")->stream == 40);
    CHECK(with_streams(document).simulation.next_stream == 42);
}

TEST_CASE("a chain of 20,000 tree nodes is checked without recursion") {
    Document document = example();
    document.tree.root = "n0";
    for (int k = 0; k < 20'000; ++k) {
        TreeNode node;
        node.id = "n" + std::to_string(k);
        node.branches.resize(1);
        node.branches[0].to = "n" + std::to_string(k + 1);
        document.tree.nodes.push_back(node);
    }
    document.tree.nodes.back().branches[0].to = "n0";
    const Diagnostics found = check(document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.find("the tree goes round: n0 -> n1 -> ") == 0);
}

TEST_CASE("things are found by id, and a letter goes by position") {
    const Document document = example();
    CHECK(option_index(document, "B") == 1u);
    CHECK(find_option(document, "b") == nullptr);
    CHECK(find_row(document, "cost") == &document.rows[0]);
    CHECK(find_assumption(document, "cost@B") != nullptr);
    CHECK(find_assumption(document, "cost@") == nullptr);
    CHECK(find_assumption(document, "@A") == nullptr);
    CHECK(find_text({{"A", "said"}}, "A") == "said");
    CHECK(find_text({{"A", "said"}}, "B").empty());
    const auto placed = assumptions_of(document);
    REQUIRE(placed.size() == 4);
    CHECK(placed[2].id == "cost@A");
    CHECK(placed[2].path == "/rows/0/cells/A");
    CHECK(option_letter(0) == "A");
    CHECK(option_letter(25) == "Z");
    CHECK(option_letter(26) == "AA");
}

TEST_CASE("what a reading takes as given is an assumption of the document") {
    Document document;
    document.options.resize(1);
    document.options[0].id = "A";
    Assumption price;
    price.id = "price";
    document.assumptions = {price};
    Claim claim;
    claim.id = "claim";
    claim.readings = {{.name = "dear", .given = {{"prise", 9}}}};
    document.claims = {claim};
    const Diagnostics found = check(document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "/claims/0/readings/0/given/prise");
    CHECK(found[0].message == "there is no assumption 'prise'; did you mean 'price'?");
}

TEST_CASE("a test must tell of a discrete assumption, with likelihoods that sum to 1") {
    Document document = example();
    Assumption coin;
    coin.id = "coin";
    coin.base = 0.5;
    coin.family = "bernoulli";
    document.assumptions.push_back(coin);
    document.tests = {
        {.id = "look", .assumption = "coin", .results = {{"no", {0.8, 0.3}}, {"yes", {0.2, 0.7}}}}};
    CHECK(check(document).empty());

    const auto only_finding = [](const Document& wrong) {
        const Diagnostics found = check(wrong);
        REQUIRE(found.size() == 1);
        return found[0].path + ": " + found[0].message;
    };
    Document wrong = document;
    wrong.tests[0].assumption = "con";
    CHECK(only_finding(wrong) ==
          "/tests/0/assumption: there is no assumption 'con'; did you mean 'coin'?");
    wrong.tests[0].assumption = "price";
    CHECK(only_finding(wrong).starts_with("/tests/0/assumption: 'price' does not take a few"));
    wrong = document;
    wrong.tests[0].results[1].likelihood = {0.2};
    CHECK(only_finding(wrong) ==
          "/tests/0/results/1/likelihood: 1 likelihoods for the 2 states of 'coin': give one for "
          "each, lowest state first");
    wrong.tests[0].results[1].likelihood = {0.3, 0.7};
    CHECK(only_finding(wrong) ==
          "/tests/0/results: where 'coin' is 0 the likelihoods sum to 1.1: they must sum to 1");
    wrong.tests[0].results[1].likelihood = {1.2, 0.7};
    CHECK(only_finding(wrong) ==
          "/tests/0/results/1/likelihood/0: likelihood 1.2 is no probability: use 0 to 1");
    wrong = document;
    wrong.tests[0].results.clear();
    CHECK(only_finding(wrong).starts_with("/tests/0/results: a test has results"));
    wrong = document;
    wrong.tests[0].cost = -1;
    CHECK(only_finding(wrong).starts_with("/tests/0/cost"));
    wrong = document;
    wrong.tests.push_back(wrong.tests[0]);
    CHECK(only_finding(wrong).starts_with("/tests/1/id"));
}

TEST_CASE("states are the values that an assumption of separate values can take, lowest first") {
    Assumption assumption;
    assumption.family = "bernoulli";
    CHECK(states_of(assumption) == std::vector<double>{0, 1});
    assumption.family = "binomial";
    assumption.trials = 3;
    CHECK(states_of(assumption) == std::vector<double>{0, 1, 2, 3});
    assumption.trials = 50;  // 51 states
    CHECK(states_of(assumption).empty());
    assumption.family = "discrete";
    assumption.values = {5, 2, 5};
    CHECK(states_of(assumption) == std::vector<double>{2, 5});
    assumption.family = "integer_uniform";
    assumption.low = -1;
    assumption.high = 1;
    CHECK(states_of(assumption) == std::vector<double>{-1, 0, 1});
    assumption.family = "poisson";
    CHECK(states_of(assumption).empty());
}
