// A compiled model's arithmetic: a hash-consed graph of operations, in an order in which operands
// come first. Equal expressions are one node; constants are folded; x+0, x*1, if(constant, ...) and
// the like are simplified where the result is the same to the bit (so x*0 is not: x may be
// infinite).
#pragma once

#include "expr/op.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace fulcrum {

using NodeId = std::uint32_t;

struct ProgramNode {
    Op op = Op::Constant;
    NodeId a = 0, b = 0, c = 0;  // operands; Input: a is the input's index
    double constant = 0;
    bool operator==(const ProgramNode&) const = default;
};

class Program {
  public:
    NodeId constant(double value);
    NodeId input(std::uint32_t index);
    NodeId apply(Op op, NodeId a, NodeId b = 0, NodeId c = 0);

    std::span<const ProgramNode> nodes() const { return nodes_; }
    bool is_constant(NodeId node) const { return nodes_[node].op == Op::Constant; }

  private:
    NodeId intern(const ProgramNode& node);
    std::vector<ProgramNode> nodes_;
    std::unordered_multimap<std::uint64_t, NodeId> by_hash_;
};

}  // namespace fulcrum
