#include "analysis/sampler.h"

#include <array>

namespace fulcrum {
namespace {

std::vector<bool> uncertain_inputs(const Model& model) {
    std::vector<bool> uncertain;
    for (const ModelInput& input : model.inputs) uncertain.push_back(input.uncertain);
    return uncertain;
}

}  // namespace

Sampler::Sampler(const Document& document, const Model& model, std::size_t draws)
    : model_(model),
      settings_{.draws = draws, .seed = static_cast<std::uint64_t>(document.simulation.seed)},
      reasons_(document, model, settings_),
      varies_(dependents(model, uncertain_inputs(model))) {}

std::vector<double> Sampler::base(std::span<const NodeId> nodes) const {
    return base_case(model_, nodes);
}

std::optional<Statistics> statistics(std::span<const double> draws, PercentileScratch& scratch) {
    const double centre = mean(draws);
    if (!all_finite({&centre, 1})) return std::nullopt;
    constexpr std::array<double, 5> p{0.05, 0.25, 0.5, 0.75, 0.95};
    std::array<double, 5> x{};
    percentiles(draws, p, x, scratch);
    return Statistics{
        .mean = centre, .p5 = x[0], .p25 = x[1], .p50 = x[2], .p75 = x[3], .p95 = x[4]};
}

Outcome Sampler::outcome(NodeId node, double base, std::span<const double> sample) {
    const std::span<const double> base_alone(&base, 1);
    const bool base_exists = all_finite(base_alone);
    Outcome outcome;
    if (base_exists)
        outcome.base = base;
    else
        outcome.base = undefined_at_base(node);

    if (!varies(node)) {
        if (base_exists)
            outcome.over_draws = Statistics{base, base, base, base, base, base};
        else
            outcome.over_draws = undefined(node, {.first = 0, .count = draws()});
    } else if (const std::optional<Statistics> result = statistics(sample, scratch_)) {
        outcome.over_draws = *result;
    } else if (const BadDraws bad = bad_draws(sample); bad.count > 0) {
        outcome.over_draws = undefined(node, bad);
    } else {
        outcome.over_draws = Undefined{"the mean is too large for a number (overflow)"};
    }
    return outcome;
}

}  // namespace fulcrum
