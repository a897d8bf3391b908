// The built-in decision against the figures of its model page (phase0-model.md), which two
// independent programs computed.
#include "analysis/asset.h"
#include "analysis/lead.h"
#include "analysis/results.h"
#include "analysis/sampling_bounds.h"
#include "engine/phase0_model.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace fulcrum;

namespace {

constexpr double k = 4;
constexpr double reference_draws = 1 << 20;

Model compiled(const Document& document) {
    const Compilation result = compile(document);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    REQUIRE(result.model.has_value());
    return *result.model;
}

std::size_t row_of(const Document& document, const std::string& id) {
    for (std::size_t r = 0; r < document.rows.size(); ++r)
        if (document.rows[r].id == id) return r;
    FAIL("no row " << id);
    return 0;
}

Grid net_12_draws(const Document& document, std::size_t draws) {
    const Model model = compiled(document);
    std::vector<NodeId> nodes;
    for (const auto& months : model.rows[*model.objective].node) nodes.push_back(*months[0]);
    return simulate(model, nodes, {.draws = draws, .seed = 1});
}

// Section 4: base, mean, P5, median, P95, P(best) of 2^20 draws, rounded as printed.
struct Reference {
    double base, mean, p5, p50, p95, p_best;
};
constexpr std::array<Reference, 3> reference{{
    {-521.1, -458.3, -626.7, -450.9, -312.9, 0.000},
    {118.6, 115.8, -15.8, 104.4, 286.8, 0.282},
    {190.4, 165.7, 42.4, 158.4, 315.1, 0.718},
}};

double deviation(std::span<const double> draws) {
    return std::sqrt(variance(draws));
}

// n draws against the reference's own 2^20: the variances add; rounding adds half a last digit.
void check_section_4(const Document& document, std::size_t draws) {
    const Grid utility = net_12_draws(document, draws);
    const auto n = static_cast<double>(draws);
    const double both =
        1 / (1 / n + 1 / reference_draws);  // as many draws as both together are worth
    const std::vector<double> p_best =
        probability_of_best(std::vector<Draws>{utility.row(0), utility.row(1), utility.row(2)});
    for (std::size_t option = 0; option < 3; ++option) {
        CAPTURE(option);
        const Reference& truth = reference[option];
        const auto row = utility.row(option);
        CHECK(std::fabs(mean(row) - truth.mean) <=
              k_errors_of_mean(deviation(row), both, k) + 0.05);
        const std::vector<double> sample(row.begin(), row.end());
        const std::array<std::pair<double, double>, 3> quantiles{
            {{0.05, truth.p5}, {0.5, truth.p50}, {0.95, truth.p95}}};
        for (const auto& [p, x] : quantiles) {
            const Band band = quantile_band(sample, p, k, n / reference_draws);
            CHECK(x >= band.low - 0.05);
            CHECK(x <= band.high + 0.05);
        }
        CHECK(std::fabs(p_best[option] - truth.p_best) <=
              k_errors_of_share(truth.p_best, both, k) + 0.0005);
    }

    std::vector<double> gap(draws), regret(draws);
    for (std::size_t d = 0; d < draws; ++d) {
        gap[d] = utility.row(2)[d] - utility.row(1)[d];
        regret[d] = std::max({utility.row(0)[d] - utility.row(2)[d], -gap[d], 0.0});
    }
    CHECK(std::fabs(mean(gap) - 50) <= k_errors_of_mean(deviation(gap), both, k) + 0.5);
    const Band median = quantile_band(gap, 0.5, k, n / reference_draws);
    CHECK(49 >= median.low - 0.5);
    CHECK(49 <= median.high + 0.5);
    CHECK(std::fabs(mean(regret) - 12.7) <= k_errors_of_mean(deviation(regret), both, k) + 0.05);
}

void check_section_3(Document document) {
    for (auto& [option, cell] : document.rows[row_of(document, "cleanup_done")].cells)
        if (option == "B") std::get<Assumption>(cell).base = 12;
    const Model model = compiled(document);
    const std::array<std::size_t, 3> months{3, 6, 12};
    const std::array<std::array<double, 3>, 3> table{
        {{-27.2, -74.2, -213.6}, {2.1, 52.0, 142.3}, {-24.8, 81.0, 296.9}}};
    const auto& impact = model.rows[row_of(document, "impact")].node;
    for (std::size_t option = 0; option < 3; ++option)
        for (std::size_t m = 0; m < 3; ++m) {
            const NodeId node = *impact[option][months[m]];
            CAPTURE(option);
            CAPTURE(months[m]);
            CHECK(std::round(base_case(model, {&node, 1})[0] * 10) / 10 == table[option][m]);
        }
}

void check_base_of_section_4(const Document& document) {
    const Results results = analyse(document, compiled(document), {.draws = 256});
    for (std::size_t option = 0; option < 3; ++option) {
        const Outcome& net = *results.rows[row_of(document, "net_12")].outcome[option][0];
        CHECK(std::round(std::get<double>(net.base) * 10) / 10 == reference[option].base);
    }
}

}  // namespace

// The model written here and the decision in assets/ are the same arithmetic, written twice.

TEST_CASE("section 3: the projection with cleanup_done@B = 12, to the rounding shown") {
    check_section_3(phase0_model());
    check_section_3(asset("phase0.json"));
}

TEST_CASE("section 4: base values to the rounding shown") {
    check_base_of_section_4(phase0_model());
    check_base_of_section_4(asset("phase0.json"));
}

TEST_CASE("section 4: the reference figures within 4 standard errors at 16,384 draws") {
    check_section_4(phase0_model(), 16'384);
    check_section_4(asset("phase0.json"), 16'384);
}

TEST_SUITE("slow") {
    TEST_CASE("section 4: the reference figures within 4 standard errors at 2^17 and 2^20 draws") {
        for (const std::size_t draws : {std::size_t{1} << 17, std::size_t{1} << 20}) {
            check_section_4(phase0_model(), draws);
            check_section_4(asset("phase0.json"), draws);
        }
    }
}

TEST_CASE("the verdict: C leads, B is next, and the lead is clear") {
    const Document document = phase0_model();
    const Results results = analyse(document, compiled(document), {.draws = 16'384});
    CHECK(results.lead.leader == std::size_t{2});
    CHECK(results.lead.runner_up == std::size_t{1});
    CHECK(results.lead.clear);
    CHECK(results.draws == 16'384);
}

TEST_CASE("summarising some rows gives the same numbers as summarising all of them") {
    const Document document = phase0_model();
    const Model model = compiled(document);
    const Results all = analyse(document, model, {.draws = 1024});
    for (const std::size_t row : {row_of(document, "impact"), row_of(document, "cost")}) {
        const Results one =
            analyse(document, model, {.draws = 1024, .rows = std::vector<std::size_t>{row}});
        CHECK(one.rows[row] == all.rows[row]);
        CHECK(one.lead == all.lead);
        for (std::size_t other = 0; other < one.rows.size(); ++other)
            if (other != row) CHECK(one.rows[other].outcome.empty());
    }
    const Results none =
        analyse(document, model, {.draws = 1024, .rows = std::vector<std::size_t>{}});
    CHECK(none.lead == all.lead);
}
