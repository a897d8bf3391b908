#include "analysis/roll_back.h"

#include "analysis/section.h"
#include "base/figure.h"
#include "engine/document_builder.h"
#include "model/check.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>

using namespace fulcrum;

namespace {

constexpr std::size_t draws = 1024;

TreeNode end(std::string id, Amount payoff) {
    return {.id = std::move(id), .kind = NodeKind::Terminal, .payoff = std::move(payoff)};
}

// Options A and B; p uniform on [0.2, 0.6], x uniform on [0, 100], the same stream or another one.
DocumentBuilder two_options() {
    DocumentBuilder build({"A", "B"});
    build.assumption("p", "", {0.4, 0.2, 0.6});
    build.assumption("x", "$", {50, 0, 100});
    build.row("net", "$").direction = Direction::More;
    build.cell("A", "x - 10");
    build.cell("B", 30.0);
    build.document().objective = "net";
    return build;
}

RollBack rolled(const Document& document, std::size_t count = draws) {
    REQUIRE(check(document).empty());
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return roll_back(document, *compiled.model, count);
}

double value(const RollBack& rolled, std::size_t node) {
    const auto* value = std::get_if<double>(&rolled.nodes[node].value);
    REQUIRE(value != nullptr);
    return *value;
}

std::string reason(const std::variant<double, Undefined>& value) {
    const auto* undefined = std::get_if<Undefined>(&value);
    return undefined == nullptr ? "" : undefined->reason;
}

// Test or not, then drill or not; the wildcatter's figures, with a cost on both ways.
Document wildcatter() {
    DocumentBuilder build({"A"});
    Tree& tree = build.document().tree;
    tree.root = "test";
    tree.nodes = {{.id = "test",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "seismic", .to = "shape", .cost = 10.0},
                                {.label = "none", .to = "blind"}}},
                  {.id = "shape",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "open", .to = "drill", .probability = 0.5},
                                {.label = "closed", .to = "zero", .probability = Formula{"rest"}}}},
                  {.id = "drill",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "drill", .to = "oil", .cost = 70.0},
                                {.label = "stop", .to = "zero"}}},
                  {.id = "oil",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "wet", .to = "wet", .probability = 0.75},
                                {.label = "dry", .to = "zero", .probability = 0.25}}},
                  {.id = "blind",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "luck", .to = "some", .probability = 0.125},
                                {.label = "none", .to = "zero", .probability = 0.875}}},
                  end("wet", 200.0),
                  end("some", 80.0),
                  end("zero", 0.0)};
    return build.document();
}

}  // namespace

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
    CHECK(reason(tree.expected_value).find("division by zero") == 0);
    CHECK(reason(tree.expected_value).find("/tree/nodes/1/payoff") != std::string::npos);
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
    "one chance: perfect information is worth what the best choice of each outcome has more") {
    DocumentBuilder build({"A"});
    build.document().tree = {
        .root = "sue",
        .nodes = {{.id = "sue",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "sue", .to = "court"}, {.label = "settle", .to = "sum"}}},
                  {.id = "court",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "big", .to = "big", .probability = 0.3},
                                {.label = "small", .to = "small", .probability = 0.3},
                                {.label = "lose", .to = "lose", .probability = 0.4}}},
                  end("big", 2e6),
                  end("small", 5e5),
                  end("lose", -6e4),
                  end("sum", 3e5)}};
    const RollBack tree = rolled(build.document());
    CHECK(value(tree, 0) == doctest::Approx(726000));
    CHECK(std::get<double>(tree.evpi) ==
          doctest::Approx(0.3 * 2e6 + 0.3 * 5e5 + 0.4 * 3e5 - 726000));
}

TEST_CASE("perfect information of independent chances agrees with listing every world") {
    // Two ventures with chances of their own, one of them in two steps with a decision between.
    DocumentBuilder build({"A"});
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "one", .to = "one", .cost = 3.0},
                                {.label = "two", .to = "two"},
                                {.label = "none", .to = "nothing"}}},
                  {.id = "one",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "up", .to = "again", .probability = 0.6},
                                {.label = "down", .to = "loss", .probability = 0.4}}},
                  {.id = "again",
                   .kind = NodeKind::Decision,
                   .branches = {{.label = "on", .to = "last", .cost = 2.0},
                                {.label = "out", .to = "small"}}},
                  {.id = "last",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "hit", .to = "jackpot", .probability = 0.3},
                                {.label = "miss", .to = "nothing", .probability = 0.7}}},
                  {.id = "two",
                   .kind = NodeKind::Chance,
                   .branches = {{.label = "good", .to = "fair", .probability = 0.5},
                                {.label = "bad", .to = "loss", .probability = 0.5}}},
                  end("jackpot", 40.0),
                  end("small", 8.0),
                  end("fair", 11.0),
                  end("loss", -5.0),
                  end("nothing", 0.0)}};
    const RollBack tree = rolled(build.document());
    double informed = 0;
    for (const bool up : {true, false})
        for (const bool hit : {true, false})
            for (const bool good : {true, false}) {
                const double p = (up ? 0.6 : 0.4) * (hit ? 0.3 : 0.7) * 0.5;
                const double again = std::max((hit ? 40.0 : 0.0) - 2, 8.0);
                informed += p * std::max({(up ? again : -5.0) - 3, good ? 11.0 : -5.0, 0.0});
            }
    CHECK(std::get<double>(tree.evpi) == doctest::Approx(informed - value(tree, 0)));
}

TEST_CASE(
    "perfect information is not defined where chances may be one event, or a node is shared") {
    Document document = wildcatter();
    document.tree.nodes[4].branches[0].label = "wet";
    document.tree.nodes[4].branches[1].label = "dry";
    CHECK(reason(rolled(document).evpi).find("may be one event") != std::string::npos);
    document = wildcatter();
    document.tree.nodes[0].branches[1].to = "drill";
    CHECK(reason(rolled(document).evpi) == "'drill' is reached by several branches");
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
