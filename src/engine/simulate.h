// Draws of a model's outputs.
#pragma once

#include "base/grid.h"
#include "engine/model.h"

#include <span>

namespace fulcrum {

struct SimulationSettings {
    std::size_t draws = 16'384;
    std::uint64_t seed = 1;
};

// returns   [output][draw]; column d is the same world for every output. A draw is a pure function
// of (seed, stream, draw
//           number): a longer run begins with the draws of a shorter one. Values may be NaN or
//           infinite: see find_undefined.
Grid simulate(const Model& model, std::span<const NodeId> outputs,
              const SimulationSettings& settings);

// Every input at its base. Returns one value per output.
std::vector<double> base_case(const Model& model, std::span<const NodeId> outputs);

}  // namespace fulcrum
