// One-way sensitivity of a single figure with everything else at its base: the tornado of the
// textbooks, and break-even values. No draws.
#pragma once

#include "engine/model.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fulcrum {

struct BaseSwing {
    std::string id;
    double at_low = 0, at_high = 0;  // the figure with the input at either end of its range
    double swing() const;            // between the two
    double share = 0;                // of the sum of all squared swings; 0 where that is 0
    bool operator==(const BaseSwing&) const = default;
};

// Of every input that has a range, widest first.
//
// node   a figure of the model
//
// Source: T. G. Eschenbach, "Spiderplots versus Tornado Diagrams for Sensitivity Analysis",
// Interfaces 22 (1992).
std::vector<BaseSwing> swings_at_base(const Document& document, const Model& model, NodeId node);

// Of these alone, indices into model.inputs.
std::vector<BaseSwing> swings_at_base(const Document& document, const Model& model, NodeId node,
                                      std::span<const std::uint32_t> inputs);

// Where in [from, to] the figure is `target`, every other input being at its base: the first place
// where it crosses, looked for at 64 even steps and bisected to the last digits; absent where it
// does not cross.
std::optional<double> break_even(const Model& model, NodeId node, std::size_t input, double target,
                                 double from, double to);

}  // namespace fulcrum
