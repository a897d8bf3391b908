// The vectors in tests/vectors, each with its source, against what fulcrum_vectors prints.
#include "vectors_program/answer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>

using namespace fulcrum;
using vectors::json;

namespace {

void check(const json& got, const json& expected, const json& tolerance) {
    REQUIRE(got.type_name() == std::string(expected.type_name()));
    if (expected.is_number()) {
        const double is = got, should = expected;
        CHECK(std::fabs(is - should) <=
              tolerance["abs"].get<double>() + tolerance["rel"].get<double>() * std::fabs(should));
    } else if (expected.is_structured()) {
        REQUIRE(got.size() == expected.size());
        for (const auto& item : expected.items()) {
            INFO(item.key());
            check(got.is_object() ? got[item.key()] : got[std::stoul(item.key())], item.value(),
                  tolerance);
        }
    } else {
        CHECK(got == expected);
    }
}

// What a sampled answer may be off: as the vector says, else five standard errors of independent
// draws of the figure, a weighted sum of normal inputs.
json tolerance_of(const json& vector) {
    json tolerance = vector["tolerance"];
    if (tolerance.contains("monte_carlo_abs"))  // means and variances have units
        return {{"abs", tolerance["monte_carlo_abs"]}, {"rel", 1e-3}};
    if (vector["kind"] != "voi.evppi") return tolerance;
    constexpr double draws = 1 << 15;
    double variance = 0;
    for (const json& input : vector["input"]["inputs"])
        variance += std::pow(input["coefficient"].get<double>() * input["sd"].get<double>(), 2);
    return {{"abs", 5 * std::sqrt(variance / draws)}, {"rel", 0.0}};
}

// How many vectors of each kind are answered, all within their tolerance.
std::map<std::string, int> answered(const std::string& name) {
    std::ifstream file(FULCRUM_TESTS_DIR "/vectors/" + name);
    const json document = json::parse(file, nullptr, false);
    REQUIRE(document.is_object());
    std::map<std::string, int> count;
    for (const json& vector : document["vectors"]) {
        const std::string id = vector["id"];
        INFO("vector ", id);
        const auto got = vectors::answer(vector);
        if (!got) continue;
        ++count[vector["kind"]];
        if (!vector["tolerance"].contains("monte_carlo_standard_errors"))
            check(*got, vector["expected"], tolerance_of(vector));
    }
    return count;
}

}  // namespace

TEST_CASE("every vector of a distribution agrees: mean, sd, quantiles, cdf, pmf") {
    const std::map<std::string, int> expected{
        {"dist.bernoulli", 1},        {"dist.binomial", 1},
        {"dist.discrete", 1},         {"dist.lognormal_mean_sd", 1},
        {"dist.lognormal_p5_p95", 3}, {"dist.normal", 1},
        {"dist.normal_p5_p95", 2},    {"dist.pert", 3},
        {"dist.pert_classic", 1},     {"dist.poisson", 2},
        {"dist.triangular", 3},       {"dist.uniform", 1}};
    CHECK(answered("distributions.json") == expected);
}

TEST_CASE("every vector of a correlation agrees: Pearson, Spearman, Kendall") {
    CHECK(answered("correlation.json") ==
          std::map<std::string, int>{{"sensitivity.correlation", 3}});
}

TEST_CASE("every vector of finance agrees: present value, rates of return, payback, index") {
    CHECK(answered("finance.json") == std::map<std::string, int>{{"finance.mirr", 1},
                                                                 {"finance.npv_end_of_period", 1},
                                                                 {"finance.project", 12},
                                                                 {"finance.xnpv", 1}});
}

// Their values are compared in tests/analysis/closed_form_test.cpp, with bounds for sampled ones.
TEST_CASE("every sampled vector is answered") {
    CHECK(answered("montecarlo.json") == std::map<std::string, int>{{"mc.closed_form", 4}});
}

TEST_CASE("every vector of a decision in closed form agrees: information, attitudes to risk") {
    CHECK(answered("value_of_information.json") ==
          std::map<std::string, int>{{"uncertainty.criteria", 1},
                                     {"voi.evppi", 2},
                                     {"voi.evppi_discrete", 1},
                                     {"voi.normal_linear", 4},
                                     {"voi.payoff_table", 6},
                                     {"voi.sample_information", 4}});
    CHECK(answered("decision_tree.json") ==
          std::map<std::string, int>{{"tree.rollback", 4},
                                     {"utility.certainty_equivalent", 1},
                                     {"utility.certainty_equivalent_normal", 1}});
}

TEST_CASE("every vector of a sensitivity agrees: swings, variances, regression, thresholds") {
    CHECK(answered("sensitivity.json") ==
          std::map<std::string, int>{{"sensitivity.breakeven", 1},
                                     {"sensitivity.correlation", 3},
                                     {"sensitivity.regression", 1},
                                     {"sensitivity.sobol", 6},
                                     {"sensitivity.tornado", 3},
                                     {"sensitivity.weight_threshold", 1}});
}
