// Published weighted sums, through documents: each normalisation is a value function on anchors
// that stand in the document (of levels x, or of 1/x where the rule divides by x).
#include "analysis/results.h"
#include "engine/document_builder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

using namespace fulcrum;
using nlohmann::json;

namespace {

using Levels = std::vector<double>;

struct Normalised {
    Levels level;
    double worst = 0, best = 1;
};

Normalised normalised(const std::string& rule, bool cost, Levels level) {
    const bool inverse = cost && (rule == "sum" || rule == "linear");
    if (inverse)
        for (double& x : level) x = 1 / x;
    const auto [low, high] = std::minmax_element(level.begin(), level.end());
    Normalised result{.level = level, .worst = 0, .best = *high};  // max, linear
    if (rule == "minmax") result.worst = *low;
    if (rule == "sum") result.best = std::accumulate(level.begin(), level.end(), 0.0);
    if (rule == "vector")
        result.best = std::sqrt(std::inner_product(level.begin(), level.end(), level.begin(), 0.0));
    if (cost && !inverse) std::swap(result.worst, result.best);
    return result;
}

Document document_of(const json& input) {
    Document document;
    for (const json& name : input["alternatives"]) document.options.push_back({.id = name});
    for (std::size_t c = 0; c < input["criteria"].size(); ++c) {
        Levels level;
        for (const json& row : input["matrix"]) level.push_back(row[c]);
        const Normalised own =
            normalised(input["normalization"], input["directions"][c] == "cost", std::move(level));
        Row row{.id = "c" + std::to_string(c)};
        for (std::size_t o = 0; o < own.level.size(); ++o)
            row.cells.emplace_back(document.options[o].id, own.level[o]);
        document.rows.push_back(row);
        document.scoring.criteria.push_back(
            {.row = row.id, .weight = input["weights"][c], .worst = own.worst, .best = own.best});
    }
    return document;
}

}  // namespace

TEST_CASE("mcda.wsm vectors: the scores of published decision tables") {
    std::ifstream file(FULCRUM_TESTS_DIR "/vectors/mcda_wsm.json");
    const json vectors = json::parse(file, nullptr, false);
    REQUIRE(vectors.is_object());
    for (const json& vector : vectors["vectors"]) {
        CAPTURE(vector["id"].get<std::string>());
        const Document document = document_of(vector["input"]);
        const Compilation compiled = compile(document);
        REQUIRE(compiled.model.has_value());
        const Results results = analyse(document, *compiled.model, {.draws = 256});
        REQUIRE(results.score.has_value());
        const double absolute = vector["tolerance"]["abs"], relative = vector["tolerance"]["rel"];
        for (std::size_t o = 0; o < document.options.size(); ++o) {
            const double expected = vector["expected"]["scores"][o];
            const double got = std::get<double>(results.score->score[o].base) / 100;
            CHECK(std::fabs(got - expected) <= absolute + relative * std::fabs(expected));
        }
        CHECK(vector["expected"]["ranking"][*results.score->leader] == 1);
    }
    CHECK(vectors["vectors"].size() == 11);
}
