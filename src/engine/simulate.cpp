#include "engine/simulate.h"

#include "engine/given_inputs.h"
#include "math/quantile_table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace fulcrum {
namespace {

constexpr std::size_t most_held = 2u << 20;         // doubles
constexpr std::size_t operations_of_an_input = 12;  // scrambling, quantile
constexpr std::size_t operations_of_mixing = 30;    // normal quantile and its inverse

// u[i] -> F^-1(u[i]), in place.
void to_quantiles(const ModelInput& input, std::span<double> u) {
    if (input.table.empty())
        input.family->quantile(input.parameters, u, u);
    else
        tabulated_quantile(input.table, *input.family, input.parameters, u, u);
}

std::size_t blocks_of(std::size_t draws) {
    return (draws + block_size - 1) / block_size;
}

// nullptr where the input is drawn alone.
const CorrelatedGroup* group_of(const Model& model, std::uint32_t input) {
    if (model.groups.empty() || !model.group_of[input]) return nullptr;
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
    to_quantiles(drawn, x);
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
    std::vector<std::size_t> all(schedule_.leaves.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    draw_slots(model, all);
}

void Simulator::draw_slots(const Model& model, const std::vector<std::size_t>& slots) {
    drawn_.clear();
    drawn_groups_.clear();
    for (const std::size_t slot : slots) {
        const std::uint32_t input = input_of(model, slot);
        const CorrelatedGroup* group = group_of(model, input);
        if (group == nullptr) {
            const UniformStream stream({.seed = settings_.seed}, model.inputs[input].stream);
            drawn_.push_back({slot, stream});
            continue;
        }
        auto& slot_of = drawn_groups_[*model.group_of[input]];
        slot_of.resize(group->inputs.size());
        slot_of[member_of(*group, input)] = slot;
    }
}

std::uint32_t Simulator::input_of(const Model& model, std::size_t slot) const {
    return model.program.nodes()[schedule_.leaves[slot]].a;
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
    std::vector<std::size_t> moving, slot_of(model.program.nodes().size());
    for (std::size_t slot = 0; slot < slots; ++slot) {
        slot_of[schedule_.leaves[slot]] = slot;
        if (moves[schedule_.leaves[slot]]) moving.push_back(slot);
    }
    draw_slots(model, moving);
    std::vector<double*> to(frontier.size());
    for (std::size_t block = 0; block < blocks; ++block) {
        for (std::size_t f = 0; f < frontier.size(); ++f)
            to[f] = leaves_of_block(block) + slot_of[frontier[f]] * block_stride;
        const std::size_t begin = block * block_size;
        first.run(model, {begin, std::min(block_size, settings_.draws - begin)}, to);
    }
}

std::size_t Simulator::operations() const {
    std::size_t operations = schedule_.operations + drawn_.size() * operations_of_an_input;
    for (const auto& [group, slot_of] : drawn_groups_)
        operations += slot_of.size() * (operations_of_an_input + operations_of_mixing);
    return operations;
}

double* Simulator::leaves_of_block(std::size_t block) {
    if (held_.empty()) return leaves_.data();
    return held_.data() + block * schedule_.leaves.size() * block_stride;
}

void Simulator::draw_leaves(const Model& model, std::size_t first, std::size_t count,
                            double* leaves) {
    const auto draws_of = [&](std::size_t slot) {
        return std::span(leaves + slot * block_stride, count);
    };
    for (const Drawn& drawn : drawn_) {
        const ModelInput& input = model.inputs[input_of(model, drawn.slot)];
        const std::span x = draws_of(drawn.slot);
        if (input.uncertain) {
            drawn.stream.fill(first, x);
            to_quantiles(input, x);
        } else {
            std::fill(x.begin(), x.end(), input.base);
        }
    }
    for (const auto& [which, slot_of] : drawn_groups_) {
        const CorrelatedGroup& group = model.groups[which];
        std::vector<double*> u(slot_of.size(), nullptr);
        for (std::size_t member = 0; member < u.size(); ++member) {
            if (!slot_of[member]) continue;
            const std::span x = draws_of(*slot_of[member]);
            const ModelInput& input = model.inputs[group.inputs[member]];
            if (input.uncertain)
                u[member] = x.data();
            else
                std::fill(x.begin(), x.end(), input.base);
        }
        correlated_uniforms(group, settings_.seed, first, count, u);
        for (std::size_t member = 0; member < u.size(); ++member)
            if (u[member] != nullptr)
                to_quantiles(model.inputs[group.inputs[member]], {u[member], count});
    }
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
    GivenInputs given(model.program, outputs);
    for (std::size_t slot = 0; slot < given.inputs().size(); ++slot)
        given.values(slot)[0] = inputs[given.inputs()[slot]];
    std::vector<double> result(outputs.size());
    std::vector<double*> to(outputs.size());
    for (std::size_t o = 0; o < to.size(); ++o) to[o] = &result[o];
    given.run(1, to);
    return result;
}

std::vector<double> base_case(const Model& model, std::span<const NodeId> outputs) {
    std::vector<double> base;
    for (const ModelInput& input : model.inputs) base.push_back(input.base);
    return evaluate_at(model, outputs, base);
}

}  // namespace fulcrum
