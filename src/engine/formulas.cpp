#include "engine/formulas.h"

namespace fulcrum {

Formulas::Formulas(const Document& document, Findings& findings)
    : options_(document.options.size()) {
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        const std::string path = "/rows/" + std::to_string(r);
        if (row.kind != RowKind::Text) {  // also where no cell uses them
            if (row.months && !row.start.empty()) parse({&row.start, path + "/start"}, r, findings);
            if (!row.formula.empty()) parse({&row.formula, path + "/formula"}, r, findings);
        }
        for (std::size_t o = 0; o < options_; ++o) {
            CellSource source = cell_source(document, r, o);
            ParsedSource& parsed = sources_.emplace_back();
            parsed.kind = source.kind;
            parsed.number = source.number;
            parsed.input = std::move(source.input);
            if (source.kind != CellSource::Kind::Formula) continue;
            parsed.formula = parse(source.formula, r, findings);
            if (source.start) parsed.start = parse(*source.start, r, findings);
        }
    }
}

std::size_t Formulas::parse(const FormulaText& formula, std::size_t row, Findings& findings) {
    const auto [known, added] = by_path_.emplace(formula.path, parsed_.size());
    if (!added) return known->second;
    Parsed& parsed = parsed_.emplace_back();
    parsed.path = formula.path;
    Result<ParsedFormula> tree = parse_formula(*formula.text);
    if (tree) {
        parsed.tree = *std::move(tree);
    } else {
        Error error = tree.error();
        error.path = formula.path;
        findings.add(1 + row, std::move(error));
    }
    return known->second;
}

std::size_t Formulas::formula_of(const CellPlace& cell) const {
    const ParsedSource& own = source(cell.row, cell.option);
    return cell.month == 0 && own.start != no_formula ? own.start : own.formula;
}

}  // namespace fulcrum
