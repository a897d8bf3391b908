// A compiled model's arithmetic: a hash-consed graph of operations, in an order in which operands
// come first. Equal expressions are one node; constants are folded, but not to what is no finite
// number: what is undefined is found by its node. x+0, x*1, if(constant, ...) and the like are
// simplified where a finite result is the same to the bit and an undefined one stays so (x*0 is not
// simplified: x may be undefined; x+0 only where x is never -0).
#pragma once

#include "expr/op.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace fulcrum {

using NodeId = std::uint32_t;

struct ProgramNode {
    Op op = Op::Constant;
    // Operands. Input: a is the input's index. Series: a is the function's place in
    // formula_functions(), c the number of its operands, from b on in the program's list.
    NodeId a = 0, b = 0, c = 0;
    double constant = 0;
    // Constants are equal when their bits are: 0 is not -0, and not-a-number is itself.
    bool operator==(const ProgramNode& other) const;
};

// What is known of a node's value in every draw in which it is finite.
struct NodeTraits {
    bool truth = false;             // 1 or 0
    bool whole = false;             // a whole number
    bool never_minus_zero = false;  // not -0
};

class Program {
  public:
    NodeId constant(double value);
    NodeId input(std::uint32_t index);

    // Operands beyond those of the operation are ignored.
    NodeId apply(Op op, NodeId a, NodeId b = 0, NodeId c = 0);

    // A function over months (functions.h) of its operands, at least one.
    NodeId over(std::uint32_t function, std::span<const NodeId> operands);

    std::span<const ProgramNode> nodes() const { return nodes_; }
    // What the node is computed from. `room` holds it where no list does.
    using Room = std::array<NodeId, 4>;  // schedules have operations on four
    std::span<const NodeId> operands(NodeId node, Room& room) const;

    bool is_constant(NodeId node) const { return nodes_[node].op == Op::Constant; }
    const NodeTraits& traits(NodeId node) const { return traits_[node]; }

    bool operator==(const Program& other) const {
        return nodes_ == other.nodes_ && list_ == other.list_;
    }

  private:
    NodeId intern(const ProgramNode& node);
    NodeId append(std::uint64_t key, const ProgramNode& node);
    std::vector<ProgramNode> nodes_;
    std::vector<NodeId> list_;  // operands of functions over months
    std::vector<NodeTraits> traits_;
    std::unordered_multimap<std::uint64_t, NodeId> by_hash_;
};

}  // namespace fulcrum
