// How many draws are made at once when something changes, and how many while nothing does.
#pragma once

#include "analysis/results.h"

#include <cstddef>

namespace fulcrum {

struct DrawPlan {
    std::size_t at_once = 0, series_at_once = 0;  // rows over months have few: they are many
    std::size_t refined = 0, series_refined = 0;
};

// Powers of two. At once: the document's draws, fewer where they would take more than 2^25
// operations, so that the answer is there in the frame. Refined: 2^17 or the document's draws, the
// more of them, fewer where they would take more than 2^31 operations or 16 MB. Operations are
// counted, not timed, so that everyone sees the same numbers.
//
// rows      that are summarised
// tree      is rolled back
DrawPlan draw_plan(const Document& document, const Model& model,
                   const std::vector<std::size_t>& rows, bool tree = false);

}  // namespace fulcrum
