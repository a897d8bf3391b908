#include "engine/correlations.h"

#include "engine/document_builder.h"
#include "engine/simulate.h"
#include "math/correlation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace fulcrum;

namespace {

constexpr std::size_t draws = 16'384;

// Four assumptions of different families, and a row of each.
Document four() {
    DocumentBuilder build({"A"});
    build.assumption("a", "", {2, 1, 3});
    Assumption& b = build.assumption("b", "", {10, 5, 20});
    b.family = "lognormal";
    b.interval = Interval::P5P95;
    build.assumption("c", "", {3, 1, 9}).family = "pert";
    build.assumption("d", "", {40, 30, 60}).family = "triangular";
    for (const char* id : {"a", "b", "c", "d"}) build.row(std::string("of_") + id, "", id);
    return build.document();
}

Model compiled(const Document& document) {
    Compilation result = compile(document);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    REQUIRE(result.model);
    return *std::move(result.model);
}

// [assumption][draw]
Grid sample(const Document& document) {
    const Model model = compiled(document);
    std::vector<NodeId> nodes;
    for (const ModelRow& row : model.rows) nodes.push_back(*row.node[0][0]);
    return simulate(model, nodes, {.draws = draws});
}

std::vector<double> sorted(std::span<const double> draws_of_one) {
    std::vector<double> result(draws_of_one.begin(), draws_of_one.end());
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

TEST_CASE("correlations: the sample's rank correlations are within 0.03 of what is asked") {
    for (const double rank : {-0.95, -0.5, 0.1, 0.7, 0.95}) {
        Document document = four();
        document.correlations = {{.of = {"a", "b"}, .rank = rank},
                                 {.of = {"d", "c"}, .rank = -rank}};
        const Grid x = sample(document);
        CHECK(std::fabs(*spearman(x.row(0), x.row(1)) - rank) <= 0.03);
        CHECK(std::fabs(*spearman(x.row(2), x.row(3)) + rank) <= 0.03);
        CHECK(std::fabs(*spearman(x.row(0), x.row(2))) <= 0.03);
    }
    Document document = four();
    document.correlations = {
        {.of = {"d", "a", "c"}, .matrix = {{1, 0.6, -0.3}, {0.6, 1, 0.2}, {-0.3, 0.2, 1}}}};
    const Grid x = sample(document);
    CHECK(std::fabs(*spearman(x.row(3), x.row(0)) - 0.6) <= 0.03);
    CHECK(std::fabs(*spearman(x.row(3), x.row(2)) + 0.3) <= 0.03);
    CHECK(std::fabs(*spearman(x.row(0), x.row(2)) - 0.2) <= 0.03);
}

TEST_CASE("correlations: each assumption keeps its distribution") {
    Document document = four();
    const Grid before = sample(document);
    document.correlations = {{.of = {"a", "b"}, .rank = 0.8}, {.of = {"b", "c"}, .rank = 0.4}};
    const Grid after = sample(document);
    // The share of draws below an exact percentile differs by at most 5 standard errors.
    const double error = 5 * std::sqrt(0.25 / static_cast<double>(draws));
    for (std::size_t k = 0; k < 4; ++k) {
        const std::vector<double> was = sorted(before.row(k)), is = sorted(after.row(k));
        for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
            const double x = was[static_cast<std::size_t>(p * static_cast<double>(draws))];
            const auto below = std::lower_bound(is.begin(), is.end(), x) - is.begin();
            CHECK(std::fabs(static_cast<double>(below) / static_cast<double>(draws) - p) <= error);
        }
    }
}

TEST_CASE(
    "correlations: who is in no group, and the first of a group, keep their draws to the bit") {
    Document document = four();
    const Grid before = sample(document);
    document.correlations = {{.of = {"c", "b"}, .rank = 0.5}};
    const Grid after = sample(document);
    for (const std::size_t kept : {0u, 1u, 3u})
        CHECK(
            std::equal(before.row(kept).begin(), before.row(kept).end(), after.row(kept).begin()));
    CHECK_FALSE(std::equal(before.row(2).begin(), before.row(2).end(), after.row(2).begin()));
}

TEST_CASE("correlations: adding or moving an assumption leaves the draws of all others") {
    Document document = four();
    document.correlations = {{.of = {"a", "b"}, .rank = 0.5}, {.of = {"b", "d"}, .rank = -0.5}};
    const Grid before = sample(document);
    Document other = document;
    std::reverse(other.assumptions.begin(), other.assumptions.end());
    other.assumptions.push_back({.id = "e", .base = 1, .low = 0, .high = 2, .stream = 9});
    other.correlations.push_back({.of = {"e", "b"}, .rank = 0.3});
    CHECK(sample(other) == before);
}

TEST_CASE("correlations: pinning one leaves the others as they were") {
    Document document = four();
    document.correlations = {{.of = {"a", "b"}, .rank = 0.9}};
    const Grid before = sample(document);
    document.assumptions[0].known = true;
    const Grid after = sample(document);
    CHECK(std::equal(before.row(1).begin(), before.row(1).end(), after.row(1).begin()));
    for (const double x : after.row(0)) CHECK(x == 2);
}

TEST_CASE("correlations: a drag draws what a full run draws") {
    Document document = four();
    document.correlations = {{.of = {"a", "b"}, .rank = 0.9}, {.of = {"b", "c"}, .rank = -0.2}};
    const Model model = compiled(document);
    std::vector<NodeId> nodes;
    for (const ModelRow& row : model.rows) nodes.push_back(*row.node[0][0]);
    for (std::size_t input = 0; input < 4; ++input) {
        std::vector<bool> moving(4, false);
        moving[input] = true;
        Simulator simulator(model, nodes, {.draws = 1024});
        simulator.hold(model, dependents(model, moving));
        Grid held(4, 1024);
        std::vector<double*> to;
        for (std::size_t k = 0; k < 4; ++k) to.push_back(held.row(k).data());
        simulator.run(model, {0, 1024}, to);
        CHECK(held == simulate(model, nodes, {.draws = 1024}));
    }
}

TEST_CASE("correlations: those that contradict each other are an error, or repaired on request") {
    Document document = four();
    document.correlations = {{.of = {"a", "b"}, .rank = 0.9},
                             {.of = {"b", "c"}, .rank = 0.9},
                             {.of = {"a", "c"}, .rank = -0.9}};
    const Diagnostics found = compile(document).diagnostics;
    REQUIRE(found.size() == 1);
    CHECK(found[0].path.starts_with("/correlations/"));
    CHECK(found[0].message.find("contradict each other") != std::string::npos);
    CHECK(found[0].message.find("repair_correlations") != std::string::npos);

    document.simulation.repair_correlations = true;
    const Model model = compiled(document);
    REQUIRE(model.notes.size() == 1);
    CHECK(model.notes[0].inputs == std::vector<std::string>{"a", "b", "c"});
    CHECK(model.notes[0].from != model.notes[0].to);
    const Grid x = sample(document);
    CHECK(*spearman(x.row(0), x.row(1)) > 0.3);  // the nearest to 0.9, 0.9 and -0.9 by symmetry
    CHECK(*spearman(x.row(0), x.row(2)) < -0.3);
}
