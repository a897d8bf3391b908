// A program for the browser that reads a decision, compiles it and computes every result: what
// engine_size does, scoring and analysis.
#include "analysis/results.h"
#include "model/check.h"
#include "model/document_json.h"

#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE double expected_gap_of(const char* json) {
    using namespace fulcrum;
    const auto read = read_document(json);
    if (!read.diagnostics.empty() || !check(read.document).empty()) return -1;
    const Document document = with_streams(read.document);
    const Compilation compilation = compile(document);
    if (!compilation.model) return -1;
    const Results results = analyse(document, *compilation.model, {});
    return results.lead.gap ? results.lead.gap->mean : 0;
}
