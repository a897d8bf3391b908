// The draws of figures and of what feeds them, as a table of a spreadsheet.
#pragma once

#include "analysis/trace.h"
#include "base/result.h"

#include <memory>
#include <span>
#include <string>

namespace fulcrum {

inline constexpr std::size_t most_csv_bytes = 64u << 20;

// Comma-separated values (RFC 4180), one line per draw. Columns: "draw" (1, 2, ...), the
// figures, the rows that their formulas name (of a function over months every month), and every
// uncertain input that they rest on, each once and headed by its id (TraceEntry::id). Numbers with
// all digits, undefined ones empty. The draws are those that results have.
//
// Made in pieces, so that a page can do something else between two of them.
class TraceCsv {
  public:
    // requires  trace(document, model, cell) is there for each of the cells; copies what it needs
    // of both. errors    a table that might take more than most_csv_bytes: with its size and what
    // to lower
    static Result<TraceCsv> of(const Document& document, const Model& model,
                               std::span<const CellPlace> cells, std::size_t draws);
    ~TraceCsv();
    TraceCsv(TraceCsv&&) noexcept;
    TraceCsv& operator=(TraceCsv&&) noexcept;

    // Does a piece of bounded cost. returns whether there is more to do.
    bool step();

    // Requires that step() has returned false.
    std::string take() &&;

  private:
    class Work;
    explicit TraceCsv(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

}  // namespace fulcrum
