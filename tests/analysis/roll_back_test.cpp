#include "analysis/roll_back.h"

#include "analysis/section.h"
#include "analysis/trees.h"
#include "base/figure.h"
#include "engine/document_builder.h"
#include "model/check.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>

using namespace fulcrum;

using namespace fulcrum;

TEST_CASE("a branch is shown by what follows, and by the total with costs from the root") {
    const RollBack tree = rolled(wildcatter());
    CHECK(value(tree, 3) == 150);
    CHECK(value(tree, 2) == 80);
    CHECK(value(tree, 1) == 40);
    CHECK(value(tree, 0) == 30);
    CHECK(*tree.nodes[0].branches[0].local == 30);
    CHECK(*tree.nodes[0].branches[0].total == 30);
    CHECK(*tree.nodes[2].branches[0].local == 80);
    CHECK(*tree.nodes[2].branches[0].total == 70);  // ten was paid for the test
    CHECK(*tree.nodes[3].branches[0].local == 200);
    CHECK(*tree.nodes[3].branches[0].total == 120);  // eighty by then
    CHECK(tree.nodes[3].paid == 80);
    CHECK_FALSE(tree.nodes[7].paid.has_value());  // reached at several costs
}

TEST_CASE(
    "the policy names the choice at every decision, and nodes are as likely as it makes them") {
    const RollBack tree = rolled(wildcatter());
    CHECK(tree.nodes[0].choice == 0);
    CHECK(tree.nodes[2].choice == 0);
    CHECK(tree.nodes[2].reach == 0.5);
    CHECK(tree.nodes[3].reach == 0.5);
    CHECK(tree.nodes[5].reach == 0.375);
    CHECK(tree.nodes[7].reach == 0.625);  // by two ways
    CHECK(tree.nodes[4].reach == 0);
    CHECK_FALSE(tree.nodes[4].on_policy);
}

TEST_CASE("of equal branches the first is chosen; an unreachable node has nothing") {
    Document document = wildcatter();
    document.tree.nodes[0].branches[0].cost = 30.0;  // as good as none
    document.tree.nodes.push_back(end("lonely", 5.0));
    const RollBack tree = rolled(document);
    CHECK(tree.nodes[0].choice == 0);
    CHECK_FALSE(tree.nodes.back().is_reachable);
}

TEST_CASE("the value of any policy is no higher than that of the roll-back") {
    // Every policy of the wildcatter by hand: a choice at both decisions.
    const double test_drill = -10 + 0.5 * (0.75 * 200 - 70), test_stop = -10, blind = 0.125 * 80;
    CHECK(value(rolled(wildcatter()), 0) == std::max({test_drill, test_stop, blind}));
}

TEST_CASE("an option without a payoff is worth its expected objective, before it is known") {
    DocumentBuilder build = two_options();
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "a", .to = "a"}, {.label = "b", .to = "b"}}},
                  {.id = "a", .kind = NodeKind::Option, .option = "A"},
                  {.id = "b", .kind = NodeKind::Option, .option = "B"}}};
    const RollBack tree = rolled(build.document());
    CHECK(std::fabs(value(tree, 1) - 40) < 0.1);
    CHECK(value(tree, 2) == 30);
    CHECK(tree.nodes[0].choice == 0);
    CHECK(value(tree, 0) == value(tree, 1));  // not E[ max ], which is above 40
}

TEST_CASE("a probability and a payoff that move together count together: E[ p v ]") {
    DocumentBuilder build = two_options();
    build.document().tree = {
        .root = "luck",
        .nodes = {{.id = "luck",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "yes", .to = "win", .probability = Formula{"p"}},
                                {.label = "no", .to = "lose", .probability = Formula{"rest"}}}},
                  end("win", Formula{"100 [$] * p"}),
                  end("lose", 0.0)}};
    const RollBack tree = rolled(build.document());
    // E[100 p^2] = 100 (0.4^2 + 0.4^2 / 12).
    CHECK(std::fabs(value(tree, 0) - 100 * (0.16 + 0.16 / 12)) < 0.02);
    CHECK(std::fabs(tree.nodes[0].branches[0].probability - 0.4) < 1e-3);
    CHECK(std::fabs(tree.nodes[1].reach - 0.4) < 1e-3);
    const Compilation compiled = compile(build.document());
    CHECK(value(roll_back_at_base(build.document(), *compiled.model), 0) == doctest::Approx(16));
    CHECK(reason(tree.evpi) == "a probability of the tree is uncertain itself");
}

