#include "expr/evaluate.h"
#include "expr/schedule_graph.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>

namespace fulcrum {
namespace {

constexpr std::uint32_t nowhere = 0xffffffff;

// The nodes that outputs need, operands first.
class Order {
  public:
    Order(const ScheduleGraph& graph, std::span<const NodeId> outputs);
    const std::vector<NodeId>& nodes() const { return order_; }

  private:
    void reach(std::span<const NodeId> outputs);
    void weigh();
    void visit(NodeId output);

    const ScheduleGraph& graph_;
    std::vector<NodeId> reached_;        // rising
    std::vector<std::uint32_t> weight_;  // [node] registers that its operands take
    std::vector<bool> done_;             // [node]
    std::vector<NodeId> order_;
};

Order::Order(const ScheduleGraph& graph, std::span<const NodeId> outputs) : graph_(graph) {
    reach(outputs);
    weigh();
    const NodeId last = reached_.empty() ? 0 : reached_.back();
    done_.assign(last + 1, false);
    order_.reserve(reached_.size());
    for (const NodeId output : outputs) visit(output);
}

void Order::reach(std::span<const NodeId> outputs) {
    if (outputs.empty()) return;
    std::vector<bool> seen(*std::max_element(outputs.begin(), outputs.end()) + 1, false);
    std::vector<NodeId> open;
    const auto meet = [&](NodeId node) {
        if (seen[node]) return;
        seen[node] = true;
        open.push_back(node);
    };
    for (const NodeId output : outputs) meet(output);
    Program::Room room{};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        reached_.push_back(node);
        for (const NodeId operand : graph_.operands(node, room)) meet(operand);
    }
    std::sort(reached_.begin(), reached_.end());
}

// A. P. Ershov, "On programming of arithmetic operations", CACM 1 (1958): the operand that needs
// more registers goes first. On a graph with shared nodes a rule of thumb.
void Order::weigh() {
    weight_.assign(reached_.empty() ? 0 : reached_.back() + 1, 0);
    Program::Room room{};
    std::vector<std::uint32_t> need;
    for (const NodeId node : reached_) {
        if (graph_.is_leaf(node)) continue;
        need.clear();
        for (const NodeId operand : graph_.operands(node, room)) need.push_back(weight_[operand]);
        std::sort(need.begin(), need.end());
        std::reverse(need.begin(), need.end());
        std::uint32_t most = 1;
        for (std::uint32_t held = 0; held < need.size(); ++held)
            if (need[held] > 0) most = std::max(most, need[held] + held);
        weight_[node] = most;
    }
}

void Order::visit(NodeId output) {
    std::vector<NodeId> open = {output}, waiting;
    Program::Room room{};
    while (!open.empty()) {
        const NodeId node = open.back();
        waiting.clear();
        for (const NodeId operand : graph_.operands(node, room))
            if (!done_[operand]) waiting.push_back(operand);
        if (waiting.empty()) {
            open.pop_back();
            if (!done_[node]) order_.push_back(node);
            done_[node] = true;
            continue;
        }
        // the heaviest on top; among equals the first
        const auto below = static_cast<std::ptrdiff_t>(open.size());
        while (!waiting.empty()) {
            const NodeId next = waiting.back();
            waiting.pop_back();
            open.insert(
                std::upper_bound(open.begin() + below, open.end(), next,
                                 [this](NodeId a, NodeId b) { return weight_[a] < weight_[b]; }),
                next);
        }
    }
}

// Gives nodes their places, one after the other.
class Placement {
  public:
    Placement(const ScheduleGraph& graph, const std::vector<NodeId>& order,
              std::span<const NodeId> outputs);
    Schedule take() && { return std::move(schedule_); }

  private:
    void place_leaf(NodeId node);
    void place_operation(std::uint32_t step, NodeId node);
    std::uint32_t free_register();

    const ScheduleGraph& graph_;
    std::vector<Operand> place_;           // [node]
    std::vector<std::uint32_t> last_use_;  // [node] step
    std::vector<std::uint32_t> output_;    // [node] the first output that it is
    std::vector<std::uint32_t> free_;
    Schedule schedule_;
};

Placement::Placement(const ScheduleGraph& graph, const std::vector<NodeId>& order,
                     std::span<const NodeId> outputs)
    : graph_(graph) {
    const std::size_t size =
        order.empty() ? 0 : std::size_t{*std::max_element(order.begin(), order.end())} + 1;
    place_.resize(size);
    last_use_.assign(size, 0);
    output_.assign(size, nowhere);
    for (std::uint32_t o = 0; o < outputs.size(); ++o)
        if (output_[outputs[o]] == nowhere) output_[outputs[o]] = o;

    Program::Room room{};
    for (std::uint32_t step = 0; step < order.size(); ++step)
        for (const NodeId operand : graph.operands(order[step], room)) last_use_[operand] = step;
    for (std::uint32_t step = 0; step < order.size(); ++step) {
        if (graph.is_leaf(order[step]))
            place_leaf(order[step]);
        else
            place_operation(step, order[step]);
    }
    for (const NodeId output : outputs) schedule_.outputs.push_back(place_[output]);
}

void Placement::place_leaf(NodeId node) {
    if (graph_.is_read(node)) {
        place_[node] = {Operand::Place::Leaf, static_cast<std::uint32_t>(schedule_.leaves.size())};
        schedule_.leaves.push_back(node);
    } else {
        place_[node] = {Operand::Place::Constant,
                        static_cast<std::uint32_t>(schedule_.constants.size())};
        schedule_.constants.push_back(graph_.node(node).constant);
    }
}

void Placement::place_operation(std::uint32_t step, NodeId node) {
    const ProgramNode& operation = graph_.node(node);
    Schedule::Instruction instruction;
    instruction.op = graph_.op(node);
    const std::array to_fill = {&instruction.a, &instruction.b, &instruction.c, &instruction.d};
    Program::Room room{};
    const auto operands = graph_.operands(node, room);
    const bool is_recurrence = instruction.op == Op::Recurrence;
    const bool is_list = is_recurrence || instruction.op == Op::Series;
    if (is_list) {
        instruction.a.index = operation.a;
        instruction.b.index = static_cast<std::uint32_t>(schedule_.list.size());
        instruction.c.index = static_cast<std::uint32_t>(operands.size());
    }
    schedule_.operations += is_recurrence ? operands.size() - Recurrence::months : 1;
    std::size_t filled = 0;
    for (const NodeId operand : operands) {
        if (is_list)
            schedule_.list.push_back(place_[operand]);
        else
            *to_fill[filled++] = place_[operand];
        const bool ends = last_use_[operand] == step;
        if (ends && place_[operand].place == Operand::Place::Register) {
            free_.push_back(place_[operand].index);  // the result may take its place
            last_use_[operand] = nowhere;            // once, if it stands here twice
        }
    }
    place_[node] = output_[node] != nowhere ? Operand{Operand::Place::Output, output_[node]}
                                            : Operand{Operand::Place::Register, free_register()};
    instruction.to = place_[node];
    schedule_.instructions.push_back(instruction);
}

std::uint32_t Placement::free_register() {
    if (free_.empty()) return schedule_.registers++;
    const std::uint32_t index = free_.back();
    free_.pop_back();
    return index;
}

}  // namespace

Schedule schedule(const Program& program, std::span<const NodeId> outputs,
                  std::span<const NodeId> given) {
    const ScheduleGraph graph(program, outputs, given);
    const Order order(graph, outputs);
    return Placement(graph, order.nodes(), outputs).take();
}

}  // namespace fulcrum
