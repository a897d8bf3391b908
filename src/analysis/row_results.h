// Rows of the grid, each number summarised over the draws.
#pragma once

#include "analysis/sampler.h"

#include <span>

namespace fulcrum {

// [row]; rows that are not asked for stay empty.
std::vector<RowResult> row_results(Sampler& sampler, std::span<const std::size_t> rows);

}  // namespace fulcrum
