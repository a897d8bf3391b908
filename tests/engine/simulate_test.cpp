#include "engine/simulate.h"

#include "engine/document_builder.h"
#include "math/random.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fulcrum;

namespace {

Model compiled(const Document& document) {
    const Compilation result = compile(document);
    REQUIRE(result.model.has_value());
    return *result.model;
}

std::vector<double> draws_of(const Document& document, const std::string& row,
                             const std::string& option, const SimulationSettings& settings = {}) {
    const Model model = compiled(document);
    for (std::size_t r = 0; r < document.rows.size(); ++r)
        for (std::size_t o = 0; o < document.options.size(); ++o)
            if (document.rows[r].id == row && document.options[o].id == option) {
                const Grid sample = simulate(model, {&*model.rows[r].node[o][0], 1}, settings);
                return {sample.row(0).begin(), sample.row(0).end()};
            }
    FAIL("no such row and option");
    return {};
}

// Rows "sum" = a + b and "cell", a range of its own for each option.
Document two_inputs() {
    DocumentBuilder build({"A", "B"});
    build.assumption("a", "", {2, 1, 3});
    build.assumption("b", "", {10, 5, 20}).family = "triangular";
    build.row("sum", "", "a + b * cell");
    build.row("cell");
    build.cell("A", Bounds{1, 0, 2});
    build.cell("B", Bounds{2, 0, 9});
    return build.document();
}

std::vector<NodeId> all_nodes(const Model& model) {
    std::vector<NodeId> nodes;
    for (const ModelRow& row : model.rows)
        for (const auto& months : row.node) nodes.push_back(*months[0]);
    return nodes;
}

Grid run(Simulator& simulator, const Model& model, const DrawRange& range) {
    Grid result(simulator.outputs().size(), range.count);
    std::vector<double*> to;
    for (std::size_t o = 0; o < result.rows(); ++o) to.push_back(result.row(o).data());
    simulator.run(model, range, to);
    return result;
}

}  // namespace

TEST_CASE("a draw is the family's quantile of the stream's uniform number") {
    DocumentBuilder build({"A"});
    build.assumption("a", "", {2, 1, 3}).stream = 7;
    build.row("y", "", "a");
    const std::vector<double> draws =
        draws_of(build.document(), "y", "A", {.draws = 512, .seed = 5});
    std::vector<double> u(512);
    uniforms({.seed = 5}, 7, 0, u);
    for (std::size_t d = 0; d < u.size(); ++d) CHECK(draws[d] == 1.0 + u[d] * 2.0);
}

TEST_CASE("a longer run begins with the draws of a shorter one, also cut inside a block") {
    const std::vector<double> longer = draws_of(two_inputs(), "sum", "B", {.draws = 4096});
    for (const std::size_t count : {1u, 255u, 256u, 257u, 1000u, 2048u}) {
        const std::vector<double> shorter = draws_of(two_inputs(), "sum", "B", {.draws = count});
        CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
    }
}

TEST_CASE("draws made in pieces are the draws made at once") {
    const Model model = compiled(two_inputs());
    const std::vector<NodeId> nodes = all_nodes(model);
    const SimulationSettings settings{.draws = 1500, .seed = 3};
    const Grid whole = simulate(model, nodes, settings);
    Simulator simulator(model, nodes, settings);
    for (const DrawRange range : {DrawRange{512, 988}, DrawRange{0, 256}, DrawRange{256, 256}}) {
        const Grid piece = run(simulator, model, range);
        for (std::size_t n = 0; n < nodes.size(); ++n)
            CHECK(std::equal(piece.row(n).begin(), piece.row(n).end(),
                             whole.row(n).begin() + static_cast<std::ptrdiff_t>(range.first)));
    }
}

