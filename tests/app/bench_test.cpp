#include "app/bench.h"

#include "analysis/roll_back.h"
#include "app/made_up.h"
#include "app/open_text.h"
#include "builtin/builtin.h"
#include "model/check.h"

#include <doctest/doctest.h>

using namespace fulcrum;

TEST_CASE("bench: a decision with an objective is measured whole and in parts, at each size") {
    const OpenedText opened = open_text(builtins().front().json);
    const Result<std::vector<BenchFigure>> figures =
        bench_decision(opened.document, {256, 512}, 0.0);
    REQUIRE(figures);
    REQUIRE(figures->size() == 10);
    for (std::size_t k = 0; k < figures->size(); ++k) {
        const BenchFigure& figure = (*figures)[k];
        CHECK(figure.draws == (k < 5 ? 256 : 512));
        CHECK(figure.repeats == 5);
        CHECK(figure.least_ms <= figure.median_ms);
        CHECK(bench_text(*figures).find(figure.what) != std::string::npos);
    }
}

TEST_CASE("bench: a decision without an objective says that it needs one") {
    OpenedText opened = open_text(builtins().front().json);
    opened.document.objective.clear();
    const Result<std::vector<BenchFigure>> figures = bench_decision(opened.document, {256}, 0.0);
    REQUIRE(!figures);
    CHECK(figures.error().path == "/objective");
}

TEST_CASE(
    "bench: each analysis is measured with its longest step, which is no longer than the whole") {
    const std::vector<BenchFigure> figures = bench_analyses(0.0, {5});
    REQUIRE(figures.size() == 6);
    for (const BenchFigure& figure : figures) {
        REQUIRE(figure.longest_step_ms);
        CHECK(*figure.longest_step_ms > 0);
        CHECK(figure.least_ms > 0);
    }
}

TEST_CASE("bench: made-up trees are sound, and their first node has a value") {
    for (const std::size_t nodes : {1u, 2u, 3u, 20u, 2000u}) {
        const Document document = with_streams(made_up_tree(nodes));
        REQUIRE(check(document).empty());
        const Compilation compiled = compile(document);
        REQUIRE(compiled.model);
        REQUIRE(document.tree.nodes.size() == nodes);
        const RollBack rolled = roll_back(document, *compiled.model, 256);
        CHECK(std::holds_alternative<double>(rolled.nodes[0].value));
    }
}
