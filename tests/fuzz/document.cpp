#include "analysis/results_json.h"
#include "engine/model.h"
#include "fuzz/targets.h"
#include "model/check.h"
#include "model/document_json.h"

#include <algorithm>

namespace fulcrum::fuzz {
namespace {

constexpr std::size_t most_cells = 20'000;
constexpr std::size_t most_formula_bytes = 200'000;  // over all cells
constexpr std::size_t most_months_of_irr = 25;       // every root is found, in each draw

// Cells, bytes of the formulas that are compiled in them, and months where a formula holds irr.
bool is_affordable(const Document& document) {
    std::size_t cells = 0, bytes = 0, most_months = 1;
    bool holds_irr = false;
    for (const Row& row : document.rows) {
        const std::size_t months = row.months ? static_cast<std::size_t>(*row.months) + 1 : 1;
        std::size_t longest = std::max(row.formula.size(), row.start.size());
        holds_irr |= row.formula.find("irr") != std::string::npos ||
                     row.start.find("irr") != std::string::npos;
        for (const auto& [option, cell] : row.cells)
            if (const Formula* formula = std::get_if<Formula>(&cell)) {
                longest = std::max(longest, formula->text.size());
                holds_irr |= formula->text.find("irr") != std::string::npos;
            }
        cells += months * document.options.size();
        bytes += months * document.options.size() * longest;
        most_months = std::max(most_months, months);
    }
    return cells <= most_cells && bytes <= most_formula_bytes &&
           (!holds_irr || most_months <= most_months_of_irr);
}

std::string broken_findings(const Diagnostics& findings, bool in_text) {
    for (const Error& error : findings) {
        if (error.message.empty()) return "a finding at " + error.path + " says nothing";
        if (in_text && (error.line < 1 || error.column < 1))
            return "no place in the text: " + error.message;
    }
    return "";
}

}  // namespace

std::string broken_document(std::string_view bytes) {
    const ReadDocument read = read_document(bytes);
    if (!read.diagnostics.empty()) return broken_findings(read.diagnostics, true);

    const std::string text = canonical(read.document);
    const ReadDocument again = read_document(text);
    if (!again.diagnostics.empty())
        return "what was written is refused: " + again.diagnostics[0].message;
    if (!(again.document == read.document) || canonical(again.document) != text)
        return "what was written is another document";

    const Diagnostics wrong = check(read.document);
    if (!wrong.empty()) return broken_findings(located(wrong, bytes), true);
    if (!is_affordable(read.document)) return "";
    const Document document = with_streams(read.document);
    const Compilation compiled = compile(document);
    if (compiled.model.has_value() != compiled.diagnostics.empty())
        return "neither a model nor a finding, or both";
    if (!compiled.model) return broken_findings(located(compiled.diagnostics, bytes), true);
    const Results results = analyse(document, *compiled.model, {.draws = 256, .rows = {}});
    return results_json(document, results).empty() ? "results without a text" : "";
}

}  // namespace fulcrum::fuzz
