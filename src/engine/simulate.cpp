#include "engine/simulate.h"

#include "engine/input_draws.h"
#include "expr/evaluate.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {

Grid simulate(const Model& model, std::span<const NodeId> outputs, const InputDraws& draws,
              const DrawRange& range) {
    assert(range.first % block_size == 0);
    const std::size_t count = range.count;
    Grid result(outputs.size(), count);
    if (outputs.empty() || count == 0) return result;

    const Schedule program = schedule(model.program, outputs);
    std::vector<double> inputs(model.inputs.size() * block_stride);
    std::vector<double> scratch(program.registers * block_stride);
    std::vector<double*> to(outputs.size());
    for (std::size_t first = 0; first < count; first += block_size) {
        const std::size_t size = std::min(block_size, count - first);
        for (const std::uint32_t input : program.inputs)
            if (first == 0 || model.inputs[input].uncertain)  // a fixed one stays as it is
                draws.fill(input, range.first + first,
                           {inputs.data() + input * block_stride, size});
        for (std::size_t o = 0; o < to.size(); ++o) to[o] = result.row(o).data() + first;
        evaluate_block(program, inputs.data(), size, to, scratch.data());
    }
    return result;
}

Grid simulate(const Model& model, std::span<const NodeId> outputs,
              const SimulationSettings& settings) {
    return simulate(model, outputs, InputDraws(model, settings, InputDraws::Hold::Nothing),
                    {0, settings.draws});
}

std::vector<double> evaluate_at(const Model& model, std::span<const NodeId> outputs,
                                std::span<const double> inputs) {
    assert(inputs.size() == model.inputs.size());
    const Schedule program = schedule(model.program, outputs);
    std::vector<double> column(inputs.size() * block_stride);
    for (std::size_t i = 0; i < inputs.size(); ++i) column[i * block_stride] = inputs[i];
    std::vector<double> scratch(program.registers * block_stride);
    std::vector<double> result(outputs.size());
    std::vector<double*> to(outputs.size());
    for (std::size_t o = 0; o < to.size(); ++o) to[o] = &result[o];
    evaluate_block(program, column.data(), 1, to, scratch.data());
    return result;
}

std::vector<double> base_case(const Model& model, std::span<const NodeId> outputs) {
    std::vector<double> base;
    for (const ModelInput& input : model.inputs) base.push_back(input.base);
    return evaluate_at(model, outputs, base);
}

}  // namespace fulcrum
