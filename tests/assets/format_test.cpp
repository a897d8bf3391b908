// Every example in docs/format.md is one that Fulcrum reads.
#include "assets/asset_files.h"
#include "engine/model.h"
#include "math/distribution.h"
#include "model/check.h"
#include "model/document_json.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace fulcrum;
using namespace fulcrum::test;

namespace {

std::string page() {
    return text_of(std::filesystem::path(FULCRUM_ASSETS_DIR).parent_path() / "docs" / "format.md");
}

std::string minimal() {
    return text_of(std::filesystem::path(FULCRUM_ASSETS_DIR) / "minimal.json");
}

std::vector<std::string> json_blocks() {
    std::vector<std::string> blocks;
    std::istringstream lines(page());
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line == "```json") {
            inside = true;
            blocks.emplace_back();
        } else if (line.substr(0, 3) == "```") {
            inside = false;
        } else if (inside) {
            blocks.back() += line + "\n";
        }
    }
    return blocks;
}

// Items of lists go in place of those with the same id, else to the end; all else is replaced.
Json with(Json whole, const Json& part) {
    for (const auto& [key, value] : part.items()) {
        if (!value.is_array() || !whole.contains(key)) {
            whole[key] = value;
            continue;
        }
        for (const Json& item : value) {
            Json* same = nullptr;
            for (Json& own : whole[key])
                if (own["id"] == item["id"]) same = &own;
            if (same != nullptr)
                *same = item;
            else
                whole[key].push_back(item);
        }
    }
    return whole;
}

std::string findings(const std::string& json) {
    const ReadDocument read = read_document(json);
    Diagnostics all = read.diagnostics;
    if (all.empty()) all = check(read.document);
    if (all.empty()) all = compile(with_streams(read.document)).diagnostics;
    std::string text;
    for (const Error& error : all) text += error.path + ": " + error.message + "\n";
    return text;
}

}  // namespace

TEST_CASE("every example of the page opens without a finding in the smallest decision") {
    const Json whole = Json::parse(minimal(), nullptr, false);
    const std::vector<std::string> blocks = json_blocks();
    CHECK(blocks.size() >= 11);
    for (const std::string& block : blocks) {
        CAPTURE(block);
        const Json part = Json::parse(block, nullptr, false);
        REQUIRE(part.is_object());
        CHECK(findings(with(whole, part).dump()) == "");
    }
}

TEST_CASE("the page's first example is assets/minimal.json") {
    CHECK(json_blocks().front() == minimal());
}

TEST_CASE("an example with a mistake would be found") {
    const Json whole = Json::parse(minimal(), nullptr, false);
    const Json unknown_key = Json::parse(R"({"headline": {"treshold": 1}})", nullptr, false);
    CHECK(findings(with(whole, unknown_key).dump()) != "");
    const Json wrong_unit =
        Json::parse(R"({"rows": [{"id": "x", "name": "X", "unit": "$", "formula": "repairs"}]})",
                    nullptr, false);
    CHECK(findings(with(whole, wrong_unit).dump()) != "");
}

TEST_CASE("the page names every family and every word with a meaning of its own") {
    const std::string text = page();
    for (const DistributionFamily* family : distribution_families())
        CHECK(text.find("| `" + std::string(family->id) + "` |") != std::string::npos);
    for (const char* word : {"ends", "p5_p95", "p10_p90", "p25_p75", "figure", "direction", "tree",
                             "overlap", "statement", "question", "chance", "terminal"})
        CHECK(text.find("`" + std::string(word) + "`") != std::string::npos);
}

TEST_CASE("the page names every function of formulas") {
    const std::string text = page();
#define FUNCTION(name, ...) CHECK(text.find("| `" name "(") != std::string::npos);
#define SERIES FUNCTION
#include "expr/functions.def"
#undef FUNCTION
#undef SERIES
}
