#include "analysis/flips.h"

namespace fulcrum {
namespace {

// A number that is known, as wide as it may become.
Assumption known(double value) {
    Assumption assumption{.base = value};
    assumption.known = true;
    return assumption;
}

}  // namespace

Opened with_cells_opened(const Document& document, const Model& model) {
    Opened opened{document, model, {}};
    for (Row& row : opened.document.rows) {
        if (row.kind != RowKind::Number || row.off) continue;
        for (auto& [option, cell] : row.cells) {
            const double* number = std::get_if<double>(&cell);
            if (number == nullptr) continue;
            cell = known(*number);
            opened.cells.push_back(row.id + "@" + option);
        }
    }
    if (opened.cells.empty()) return opened;
    Compilation compilation = compile(opened.document);
    if (!compilation.model) return {document, model, {}};
    opened.model = *std::move(compilation.model);
    return opened;
}

}  // namespace fulcrum
