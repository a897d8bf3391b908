// A program for the browser that reads a decision, compiles it and computes every result: what
// engine_size does, scoring and analysis.
#include "analysis/results.h"
#include "bench/compiled.h"

#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE double expected_gap_of(const char* json) {
    const auto decision = fulcrum::compiled(json);
    if (!decision) return -1;
    const fulcrum::Results results = fulcrum::analyse(decision->document, decision->model, {});
    return results.lead.gap ? results.lead.gap->mean : 0;
}
