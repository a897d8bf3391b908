// Where one figure comes from: its formula, the same with present values, what feeds it, and what
// it rests on in the end.
#pragma once

#include "analysis/results.h"
#include "engine/cell_source.h"

#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// One thing that a formula names, or that a figure rests on.
struct TraceEntry {
    enum class Kind {
        Assumption,  // of the list
        Single,      // a cell of a row, at a month where it runs over months
        Months,      // a row with all its months, as functions over months take it
    };
    Kind kind = Kind::Assumption;
    std::string id;  // "price", "weeks@B", "impact@B/12" (month 12), "flows@B/total"
    std::string name, unit;
    CellPlace cell;                   // Single and Months (its last)
    double value = 0;                 // every number at its base; Months: the total
    std::string word;                 // of the row's scale, where that is what stands there
    std::optional<double> low, high;  // the range, where it has one
    Basis basis = Basis::Unsaid;
    std::string source, owner, note;
    bool off = false;        // the row is switched off
    bool formula = false;    // it has a formula: can be traced in turn
    bool uncertain = false;  // an input of the model that differs from draw to draw
    bool operator==(const TraceEntry&) const = default;
};

struct Trace {
    TraceEntry figure;
    CellSource::Kind kind = CellSource::Kind::Number;
    std::string formula;      // as written, without "="; of the start where that holds
    std::string with_values;  // "3 weeks * 11 [$K/week]"; series with all their months by name
    std::string exact;        // the same with all digits: a formula that gives figure.value
    std::optional<Undefined> undefined;    // why figure.value is no number
    std::optional<Statistics> over_draws;  // where results have the row
    std::vector<TraceEntry> feeds;         // what the formula names, each once, in its order
    bool operator==(const Trace&) const = default;
};

// document and model belong together. Absent where there is no such figure: a row of text, an
// option or month without a value, a place that the document does not have.
std::optional<Trace> trace(const Document& document, const Model& model, const CellPlace& cell,
                           const Results* results = nullptr);

// Every assumption and every number or word of a cell that the figure rests on, through formulas
// and months, each once: the list of assumptions first, then cells row by row. Rows that are
// switched off rest on nothing.
//
// requires  trace(document, model, cell) is there.
std::vector<TraceEntry> trace_inputs(const Document& document, const Model& model,
                                     const CellPlace& cell);

// The month that a figure of the row shows when none is said: the last.
std::size_t last_month(const Row& row);

}  // namespace fulcrum
