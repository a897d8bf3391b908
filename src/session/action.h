// What a control does: an Action with its value left open. Painters report Input; the session fills
// the value in.
#pragma once

#include "analysis/pinned.h"
#include "analysis/rules.h"
#include "model/edit.h"

#include <array>
#include <string>
#include <variant>
#include <vector>

namespace fulcrum {

// How the reader looks at the decision: forgettable, never in undo, canonical text or results.
struct ShowView {
    std::string view;
    bool operator==(const ShowView&) const = default;
};
struct Fold {  // opens or closes a Details block; the value of the input says which
    std::string key;
    bool operator==(const Fold&) const = default;
};
enum class Theme { System, Light, Dark };
struct SetTheme {
    Theme theme = Theme::System;
    bool operator==(const SetTheme&) const = default;
};
struct SetPremise {
    Premise premise = Premise::TurnedOut;
    bool operator==(const SetPremise&) const = default;
};
struct SetMapAxes {  // ids of assumptions
    std::string x, y;
    bool operator==(const SetMapAxes&) const = default;
};
enum class SliderOrder { ByTopic, ByEffect };  // on the gap, as it is when it is asked for
struct SetSliderOrder {
    SliderOrder order = SliderOrder::ByTopic;
    bool operator==(const SetSliderOrder&) const = default;
};
// A figure of the document, by ids; month 0 of a row that is no series.
struct TracedFigure {
    std::string row = {};     // "" = the score
    std::string option = {};  // "" = all of them, compared
    std::size_t month = 0;
    std::string node = {};  // of the tree: what it is worth; then it has no row
    // What it would be worth to know the outcomes of chance below the node, its root.
    bool is_information = false;
    bool operator==(const TracedFigure&) const = default;
};
// Shows where a figure comes from, below the table that it was asked in.
struct ShowTrace {
    std::string key;                // of the cell where it was asked
    std::vector<TracedFigure> way;  // from that cell's figure down to the one shown; none: closes
    bool operator==(const ShowTrace&) const = default;
};
struct SetEnds {  // of the corners that rules of choice go by
    Ends ends = Ends::Range;
    bool operator==(const SetEnds&) const = default;
};
// Both take the number of the input; they are dragged like an edit.
struct SetOptimism {  // Hurwicz's: 0 to 1
    bool operator==(const SetOptimism&) const = default;
};
struct SetRiskTolerance {  // in the unit of what options are compared by
    bool operator==(const SetRiskTolerance&) const = default;
};
using LookChange = std::variant<ShowView, Fold, SetTheme, SetPremise, SetMapAxes, SetSliderOrder,
                                ShowTrace, SetEnds, SetOptimism, SetRiskTolerance>;

// Things that leave the document as it is, or replace it; carried out by the app.
enum class Command { Undo, Redo, CopyLink, SavePage, OpenFile, RestoreAll, ShowText, SaveDraws };

using Action = std::variant<std::monostate, Edit, LookChange, Command>;

// The last: of SetPoint.
using Value = std::variant<std::monostate, double, bool, std::string, std::array<double, 2>>;

enum class Phase { Begin, Change, Commit, Cancel };

// What a painter reports. A gesture is begin, any number of changes, then commit or cancel; a click
// is one commit.
struct Input {
    std::string key;
    Phase phase = Phase::Commit;
    Value value;
    bool operator==(const Input&) const = default;
};

}  // namespace fulcrum