TEST_CASE(
    "where less of the objective is better, an option's is a loss; payoffs are gains as they are") {
    DocumentBuilder build = two_options();
    build.document().rows[0].direction = Direction::Less;
    build.document().tree = {
        .root = "which",
        .nodes = {
            {.id = "which",
             .kind = NodeKind::Decision,
             .branches = {{.label = "a", .to = "a"}, {.label = "b", .to = "b", .cost = 5.0}}},
            {.id = "a", .kind = NodeKind::Option, .option = "A", .payoff = Formula{"-40 [$]"}},
            {.id = "b", .kind = NodeKind::Option, .option = "B"}}};
    const RollBack tree = rolled(build.document());
    CHECK(tree.nodes[0].choice == 1);
    CHECK(value(tree, 2) == -30);
    CHECK(value(tree, 0) == -35);
    CHECK(*tree.nodes[0].branches[1].total == -35);
    CHECK(*tree.nodes[0].branches[0].local == -40);
}

TEST_CASE(
    "probabilities that do not sum to one in some draws have no value, with sum, path and share") {
    DocumentBuilder build = two_options();
    build.document().tree = {
        .root = "luck",
        .nodes = {{.id = "luck",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "yes",
                                 .to = "win",
                                 .probability = Formula{"if(p < 0.3, 0.5, 0.4)"}},
                                {.label = "no", .to = "lose", .probability = 0.5}}},
                  end("win", 1.0),
                  end("lose", 0.0)}};
    CHECK(reason(rolled(build.document()).expected_value) ==
          "the probabilities of 'luck' sum to 0.9, not to 1 (/tree/nodes/0/branches), in " +
              share(0.75) + " of draws");
    build.document().tree.nodes[0].branches[0].probability = Formula{"1.25 - p * 0"};
    build.document().tree.nodes[0].branches[1].probability = Formula{"rest"};
    CHECK(reason(rolled(build.document()).expected_value)
              .find("a probability of 'luck' is 1.25, not within 0 to 1 "
                    "(/tree/nodes/0/branches/0/probability)") == 0);
}

TEST_CASE("an amount that is no number says why and where, and takes all above it along") {
    DocumentBuilder build = two_options();
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "a", .to = "a"}, {.label = "b", .to = "b"}}},
                  end("a", Formula{"1 [$] / (p - p)"}),
                  {.id = "b", .kind = NodeKind::Option, .option = "B"}}};
    const RollBack tree = rolled(build.document());
    CHECK(
        reason(tree.expected_value).find("division by zero (/tree/nodes/1/payoff at 0), in 100") ==
        0);
    CHECK(reason(tree.expected_value).find(", for ") == std::string::npos);
    CHECK(value(tree, 2) == 30);
    CHECK(*tree.nodes[0].branches[1].local == 30);
    CHECK_FALSE(tree.nodes[0].branches[0].local.has_value());
}

TEST_CASE(
    "a question has no value, each of its answers has; below it nodes are as likely as if so "
    "answered") {
    Document document = wildcatter();
    document.tree.nodes.push_back({.id = "ask",
                                   .branches = {{.label = "YES", .to = "test"},
                                                {.label = "NO", .to = "drill", .cost = 1.0}}});
    document.tree.root = "ask";
    const RollBack tree = rolled(document);
    CHECK(reason(tree.expected_value) ==
          "'ask' is a question: each of its answers has a value, it has none");
    CHECK(*tree.nodes.back().branches[0].local == 30);
    CHECK(*tree.nodes.back().branches[1].local == 79);
    CHECK(tree.nodes[0].reach == 1);
    CHECK(tree.nodes[0].on_policy);
}

