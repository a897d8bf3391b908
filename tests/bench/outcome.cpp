#include "bench/outcome.h"

#include "analysis/lead.h"
#include "base/json_writer.h"
#include "engine/simulate.h"
#include "math/statistics.h"
#include "model/check.h"
#include "model/document_json.h"

#include <array>
#include <cassert>
#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>

namespace fulcrum {
namespace {

// [option] draws of the objective in the last month.
Grid objective_draws(const BenchDecision& decision, std::size_t draws) {
    std::vector<NodeId> nodes;
    for (const auto& months : decision.model.rows[decision.objective].node)
        nodes.push_back(months.back().value());
    return simulate(decision.model, nodes, {.draws = draws});
}

std::vector<double> probabilities_of_best(const Grid& samples) {
    std::vector<Draws> utility;
    for (std::size_t option = 0; option < samples.rows(); ++option)
        utility.push_back(samples.row(option));
    return probability_of_best(utility);
}

void write(JsonWriter& json, const std::vector<OptionOutcome>& outcomes) {
    json.begin_array();
    for (const OptionOutcome& outcome : outcomes) {
        json.begin_object();
        json.member("mean", outcome.mean);
        json.member("p5", outcome.p5);
        json.member("p50", outcome.p50);
        json.member("p95", outcome.p95);
        json.member("p_best", outcome.p_best);
        json.end_object();
    }
    json.end_array();
}

// Standard error of the percentile p of one draw.
double percentile_error(std::span<const double> draws, double p, PercentileScratch& scratch) {
    constexpr double half = 0.005;
    const std::array<double, 2> around{p - half, p + half};
    std::array<double, 2> x{};
    percentiles(draws, around, x, scratch);
    const double density = 2 * half / (x[1] - x[0]);
    return std::sqrt(p * (1 - p)) / density;
}

}  // namespace

Result<BenchDecision> bench_decision_in(const std::string& file) {
    std::ifstream stream(file);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const ReadDocument read = read_document(text);
    if (!read.diagnostics.empty()) return read.diagnostics.front();
    const Diagnostics findings = check(read.document);
    if (!findings.empty()) return findings.front();
    Document document = with_streams(read.document);
    Compilation compilation = compile(document);
    if (!compilation.model) return compilation.diagnostics.front();
    if (!compilation.model->objective)
        return Error{"/objective", "a benchmark needs a decision that has an objective"};
    const std::size_t objective = *compilation.model->objective;
    return BenchDecision{std::move(document), *std::move(compilation.model), objective};
}

std::vector<OptionOutcome> outcomes(const BenchDecision& decision, std::size_t draws) {
    const Grid samples = objective_draws(decision, draws);
    const std::vector<double> p_best = probabilities_of_best(samples);
    PercentileScratch scratch;
    std::vector<OptionOutcome> outcomes;
    for (std::size_t option = 0; option < samples.rows(); ++option) {
        constexpr std::array p{0.05, 0.5, 0.95};
        std::array<double, p.size()> x{};
        const auto sample = samples.row(option);
        const double average = mean(sample);
        assert(std::isfinite(average));
        percentiles(sample, p, x, scratch);
        outcomes.push_back(
            {.mean = average, .p5 = x[0], .p50 = x[1], .p95 = x[2], .p_best = p_best[option]});
    }
    return outcomes;
}

std::vector<OptionOutcome> standard_errors(const BenchDecision& decision, std::size_t draws) {
    const Grid samples = objective_draws(decision, draws);
    const std::vector<double> p_best = probabilities_of_best(samples);
    PercentileScratch scratch;
    std::vector<OptionOutcome> errors;
    for (std::size_t option = 0; option < samples.rows(); ++option) {
        const auto sample = samples.row(option);
        errors.push_back({.mean = std::sqrt(variance(sample)),
                          .p5 = percentile_error(sample, 0.05, scratch),
                          .p50 = percentile_error(sample, 0.5, scratch),
                          .p95 = percentile_error(sample, 0.95, scratch),
                          .p_best = std::sqrt(p_best[option] * (1 - p_best[option]))});
    }
    return errors;
}

std::string outcomes_json(const std::vector<OptionOutcome>& outcomes) {
    JsonWriter json;
    write(json, outcomes);
    return std::move(json).text();
}

std::string timed_json(double cpu_ms, const std::vector<OptionOutcome>& outcomes) {
    JsonWriter json;
    json.begin_object();
    json.member("cpu_ms", cpu_ms);
    json.key("outcomes");
    write(json, outcomes);
    json.end_object();
    return std::move(json).text();
}

}  // namespace fulcrum
