#include "model/document_json.h"

#include "model/files.h"
#include "model/generate.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

const char* const small =
    "{\n"
    "  \"format\": 0,\n"
    "  \"title\": \"Caf\u00E9\",\n"
    "  \"options\": [\n"
    "    {\n"
    "      \"id\": \"A\",\n"
    "      \"name\": \"One\"\n"
    "    }\n"
    "  ]\n"
    "}\n";

Document read(const std::string& text) {
    ReadDocument result = read_document(text);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    return result.document;
}

}  // namespace

TEST_CASE("a generated document reads back from its canonical text, and so does the text") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const Document document = DocumentGenerator(seed).document();
        const std::string text = canonical(document);
        CAPTURE(seed);
        const ReadDocument back = read_document(text);
        REQUIRE(back.diagnostics.empty());
        CHECK(back.document == document);
        CHECK(canonical(back.document) == text);  // -0 and 0 differ here
    }
}

TEST_CASE("the decisions in assets are canonical texts") {
    for (const auto& file : json_files(FULCRUM_ASSETS_DIR)) {
        if (file.filename() == "decision.schema.json") continue;
        CAPTURE(file.filename().string());
        const std::string text = file_content(file);
        CHECK(canonical(read(text)) == text);
    }
}

TEST_CASE("defaults are left out, and an empty document is three keys") {
    Document document = read(small);
    CHECK(canonical(document) == small);
    CHECK(document.simulation == Simulation{});
    document.simulation.draws = 16'384;
    document.scoring.method = "weighted-sum";
    CHECK(canonical(document) == small);
    CHECK(canonical(Document{}) ==
          "{\n  \"format\": 0,\n  \"title\": \"\",\n  \"options\": []\n}\n");
}

TEST_CASE("-0, subnormals and the largest numbers survive") {
    Document document = read(small);
    Assumption assumption;
    assumption.id = "x";
    assumption.base = -0.0;
    assumption.low = -5e-324;
    assumption.high = 1.7976931348623157e308;
    document.assumptions = {assumption};
    const Document back = read(canonical(document));
    CHECK(std::signbit(back.assumptions[0].base));
    CHECK(back == document);
}

TEST_CASE("a text in a cell is a formula in a number row and a word in others") {
    const Document document = read(
        R"({"format": 0, "title": "T", "options": [{"id": "A", "name": "One"}], "rows": [
            {"id": "a", "name": "a", "cells": {"A": "1 + 2"}},
            {"cells": {"A": "HIGH"}, "id": "b", "name": "b", "kind": "level"},
            {"id": "c", "name": "c", "kind": "text", "cells": {"A": "said"}},
            {"id": "d", "name": "d", "cells": {"A": 4, "B": {"base": 3, "low": 1}}}]})");
    CHECK(document.rows[0].cells[0].second == Cell(Formula{"1 + 2"}));
    CHECK(document.rows[1].cells[0].second == Cell(Word{"HIGH"}));
    CHECK(document.rows[2].cells[0].second == Cell(Word{"said"}));
    CHECK(document.rows[3].cells[0].second == Cell(4.0));
    CHECK(std::get<Assumption>(document.rows[3].cells[1].second).low == 1.0);
}

TEST_CASE("cells keep the order in which they are written") {
    const Document document = read(
        R"({"format": 0, "title": "T", "options": [{"id": "A", "name": "One"}],
            "rows": [{"id": "a", "name": "a", "cells": {"z": 1, "a": 2, "m": 3}}]})");
    CHECK(document.rows[0].cells[0].first == "z");
    CHECK(document.rows[0].cells[2].first == "m");
}

TEST_CASE("a whole number may be written as 1.0 or 1e3") {
    CHECK(read(R"({"format": 0.0, "title": "T", "options": [], "simulation": {"draws": 1e3}})")
              .simulation.draws == 1000);
}

TEST_CASE("columns are counted in code points, and position inside a text minds escapes") {
    const std::string text =
        "{\n  \"title\": \"\u20AC\u20AC\", \"note\": \"a\\u20ac\\n\\ud83d\\ude00b\"\n}\n";
    // in bytes of the text: a 0, euro sign 1, line feed 4, smile 5, b 9
    const auto column = [&](std::string path, std::size_t at) {
        const Diagnostics found =
            located({{.path = std::move(path), .message = "m", .at = at}}, text);
        CHECK(found[0].line == 2);
        return found[0].column;
    };
    CHECK(column("/title", 0) == 12);
    CHECK(column("/title", 3) == 14);
    CHECK(column("/note", 0) == 26);
    CHECK(column("/note", 1) == 28);
    CHECK(column("/note", 4) == 34);
    CHECK(column("/note", 5) == 36);
    CHECK(column("/note", 9) == 48);
    CHECK(column("/note", 99) == 49);
}

TEST_CASE("a pointer to what is not there leads to what is nearest above it") {
    const std::string text = "{\n  \"rows\": [\n    {\"a/b\": {\"~\": 1}}\n  ]\n}\n";
    const auto place = [&](std::string path) {
        const Diagnostics found = located({{.path = std::move(path), .message = "m"}}, text);
        return std::make_pair(found[0].line, found[0].column);
    };
    CHECK(place("") == std::make_pair(1, 1));
    CHECK(place("/rows/0/formula") == std::make_pair(3, 5));
    CHECK(place("/rows/7") == std::make_pair(2, 11));
    CHECK(place("/rows/0/a~1b/~0") == std::make_pair(3, 19));
}

TEST_CASE("findings come in the order of the text") {
    const Diagnostics found =
        located({{.path = "/b", .message = "second"}, {.path = "/a", .message = "first"}},
                "{\"a\": 1, \"b\": 2}");
    CHECK(found[0].message == "first");
    CHECK(found[1].message == "second");
}