TEST_CASE(
    "a chain of 2,000 nodes, and a node of 2,000 branches, are rolled back without recursion") {
    DocumentBuilder build = two_options();
    Tree& tree = build.document().tree;
    tree.root = "n0";
    for (int n = 0; n < 2000; ++n) {
        const std::string next = "n" + std::to_string(n + 1);
        if (n % 2 == 0)
            tree.nodes.push_back({.id = "n" + std::to_string(n),
                                  .kind = NodeKind::Decision,
                                  .branches = {{.label = "on", .to = next, .cost = 0.5},
                                               {.label = "off", .to = "zero"}}});
        else
            tree.nodes.push_back(
                {.id = "n" + std::to_string(n),
                 .kind = NodeKind::Chance,
                 .branches = {{.label = "on", .to = next, .probability = 1.0},
                              {.label = "off", .to = "zero", .probability = 0.0}}});
    }
    tree.nodes.push_back(end("n2000", Formula{"x + 1000"}));
    tree.nodes.push_back(end("zero", 0.0));
    const RollBack deep = rolled(build.document());
    CHECK(std::fabs(value(deep, 0) - 550) < 0.1);
    CHECK(deep.nodes[2000].reach == 1);

    tree = {.root = "wide", .nodes = {{.id = "wide", .kind = NodeKind::Chance}}};
    for (int n = 0; n < 2000; ++n) {
        tree.nodes.push_back(end("e" + std::to_string(n), static_cast<double>(n)));
        tree.nodes[0].branches.push_back({.to = tree.nodes.back().id, .probability = 1.0 / 2000});
    }
    const RollBack wide = rolled(build.document());
    CHECK(value(wide, 0) == doctest::Approx(999.5));
    CHECK(std::get<double>(wide.evpi) == doctest::Approx(0));
}

TEST_CASE("a tree too large for its draws is rolled back with fewer, and says how many") {
    DocumentBuilder build = two_options();
    Tree& tree = build.document().tree;
    tree = {.root = "wide", .nodes = {{.id = "wide", .kind = NodeKind::Decision}}};
    for (int n = 0; n < 500; ++n) {
        tree.nodes.push_back(end("e" + std::to_string(n), Formula{"x * " + std::to_string(n)}));
        tree.nodes[0].branches.push_back({.to = tree.nodes.back().id});
    }
    CHECK(rolled(build.document(), 1 << 15).draws == 1 << 14);
    CHECK(rolled(wildcatter(), 1 << 15).draws == 1 << 15);
}

TEST_CASE(
    "results(\"tree\") has values, policy and branches; a tree of questions has none to give") {
    const Document document = wildcatter();
    const Compilation compiled = compile(document);
    const std::string json = find_section("tree")->json(document, *compiled.model, 256);
    CHECK(json.find("\"expected_value\": 30") != std::string::npos);
    CHECK(json.find("\"test\": \"seismic\"") != std::string::npos);
    CHECK(json.find("\"total\": 120") != std::string::npos);
    const Document questions = DocumentBuilder({"A"}).document();
    const Compilation bare = compile(questions);
    CHECK(find_section("tree")->json(questions, *bare.model, 256).find("undefined") !=
          std::string::npos);
}

TEST_CASE("results hold the tree where it is asked for and there is one, at base and over draws") {
    DocumentBuilder build = two_options();
    build.document().tree = {.root = "win", .nodes = {end("win", Formula{"x * x / 1 [$]"})}};
    const Document without = build.document();
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "a", .to = "a"}, {.label = "b", .to = "b"}}},
                  {.id = "a", .kind = NodeKind::Option, .option = "A"},
                  {.id = "b", .kind = NodeKind::Option, .option = "B"}}};
    const Document& document = build.document();
    const Compilation compiled = compile(document);
    const auto tree = [&](bool wanted) {
        return analyse(document, *compiled.model, {.draws = draws, .tree = wanted}).tree;
    };
    CHECK_FALSE(tree(false).has_value());
    REQUIRE(tree(true).has_value());
    CHECK(tree(true)->over_draws == roll_back(document, *compiled.model, draws));
    CHECK(value(tree(true)->base, 0) == 40);
    const Compilation bare = compile(without);
    CHECK_FALSE(analyse(without, *bare.model, {.draws = draws, .tree = true}).tree.has_value());
}
