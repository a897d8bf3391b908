// The rules by which a program's node is replaced by a simpler one that gives the same in every
// draw, whatever the inputs (-0, the smallest, the largest, undefined): the bits of what is finite,
// and for what is not, an infinity or not-a-number.
#pragma once

#include "expr/program.h"

#include <optional>

namespace fulcrum {

// The node that stands for op(a, b, c), if a rule gives one; it may be a new one in `program`.
// Requires that a constant operand of a commutative operation is b, and that op gives no finite
// number where all are constant.
std::optional<NodeId> simplified(Program& program, Op op, NodeId a, NodeId b, NodeId c);

// What holds for a node whose operands are in `program`.
NodeTraits traits_of(const Program& program, const ProgramNode& node);

}  // namespace fulcrum
