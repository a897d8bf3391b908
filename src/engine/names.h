// What a name in a formula stands for.
#pragma once

#include "base/result.h"
#include "expr/formula.h"
#include "model/document.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum {

// One row, option and month; month 0 for a row that is no series.
struct CellPlace {
    std::size_t row = 0, option = 0, month = 0;
    bool operator==(const CellPlace&) const = default;
};

// Months of a row: 1 when it is no series, else months 0 .. row.months.
std::size_t month_count(const Row& row);

// Where a formula stands that belongs to no row, or to no option.
inline constexpr std::size_t no_row = static_cast<std::size_t>(-1);
inline constexpr std::size_t no_option = static_cast<std::size_t>(-1);

// What a reference means for one cell: an assumption of the list, or another cell.
struct Target {
    bool is_assumption = false;
    std::size_t assumption = 0;  // index into document.assumptions
    CellPlace cell;
    std::size_t months = 1;  // of the cell's row, from the cell's on
};

// The names of one document. Valid as long as the document is neither changed nor moved.
class Names {
  public:
    explicit Names(const Document& document);

    // What `reference` means in the formula of the cell `from`, whose row and option may be none.
    // errors    with reference.at: an unknown name or option (with a suggestion), a row of text, a
    //           month that the series does not have, a series without its month.
    Result<Target> target(const Reference& reference, const CellPlace& from) const;

  private:
    struct Meaning {
        bool is_assumption = false;
        std::size_t index = 0;
    };
    Error unknown_name(const Reference& reference) const;
    Result<std::size_t> option_of(const Reference& reference, const CellPlace& from) const;
    Result<std::size_t> month_of(const Reference& reference, std::size_t row,
                                 const CellPlace& from) const;

    const Document* document_;
    std::map<std::string_view, Meaning> meanings_;
    std::map<std::string_view, std::size_t> options_;
};

}  // namespace fulcrum
