#include "engine/locate.h"

#include "engine/document_builder.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

struct Found {
    Document document;
    Model model;
};

Found compiled(const Document& document) {
    Compilation result = compile(document);
    INFO((result.diagnostics.empty() ? std::string() : result.diagnostics[0].message));
    REQUIRE(result.model.has_value());
    return {document, *result.model};
}

// The last node with the operation.
NodeId node_of(const Model& model, Op op) {
    const auto nodes = model.program.nodes();
    for (std::size_t n = nodes.size(); n-- > 0;)
        if (nodes[n].op == op) return static_cast<NodeId>(n);
    FAIL("no such operation");
    return 0;
}

}  // namespace

TEST_CASE("an operation is found in its formula, with row, option and position") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {2, 1, 3});
    build.row("other", "", "x * 3");
    build.row("y");
    build.cell("A", 1.0);
    build.cell("B", "12 + 4 / (x - other)");
    build.row("z", "", "y + 1");
    const Found found = compiled(build.document());
    const auto place =
        OperationLocator(found.document, found.model).find(node_of(found.model, Op::Divide));
    REQUIRE(place.has_value());
    CHECK(place->path == "/rows/1/cells/B");
    CHECK(place->at == 5);
    CHECK(place->function == "/");
    CHECK(place->cell == CellPlace{1, 1, 0});
}

TEST_CASE("an operation of a series is found in its month") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 1, 3});
    build.series("y", "", 3, "previous(y) + log(x - month)", "1");
    const Found found = compiled(build.document());
    const auto place =
        OperationLocator(found.document, found.model).find(node_of(found.model, Op::Log));
    REQUIRE(place.has_value());
    CHECK(place->cell == CellPlace{0, 0, 3});
    CHECK(place->at == 14);
}

TEST_CASE("an operation on constants that has no finite value is found apart from others like it") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 1, 3});
    build.row("y", "", "x + log(3 - 3)");
    build.row("z", "", "5 / (7 + 1 / (2 - 2))");
    const Found found = compiled(build.document());
    OperationLocator locator(found.document, found.model);
    const auto nodes = found.model.program.nodes();
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].op != Op::Divide || !found.model.program.is_constant(nodes[n].b)) continue;
        const auto place = locator.find(static_cast<NodeId>(n));
        REQUIRE(place.has_value());
        CHECK(place->path == "/rows/1/formula");
        CHECK(place->at == 9);
        CHECK(place->function == "/");
        return;
    }
    FAIL("no division by a constant");
}

TEST_CASE("an operation of the tree is found in its formula, where no row has it") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {2, 1, 3});
    build.row("y", "", "x * 3");
    build.document().tree = {
        .root = "which",
        .nodes = {{.id = "which",
                   .kind = NodeKind::Decision,
                   .branches = {{.to = "a"}, {.to = "b", .cost = Formula{"1 + log(x)"}}}},
                  {.id = "a", .kind = NodeKind::Terminal, .payoff = Formula{"y@A + 4 / x"}},
                  {.id = "b", .kind = NodeKind::Terminal, .payoff = Formula{"x * 3"}}}};
    const Found found = compiled(build.document());
    OperationLocator locator(found.document, found.model);
    const auto place_of = [&](Op op) { return locator.find(node_of(found.model, op)).value(); };
    CHECK(place_of(Op::Divide).path == "/tree/nodes/1/payoff");
    CHECK(place_of(Op::Divide).at == 6);
    CHECK(place_of(Op::Divide).cell.row == no_row);
    CHECK(place_of(Op::Log).path == "/tree/nodes/0/branches/1/cost");
    CHECK(place_of(Op::Log).at == 4);
    CHECK(place_of(Op::Multiply).path == "/rows/0/formula");
}

TEST_CASE("a step of an operation is found at the operation") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 1, 3});
    build.row("y", "", "x * 3");
    build.row("z", "", "7 + sum(y, x, 2, y)");
    const Found found = compiled(build.document());
    const auto nodes = found.model.program.nodes();
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].op != Op::Add) continue;  // the first: y + x
        const auto place =
            OperationLocator(found.document, found.model).find(static_cast<NodeId>(n));
        REQUIRE(place.has_value());
        CHECK(place->path == "/rows/1/formula");
        CHECK(place->at == 4);
        CHECK(place->function == "sum");
        return;
    }
    FAIL("no sum");
}
