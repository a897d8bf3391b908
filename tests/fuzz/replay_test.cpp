#include "fuzz/targets.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace fulcrum::fuzz;

namespace {

const std::filesystem::path corpus = std::filesystem::path(FULCRUM_TESTS_DIR) / "fuzz/corpus";

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every file of the corpus holds what its target promises") {
    for (const Target& target : targets()) {
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(corpus / target.name)) {
            CAPTURE(entry.path().string());
            CHECK(target.broken(content(entry.path())) == "");
            ++files;
        }
        CAPTURE(target.name);
        CHECK(files >= 20);
    }
}

TEST_CASE("every target takes no bytes at all, zeros, and the longest text") {
    for (const Target& target : targets())
        for (const char byte : {'\0', ' ', '(', '-', '9', 'x', '[', '{', '\xFF'}) {
            CAPTURE(target.name);
            CAPTURE(byte);
            CHECK(target.broken("") == "");
            CHECK(target.broken(std::string(1, byte)) == "");
            CHECK(target.broken(std::string(longest_input, byte)) == "");
        }
}
