// What would have to be true for another option to lead: the values of each assumption at which
// the leader changes "if it turned out to be x", pinned at x while the others are drawn.
#pragma once

#include "analysis/results.h"

#include <string>
#include <vector>

namespace fulcrum {

// Just below `at` one option leads, just above it another. Of whole numbers it is halfway between
// two of them.
struct Flip {
    double at = 0;
    std::size_t below = 0, above = 0;  // options
    bool operator==(const Flip&) const = default;
};

struct InputFlips {
    std::string id;              // of the assumption, "price" or "weeks@B"
    double low = 0, high = 0;    // its range
    double from = 0, to = 0;     // where flips were looked for: the range and its own width beyond
                                 // it, within the hard limits
    std::vector<Flip> flips;     // ascending
    bool has_undefined = false;  // somewhere there is no leader
    bool operator==(const InputFlips&) const = default;
};

struct Flips {
    std::size_t draws = 0;
    Lead lead;                       // with every assumption as it is
    std::vector<InputFlips> inputs;  // in document order; none without a leader
};

// Leader: that of results (analysis/lead.h). A value is found to a ten-millionth of what was
// searched; two flips nearer to each other than a 24th of it are both found where the margin of
// the leader has one dip between them.
//
// document and model belong together; draws as of the request of results.
Flips flips(const Document& document, const Model& model, std::size_t draws);

// {"version", "draws", "leader", "assumptions": {"price": {"low", "high", "from", "to", "flips":
// [{"at", "below", "above"}]}}}
std::string flips_json(const Document& document, const Flips& flips);

}  // namespace fulcrum
