// All formulas of a document, each parsed once, and where every cell gets its value from.
#pragma once

#include "engine/cell_source.h"
#include "engine/findings.h"
#include "expr/formula.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t no_formula = static_cast<std::size_t>(-1);

// cell_source with its formulas as indices into Formulas.
struct ParsedSource {
    CellSource::Kind kind = CellSource::Kind::Absent;
    double number = 0;
    std::string input;
    std::size_t formula = no_formula;
    std::size_t start = no_formula;
};

class Formulas {
  public:
    // Parses everything; findings get what does not parse, in section 1 + row.
    Formulas(const Document& document, Findings& findings);

    const ParsedSource& source(std::size_t row, std::size_t option) const {
        return sources_[row * options_ + option];
    }
    // The formula that holds for the cell, no_formula where it has none.
    std::size_t formula_of(const CellPlace& cell) const;

    const std::string& path(std::size_t formula) const { return parsed_[formula].path; }
    // nullptr when the text is no formula.
    const ParsedFormula* tree(std::size_t formula) const {
        return parsed_[formula].tree ? &*parsed_[formula].tree : nullptr;
    }

  private:
    struct Parsed {
        std::string path;
        std::optional<ParsedFormula> tree;
    };
    std::size_t parse(const FormulaText& formula, std::size_t row, Findings& findings);

    std::size_t options_;
    std::vector<Parsed> parsed_;
    std::map<std::string, std::size_t> by_path_;
    std::vector<ParsedSource> sources_;
};

}  // namespace fulcrum
