// Document <-> JSON text. The only place where a document's JSON is known; the schema is drawn from
// the same description.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace fulcrum {

struct DocumentLimits {
    std::size_t bytes = 5u << 20;
    int depth = 32;
    std::size_t nodes = 200'000;
    std::size_t string_bytes = 64u << 10;
};

// Reads one document. Syntax, duplicate keys, limits and UTF-8 give one error; wrong types, unknown
// keys and missing required keys give all of them. Every error has path, line and column. Nothing
// of the meaning is checked here (see check.h). Streams that are absent stay absent (see
// with_streams).
struct ReadDocument {
    Document document;        // meaningful when diagnostics is empty
    Diagnostics diagnostics;  // in the order of the text
};
ReadDocument read_document(std::string_view json);

// Canonical text (contracts.md): keys in schema order, defaults left out, two-space indent, LF,
// final newline. read_document(canonical(d)).document == d, and
// canonical(read_document(t).document) == t for canonical t.
std::string canonical(const Document& document);

// The JSON Schema (draft 2020-12) of a document, canonical text; assets/decision.schema.json holds
// the same bytes.
std::string document_schema();

// Fills in line and column of diagnostics whose path points into `json` (by pointer, plus `at`
// inside a string; where the pointer leads to nothing, of what is nearest above it) and puts them
// in the order of the text.
Diagnostics located(Diagnostics diagnostics, std::string_view json);

}  // namespace fulcrum
