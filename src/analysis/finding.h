// What an audit finds out about one claim.
#pragma once

#include "analysis/claim_lines.h"
#include "analysis/results.h"
#include "model/edit.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fulcrum {

// The worst first.
enum class Accord {
    Differs,      // the figure is another one
    Contradicts,  // direction, tree, overlap: found; statement: the document says against what
    Follows,      // from stated lines that do not follow themselves
    Undefined,    // cannot be recomputed
    Within,       // a single figure within what the lines' ranges allow
    Rounds,       // the figure rounded to the digits that it is stated with, or cut to them
    Agrees,
    Shown,  // nothing to compare it with
};

// Is the figure the computed one? Rounding is to the last digit stated, in the unit as it is shown
// (of per cent: whole ones where 0.36 is stated). A figure that was cut, not rounded, counts where
// at least two digits are stated, so that less than a tenth of it was cut off.
enum class Match { No, Rounded, Equal };
Match match(double stated, double computed, std::string_view unit);

// A change of the formula that gives the stated figure: found by trying, one at a time.
struct Explanation {
    enum class How { LeavesOut, Adds, TurnsSign, Holds };
    enum class Ends { Both, Low, High };
    How how = How::LeavesOut;
    Ends ends = Ends::Both;  // which ends of the stated range it gives
    std::string name;        // of the line; the term as it is written where it is no name
    std::string option;      // id
    double value = 0;        // Holds: at this
    std::string unit;
    bool operator==(const Explanation&) const = default;
};

struct ReadingResult {
    std::optional<Extent> extent;
    std::string undefined;  // why there is none; "" where the reading has no formula
    bool gives_stated = false;
    bool operator==(const ReadingResult&) const = default;
};

// What a row is for each option, at the end of its months: [option], absent where it has no number.
struct RowExtents {
    std::size_t row = 0;
    std::vector<std::optional<Extent>> at;
    bool operator==(const RowExtents&) const = default;
};

// The mean of a direction claim's rows for one option.
struct DirectionMeans {
    double stated = 0;   // all rows as they are
    double without = 0;  // without the row
    double turned = 0;   // with it turned round on its scale
    bool operator==(const DirectionMeans&) const = default;
};

// Branches of one question that bear the same label.
struct TreeFault {
    std::size_t node = 0;
    std::string label;
    std::vector<std::size_t> to;  // nodes
    bool same_option = false;     // all end in the same option at once
    bool unasked = false;         // one ends at once in what another only reaches by a question
    bool operator==(const TreeFault&) const = default;
};
struct TreeStep {
    std::size_t node = 0;
    std::string label;
    std::size_t to = 0;
    bool operator==(const TreeStep&) const = default;
};

struct Shared {
    std::size_t first = 0, second = 0;  // rows
    std::vector<std::string> inputs;    // ids of assumptions that both are computed from
    // Cells that hold the same amount: of the first row and of the second.
    std::optional<std::pair<std::size_t, std::size_t>> equal_options;
    Extent amount;  // of the equal cells
    bool operator==(const Shared&) const = default;
};

// Who would lead.
struct Effect {
    enum class Of { StatedFigure, Reading, RowOff };
    Of of = Of::StatedFigure;
    std::size_t which = 0;  // Reading: of the claim; RowOff: the row (switched on where it is off)
    std::optional<Edit> edit;
    Lead lead;
    bool same = false;  // as without it
    bool operator==(const Effect&) const = default;
};

struct Finding {
    std::size_t claim = 0;
    Accord accord = Accord::Shown;
    bool modelled = false;  // its row is not the source's but the model's
    std::string undefined;  // why it cannot be recomputed
    std::string formula;    // what was recomputed, as written
    std::vector<ClaimLine> lines;
    std::optional<Extent> recomputed;         // from the stated lines
    std::optional<Extent> through;            // from what those lines give themselves, where it
                                              // differs at the digits stated
    std::optional<double> low_off, high_off;  // recomputed less stated
    std::vector<std::size_t> rests_on;        // claims that state its lines, but not as computed
    std::vector<std::size_t> carried_to;      // claims that it would change, recomputed
    std::vector<Explanation> explanations;
    std::vector<ReadingResult> readings;
    std::vector<RowExtents> rows;
    std::vector<DirectionMeans> means;  // [option]
    std::vector<TreeFault> faults;
    std::vector<TreeStep> consistent;  // the whole tree read without them; empty: cannot be
    std::vector<Shared> shared;
    bool uses_stated = false;  // its cell holds the stated figure in place of lines
    std::vector<Effect> effects;
    bool operator==(const Finding&) const = default;
};

}  // namespace fulcrum
