// The decision tree's amounts, compiled: numbers, formulas, "rest", the objective of an option.
#include "engine/document_builder.h"
#include "engine/simulate.h"

#include <doctest/doctest.h>

#include <string>

using namespace fulcrum;

namespace {

// A chance between option A, as the document has it, and an end that a formula prices.
Document example() {
    DocumentBuilder build({"A", "B"});
    build.assumption("rain", "", 0.25);
    build.assumption("fee", "$", {5, 4, 6});
    build.row("net", "$");
    build.cell("A", "fee * 2");
    build.cell("B", 7.0);
    build.document().objective = "net";
    build.document().tree = {
        .root = "sky",
        .nodes = {
            {.id = "sky",
             .kind = NodeKind::Chance,
             .branches = {{.to = "a", .probability = Formula{"rain * 2"}, .cost = 1.5},
                          {.to = "half", .probability = 0.125},
                          {.to = "end", .probability = Formula{"rest"}}}},
            {.id = "a", .kind = NodeKind::Option, .option = "A"},
            {.id = "half", .kind = NodeKind::Option, .option = "A", .payoff = Formula{"net / 2"}},
            {.id = "end", .kind = NodeKind::Terminal, .payoff = Formula{"net@B + fee"}}}};
    return build.document();
}

double base(const Model& model, const std::optional<NodeId>& node) {
    REQUIRE(node.has_value());
    return base_case(model, {&*node, 1})[0];
}

}  // namespace

TEST_CASE("amounts of a tree are numbers, formulas and the rest, in the program of the rows") {
    const Compilation compiled = compile(example());
    REQUIRE(compiled.model.has_value());
    const auto& tree = compiled.model->tree;
    REQUIRE(tree.size() == 4);
    CHECK(base(*compiled.model, tree[0].branches[0].probability) == 0.5);
    CHECK(base(*compiled.model, tree[0].branches[1].probability) == 0.125);
    CHECK(base(*compiled.model, tree[0].branches[2].probability) == 0.375);
    CHECK(base(*compiled.model, tree[0].branches[0].cost) == 1.5);
    CHECK_FALSE(tree[0].branches[1].cost.has_value());
    CHECK(tree[0].branches[2].to == 3);
    CHECK(base(*compiled.model, tree[3].payoff) == 12);
}

TEST_CASE("an option's node is worth its objective, and its formulas mean that option") {
    const Compilation compiled = compile(example());
    REQUIRE(compiled.model.has_value());
    const auto& tree = compiled.model->tree;
    CHECK(tree[1].payoff == compiled.model->rows[0].node[0][0]);
    CHECK(base(*compiled.model, tree[2].payoff) == 5);
}

TEST_CASE(
    "an option without a value of the objective has none in the tree, and that is no finding") {
    Document document = example();
    document.rows[0].cells.erase(document.rows[0].cells.begin());
    document.tree.nodes[2].payoff = 1.0;
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    CHECK_FALSE(compiled.model->tree[1].payoff.has_value());
}

TEST_CASE("a broken row is one finding, not one for every node of the tree that uses it") {
    Document document = example();
    document.rows[0].cells[0].second = Formula{"fee *"};
    const Compilation compiled = compile(document);
    REQUIRE(compiled.diagnostics.size() == 1);
    CHECK(compiled.diagnostics[0].path == "/rows/0/cells/A");
}

TEST_CASE("a tree whose amounts change is compiled again, a drag of an assumption is not") {
    const Document before = example();
    const Compilation compiled = compile(before);
    REQUIRE(compiled.model.has_value());
    Document after = before;
    after.assumptions[0].base = 0.3;
    const Compilation moved = rebound(*compiled.model, before, after);
    REQUIRE(moved.model.has_value());
    CHECK(base(*moved.model, moved.model->tree[0].branches[0].probability) == 0.6);
    after.tree.nodes[3].payoff = 3.0;
    CHECK_FALSE(rebound(*compiled.model, before, after).model.has_value());
}

TEST_CASE("a chain of 2,000 nodes with formulas is compiled without recursion") {
    Document document = example();
    document.tree = {.root = "n0", .nodes = {}};
    for (int n = 0; n < 2000; ++n)
        document.tree.nodes.push_back(
            {.id = "n" + std::to_string(n),
             .kind = NodeKind::Decision,
             .branches = {{.to = "n" + std::to_string(n + 1), .cost = Formula{"fee"}}}});
    document.tree.nodes.push_back({.id = "n2000", .kind = NodeKind::Terminal});
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    CHECK(compiled.model->tree[7].branches[0].cost == compiled.model->tree[1999].branches[0].cost);
}
