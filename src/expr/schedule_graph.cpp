#include "expr/schedule_graph.h"

#include "expr/evaluate.h"

#include <array>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr std::uint32_t as_output = 2;   // uses: more than one
constexpr std::size_t most_months = 12;  // of a recurrence: all b are held until it is computed

}  // namespace

ScheduleGraph::ScheduleGraph(const Program& program, std::span<const NodeId> outputs,
                             std::span<const NodeId> given)
    : program_(program),
      given_(program.nodes().size(), false),
      product_(program.nodes().size(), none),
      inner_(program.nodes().size(), none),
      recurrence_(program.nodes().size()) {
    for (const NodeId node : given) given_[node] = true;
    const std::vector<std::uint32_t> used = uses(outputs);
    for (NodeId n = 0; n < used.size(); ++n)
        if (node(n).op == Op::Add && used[n] > 0 && !given_[n]) take_product(n, used);
    for (auto n = static_cast<NodeId>(used.size()); n-- > 0;)
        if (inner_[n] != none) take_months(n, used);
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

// A month of a recurrence: s = s before + x * y * w, x = x before * a + b.
struct ScheduleGraph::Month {
    NodeId a, y, x, s, b = none, w = none;  // b and w are those of the month after it
};

// To the month before; false where this is no month of the recurrence.
bool ScheduleGraph::go_back(Month& month) const {
    const auto [a, y, x, s] = std::array{month.a, month.y, month.x, month.s};
    if (inner_[s] == none || product_[x] == none || inner_[x] != none) return false;
    const ProgramNode &weighted = node(product_[s]), &value = node(inner_[s]);
    const ProgramNode& grown = node(product_[x]);
    const bool is_value = value.a == x ? value.b == y : value.a == y && value.b == x;
    if (!is_value || (grown.a != a && grown.b != a)) return false;
    month.w = weighted.a == inner_[s] ? weighted.b : weighted.a;
    month.b = addend(x);
    month.x = grown.a == a ? grown.b : grown.a;
    month.s = addend(s);
    return is_constant(month.w) && !is_constant(month.b) && !is_constant(month.x);
}

// An even number of months that nothing but the next ones uses.
std::size_t ScheduleGraph::months_until(Month last, const std::vector<std::uint32_t>& uses) const {
    std::size_t months = 0;
    while (months < most_months && go_back(last)) {
        ++months;
        if (uses[last.s] != 1 || uses[last.x] != 2) break;
    }
    return months - months % 2;
}

void ScheduleGraph::take_months(NodeId sum, const std::vector<std::uint32_t>& uses) {
    const ProgramNode& value = node(inner_[sum]);
    for (const auto& [x, y] : {std::pair(value.a, value.b), std::pair(value.b, value.a)}) {
        if (product_[x] == none || uses[x] != 1) continue;
        for (const NodeId a : {node(product_[x]).a, node(product_[x]).b}) {
            Month month{a, y, x, sum};
            const std::size_t months = is_constant(a) ? 0 : months_until(month, uses);
            if (months == 0) continue;
            recurrence_[sum] = {list_.size(), Recurrence::months + 2 * months};
            list_.resize(list_.size() + recurrence_[sum].size);
            for (std::size_t end = list_.size(), k = 0; k < months; ++k) {
                go_back(month);
                list_[end - 2 * k - 2] = month.b;
                list_[end - 2 * k - 1] = month.w;
            }
            NodeId* const list = &list_[recurrence_[sum].begin];
            list[Recurrence::x] = month.x;
            list[Recurrence::a] = a;
            list[Recurrence::y] = y;
            list[Recurrence::s] = month.s;
            return;
        }
    }
}

Op ScheduleGraph::op(NodeId n) const {
    if (recurrence_[n].size > 0) return Op::Recurrence;
    if (product_[n] == none) return node(n).op;
    return inner_[n] == none ? Op::MultiplyAdd : Op::MultiplyMultiplyAdd;
}

std::span<const NodeId> ScheduleGraph::operands(NodeId n, Program::Room& room) const {
    if (given_[n]) return {};
    if (const List own = recurrence_[n]; own.size > 0)
        return std::span(list_).subspan(own.begin, own.size);
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
