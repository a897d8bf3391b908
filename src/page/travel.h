// How far a slider goes, and in what steps.
#pragma once

#include "model/assumption.h"

namespace fulcrum {

struct Travel {
    double from = 0, to = 1;
    double step = 0.01;  // of the series 1, 2, 5, near a hundredth of the travel
};

// now            as it stands; `reference`: the document's own value and range, which fix the
// travel, so that it
//                holds still while the value is dragged.
// whole_numbers  steps of at least 1
// by_ratio       the range moves in proportion
// returns        from the hard limits where they are near the range, else the range widened by its
//                own width on both sides. Holds base, reference and its range, and the present
//                range as it would stand around the reference. A typed value outside doubles the
//                travel until it fits.
Travel travel(const Assumption& now, const Assumption& reference, bool whole_numbers,
              bool by_ratio);

}  // namespace fulcrum
