// What every question asks of a model: base values, statistics, and reasons where there are none.
#pragma once

#include "analysis/undefined.h"
#include "math/statistics.h"

#include <vector>

namespace fulcrum {

class Sampler {
  public:
    // document and model must outlive it.
    Sampler(const Document& document, const Model& model, std::size_t draws);
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    const SimulationSettings& settings() const { return settings_; }
    std::size_t draws() const { return settings_.draws; }
    const Model& model() const { return model_; }

    // Does the node differ from draw to draw? (Where it does not, every draw is the base value.)
    bool varies(NodeId node) const { return varies_[node]; }

    std::vector<double> base(std::span<const NodeId> nodes) const;

    // sample    all draws of the node; not read when it does not vary.
    Outcome outcome(NodeId node, double base, std::span<const double> sample);

    Undefined undefined(NodeId node, const BadDraws& bad) { return reasons_.over_draws(node, bad); }
    Undefined undefined_at_base(NodeId node) { return reasons_.at_base(node); }

  private:
    const Model& model_;
    SimulationSettings settings_;
    UndefinedReasons reasons_;
    std::vector<bool> varies_;
    PercentileScratch scratch_;
};

// Of at least one draw; absent where a draw or the mean is not finite.
std::optional<Statistics> statistics(std::span<const double> draws, PercentileScratch& scratch);

}  // namespace fulcrum
