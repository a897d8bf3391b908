// A compiled model's arithmetic: a hash-consed graph of operations, in an order in which operands
// come first. Equal expressions are one node; constants are folded; x+0, x*1, if(constant, ...) and
// the like are simplified where the result is the same to the bit (so x*0 is not: x may be
// infinite; x+0 only where x is never -0).
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
    // Constants are equal when their bits are: 0 is not -0, and not-a-number is itself.
    bool operator==(const ProgramNode& other) const;
};

// What is known of a node's value in every draw, besides that it may be not-a-number.
struct NodeTraits {
    bool truth = false;             // 1 or 0
    bool whole = false;             // a whole number or infinite
    bool never_minus_zero = false;  // not -0
};

class Program {
  public:
    NodeId constant(double value);
    NodeId input(std::uint32_t index);

    // Operands beyond those of the operation are ignored.
    NodeId apply(Op op, NodeId a, NodeId b = 0, NodeId c = 0);

    std::span<const ProgramNode> nodes() const { return nodes_; }
    bool is_constant(NodeId node) const { return nodes_[node].op == Op::Constant; }
    const NodeTraits& traits(NodeId node) const { return traits_[node]; }

    bool operator==(const Program& other) const { return nodes_ == other.nodes_; }

  private:
    NodeId intern(const ProgramNode& node);
    std::vector<ProgramNode> nodes_;
    std::vector<NodeTraits> traits_;
    std::unordered_multimap<std::uint64_t, NodeId> by_hash_;
};

}  // namespace fulcrum
