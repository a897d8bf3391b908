// Where a cell of the grid gets its value from.
#pragma once

#include "engine/names.h"

#include <optional>
#include <string>

namespace fulcrum {

// A formula as it stands in the document.
struct FormulaText {
    const std::string* text = nullptr;
    std::string path;  // JSON pointer
};

struct CellSource {
    enum class Kind { Absent, Number, Range, Formula };
    Kind kind = Kind::Absent;
    double number = 0;                 // Number; a word of a scale is the level's value
    std::string input;                 // Range: id of the assumption, "row@option"
    FormulaText formula;               // Formula
    std::optional<FormulaText> start;  // Formula of month 0, where the row has one
};

// The cell's own content, else the row's formula. Text rows are absent. Pointers are valid as long
// as the document is neither changed nor moved. Words that are no level (see check) are absent.
CellSource cell_source(const Document& document, std::size_t row, std::size_t option);

}  // namespace fulcrum
