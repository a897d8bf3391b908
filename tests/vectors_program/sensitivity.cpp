// One number at a time, shares of a variance, and what sampled information is worth: by the engine.
#include "analysis/base_case.h"
#include "analysis/one_way.h"
#include "engine/document_builder.h"
#include "engine/simulate.h"
#include "math/sobol_indices.h"
#include "model/check.h"
#include "vectors_program/answer.h"

#include <cmath>

namespace fulcrum::vectors {
namespace {

constexpr std::size_t draws = 1 << 15;

NodeId only_figure(const Model& model) {
    return *model.rows[0].node[0][0];
}

std::optional<json> tornado(const json& input) {
    DocumentBuilder build({"A"});
    for (const json& own : input["inputs"])
        build.assumption(own["name"], "", {own["base"], own["low"], own["high"]});
    build.row("y", "", input["formula"]);
    const Compilation compiled = compile(build.document());
    if (!compiled.model) return std::nullopt;
    const NodeId node = only_figure(*compiled.model);
    json got{{"base_value", base_case(*compiled.model, {&node, 1}).front()},
             {"bars", json::array()},
             {"swing_squared_share", json::array()}};
    for (const BaseSwing& bar : swings_at_base(build.document(), *compiled.model, node)) {
        got["bars"].push_back({{"name", bar.id},
                               {"at_low", bar.at_low},
                               {"at_high", bar.at_high},
                               {"swing", bar.swing()}});
        got["swing_squared_share"].push_back(bar.share);
    }
    return got;
}

std::optional<json> breakeven(const json& input) {
    DocumentBuilder build({"A"});
    for (const auto& [name, value] : input["others"].items())
        build.assumption(name, "", value.get<double>());
    build.assumption(input["variable"], "", 1);
    build.row("y", "", input["formula"]);
    const Compilation compiled = compile(build.document());
    if (!compiled.model) return std::nullopt;
    const auto at = break_even(*compiled.model, only_figure(*compiled.model),
                               compiled.model->inputs.size() - 1, input["target"], 0, 1e6);
    return json{{"value", at ? json(*at) : json()}};
}

// The vectors' models, of one draw.
double model_at(const json& input, const std::vector<double>& x) {
    const std::string model = input["model"];
    const json& parameters = input["parameters"];
    if (model.find("sin") != std::string::npos) {
        const double a = parameters["a"], b = parameters["b"];
        return std::sin(x[0]) + a * std::pow(std::sin(x[1]), 2) +
               b * std::pow(x[2], 4) * std::sin(x[0]);
    }
    if (model.find("prod_i") != std::string::npos) {
        double y = 1;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double a = parameters["a"][i];
            y *= (std::fabs(4 * x[i] - 2) + a) / (1 + a);
        }
        return y;
    }
    if (model.find("sum_i") != std::string::npos) {
        double y = 0;
        for (std::size_t i = 0; i < x.size(); ++i) y += parameters["c"][i].get<double>() * x[i];
        return y;
    }
    return x[0] * x[1];
}

std::optional<json> sobol(const json& input, const json& expected) {
    DocumentBuilder build({"A"});
    std::string formula;
    for (const int sample : {0, 1})
        for (const json& own : input["inputs"]) {
            const std::string id = own["name"].get<std::string>() + (sample == 0 ? "a" : "b");
            if (own["distribution"] == "normal") {
                Assumption& normal = build.assumption(id, "", own["mean"].get<double>());
                normal.family = "normal";
                normal.sd = own["sd"];
            } else {
                const double low = own["min"], high = own["max"];
                build.assumption(id, "", {(low + high) / 2, low, high});
            }
            formula += (formula.empty() ? "" : "+") + id;
        }
    build.row("y", "", formula);
    const Compilation compiled = compile(build.document());
    if (!compiled.model) return std::nullopt;
    const std::size_t count = input["inputs"].size();
    std::vector<std::vector<double>> x(2 * count, std::vector<double>(draws));
    for (std::uint32_t k = 0; k < 2 * count; ++k) draw_input(*compiled.model, k, 1, 0, x[k]);
    const auto outcomes = [&](std::optional<std::size_t> exchanged, bool second) {
        std::vector<double> y(draws), at(count);
        for (std::size_t d = 0; d < draws; ++d) {
            for (std::size_t i = 0; i < count; ++i)
                at[i] = x[second || exchanged == i ? count + i : i][d];
            y[d] = model_at(input, at);
        }
        return y;
    };
    const std::vector<double> a = outcomes({}, false), b = outcomes({}, true);
    std::vector<std::vector<double>> a_with;
    for (std::size_t i = 0; i < count; ++i) a_with.push_back(outcomes(i, false));
    const std::vector<std::span<const double>> spans(a_with.begin(), a_with.end());
    const SobolIndices indices = sobol_indices(a, b, spans);
    json got{{"first_order", indices.first_order}, {"total", indices.total}};
    if (expected.contains("mean")) got["mean"] = indices.mean;
    if (expected.contains("variance")) got["variance"] = indices.variance;
    return got;
}

std::optional<json> evppi(const json& input) {
    DocumentBuilder build({"new", "old"});
    std::string formula = input["intercept"].dump();
    for (const json& own : input["inputs"]) {
        Assumption& normal = build.assumption(own["name"], "", own["mean"].get<double>());
        normal.family = "normal";
        normal.sd = own["sd"];
        formula += " + " + own["coefficient"].dump() + " * " + own["name"].get<std::string>();
    }
    build.row("d").direction = Direction::More;
    build.cell("new", formula);
    build.cell("old", 0.0);
    build.document().objective = "d";
    const Compilation compiled = compile(build.document());
    if (!compiled.model) return std::nullopt;
    const OneWay found = one_way(build.document(), *compiled.model, draws);
    const Results results =
        analyse(build.document(), *compiled.model, {.draws = draws, .rows = {{0}}});
    PairInformation pair(build.document(), *compiled.model, results, 0, 1);
    while (pair.step()) {
    }
    json got{{"expected_difference", found.gap_now * (found.lead.leader == 0 ? 1 : -1)},
             {"evpi", found.lead.evpi},
             {"evppi", json::array()},
             {"evppi_first_two_jointly", pair.take().value}};
    for (const InputInformation& information : found.information)
        got["evppi"].push_back(information.value);
    return got;
}

}  // namespace

std::optional<json> sensitivity(const json& vector) {
    const std::string kind = vector["kind"];
    if (kind == "sensitivity.tornado") return tornado(vector["input"]);
    if (kind == "sensitivity.breakeven") return breakeven(vector["input"]);
    if (kind == "sensitivity.sobol") return sobol(vector["input"], vector["expected"]);
    if (kind == "voi.evppi") return evppi(vector["input"]);
    return std::nullopt;
}

}  // namespace fulcrum::vectors
