#include "engine/input_draws.h"

#include "expr/evaluate.h"
#include "math/random.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr std::size_t not_held = static_cast<std::size_t>(-1);
constexpr std::size_t most_held = 2u << 20;  // doubles

void draw(const ModelInput& input, const SimulationSettings& settings, std::size_t first_draw,
          std::span<double> x) {
    if (!input.uncertain) {
        std::fill(x.begin(), x.end(), input.base);
        return;
    }
    uniforms({.seed = settings.seed}, input.stream, first_draw, x);
    input.family->quantile(input.parameters, x, x);
}

std::vector<std::uint32_t> used_and_uncertain(const Model& model) {
    std::vector<std::uint32_t> used;
    for (const ProgramNode& node : model.program.nodes())
        if (node.op == Op::Input && model.inputs[node.a].uncertain) used.push_back(node.a);
    return used;
}

}  // namespace

InputDraws::InputDraws(const Model& model, const SimulationSettings& settings, Hold hold)
    : model_(&model),
      settings_(settings),
      held_row_(model.inputs.size(), not_held),
      held_(0, settings.draws) {
    if (hold == Hold::Nothing) return;
    const std::vector<std::uint32_t> used = used_and_uncertain(model);
    if (used.size() * settings.draws > most_held) return;
    held_ = Grid(used.size(), settings.draws);
    for (std::size_t h = 0; h < used.size(); ++h) {
        const auto row = held_.row(h);
        for (std::size_t first = 0; first < row.size(); first += block_size)
            draw(model.inputs[used[h]], settings_, first,
                 row.subspan(first, std::min(block_size, row.size() - first)));
        held_row_[used[h]] = h;
    }
}

void InputDraws::fill(std::uint32_t input, std::size_t first_draw, std::span<double> x) const {
    if (held_row_[input] == not_held) {
        draw(model_->inputs[input], settings_, first_draw, x);
        return;
    }
    const auto held = held_.row(held_row_[input]).subspan(first_draw, x.size());
    std::copy(held.begin(), held.end(), x.begin());
}

}  // namespace fulcrum
