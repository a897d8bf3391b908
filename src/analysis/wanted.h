// What a request asks for, as nodes of the program. Private to the module.
#pragma once

#include "analysis/results.h"

#include <span>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t operations_of_statistics = 10;  // for each draw

std::vector<std::size_t> rows_to_summarise(const Document& document, const ResultsRequest& request);

// The different nodes of the rows, in the order of the program: neighbours share most of what they
// need.
std::vector<NodeId> nodes_of(const Model& model, std::span<const std::size_t> rows);

}  // namespace fulcrum
