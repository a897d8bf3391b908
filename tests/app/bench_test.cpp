#include "app/bench.h"

#include "app/open_text.h"
#include "builtin/builtin.h"

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
