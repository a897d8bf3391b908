// Every decision in assets/ is one that can be opened, and is written as Fulcrum writes it.
#include "assets/asset_files.h"
#include "engine/model.h"
#include "model/check.h"
#include "model/document_json.h"

#include <doctest/doctest.h>

using namespace fulcrum;
using namespace fulcrum::test;

namespace {

void none(const Diagnostics& diagnostics) {
    for (const Error& error : diagnostics)
        FAIL_CHECK(error.path << " (" << error.line << ":" << error.column << ", at " << error.at
                              << "): " << error.message);
}

}  // namespace

TEST_CASE("there are at least three decisions, the built-in one among them") {
    bool built_in = false;
    for (const auto& file : decision_files()) built_in |= file.filename() == "phase0.json";
    CHECK(built_in);
    CHECK(decision_files().size() >= 3);
}

TEST_CASE("every decision is read, checked and compiled without a finding") {
    for (const auto& file : decision_files()) {
        CAPTURE(file.string());
        const ReadDocument read = read_document(text_of(file));
        none(read.diagnostics);
        if (!read.diagnostics.empty()) continue;
        none(check(read.document));
        if (!check(read.document).empty()) continue;
        const Compilation compiled = compile(with_streams(read.document));
        none(compiled.diagnostics);
        CHECK(compiled.model.has_value());
    }
}

TEST_CASE("every decision is its own canonical text, byte for byte") {
    for (const auto& file : decision_files()) {
        CAPTURE(file.string());
        const std::string text = text_of(file);
        CHECK(canonical(read_document(text).document) == text);
    }
}

TEST_CASE("a decision's id is the name of its file") {
    for (const auto& file : decision_files())
        CHECK(read_document(text_of(file)).document.id == file.stem().string());
}

TEST_CASE("the streams of the built-in decision are given once and for all") {
    const ReadDocument read =
        read_document(text_of(std::filesystem::path(FULCRUM_ASSETS_DIR) / "phase0.json"));
    CHECK(with_streams(read.document) == read.document);
}
