#include "engine/model.h"
#include "model/check.h"
#include "model/document_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace fulcrum;

namespace {

const std::filesystem::path bad_folder = std::filesystem::path(FULCRUM_TESTS_DIR) / "bad";

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> bad_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(bad_folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// All that is wrong with a text: of its JSON, else of its meaning, else of its formulas.
Diagnostics findings(const std::string& text) {
    const ReadDocument read = read_document(text);
    if (!read.diagnostics.empty()) return read.diagnostics;
    const Diagnostics wrong = check(read.document);
    if (!wrong.empty()) return located(wrong, text);
    return located(compile(with_streams(read.document)).diagnostics, text);
}

std::string lines(const Diagnostics& diagnostics) {
    std::string text;
    for (const Error& error : diagnostics)
        text += std::to_string(error.line) + ":" + std::to_string(error.column) + ": " +
                error.path + ": " + error.message + "\n";
    return text;
}

std::string only_finding(const std::string& text) {
    return lines(findings(text));
}

}  // namespace

TEST_CASE("every bad file has exactly the findings that stand beside it") {
    const std::vector<std::filesystem::path> files = bad_files();
    CHECK(files.size() >= 40);
    for (const std::filesystem::path& file : files) {
        std::filesystem::path expected = file;
        expected.replace_extension(".expected");
        CAPTURE(file.filename().string());
        CHECK(lines(findings(content(file))) == content(expected));
    }
}

TEST_CASE("a bad file is one sentence without a period, never a parser's own words") {
    for (const std::filesystem::path& file : bad_files())
        for (const Error& error : findings(content(file))) {
            CAPTURE(file.filename().string());
            CAPTURE(error.message);
            CHECK(!error.message.empty());
            CHECK(error.message.back() != '.');
            CHECK(error.message.find("exception") == std::string::npos);
            CHECK(error.message.find("parse error") == std::string::npos);
            CHECK(error.line > 0);
            CHECK(error.column > 0);
        }
}

TEST_CASE("a file of 50 MB is refused by its size") {
    const Diagnostics wrong = findings(std::string(50u << 20, ' '));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].message == "the file has 50 MB, more than the limit of 5 MB");
    CHECK(wrong[0].line == 1);
}

TEST_CASE("nesting beyond 32 levels is refused, however deep") {
    const std::string nested = "{\"a\":" + std::string(1'000'000, '[');
    CHECK(only_finding(nested) == "1:37: : nested deeper than 32 levels\n");
}

TEST_CASE("200,001 values are one too many") {
    std::string text = "[1";
    while (text.size() < 2 * 199'998) text += ",1";
    CHECK(only_finding(text + "]") == "1:1: : expected an object, found a list\n");
    text = "[1";
    for (int k = 2; k <= 200'000; ++k) text += ",1";
    CHECK(only_finding(text + "]") == "1:400000: : more than 200000 values in one file\n");
}

TEST_CASE("a text of more than 64 KB is refused, one of 64 KB is not") {
    const std::string start = "{\"format\": 0, \"title\": \"";
    const std::string end = "\", \"options\": [{\"id\": \"A\", \"name\": \"One\"}]}";
    CHECK(only_finding(start + std::string(65'536, 'x') + end).empty());
    CHECK(only_finding(start + std::string(65'537, 'x') + end) ==
          "1:24: /title: a text of 65537 bytes is longer than the limit of 65536\n");
}

TEST_CASE("a byte order mark in front changes nothing") {
    const std::string good =
        "{\"format\": 0, \"title\": \"T\", \"options\": [{\"id\": \"A\", \"name\": \"One\"}]}";
    CHECK(only_finding("\xEF\xBB\xBF" + good).empty());
    CHECK(only_finding("\xEF\xBB\xBF{\"format\": 1e999}") ==
          "1:12: /format: number too large: 1e999 is beyond 1.8e308\n");
    CHECK(only_finding("\xEF\xBB\xBF") ==
          "1:1: : the file holds only white space: expected a decision as JSON\n");
}

TEST_CASE("every file cut off anywhere gives findings and nothing worse") {
    const std::string whole = content(std::filesystem::path(FULCRUM_ASSETS_DIR) / "minimal.json");
    REQUIRE(!whole.empty());
    const std::size_t end = whole.find_last_of('}');
    for (std::size_t length = 0; length <= end; ++length) {
        const Diagnostics wrong = findings(whole.substr(0, length));
        CAPTURE(length);
        CHECK(wrong.size() == 1);
        CHECK(wrong[0].line > 0);
    }
}

TEST_CASE("a file with any one byte changed gives findings or a document, and nothing worse") {
    const std::string whole = content(std::filesystem::path(FULCRUM_ASSETS_DIR) / "minimal.json");
    for (std::size_t at = 0; at < whole.size(); at += 3)
        for (const char byte : {'\0', '"', '{', ']', ',', '9', '\\', '\xFF'}) {
            std::string changed = whole;
            changed[at] = byte;
            for (const Error& error : findings(changed)) {
                CHECK(error.line > 0);
                CHECK(!error.message.empty());
            }
        }
}
