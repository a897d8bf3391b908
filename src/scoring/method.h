// What every multi-criteria scoring method is: a name, a source, and one pure function.
#pragma once

#include "base/grid.h"

#include <span>
#include <string_view>

namespace fulcrum {

struct ScoringProblem {
    const Grid& value;               // [option][criterion], each in [0, 1], 1 = best
    std::span<const double> weight;  // [criterion], each >= 0, sum 1
};

struct ScoringMethod {
    std::string_view id;      // stable for ever: saved in documents and share links
    std::string_view name;    // shown in menus
    std::string_view source;  // shown in the tooltip, so that a reader can check us
    void (*score)(const ScoringProblem&, std::span<double> score);  // [option], higher is better
};

// All methods, in menu order.
std::span<const ScoringMethod* const> scoring_methods();

// nullptr when no method has that id.
const ScoringMethod* find_scoring_method(std::string_view id);

}  // namespace fulcrum
