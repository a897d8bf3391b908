// The criteria of a document, bound to a model.
#pragma once

#include "engine/model.h"
#include "model/document.h"
#include "scoring/value_function.h"

#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// A criterion with weight: where its levels come from and what they are worth.
struct BoundCriterion {
    std::size_t criterion = 0;  // index into document.scoring.criteria
    double weight = 0;
    Anchors anchors;
    std::vector<std::optional<NodeId>> level;  // [option]
    std::string row;                           // id
};

// All criteria, in document order; weight is effective (0 for those switched off).
// reason   why there can be no score at all, if so: no weight, no anchors, no single number.
struct BoundCriteria {
    std::vector<BoundCriterion> criteria;
    std::string reason;
};
BoundCriteria bound_criteria(const Document& document, const Model& model,
                             const std::vector<double>& weights);

}  // namespace fulcrum
