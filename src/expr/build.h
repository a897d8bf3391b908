// A parsed formula in its place -> nodes of a program, with units checked.
#pragma once

#include "expr/formula.h"
#include "expr/program.h"

#include <functional>
#include <optional>
#include <vector>

namespace fulcrum {

// Months of a series that a function over months takes: what irr does for a draw stays small.
inline constexpr std::size_t most_flows = 361;

struct UnitNode {
    NodeId node = 0;
    Unit unit;
};

// A series with all its months, from 0.
struct UnitSeries {
    std::vector<NodeId> months;
    Unit unit;
};

// What names mean where the formula stands.
struct Scope {
    // The error's `at` is filled in by build. Called once per reference.
    std::function<Result<UnitNode>(const Reference&)> resolve;
    std::optional<int> month;  // in a series
    // The same for references to all months; without it there are no series.
    std::function<Result<UnitSeries>(const Reference&)> series;
};

// Adds the formula to the program.
// errors    a name that does not resolve; unit mistakes, with both units and the position ("adds $
// to users"); `month` outside a
//           series; a whole-number exponent is required where the base has a unit; exp, log want no
//           unit; a series too long for a function over months, or of another length than that
//           of its times.
Result<UnitNode> build(const ParsedFormula& formula, const Scope& scope, Program& program);

}  // namespace fulcrum
