#include "model/find.h"

#include "base/by_id.h"
#include "base/order.h"
#include "model/pointer.h"

#include <algorithm>

namespace fulcrum {
namespace {

template <class Element>
std::optional<std::size_t> index_of(const std::vector<Element>& list, std::string_view id) {
    const Element* const found = by_id(list, id);
    if (found == nullptr) return std::nullopt;
    return static_cast<std::size_t>(found - list.data());
}

template <class Content>
const Content* content_of(const std::vector<std::pair<std::string, Content>>& list,
                          std::string_view key) {
    for (const auto& [own_key, content] : list)
        if (own_key == key) return &content;
    return nullptr;
}

}  // namespace

const Option* find_option(const Document& document, std::string_view id) {
    const auto index = option_index(document, id);
    return index ? &document.options[*index] : nullptr;
}

std::optional<std::size_t> option_index(const Document& document, std::string_view id) {
    return index_of(document.options, id);
}

const Row* find_row(const Document& document, std::string_view id) {
    const auto index = row_index(document, id);
    return index ? &document.rows[*index] : nullptr;
}

std::optional<std::size_t> row_index(const Document& document, std::string_view id) {
    return index_of(document.rows, id);
}

const Cell* find_cell(const Row& row, std::string_view option) {
    return content_of(row.cells, option);
}

const Assumption* find_assumption(const Document& document, std::string_view id) {
    if (const auto index = index_of(document.assumptions, id)) return &document.assumptions[*index];
    const std::size_t at = id.find('@');
    if (at == std::string_view::npos) return nullptr;
    const Row* row = find_row(document, id.substr(0, at));
    if (row == nullptr) return nullptr;
    const Cell* cell = find_cell(*row, id.substr(at + 1));
    return cell == nullptr ? nullptr : std::get_if<Assumption>(cell);
}

Assumption* find_assumption(Document& document, std::string_view id) {
    return const_cast<Assumption*>(find_assumption(std::as_const(document), id));
}

void sort_cells(const std::vector<Option>& options, Row& row) {
    sort_by(row.cells, [&](const auto& cell) {
        const auto option = index_of(options, cell.first);
        return option ? static_cast<double>(*option) : -1.0;
    });
}

std::string_view find_text(const PerOption& texts, std::string_view option) {
    const std::string* text = content_of(texts, option);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::vector<PlacedAssumption> assumptions_of(const Document& document) {
    std::vector<PlacedAssumption> all;
    for (std::size_t a = 0; a < document.assumptions.size(); ++a) {
        const Assumption& own = document.assumptions[a];
        all.push_back(
            {own.id, own.name, "", own.unit, own.topic, "/assumptions" + pointer_step(a), &own});
    }
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        for (const Option& option : document.options) {
            const Cell* cell = find_cell(row, option.id);
            const Assumption* own = cell == nullptr ? nullptr : std::get_if<Assumption>(cell);
            if (own == nullptr) continue;
            all.push_back({row.id + "@" + option.id, row.name, option.id, row.unit, row.topic,
                           "/rows" + pointer_step(r) + "/cells" + pointer_step(option.id), own});
        }
    }
    return all;
}

std::string option_letter(std::size_t option) {
    std::string letters;
    for (std::size_t rest = option + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

}  // namespace fulcrum
