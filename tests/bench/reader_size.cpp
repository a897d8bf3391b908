// A program for the browser that reads a decision and checks it: what engine_size needs besides the
// engine.
#include "model/check.h"
#include "model/document_json.h"

#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE double findings_of(const char* json) {
    using namespace fulcrum;
    const auto read = read_document(json);
    if (!read.diagnostics.empty()) return -1;
    return static_cast<double>(check(read.document).size());
}
