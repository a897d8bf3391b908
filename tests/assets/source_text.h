// The source document of the built-in decision, line by line, as plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fulcrum::test {

struct SourceLine {
    int number = 0;    // 1-based
    std::string text;  // without marks of Markdown, pictographs and drawn lines; spaces collapsed
    std::string raw;
    std::string option;  // the option that the section or the line is about; "" = none
    bool heading = false;
    bool drawing = false;            // of the decision tree
    std::vector<std::string> cells;  // of a table
};

// All lines that say something.
std::vector<SourceLine> source_lines();

// Without marks of Markdown, pictographs, drawn lines and bars; spaces collapsed.
std::string plain_text(std::string_view raw);

// What stands between drawn lines or two and more spaces.
std::vector<std::string> drawn_words(std::string_view raw);

}  // namespace fulcrum::test
