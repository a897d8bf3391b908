#include "words/words.h"

#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace fulcrum;

namespace {

const NamedOption b{.index = 1, .letter = "B", .name = "Rapid path"};
const NamedOption c{.index = 2, .letter = "C", .name = "Full roadmap"};

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

// String literals of C++ source, without includes and comments to the end of a line.
std::vector<std::string> literals(const std::string& source) {
    std::vector<std::string> found;
    std::istringstream lines(source);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#include")) continue;
        std::string literal;
        bool inside = false;
        for (std::size_t k = 0; k < line.size(); ++k) {
            if (!inside && line.compare(k, 2, "//") == 0) break;
            if (line[k] == '"' && (k == 0 || line[k - 1] != '\\')) {
                if (inside) found.push_back(literal);
                literal.clear();
                inside = !inside;
            } else if (inside) {
                literal += line[k];
            }
        }
    }
    return found;
}

// Words that a reader would see: a capital at the beginning, or letters on both sides of a space.
bool speaks(const std::string& literal) {
    if (!literal.empty() && std::isupper(static_cast<unsigned char>(literal.front())) != 0)
        return true;
    for (std::size_t k = 1; k + 1 < literal.size(); ++k)
        if (literal[k] == ' ' && std::isalpha(static_cast<unsigned char>(literal[k - 1])) != 0 &&
            std::isalpha(static_cast<unsigned char>(literal[k + 1])) != 0)
            return true;
    return false;
}

}  // namespace

TEST_CASE("no view, page or chart holds a text of its own") {
    CHECK(speaks("No data"));
    CHECK(speaks("of draws"));
    CHECK_FALSE(speaks("compare/headline"));
    std::size_t files = 0;
    for (const char* module : {"page", "chart"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(FULCRUM_TESTS_DIR) / ".." / "src" / module)) {
            if (entry.path().extension() != ".cpp") continue;
            ++files;
            for (const std::string& literal : literals(read(entry.path()))) {
                CAPTURE(entry.path().filename().string());
                CAPTURE(literal);
                CHECK_FALSE(speaks(literal));
            }
        }
    CHECK(files > 10);
}

TEST_CASE("an option is named by letter and name, or by its letter alone") {
    CHECK(words().option(c) == "C · Full roadmap");
    CHECK(words().option({.index = 0, .letter = "A", .name = ""}) == "A");
}

TEST_CASE("lists are joined by commas and one and") {
    CHECK(words().listed(std::vector<std::string>{}).empty());
    CHECK(words().listed(std::vector<std::string>{"a"}) == "a");
    CHECK(words().listed(std::vector<std::string>{"a", "b"}) == "a and b");
    CHECK(words().listed(std::vector<std::string>{"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("the verdict is the sentence that the page promises") {
    const Sentence leads = words().verdict.leads({.leader = {c, "72 %", ""},
                                                  .second = b,
                                                  .gap = "$49K",
                                                  .gap_change = "",
                                                  .by_score = false});
    CHECK(plain(leads) ==
          "C · Full roadmap leads: best in 72 % of draws from these ranges, by $49K over B in the "
          "middle.");
    CHECK(leads.front().option == 2);
    CHECK(leads.front().bold);
    const std::vector<OptionFigure> chances{{b, "48 %", ""}, {c, "46 %", "+3 points"}};
    CHECK(plain(words().verdict.no_clear_winner(chances)) ==
          "No clear winner: B\u00a048 %, C\u00a046 % (+3 points).");
    CHECK(plain(words().verdict.score_agrees({c, "83 of 100", ""}, true)) ==
          "The score agrees: C\u00a083 of 100.");
}

TEST_CASE("what a range means is said for every family") {
    RangeMeaning range{.family = "",
                       .has_range = true,
                       .known = false,
                       .tail = 0,
                       .base = 50,
                       .low = 40,
                       .high = 60,
                       .sd = 0,
                       .trials = 0,
                       .values = {},
                       .probabilities = {},
                       .unit = "$",
                       .components = {}};
    CHECK(words().slider.range(range) == "$40 – $60, every value alike");
    range.tail = 0.05;
    CHECK(words().slider.range(range) == "$40 – $60, 5\u2009% lie below, 5\u2009% above");
    range.family = "integer_uniform";
    range.unit = "";
    CHECK(words().slider.range(range) == "whole numbers 40 – 60, each alike");
    const std::vector<double> values{1, 2}, probabilities{0.25, 0.75};
    range.family = "discrete";
    range.values = values;
    CHECK(words().slider.range(range) == "one of 1 and 2, each alike");
    range.probabilities = probabilities;
    CHECK(words().slider.range(range) == "one of 1 (25\u2009%) and 2 (75\u2009%)");
    range.base = 0.25;
    range.family = "bernoulli";
    CHECK(words().slider.range(range) == "1 with probability 25\u2009%, else 0");
    range.base = 3;
    range.trials = 12;
    range.family = "binomial";
    CHECK(words().slider.range(range) == "how many of 12, around 3 (binomial)");
    range.has_range = false;
    range.family = "exponential";
    CHECK(words().slider.range(range) == "3 on average, mostly less, at times much more");
    range.sd = 2;
    range.family = "gamma";
    CHECK(words().slider.range(range) == "3 on average, standard deviation 2");
    range.family = "empirical";
    CHECK(words().slider.range(range) == "one of 2 values observed, 1 – 2");
    range.family = "mixture";
    range.components = {{0.7, "1 – 2, every value alike"}, {0.3, "a fixed number"}};
    CHECK(words().slider.range(range) ==
          "70\u2009%: 1 – 2, every value alike; 30\u2009%: a fixed number");
    range.known = true;
    CHECK(words().slider.range(range) == "known: the same in every draw");
}
