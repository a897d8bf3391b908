#include "assets/source_text.h"

#include "assets/asset_files.h"

#include <regex>
#include <sstream>

namespace fulcrum::test {
namespace {

// Every character above U+2190 (arrows, drawn lines, blocks, pictographs) becomes a space.
std::string without_pictures(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const bool picture =
            size == 4 ||
            (size == 3 &&
             (lead > 0xE2 || (lead == 0xE2 && static_cast<unsigned char>(text[at + 1]) >= 0x86)));
        if (picture)
            plain += ' ';
        else
            plain += text.substr(at, size);
        at += size;
    }
    return plain;
}

std::string replaced(const std::string& text, const char* pattern, const char* by) {
    return std::regex_replace(text, std::regex(pattern), by);
}

std::vector<std::string> table_cells(const std::string& raw) {
    std::vector<std::string> cells;
    std::istringstream row(raw.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) cells.push_back(plain_text(cell));
    return cells;
}

// The option that a heading or a line is about; one that only mentions options is about none.
std::string option_named(const std::string& text) {
    std::smatch found;
    const std::regex name("^(?:Choose |If Approving |If Selecting )?Option ([ABC])");
    return std::regex_search(text, found, name) ? found[1].str() : "";
}

}  // namespace

std::string plain_text(std::string_view raw) {
    std::string text = without_pictures(raw);
    text = replaced(text, "\\*\\*", "");
    text = replaced(text, "\\[([^\\]]+)\\]\\([^)]*\\)", "$1");  // links
    text = replaced(text, "^\\s*(#+|-|\\d+\\.)\\s", "");
    text = replaced(text, "^\\s*\\[ \\]\\s", "");
    text = replaced(text, "\\s+", " ");
    return replaced(text, "^ | $", "");
}

std::vector<std::string> drawn_words(std::string_view raw) {
    std::string text = without_pictures(raw);
    std::vector<std::string> words;
    const std::regex gap("\\s\\s+");
    for (std::sregex_token_iterator at(text.begin(), text.end(), gap, -1), end; at != end; ++at)
        if (const std::string word = plain_text(at->str()); !word.empty()) words.push_back(word);
    return words;
}

std::vector<SourceLine> source_lines() {
    std::istringstream source(
        text_of(std::filesystem::path(FULCRUM_TESTS_DIR) / "assets" / "phase0-decision-matrix.md"));
    std::vector<SourceLine> lines;
    std::string option, section;
    bool code = false;
    int number = 0;
    for (std::string raw; std::getline(source, raw);) {
        ++number;
        if (raw.substr(0, 3) == "```") {
            code = !code;
            continue;
        }
        SourceLine line;
        line.number = number;
        line.text = plain_text(raw);
        line.raw = raw;
        if (line.text.empty() || std::regex_match(raw, std::regex("[-|: ]+"))) continue;
        line.heading = raw.front() == '#';
        if (line.heading && raw.substr(0, 4) != "####") {
            option = option_named(line.text);
            if (option.empty()) section = line.text;
        }
        line.drawing = code && section == "Decision Tree";
        if (raw.front() == '|') line.cells = table_cells(raw);
        const std::string own = option_named(line.cells.empty() ? line.text : line.cells[0]);
        line.option = own.empty() ? option : own;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace fulcrum::test