TEST_CASE("what does not move may be held: every drag gives the bits of a full run") {
    const Model before = compiled(two_inputs());
    const std::vector<NodeId> nodes = all_nodes(before);
    const SimulationSettings settings{.draws = 1500, .seed = 3};
    for (std::size_t input = 0; input < before.inputs.size(); ++input) {
        std::vector<bool> moving(before.inputs.size(), false);
        moving[input] = true;
        Simulator simulator(before, nodes, settings);
        simulator.hold(before, dependents(before, moving));
        CHECK(run(simulator, before, {0, 1500}) == simulate(before, nodes, settings));
        for (const double low : {-3.0, 0.5}) {
            Model after = before;
            after.inputs[input] = before.inputs[0];
            after.inputs[input].stream = before.inputs[input].stream;
            after.inputs[input].parameters[0] = low;
            CHECK(run(simulator, after, {0, 1500}) == simulate(after, nodes, settings));
        }
    }
}

TEST_CASE(
    "a held simulation costs less the less depends on what moves, and nothing costs nothing") {
    const Model model = compiled(two_inputs());
    const std::vector<NodeId> nodes = all_nodes(model);
    const auto cost = [&](const std::vector<bool>& moving) {
        Simulator simulator(model, nodes, {.draws = 512});
        simulator.hold(model, dependents(model, moving));
        return simulator.operations();
    };
    CHECK(cost({false, false, false, false}) == 0);
    CHECK(cost({true, false, false, false}) < cost({true, true, true, true}));
    CHECK(cost({true, true, true, true}) == Simulator(model, nodes, {.draws = 512}).operations());
}

TEST_CASE("adding, removing or renaming an assumption leaves the draws of all others") {
    const Document before = two_inputs();
    const std::vector<double> sum = draws_of(before, "sum", "B");

    Document added = before;
    added.assumptions.insert(added.assumptions.begin(),
                             {.id = "first", .base = 1, .low = 0, .high = 2, .stream = 4});
    added.rows.insert(added.rows.begin(), {.id = "uses_it", .formula = "first * a"});
    CHECK(draws_of(added, "sum", "B") == sum);

    Document renamed = before;
    renamed.assumptions[0].id = "other_name";
    renamed.rows[0].formula = "other_name + b * cell";
    CHECK(draws_of(renamed, "sum", "B") == sum);

    Document removed = before;
    removed.assumptions.erase(removed.assumptions.begin());
    removed.rows.erase(removed.rows.begin());
    CHECK(draws_of(removed, "cell", "B") == draws_of(before, "cell", "B"));
}

TEST_CASE("the order of options does not change the numbers of an option") {
    const Document before = two_inputs();
    Document turned = before;
    std::reverse(turned.options.begin(), turned.options.end());
    for (const char* option : {"A", "B"})
        CHECK(draws_of(turned, "sum", option) == draws_of(before, "sum", option));
}

TEST_CASE("a known assumption is its base in every draw, and leaves the draws of the others") {
    Document document = two_inputs();
    document.rows.push_back({.id = "only_a", .formula = "a"});
    document.rows.push_back({.id = "only_b", .formula = "b"});
    const std::vector<double> b = draws_of(document, "only_b", "A");
    document.assumptions[0].known = true;
    for (const double draw : draws_of(document, "only_a", "A")) CHECK(draw == 2.0);
    CHECK(draws_of(document, "only_b", "A") == b);
}

TEST_CASE("seeds give different draws, and the base case needs none") {
    CHECK(draws_of(two_inputs(), "sum", "A", {.seed = 1}) !=
          draws_of(two_inputs(), "sum", "A", {.seed = 2}));
    const Model model = compiled(two_inputs());
    const std::vector<NodeId> nodes{*model.rows[0].node[0][0], *model.rows[0].node[1][0]};
    CHECK(base_case(model, nodes) == std::vector<double>{12, 22});
}

TEST_CASE("`if` takes its chosen branch: 0/0 in the other has no effect in any draw") {
    DocumentBuilder build({"A"});
    build.assumption("q", "", {0, 0, 2}).family = "integer_uniform";
    build.row("y", "", "if(q > 0, 6 / q, 100)");
    std::vector<double> draws = draws_of(build.document(), "y", "A");
    std::sort(draws.begin(), draws.end());
    CHECK(draws.front() == 3.0);
    CHECK(draws.back() == 100.0);
    CHECK(draws[draws.size() / 2] == 6.0);
}

TEST_CASE("a model with no draws at all is an empty grid") {
    const Model model = compiled(two_inputs());
    CHECK(simulate(model, {}, {.draws = 256}).rows() == 0);
}
