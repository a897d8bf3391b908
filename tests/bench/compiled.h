// What a program that computes something from a decision's text begins with.
#pragma once

#include "engine/model.h"
#include "model/check.h"
#include "model/document_json.h"

#include <optional>
#include <utility>

namespace fulcrum {

struct CompiledDecision {
    Document document;
    Model model;
};

// Nothing where anything is wrong with it.
inline std::optional<CompiledDecision> compiled(const char* json) {
    const ReadDocument read = read_document(json);
    if (!read.diagnostics.empty() || !check(read.document).empty()) return {};
    Document document = with_streams(read.document);
    Compilation compilation = compile(document);
    if (!compilation.model) return {};
    return CompiledDecision{std::move(document), *std::move(compilation.model)};
}

}  // namespace fulcrum
