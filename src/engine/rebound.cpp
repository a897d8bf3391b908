#include "engine/model.h"
#include "engine/model_input.h"

#include <algorithm>

namespace fulcrum {
namespace {

// The same but for numbers of the range?
bool same_cell(const Cell& a, const Cell& b) {
    if (std::holds_alternative<Assumption>(a)) return std::holds_alternative<Assumption>(b);
    return a == b;
}

bool same_cells(const Row& a, const Row& b) {
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                      [](const auto& one, const auto& other) {
                          return one.first == other.first && same_cell(one.second, other.second);
                      });
}

bool same_row(const Row& a, const Row& b) {
    return a.id == b.id && a.kind == b.kind && a.unit == b.unit && a.scale == b.scale &&
           a.months == b.months && a.start == b.start && a.formula == b.formula && a.off == b.off &&
           same_cells(a, b);
}

// All that the program depends on.
bool same_program(const Document& a, const Document& b) {
    return a.objective == b.objective && a.tree == b.tree && a.correlations == b.correlations &&
           a.simulation.repair_correlations == b.simulation.repair_correlations &&
           std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                      [](const Option& one, const Option& other) { return one.id == other.id; }) &&
           std::equal(a.assumptions.begin(), a.assumptions.end(), b.assumptions.begin(),
                      b.assumptions.end(),
                      [](const Assumption& one, const Assumption& other) {
                          return one.id == other.id && one.unit == other.unit;
                      }) &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), same_row);
}

}  // namespace

Compilation rebound(const Model& model, const Document& before, const Document& after) {
    if (!same_program(before, after)) return {};
    const std::vector<PlacedAssumption> old = assumptions_of(before), now = assumptions_of(after);
    std::vector<ModelInput> inputs = model.inputs;
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (*old[i].assumption == *now[i].assumption) continue;
        const bool draws_differ = old[i].assumption->stream != now[i].assumption->stream;
        if (draws_differ && !after.correlations.empty()) return {};
        Result<ModelInput> input = model_input(now[i]);
        if (input)
            inputs[i] = *std::move(input);
        else
            diagnostics.push_back(input.error());
    }
    if (!diagnostics.empty()) return {.model = std::nullopt, .diagnostics = diagnostics};
    Compilation result{.model = model, .diagnostics = {}};
    result.model->inputs = std::move(inputs);
    return result;
}

}  // namespace fulcrum
