// The amounts of a document's decision tree -> nodes of the program.
#pragma once

#include "engine/findings.h"
#include "engine/model.h"
#include "expr/build.h"

#include <functional>
#include <vector>

namespace fulcrum {

// What names mean in a formula of the tree. An option's node means that option where a name has
// none; elsewhere the option is no_option.
struct TreeNames {
    // Does it stand for a cell that has a finding of its own? Then nothing more is said.
    std::function<bool(const Reference&, std::size_t option)> is_broken;
    std::function<Result<UnitNode>(const Reference&, std::size_t option)> resolve;
    std::function<Result<UnitSeries>(const Reference&, std::size_t option)> series;
};

// requires  that check(document) found nothing, and that all cells are settled.
// findings  by path, after those of the rows: what does not parse or resolve, units (payoffs and
//           costs are in the objective's unit where there is an objective; probabilities have
//           none).
std::vector<ModelTreeNode> compile_tree(const Document& document, const TreeNames& names,
                                        Program& program, Findings& findings);

}  // namespace fulcrum
