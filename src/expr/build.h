// A parsed formula in its place -> nodes of a program, with units checked.
#pragma once

#include "expr/formula.h"
#include "expr/program.h"

#include <functional>
#include <optional>

namespace fulcrum {

struct UnitNode {
    NodeId node = 0;
    Unit unit;
};

// What names mean where the formula stands.
struct Scope {
    // The error's `at` is filled in by build. Called once per reference.
    std::function<Result<UnitNode>(const Reference&)> resolve;
    std::optional<int> month;  // in a series
};

// Adds the formula to the program.
// errors    a name that does not resolve; unit mistakes, with both units and the position ("adds $
// to users"); `month` outside a
//           series; a whole-number exponent is required where the base has a unit; exp, log want no
//           unit.
Result<UnitNode> build(const ParsedFormula& formula, const Scope& scope, Program& program);

}  // namespace fulcrum
