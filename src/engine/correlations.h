// A document's correlations as the engine draws them.
#pragma once

#include "base/result.h"
#include "engine/model.h"

#include <vector>

namespace fulcrum {

struct CompiledCorrelations {
    std::vector<CorrelatedGroup> groups;  // in the order of their first streams
    std::vector<RepairedCorrelations> repaired;
    Diagnostics diagnostics;
};

// An assumption without a stream has never been drawn: it is in no group. One that is pinned is in
// its group and not drawn: the others' draws are the same when it is pinned or not.
// errors    correlations that contradict each other, where the document does not ask for a repair:
//           with the path of the correlation that is farthest from possible.
CompiledCorrelations compile_correlations(const Document& document);

}  // namespace fulcrum
