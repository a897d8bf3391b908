#include "engine/document_builder.h"
#include "engine/simulate.h"
#include "math/copula.h"
#include "math/statistics.h"
#include "vectors_program/answer.h"

#include <cmath>
#include <cstdlib>

namespace fulcrum::vectors {
namespace {

constexpr std::size_t draws = 1 << 16;
constexpr double z95 = 1.6448536269514722;  // the 95th percentile of the standard normal

std::string add_ninety(DocumentBuilder& build, std::size_t number, const char* family, double low,
                       double high) {
    const std::string id = "x" + std::to_string(number);
    Assumption& assumption = build.assumption(id, "", {(low + high) / 2, low, high});
    assumption.interval = Interval::P5P95;
    assumption.family = family;
    return id;
}

// The vector's model as a document of one row.
Document document_of(const json& input) {
    DocumentBuilder build({"A"});
    std::string formula;
    if (input.contains("terms")) {
        for (const json& term : input["terms"]) {
            const double mean = term["mean"], spread = z95 * term["sd"].get<double>();
            const std::size_t number = build.document().assumptions.size();
            formula += (number == 0 ? "" : " + ") + term["coefficient"].dump() + " * " +
                       add_ninety(build, number, "normal", mean - spread, mean + spread);
        }
    } else if (input.contains("intervals_p5_p95")) {
        formula = "1";
        for (const json& interval : input["intervals_p5_p95"]) {
            const std::size_t number = build.document().assumptions.size();
            formula += (input["signs"][number] == 1 ? " * " : " / ") +
                       add_ninety(build, number, "lognormal", interval[0], interval[1]);
        }
    } else {
        const json &units = input["units"], &margin = input["margin"];
        build.assumption("units", "", {units[1], units[0], units[2]}).family = "triangular";
        build.assumption("margin", "", {margin[0], margin[0], margin[1]});
        formula = "units * margin - " + input["fixed_cost"].dump();
    }
    if (const double normal = input.value("correlation_x1_x2", 0.0); normal != 0) {
        const auto& all = build.document().assumptions;
        build.document().correlations = {
            {.of = {all[0].id, all[1].id}, .rank = rank_correlation(normal)}};
    }
    build.row("y", "", formula);
    return build.document();
}

}  // namespace

std::optional<json> closed_form(const json& vector) {
    const json &input = vector["input"], &expected = vector["expected"];
    const Compilation compiled = compile(document_of(input));
    if (!compiled.model) return std::nullopt;
    const NodeId node = *compiled.model->rows[0].node[0][0];
    const Grid grid = simulate(*compiled.model, {&node, 1}, {.draws = draws});
    const auto sample = grid.row(0);

    json got{{"mean", mean(sample)}, {"sd", std::sqrt(variance(sample))}};
    if (expected.contains("quantiles"))
        for (const auto& [p, x] : expected["quantiles"].items())
            got["quantiles"][p] = percentile(sample, std::strtod(p.c_str(), nullptr));
    double below = 0;
    for (const double x : sample) below += x < 0 ? 1 : 0;
    for (const char* key : {"prob_below_zero", "prob_loss"})
        if (expected.contains(key)) got[key] = below / static_cast<double>(sample.size());
    return got;
}

}  // namespace fulcrum::vectors
