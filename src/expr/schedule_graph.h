// The program as a schedule sees it: given nodes are computed from nothing, a product that only one
// sum uses is computed with it, and months of a recurrence are computed at once where only what
// they sum up to is used.
#pragma once

#include "expr/program.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fulcrum {

class ScheduleGraph {
  public:
    // program must outlive it.
    ScheduleGraph(const Program& program, std::span<const NodeId> outputs,
                  std::span<const NodeId> given);

    const ProgramNode& node(NodeId node) const { return program_.nodes()[node]; }
    bool is_constant(NodeId node) const { return program_.is_constant(node) && !given_[node]; }
    bool is_read(NodeId node) const { return given_[node] || this->node(node).op == Op::Input; }
    bool is_leaf(NodeId node) const { return is_read(node) || is_constant(node); }

    // Of the operation that computes the node: two or three at once where it takes products in. The
    // first operand of such a one is no constant. Those of a recurrence stand as Recurrence
    // says.
    Op op(NodeId node) const;
    std::span<const NodeId> operands(NodeId node, Program::Room& room) const;

  private:
    std::vector<std::uint32_t> uses(std::span<const NodeId> outputs) const;
    void take_product(NodeId node, const std::vector<std::uint32_t>& uses);
    bool can_be_taken(NodeId product, const std::vector<std::uint32_t>& uses) const;
    void take_second_product(NodeId node, const std::vector<std::uint32_t>& uses);
    NodeId addend(NodeId node) const;

    struct Month;
    bool go_back(Month& month) const;
    std::size_t months_until(Month last, const std::vector<std::uint32_t>& uses) const;
    void take_months(NodeId sum, const std::vector<std::uint32_t>& uses);

    const Program& program_;
    std::vector<bool> given_;             // [node]
    std::vector<std::uint32_t> product_;  // [node] the product that it takes in, or none
    std::vector<std::uint32_t> inner_;    // [node] and a product that is a factor of it, or none
    struct List {
        std::size_t begin = 0, size = 0;
    };
    std::vector<List> recurrence_;  // [node] its operands in list_, none where it is no recurrence
    std::vector<NodeId> list_;
};

}  // namespace fulcrum
