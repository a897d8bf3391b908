// Draws of a model's outputs.
#pragma once

#include "base/aligned.h"
#include "base/grid.h"
#include "engine/model.h"
#include "expr/evaluate.h"
#include "math/random.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

struct SimulationSettings {
    std::size_t draws = 16'384;
    std::uint64_t seed = 1;
    bool operator==(const SimulationSettings&) const = default;
};

// Draws first .. first + count - 1.
struct DrawRange {
    std::size_t first = 0, count = 0;
};

// x[i] = draw number first_draw + i of the input; its base in every draw where it is not uncertain.
void draw_input(const Model& model, std::uint32_t input, std::uint64_t seed, std::size_t first_draw,
                std::span<double> x);

// [node] does it depend on an input for which inputs[input] holds?
std::vector<bool> dependents(const Model& model, const std::vector<bool>& inputs);

// Some outputs of a model, ready to be drawn piece by piece, and again for other numbers of its
// inputs. The draw of an output is a pure function of (seed, stream, draw number): it has the same
// bits however the draws are cut, whatever other outputs there are, and whether anything is held.
// It may be NaN or infinite: see bad_draws.
class Simulator {
  public:
    Simulator(const Model& model, std::vector<NodeId> outputs, const SimulationSettings& settings);

    // Draws now, and once, all nodes that do not depend on the moving inputs: what follows costs
    // only what does depend on them. Nothing is held where that would take more than 16 MB.
    //
    // moves     [node], as `dependents` gives it.
    void hold(const Model& model, const std::vector<bool>& moves);

    std::span<const NodeId> outputs() const { return outputs_; }
    const SimulationSettings& settings() const { return settings_; }

    // Steps for one draw, counting that of an input as several: what a draw costs.
    std::size_t operations() const;

    // to[output][i] = draw number range.first + i.
    //
    // model     has the program that the simulation was made with; after hold, inputs that do not
    //           move as they were then. requires  range.first is a multiple of block_size, and the
    //           range is within settings().draws.
    void run(const Model& model, const DrawRange& range, std::span<double* const> to);

  private:
    void draw_slots(const Model& model, const std::vector<std::size_t>& slots);
    std::uint32_t input_of(const Model& model, std::size_t slot) const;
    double* leaves_of_block(std::size_t block);
    void draw_leaves(const Model& model, std::size_t first, std::size_t count, double* leaves);

    std::vector<NodeId> outputs_;
    SimulationSettings settings_;
    Schedule schedule_;
    struct Drawn {  // an input that is drawn for each block
        std::size_t slot = 0;
        UniformStream stream;
    };
    std::vector<Drawn> drawn_;
    // Correlated inputs, by group of the model: [member] its slot, where it is drawn.
    std::map<std::size_t, std::vector<std::optional<std::size_t>>> drawn_groups_;
    AlignedDoubles held_;    // [block][slot][draw], blocks as evaluate_block reads them
    AlignedDoubles leaves_;  // the same for the block at hand, where nothing is held
    AlignedDoubles scratch_;
};

// All draws of some outputs: [output][draw].
Grid simulate(const Model& model, std::span<const NodeId> outputs,
              const SimulationSettings& settings);

// The value of every output where the inputs have these values: [input] -> [output].
std::vector<double> evaluate_at(const Model& model, std::span<const NodeId> outputs,
                                std::span<const double> inputs);

// Every input at its base. Returns one value per output.
std::vector<double> base_case(const Model& model, std::span<const NodeId> outputs);

}  // namespace fulcrum
