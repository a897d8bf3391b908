#include "engine/model_input.h"
#include "math/elementary.h"
#include "vectors_program/answer.h"

#include <cmath>
#include <cstdlib>

namespace fulcrum::vectors {
namespace {

Assumption ends(const char* family, const json& input) {
    Assumption range{.base = input.value("mode", input["min"].get<double>())};
    range.low = input["min"];
    range.high = input["max"];
    range.family = family;
    return range;
}

Assumption interval(const char* family, double low, double high) {
    Assumption range{.base = low, .low = low, .high = high, .interval = Interval::P5P95};
    range.family = family;
    return range;
}

Assumption mean_and_sd(const char* family, const json& input) {
    Assumption range{.base = input["mean"]};
    range.sd = input["sd"];
    range.family = family;
    return range;
}

Assumption list(const json& values, const json& probabilities) {
    Assumption range{.family = "discrete"};
    range.values = values.get<std::vector<double>>();
    range.probabilities = probabilities.get<std::vector<double>>();
    return range;
}

// Absent for a kind that documents cannot state.
std::optional<Assumption> assumption_of(const std::string& kind, const json& input) {
    if (kind == "dist.uniform") return ends("uniform", input);
    if (kind == "dist.triangular") return ends("triangular", input);
    if (kind == "dist.pert") {
        Assumption range = ends("pert", input);
        range.shape = input["lambda"];
        return range;
    }
    if (kind == "dist.pert_classic") {  // the beta distribution of that mean and deviation
        const double low = input["min"], high = input["max"], mode = input["mode"];
        Assumption range{.base = (low + 4 * mode + high) / 6, .sd = (high - low) / 6};
        range.family = "beta";
        range.min = low;
        range.max = high;
        return range;
    }
    if (kind == "dist.normal") return mean_and_sd("normal", input);
    if (kind == "dist.lognormal_mean_sd") return mean_and_sd("lognormal", input);
    if (kind == "dist.bernoulli") return Assumption{.base = input["p"], .family = "bernoulli"};
    if (kind == "dist.binomial") {
        Assumption range{.base = input["p"].get<double>() * input["n"].get<double>()};
        range.family = "binomial";
        range.trials = input["n"];
        return range;
    }
    if (kind == "dist.normal_p5_p95") return interval("normal", input["p5"], input["p95"]);
    if (kind == "dist.lognormal_p5_p95") return interval("lognormal", input["p5"], input["p95"]);
    if (kind == "dist.discrete") return list(input["values"], input["probabilities"]);
    if (kind == "dist.poisson") return Assumption{.base = input["rate"], .family = "poisson"};
    return std::nullopt;
}

double quantile_of(const ModelInput& input, double u) {
    double x = 0;
    input.family->quantile(input.parameters, {&u, 1}, {&x, 1});
    return x;
}

// What the percentiles of a normal or lognormal range say of its logarithm or itself.
void add_normal_parameters(json& got, const ModelInput& input) {
    const bool is_log = input.family->id == "lognormal";
    const double middle = quantile_of(input, 0.5), mean = input.family->mean(input.parameters);
    const double sd = input.family->standard_deviation(input.parameters);
    const double square = elementary::log1p(sd / mean * (sd / mean));
    got["mu"] = is_log ? elementary::log(middle) : middle;
    got["sigma"] = is_log ? std::sqrt(square) : sd;
    if (is_log) got["mode"] = middle * elementary::exp(-square);
}

}  // namespace

std::optional<json> distribution(const json& vector) {
    const auto assumption = assumption_of(vector["kind"], vector["input"]);
    if (!assumption) return std::nullopt;
    const Result<ModelInput> input =
        model_input({.id = "x", .path = "", .assumption = &*assumption});
    if (!input) return std::nullopt;
    const auto& family = *input->family;

    const json& expected = vector["expected"];
    json got{{"mean", family.mean(input->parameters)},
             {"sd", family.standard_deviation(input->parameters)}};
    const auto add = [&](const char* key, auto function) {
        if (!expected.contains(key)) return;
        for (const auto& [at, value] : expected[key].items())
            got[key][at] = function(std::strtod(at.c_str(), nullptr));
    };
    const auto cdf = [&](double x) { return family.cdf(input->parameters, x); };
    add("quantiles", [&](double u) { return quantile_of(*input, u); });
    add("cdf", cdf);
    add("pmf", [&](double x) { return cdf(x) - cdf(std::nextafter(x, -HUGE_VAL)); });
    if (expected.contains("mu")) add_normal_parameters(got, *input);
    return got;
}

}  // namespace fulcrum::vectors
