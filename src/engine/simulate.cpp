#include "engine/simulate.h"

#include "math/random.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

constexpr std::size_t most_held = 2u << 20;         // doubles
constexpr std::size_t operations_of_an_input = 12;  // scrambling, quantile
constexpr std::size_t operations_of_mixing = 30;    // normal quantile and its inverse

std::size_t blocks_of(std::size_t draws) {
    return (draws + block_size - 1) / block_size;
}

// nullptr where the input is drawn alone.
const CorrelatedGroup* group_of(const Model& model, std::uint32_t input) {
    if (model.groups.empty() || !model.inputs[input].uncertain || !model.group_of[input])
        return nullptr;
    return &model.groups[*model.group_of[input]];
}

std::size_t member_of(const CorrelatedGroup& group, std::uint32_t input) {
    const auto place = std::find(group.inputs.begin(), group.inputs.end(), input);
    return static_cast<std::size_t>(place - group.inputs.begin());
}

}  // namespace

void draw_input(const Model& model, std::uint32_t input, std::uint64_t seed, std::size_t first_draw,
                std::span<double> x) {
    const ModelInput& drawn = model.inputs[input];
    if (!drawn.uncertain) {
        std::fill(x.begin(), x.end(), drawn.base);
        return;
    }
    if (const CorrelatedGroup* group = group_of(model, input))
        correlated_uniforms(*group, seed, member_of(*group, input), first_draw, x);
    else
        uniforms({.seed = seed}, drawn.stream, first_draw, x);
    drawn.family->quantile(drawn.parameters, x, x);
}

// Operands come before what uses them: one pass.
std::vector<bool> dependents(const Model& model, const std::vector<bool>& inputs) {
    const auto nodes = model.program.nodes();
    std::vector<bool> depends(nodes.size());
    Program::Room room{};
    for (NodeId n = 0; n < nodes.size(); ++n) {
        const auto operands = model.program.operands(n, room);
        depends[n] = nodes[n].op == Op::Input
                         ? inputs[nodes[n].a]
                         : std::any_of(operands.begin(), operands.end(),
                                       [&depends](NodeId operand) { return depends[operand]; });
    }
    return depends;
}

Simulator::Simulator(const Model& model, std::vector<NodeId> outputs,
                       const SimulationSettings& settings)
    : outputs_(std::move(outputs)),
      settings_(settings),
      schedule_(schedule(model.program, outputs_)),
      leaves_(schedule_.leaves.size() * block_stride),
      scratch_(schedule_.registers * block_stride) {
    for (std::size_t slot = 0; slot < schedule_.leaves.size(); ++slot) drawn_.push_back(slot);
}

// The frontier: nodes that do not move, and are outputs or used by nodes that do.
void Simulator::hold(const Model& model, const std::vector<bool>& moves) {
    std::vector<bool> is_met(model.program.nodes().size(), false);
    std::vector<NodeId> frontier, open;
    const auto meet = [&](NodeId node) {
        if (is_met[node] || model.program.is_constant(node)) return;
        is_met[node] = true;
        (moves[node] ? open : frontier).push_back(node);
    };
    for (const NodeId output : outputs_) meet(output);
    Program::Room room{};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        for (const NodeId operand : model.program.operands(node, room)) meet(operand);
    }

    Schedule rest = schedule(model.program, outputs_, frontier);
    const std::size_t slots = rest.leaves.size(), blocks = blocks_of(settings_.draws);
    if (slots * blocks * block_stride > most_held) return;
    Simulator first(model, frontier, settings_);
    schedule_ = std::move(rest);
    held_.assign(slots * blocks * block_stride, 0.0);
    leaves_ = {};
    scratch_.resize(schedule_.registers * block_stride);
    drawn_.clear();
    std::vector<std::size_t> slot_of(model.program.nodes().size());
    for (std::size_t slot = 0; slot < slots; ++slot) {
        slot_of[schedule_.leaves[slot]] = slot;
        if (moves[schedule_.leaves[slot]]) drawn_.push_back(slot);
    }
    std::vector<double*> to(frontier.size());
    for (std::size_t block = 0; block < blocks; ++block) {
        for (std::size_t f = 0; f < frontier.size(); ++f)
            to[f] = leaves_of_block(block) + slot_of[frontier[f]] * block_stride;
        const std::size_t begin = block * block_size;
        first.run(model, {begin, std::min(block_size, settings_.draws - begin)}, to);
    }
}

std::size_t Simulator::operations() const {
    return schedule_.instructions.size() + drawn_.size() * operations_of_an_input;
}

double* Simulator::leaves_of_block(std::size_t block) {
    if (held_.empty()) return leaves_.data();
    return held_.data() + block * schedule_.leaves.size() * block_stride;
}

void Simulator::draw_leaves(const Model& model, std::size_t first, std::size_t count,
                             double* leaves) {
    for (const std::size_t slot : drawn_)
        draw_input(model, model.program.nodes()[schedule_.leaves[slot]].a, settings_.seed, first,
                   {leaves + slot * block_stride, count});
}

void Simulator::run(const Model& model, const DrawRange& range, std::span<double* const> to) {
    assert(range.first % block_size == 0 && range.first + range.count <= settings_.draws);
    std::vector<double*> at(to.begin(), to.end());
    for (std::size_t done = 0; done < range.count; done += block_size) {
        const std::size_t first = range.first + done;
        const std::size_t count = std::min(block_size, range.count - done);
        double* leaves = leaves_of_block(first / block_size);
        draw_leaves(model, first, count, leaves);
        evaluate_block(schedule_, leaves, count, at, scratch_.data());
        for (double*& column : at) column += count;
    }
}

Grid simulate(const Model& model, std::span<const NodeId> outputs,
              const SimulationSettings& settings) {
    Grid result(outputs.size(), settings.draws);
    Simulator simulation(model, {outputs.begin(), outputs.end()}, settings);
    std::vector<double*> to;
    for (std::size_t o = 0; o < outputs.size(); ++o) to.push_back(result.row(o).data());
    if (!to.empty()) simulation.run(model, {0, settings.draws}, to);
    return result;
}

std::vector<double> evaluate_at(const Model& model, std::span<const NodeId> outputs,
                                std::span<const double> inputs) {
    assert(inputs.size() == model.inputs.size());
    const Schedule program = schedule(model.program, outputs);
    std::vector<double> leaves(program.leaves.size() * block_stride);
    for (std::size_t slot = 0; slot < program.leaves.size(); ++slot)
        leaves[slot * block_stride] = inputs[model.program.nodes()[program.leaves[slot]].a];
    std::vector<double> scratch(program.registers * block_stride);
    std::vector<double> result(outputs.size());
    std::vector<double*> to(outputs.size());
    for (std::size_t o = 0; o < to.size(); ++o) to[o] = &result[o];
    evaluate_block(program, leaves.data(), 1, to, scratch.data());
    return result;
}

std::vector<double> base_case(const Model& model, std::span<const NodeId> outputs) {
    std::vector<double> base;
    for (const ModelInput& input : model.inputs) base.push_back(input.base);
    return evaluate_at(model, outputs, base);
}

}  // namespace fulcrum
