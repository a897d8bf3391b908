// Between which values does a formula lie, when every input lies anywhere in its own range?
#pragma once

#include "expr/program.h"

#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

// Where an input lies; a single value where low = high.
struct InputRange {
    double base = 0, low = 0, high = 0;
    bool operator==(const InputRange&) const = default;
};

struct Extent {
    double base = 0;  // every input at its base
    double low = 0, high = 0;
    bool exact = true;  // proven to be the least and the greatest value
    bool operator==(const Extent&) const = default;
};

// Looks at all corners of the box that the ranges span. That is exact for a formula that rises or
// falls all the way along each input wherever the others stand, the direction being free to depend
// on them: from any point one reaches a corner by moving one input after another to the better end.
// Sums, differences and products, and quotients whose divisor is never 0, are proven to be so
// where no input occurs twice; where one does, sums and quotients of what is linear in each input.
// Other formulas, and those of more than 12 inputs that vary, are searched from the best corner
// along one input after another, as far as some 20 ms allow: then the extent is what was reached,
// and `exact` is false.
//
// inputs    [input of the program]
// returns   nothing where the formula is no finite number at a place that was looked at.
std::optional<Extent> extent(const Program& program, NodeId node,
                             std::span<const InputRange> inputs);

// The inputs that a node is computed from, in ascending order.
std::vector<std::uint32_t> inputs_of(const Program& program, NodeId node);

}  // namespace fulcrum
