#include "engine/cell_source.h"

#include "model/find.h"

namespace fulcrum {
namespace {

CellSource of_formula(const Row& row, const std::string& row_path, const std::string& text,
                      std::string path) {
    CellSource source{.kind = CellSource::Kind::Formula};
    source.formula = {&text, std::move(path)};
    if (row.months && !row.start.empty()) source.start = {&row.start, row_path + "/start"};
    return source;
}

CellSource of_word(const Row& row, const Word& word) {
    for (const Level& level : row.scale)
        if (level.name == word.text)
            return {.kind = CellSource::Kind::Number, .number = level.value};
    return {};
}

}  // namespace

CellSource cell_source(const Document& document, std::size_t row_index, std::size_t option_index) {
    const Row& row = document.rows[row_index];
    const std::string& option = document.options[option_index].id;
    if (row.kind == RowKind::Text) return {};

    const std::string row_path = "/rows/" + std::to_string(row_index);
    const Cell* cell = find_cell(row, option);
    if (cell == nullptr) {
        if (row.formula.empty()) return {};
        return of_formula(row, row_path, row.formula, row_path + "/formula");
    }
    if (const auto* number = std::get_if<double>(cell))
        return {.kind = CellSource::Kind::Number, .number = *number};
    if (const auto* word = std::get_if<Word>(cell)) return of_word(row, *word);
    if (const auto* formula = std::get_if<Formula>(cell))
        return of_formula(row, row_path, formula->text, row_path + "/cells/" + option);
    CellSource source{.kind = CellSource::Kind::Range};
    source.input = row.id + "@" + option;
    return source;
}

}  // namespace fulcrum
