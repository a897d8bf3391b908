#include "analysis/precision.h"

#include "analysis/section.h"
#include "engine/document_builder.h"
#include "engine/model.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

constexpr std::size_t draws = 4096;

// A is uniform on [0, 10], from that stream; B is 4.
Document one_uniform(std::int64_t stream) {
    DocumentBuilder build({"A", "B"});
    Assumption& x = build.assumption("x", "", {5, 0, 10});
    x.family = "uniform";
    x.stream = stream;
    build.row("net").direction = Direction::More;
    build.cell("A", "x");
    build.cell("B", 4.0);
    build.document().objective = "net";
    return build.document();
}

Precision precision_of(const Document& document, std::size_t scramblings = 64) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return precision(document, *compiled.model, draws, scramblings);
}

}  // namespace

TEST_CASE("precision: independent draws have the standard errors of independent draws") {
    const Precision errors = precision_of(one_uniform(300));
    const Statistics& a = *errors.rows[0][0];
    const double n = draws, sd = 10 / std::sqrt(12);
    // 64 scramblings know a standard error to 9 %; four times that.
    CHECK(a.mean == doctest::Approx(sd / std::sqrt(n)).epsilon(0.36));
    CHECK(a.p50 == doctest::Approx(10 * std::sqrt(0.25 / n)).epsilon(0.36));
    CHECK(a.p5 == doctest::Approx(10 * std::sqrt(0.05 * 0.95 / n)).epsilon(0.36));
    // A is best where x > 4.
    CHECK(errors.p_best[0] == doctest::Approx(std::sqrt(0.6 * 0.4 / n)).epsilon(0.36));
    CHECK(errors.p_best[1] == doctest::Approx(errors.p_best[0]));
}

TEST_CASE("precision: scrambled Sobol draws are better than independent ones, and not exact") {
    const Precision errors = precision_of(one_uniform(3));
    const double independent = 10 / std::sqrt(12) / std::sqrt(double{draws});
    CHECK(errors.rows[0][0]->mean > 0);
    // A stratified mean: one uniform draw in each of n strata has the error width / sqrt(12) /
    // n^1.5.
    CHECK(errors.rows[0][0]->mean == doctest::Approx(independent / double{draws}).epsilon(0.36));
}

TEST_CASE("precision: the mean of a run is as far from the truth as its standard error says") {
    const Document document = one_uniform(3);
    const Compilation compiled = compile(document);
    const double error = precision_of(document).rows[0][0]->mean;
    const Results run = analyse(document, *compiled.model, {.draws = draws});
    const auto* found = std::get_if<Statistics>(&run.rows[0].outcome[0].front()->over_draws);
    REQUIRE(found != nullptr);
    CHECK(std::fabs(found->mean - 5) <= 4 * error);
}

TEST_CASE("precision: what is certain has no error, what is undefined has none to tell") {
    Document document = one_uniform(0);
    DocumentBuilder build({"A", "B"});
    build.row("bad");
    build.cell("A", "1 / (x - x)");
    document.rows.push_back(build.document().rows[0]);
    const Precision errors = precision_of(document, 4);
    CHECK(*errors.rows[0][1] == Statistics{});
    CHECK_FALSE(errors.rows[1][0].has_value());
    CHECK_FALSE(errors.rows[1][1].has_value());
    CHECK(errors.score.empty());
}

TEST_CASE("precision: is the section of that name, and a seed gives the same text") {
    const Document document = one_uniform(0);
    const Compilation compiled = compile(document);
    const Section* section = find_section("precision");
    REQUIRE(section != nullptr);
    const std::string text = section->json(document, *compiled.model, 1024);
    CHECK(text == section->json(document, *compiled.model, 1024));
    CHECK(text == precision_json(document, precision(document, *compiled.model, 1024)));
    CHECK(text.starts_with("{\n  \"version\": 1,\n  \"draws\": 1024,\n  \"scramblings\": 16,\n"));
    CHECK(find_section("flips and more") == nullptr);
}
