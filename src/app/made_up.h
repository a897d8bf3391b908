// Decisions of any size, for benchmarks.
#pragma once

#include "model/document.h"

#include <cstddef>

namespace fulcrum {

// A sum of products over assumptions, row by row, for every option. At least one of each.
Document made_up(std::size_t options, std::size_t assumptions, std::size_t rows);

// With a stated figure for every row, to be audited.
Document with_claims(Document document);

// Two options and a tree that decides and takes chances in turn, two branches each, of so many
// nodes (at least one); its payoffs are formulas over eight assumptions.
Document made_up_tree(std::size_t nodes);

}  // namespace fulcrum
