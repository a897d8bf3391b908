#include "expr/schedule_graph.h"

namespace fulcrum {
namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr std::uint32_t as_output = 2;  // uses: more than one

}  // namespace

ScheduleGraph::ScheduleGraph(const Program& program, std::span<const NodeId> outputs,
                             std::span<const NodeId> given)
    : program_(program),
      given_(program.nodes().size(), false),
      product_(program.nodes().size(), none),
      inner_(program.nodes().size(), none) {
    for (const NodeId node : given) given_[node] = true;
    const std::vector<std::uint32_t> used = uses(outputs);
    for (NodeId n = 0; n < used.size(); ++n)
        if (node(n).op == Op::Add && used[n] > 0 && !given_[n]) take_product(n, used);
}

// [node] how often it is read on the way to the outputs.
std::vector<std::uint32_t> ScheduleGraph::uses(std::span<const NodeId> outputs) const {
    std::vector<std::uint32_t> uses(given_.size(), 0);
    std::vector<NodeId> open;
    const auto meet = [&](NodeId node, std::uint32_t times) {
        if (uses[node] == 0) open.push_back(node);
        uses[node] += times;
    };
    for (const NodeId output : outputs) meet(output, as_output);
    Program::Room room{};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        if (given_[node]) continue;
        for (const NodeId operand : program_.operands(node, room)) meet(operand, 1);
    }
    return uses;
}

bool ScheduleGraph::can_be_taken(NodeId product, const std::vector<std::uint32_t>& uses) const {
    const ProgramNode& factors = node(product);
    return factors.op == Op::Multiply && uses[product] == 1 && !given_[product] &&
           !(is_constant(factors.a) && is_constant(factors.b));
}

void ScheduleGraph::take_product(NodeId n, const std::vector<std::uint32_t>& uses) {
    for (const NodeId operand : {node(n).a, node(n).b}) {
        if (!can_be_taken(operand, uses)) continue;
        product_[n] = operand;
        return take_second_product(n, uses);
    }
}

// a * b * c + d where at most one factor, and not d, is a constant.
void ScheduleGraph::take_second_product(NodeId n, const std::vector<std::uint32_t>& uses) {
    if (is_constant(addend(n))) return;
    const ProgramNode& factors = node(product_[n]);
    for (const auto& [inner, other] :
         {std::pair(factors.a, factors.b), std::pair(factors.b, factors.a)}) {
        if (!can_be_taken(inner, uses)) continue;
        const bool has_constant = is_constant(node(inner).a) || is_constant(node(inner).b);
        if (has_constant && is_constant(other)) continue;
        inner_[n] = inner;
        return;
    }
}

NodeId ScheduleGraph::addend(NodeId n) const {
    return product_[n] == node(n).a ? node(n).b : node(n).a;
}

Op ScheduleGraph::op(NodeId n) const {
    if (product_[n] == none) return node(n).op;
    return inner_[n] == none ? Op::MultiplyAdd : Op::MultiplyMultiplyAdd;
}

std::span<const NodeId> ScheduleGraph::operands(NodeId n, Program::Room& room) const {
    if (given_[n]) return {};
    if (product_[n] == none) return program_.operands(n, room);
    const ProgramNode& factors = node(product_[n]);
    if (inner_[n] != none) {
        const ProgramNode& inner = node(inner_[n]);
        room = {inner.a, inner.b, inner_[n] == factors.a ? factors.b : factors.a, addend(n)};
        if (is_constant(room[0])) std::swap(room[0], room[1]);
        return room;
    }
    room = {factors.a, factors.b, addend(n)};
    if (is_constant(room[0])) std::swap(room[0], room[1]);
    return std::span(room).first(3);
}

}  // namespace fulcrum
