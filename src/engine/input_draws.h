// The draws of a model's inputs, made once and used by everything that is simulated from them.
#pragma once

#include "base/grid.h"
#include "engine/model.h"
#include "engine/simulate.h"

#include <span>

namespace fulcrum {

class InputDraws {
  public:
    // Hold::Used keeps the draws of all uncertain inputs that some formula uses, where that takes
    // at most 16 MB; what is not held is drawn again for every block. The bits are the same.
    enum class Hold { Used, Nothing };
    InputDraws(const Model& model, const SimulationSettings& settings, Hold hold);

    const SimulationSettings& settings() const { return settings_; }

    // x[i] = draw number first_draw + i of the input.
    void fill(std::uint32_t input, std::size_t first_draw, std::span<double> x) const;

  private:
    const Model* model_;
    SimulationSettings settings_;
    std::vector<std::size_t> held_row_;  // [input]; see input_draws.cpp
    Grid held_;
};

// As simulate(model, outputs, settings), for the draws first .. first + count - 1 of them.
//
// requires  first is a multiple of 256 (the size of a block).
struct DrawRange {
    std::size_t first = 0, count = 0;
};
Grid simulate(const Model& model, std::span<const NodeId> outputs, const InputDraws& draws,
              const DrawRange& range);

// The value of every output where the inputs have these values: [input] -> [output].
std::vector<double> evaluate_at(const Model& model, std::span<const NodeId> outputs,
                                std::span<const double> inputs);

}  // namespace fulcrum
