// What is said of a figure that was asked about: one file per kind of figure.
#pragma once

#include "analysis/trace.h"
#include "page/page.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

struct TraceAnswer {
    Prose title;
    Blocks said;                   // what it is
    Blocks feeds;                  // what it is worked out from
    std::vector<CellPlace> cells;  // the figures of rows that it is worked out from, or is
    std::optional<Trace> trace;    // of a row's own figure
};

// All are absent where the document has no such figure.
std::optional<TraceAnswer> row_answer(const Session& session, const TracedFigure& asked);
std::optional<TraceAnswer> score_answer(const Session& session, const TracedFigure& asked);
std::optional<TraceAnswer> comparison_answer(const Session& session, const TracedFigure& asked);
std::optional<TraceAnswer> node_answer(const Session& session, const TracedFigure& asked);

// What a row's figure rests on in the end. Folded, it is not looked for.
Details rests_on(const Session& session, const Trace& trace, bool open);

// The entry's value, or its word.
std::string traced_value(double value, const TraceEntry& entry);

inline constexpr std::string_view feeds_key = "trace/feeds";

}  // namespace fulcrum
