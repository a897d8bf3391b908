// Looking things up in a document by id. Pointers are valid as long as the document is neither
// changed nor moved.
#pragma once

#include "model/document.h"

#include <optional>
#include <string_view>

namespace fulcrum {

const Option* find_option(const Document& document, std::string_view id);
std::optional<std::size_t> option_index(const Document& document, std::string_view id);
const Row* find_row(const Document& document, std::string_view id);
std::optional<std::size_t> row_index(const Document& document, std::string_view id);

// The row's cell for that option, nullptr when it has none (then the row's formula holds).
const Cell* find_cell(const Row& row, std::string_view option);

// An assumption of the list, or the one in the cell that "row@option" names; nullptr when there is
// none.
const Assumption* find_assumption(const Document& document, std::string_view id);
Assumption* find_assumption(Document& document, std::string_view id);

// Puts the row's cells in the order of the options; what a new cell of it does to the others.
void sort_cells(const std::vector<Option>& options, Row& row);

// Text of one option, "" when absent.
std::string_view find_text(const PerOption& texts, std::string_view option);

// One assumption with all that its place says: id "row@option", name, unit and JSON pointer.
struct PlacedAssumption {
    std::string id;
    std::string name;    // of the list: its name; of a cell: the row's name
    std::string option;  // option id, "" for the list
    std::string unit;
    std::string topic;
    std::string path;
    const Assumption* assumption = nullptr;
};
// All of them in document order: the list, then cells row by row, option by option.
std::vector<PlacedAssumption> assumptions_of(const Document& document);

// The letter of an option on the screen goes by position: A, B, C ...
std::string option_letter(std::size_t option);

}  // namespace fulcrum
