// Tables set in columns of plain text.
#pragma once

#include "page/page.h"

#include <string>
#include <vector>

namespace fulcrum {

// How many columns of a terminal the text takes, one per code point; marks that join the letter
// before them take none.
std::size_t text_columns(std::string_view text);

// Breaks at spaces, and inside words that are wider than `width`. Never an empty result.
std::vector<std::string> broken(std::string_view text, std::size_t width);

// The lines of a table, each at most `width` wide: set in columns where each gets room enough, else
// one line per cell under its row's name.
std::vector<std::string> table_lines(const Table& table, std::size_t width);

}  // namespace fulcrum
