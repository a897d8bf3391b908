// What would have to be true for another option to lead: the values of each number of the decision
// at which the leader changes.
#pragma once

#include "analysis/pinned.h"

#include <memory>
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

// On which side of a flip does it let another option than the leader lead? Above it, or below;
// where it does on both, on the side away from `now`. A base away from the middle of its range may
// itself lie where another option leads.
inline bool flips_above(const Flip& flip, double now, std::size_t leader) {
    if (flip.below == leader || flip.above == leader) return flip.below == leader;
    return flip.at > now;
}
inline std::size_t flips_to(const Flip& flip, double now, std::size_t leader) {
    return flips_above(flip, now, leader) ? flip.above : flip.below;
}

struct InputFlips {
    std::string id;              // of the assumption, "price" or "weeks@B"; of a cell likewise
    bool is_cell = false;        // a plain number of a cell: no range is stated
    bool matters = true;         // something that options are compared by depends on it
    double now = 0;              // its base
    double low = 0, high = 0;    // its range
    double from = 0, to = 0;     // where flips were looked for: 64 widths beyond the range, within
                                 // the hard limits
    std::vector<Flip> flips;     // ascending
    bool has_undefined = false;  // somewhere there is no leader
    bool operator==(const InputFlips&) const = default;
};

// A document in which every plain number of a cell is a known assumption, so that it can be
// something else; and its model.
struct Opened {
    Document document;
    Model model;
    std::vector<std::string> cells;  // "weeks@A": those that were opened
};
Opened with_cells_opened(const Document& document, const Model& model);

// Results of some first draws and of all, for inputs that are looked for on the first and found on
// all. The same value twice where there are few.
struct Rough {
    const Results& few;
    const Results& all;
};

// The flips of one input, an evaluation at a time.
//
// They are looked for on few draws: at evenly spaced values over the range and its own width beyond
// it, from there on twice as far each time, with golden sections where the margin of the leader
// dips. They are found on all draws by false position and bisection, to a ten-millionth of the
// range's width. Two flips nearer to each other than an eighth of the range are both found where
// the margin has one dip between them.
class FlipSearch {
  public:
    // opened and what rough refers to belong together and must outlive it; there is a leader.
    FlipSearch(const Opened& opened, const Rough& rough, std::size_t input, bool matters,
               Premise premise);
    ~FlipSearch();
    FlipSearch(FlipSearch&&) noexcept;

    bool step();  // returns whether there is more to do

    // Of what has been found. complete when step() has returned false.
    const InputFlips& found() const;

    // The input on all draws, for what else is asked of it.
    PinnedInput& on_all();

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace fulcrum
