// Models whose exact answer is known, sampled through the whole engine.
#include "analysis/sampling_bounds.h"
#include "engine/document_builder.h"
#include "engine/simulate.h"
#include "math/copula.h"
#include "math/statistics.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace fulcrum;
using nlohmann::json;

namespace {

constexpr std::size_t draws = 1 << 16;
constexpr double k = 5;

std::vector<double> sample_of(const Document& document) {
    const Compilation result = compile(document);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    REQUIRE(result.model.has_value());
    const NodeId node = *result.model->rows[0].node[0][0];
    const Grid sample = simulate(*result.model, {&node, 1}, {.draws = draws, .seed = 1});
    return {sample.row(0).begin(), sample.row(0).end()};
}

Assumption& ninety(DocumentBuilder& build, const std::string& id, double low, double high) {
    Assumption& assumption = build.assumption(id, "", {(low + high) / 2, low, high});
    assumption.interval = Interval::P5P95;
    return assumption;
}

// The vector's model as a document; the row is "y".
Document document_of(const json& input) {
    DocumentBuilder build({"A"});
    std::string formula;
    if (input.contains("terms")) {
        for (std::size_t t = 0; t < input["terms"].size(); ++t) {
            const json& term = input["terms"][t];
            const double mean = term["mean"],
                         spread = term["sd"].get<double>() * 1.6448536269514722;
            const std::string id = "x" + std::to_string(t);
            ninety(build, id, mean - spread, mean + spread).family = "normal";
            formula += (t == 0 ? "" : " + ") + term["coefficient"].dump() + " * " + id;
        }
    } else if (input.contains("intervals_p5_p95")) {
        for (std::size_t t = 0; t < input["intervals_p5_p95"].size(); ++t) {
            const json& interval = input["intervals_p5_p95"][t];
            const std::string id = "x" + std::to_string(t);
            ninety(build, id, interval[0], interval[1]).family = "lognormal";
            if (t > 0) formula += input["signs"][t] == 1 ? " * " : " / ";
            formula += id;
        }
    } else {
        const json& units = input["units"];
        build.assumption("units", "", {units[1], units[0], units[2]}).family = "triangular";
        build.assumption("margin", "", {5, input["margin"][0], input["margin"][1]});
        formula = "units * margin - " + input["fixed_cost"].dump();
    }
    if (const double normal = input.value("correlation_x1_x2", 0.0); normal != 0)
        build.document().correlations = {{.of = {"x0", "x1"}, .rank = rank_correlation(normal)}};
    build.row("y", "", formula);
    return build.document();
}

double share_below_zero(const std::vector<double>& sample) {
    const auto below = std::count_if(sample.begin(), sample.end(), [](double x) { return x < 0; });
    return static_cast<double>(below) / static_cast<double>(sample.size());
}

}  // namespace

TEST_CASE("mc.closed_form vectors hold within 5 standard errors") {
    std::ifstream file(FULCRUM_TESTS_DIR "/vectors/montecarlo.json");
    const json vectors = json::parse(file, nullptr, false);
    REQUIRE(vectors.is_object());
    int checked = 0;
    for (const json& vector : vectors["vectors"]) {
        const json& input = vector["input"];
        CAPTURE(vector["id"].get<std::string>());
        const json& expected = vector["expected"];
        const std::vector<double> sample = sample_of(document_of(input));
        const auto n = static_cast<double>(sample.size());
        CHECK(std::fabs(mean(sample) - expected["mean"].get<double>()) <=
              k_errors_of_mean(expected["sd"], n, k));
        if (expected.contains("quantiles"))
            for (const auto& [p, x] : expected["quantiles"].items()) {
                const Band band = quantile_band(sample, std::stod(p), k);
                CHECK(x.get<double>() >= band.low);
                CHECK(x.get<double>() <= band.high);
            }
        for (const char* key : {"prob_below_zero", "prob_loss"})
            if (expected.contains(key))
                CHECK(std::fabs(share_below_zero(sample) - expected[key].get<double>()) <=
                      k_errors_of_share(expected[key], n, k));
        ++checked;
    }
    CHECK(checked == 4);
}

TEST_CASE("the sum of three uniforms is the Irwin-Hall distribution") {
    DocumentBuilder build({"A"});
    for (const char* id : {"a", "b", "c"}) build.assumption(id, "", {0.5, 0, 1});
    build.row("y", "", "a + b + c");
    const std::vector<double> sample = sample_of(build.document());
    const auto n = static_cast<double>(sample.size());
    // mean 3/2, variance 3/12; F(1) = 1/6, F(2) = 5/6
    CHECK(std::fabs(mean(sample) - 1.5) <= k_errors_of_mean(0.5, n, k));
    for (const auto& [p, x] : {std::pair(1.0 / 6, 1.0), std::pair(0.5, 1.5), {5.0 / 6, 2.0}}) {
        const Band band = quantile_band(sample, p, k);
        CHECK(x >= band.low);
        CHECK(x <= band.high);
    }
}

TEST_CASE("the product of two independent uniforms has P(ab <= x) = x (1 - ln x)") {
    DocumentBuilder build({"A"});
    build.assumption("a", "", {0.5, 0, 1});
    build.assumption("b", "", {0.5, 0, 1});
    build.row("y", "", "a * b");
    const std::vector<double> sample = sample_of(build.document());
    for (const double x : {0.01, 0.1, 0.5}) {
        const Band band = quantile_band(sample, x * (1 - std::log(x)), k);
        CHECK(x >= band.low);
        CHECK(x <= band.high);
    }
}
