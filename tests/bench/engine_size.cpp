// A program for the browser that reads a decision, compiles it and simulates what its objective
// depends on: the modules math, expr and engine, all of what a document may ask of them.
#include "bench/compiled.h"
#include "engine/simulate.h"
#include "math/statistics.h"

#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE double objective_of(const char* json) {
    using namespace fulcrum;
    const auto decision = compiled(json);
    if (!decision || !decision->model.objective) return -1;
    std::vector<NodeId> nodes;
    for (const auto& months : decision->model.rows[*decision->model.objective].node)
        if (months.back()) nodes.push_back(*months.back());
    if (nodes.empty()) return -1;
    const Grid draws = simulate(decision->model, nodes, {.draws = 16'384});
    return all_finite(draws.row(0)) ? mean(draws.row(0)) + percentile(draws.row(0), 0.5) : -1;
}
