// The weighted score of every option, draw by draw.
#pragma once

#include "analysis/results.h"
#include "analysis/sampler.h"

#include <optional>

namespace fulcrum {

// The document's weights over its criteria, [criterion], summing to 1; empty when all are 0.
std::vector<double> document_weights(const Scoring& scoring);

// A scored document: the result, and the draws that it was made of.
struct Scored {
    ScoreResult result;
    std::optional<Grid> draws;  // [option][draw], 0 .. 100; absent when an option has no score
};

// requires  at least one criterion.
Scored score(const Document& document, Sampler& sampler);

}  // namespace fulcrum
