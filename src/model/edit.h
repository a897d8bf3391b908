// Edits: values that say how a document changes. The only way back from the page into the document.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fulcrum {

// Sets the slider. Low and high move by the same difference (by ratio for families that are
// positive only), each clamped at the hard limits; integer families round the ends. Observed values
// move as the ends do, by a whole number where all are whole. The components of a mixture move as
// if the base of each were set, by the same difference, within the mixture's limits as well; all
// their values move. The value itself is clamped at the hard limits. A cell that is a plain number
// ("weeks@A") is set as it is.
struct SetBase {
    std::string id;
    double value = 0;
    bool operator==(const SetBase&) const = default;
};

// Two at once: the crosshair of a map.
struct SetPoint {
    SetBase x, y;
    bool operator==(const SetPoint&) const = default;
};

enum class End { Low, High };

// Moves one end of the range alone, clamped at the hard limits and never past the other end.
struct SetEnd {
    std::string id;
    End end = End::Low;
    double value = 0;
    bool operator==(const SetEnd&) const = default;
};

struct SetKnown {
    std::string id;
    bool known = false;
    bool operator==(const SetKnown&) const = default;
};

// Puts an assumption (or a plain number cell) back to what another document says of it.
struct Restore {
    std::string id;
    std::variant<Assumption, double> to;
    bool operator==(const Restore&) const = default;
};

struct SetWeight {
    std::string row;  // the criterion
    double weight = 0;
    bool operator==(const SetWeight&) const = default;
};

struct SetGroupWeight {
    std::string group;
    double weight = 0;
    bool operator==(const SetGroupWeight&) const = default;
};

struct SetEqualWeights {
    bool equal = false;
    bool operator==(const SetEqualWeights&) const = default;
};

struct SetRowOff {
    std::string row;
    bool off = false;
    bool operator==(const SetRowOff&) const = default;
};

struct SetGroupOff {
    std::string group;
    bool off = false;
    bool operator==(const SetGroupOff&) const = default;
};

// Puts another content in a cell of the grid: a figure in place of a formula, or the formula again.
// Without one the row's own formula holds. A range without a stream is given the next.
struct SetCell {
    std::string row, option;
    std::optional<Cell> cell;
    bool operator==(const SetCell&) const = default;
};

using Edit = std::variant<SetBase, SetPoint, SetEnd, SetKnown, Restore, SetWeight, SetGroupWeight,
                          SetEqualWeights, SetRowOff, SetGroupOff, SetCell>;

// How the ends of an assumption's range move; the caller knows the families (the module math), this
// module does not.
struct FamilyTraits {
    bool whole_numbers = false;
    bool positive_only = false;
    bool between_limits = false;  // lies on [min, max], where absent on [0, 1]
    bool values_move = false;     // the listed values are observations, not the possible ones
};
using TraitsOf = FamilyTraits (*)(const Assumption& assumption);

// Pure. An edit that names nothing that exists, or a value that is not finite or against a rule (a
// negative weight), gives an error with a suggestion.
Result<Document> apply(const Document& document, const Edit& edit, TraitsOf traits_of);

// What puts the cells back that hold another kind of thing than in the reference: a figure in place
// of a formula, another formula, a range in place of a number.
std::vector<SetCell> replaced_cells(const Document& document, const Document& reference);

}  // namespace fulcrum
