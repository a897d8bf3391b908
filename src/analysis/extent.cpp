#include "analysis/extent.h"

#include "expr/evaluate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fulcrum {
namespace {

constexpr std::size_t most_corners_of = 12;  // inputs
constexpr std::size_t scan_steps = 16;
constexpr int most_rounds = 8;
constexpr std::size_t most_operations = 1u << 24;  // about 20 ms

// The node and all that it needs, operands first.
std::set<NodeId> needed(const Program& program, NodeId node) {
    std::set<NodeId> found{node};
    std::vector<NodeId> open{node};
    Program::Room room{};
    while (!open.empty()) {
        const NodeId next = open.back();
        open.pop_back();
        for (const NodeId operand : program.operands(next, room))
            if (found.insert(operand).second) open.push_back(operand);
    }
    return found;
}

// ---------------------------------------------------------------- values

// Evaluates the node where its free inputs stand at given places, many at a time.
class Evaluation {
  public:
    Evaluation(const Program& program, NodeId node, std::span<const InputRange> inputs,
               std::span<const std::uint32_t> free)
        : schedule_(schedule(program, std::span(&node, 1))),
          leaves_(schedule_.leaves.size() * block_stride),
          scratch_(schedule_.registers * block_stride),
          result_(block_size) {
        for (std::size_t slot = 0; slot < schedule_.leaves.size(); ++slot) {
            const std::uint32_t input = program.nodes()[schedule_.leaves[slot]].a;
            std::fill_n(leaves_.begin() + static_cast<std::ptrdiff_t>(slot * block_stride),
                        block_stride, inputs[input].base);
            const auto place = std::find(free.begin(), free.end(), input);
            slot_free_.push_back(place - free.begin());
        }
    }

    // place(k, f): where the free input f stands at the place k, 0 .. count - 1; take(k, value).
    template <class Place, class Take>
    void run(std::size_t count, std::size_t free, Place place, Take take) {
        for (std::size_t done = 0; done < count; done += block_size) {
            const std::size_t some = std::min(block_size, count - done);
            for (std::size_t slot = 0; slot < slot_free_.size(); ++slot) {
                const auto f = static_cast<std::size_t>(slot_free_[slot]);
                if (f >= free) continue;
                for (std::size_t k = 0; k < some; ++k)
                    leaves_[slot * block_stride + k] = place(done + k, f);
            }
            double* to = result_.data();
            evaluate_block(schedule_, leaves_.data(), some, std::span(&to, 1), scratch_.data());
            for (std::size_t k = 0; k < some; ++k) take(done + k, result_[k]);
        }
    }

    // Of one place, at least one.
    std::size_t operations() const { return schedule_.operations + 1; }

  private:
    Schedule schedule_;
    std::vector<double> leaves_, scratch_, result_;
    std::vector<std::ptrdiff_t> slot_free_;  // [slot] its free input, beyond them where it is none
};

// One end of the extent and where it was found.
struct Best {
    double sign = 1;  // 1: the greatest value is sought
    double value = 0;
    std::vector<double> at;  // [free input]
    bool found = false;
    bool is_better(double other) const { return !found || sign * (other - value) > 0; }
};

class Search {
  public:
    Search(const Program& program, NodeId node, std::span<const InputRange> inputs,
           std::vector<std::uint32_t> free)
        : inputs_(inputs), free_(std::move(free)), evaluation_(program, node, inputs, free_) {}

    std::optional<Extent> run(bool corners_suffice) {
        Extent extent;
        bool finite = true;
        evaluation_.run(
            1, free_.size(), [&](std::size_t, std::size_t f) { return range(f).base; },
            [&](std::size_t, double value) { extent.base = value; });
        finite = std::isfinite(extent.base);
        Best low{.sign = -1}, high{.sign = 1};
        const bool all = free_.size() <= most_corners_of &&
                         evaluation_.operations() << free_.size() <= most_operations;
        if (all && finite)
            finite = corners(low, high);
        else
            start_at_base(low, high, extent.base);
        extent.exact = all && corners_suffice;
        for (Best* best : {&low, &high})
            if (finite && !extent.exact) finite = improve(*best);
        if (!finite) return std::nullopt;
        extent.low = low.value;
        extent.high = high.value;
        return extent;
    }

  private:
    const InputRange& range(std::size_t f) const { return inputs_[free_[f]]; }

    bool corners(Best& low, Best& high) {
        bool finite = true;
        const auto corner = [this](std::size_t k, std::size_t f) {
            return (k >> f & 1) != 0 ? range(f).high : range(f).low;
        };
        evaluation_.run(std::size_t{1} << free_.size(), free_.size(), corner,
                        [&](std::size_t k, double value) {
                            finite = finite && std::isfinite(value);
                            for (Best* best : {&low, &high})
                                if (best->is_better(value)) {
                                    best->found = true;
                                    best->value = value;
                                    best->at.clear();
                                    for (std::size_t f = 0; f < free_.size(); ++f)
                                        best->at.push_back(corner(k, f));
                                }
                        });
        return finite;
    }

    void start_at_base(Best& low, Best& high, double base) {
        for (Best* best : {&low, &high}) {
            best->found = true;
            best->value = base;
            for (std::size_t f = 0; f < free_.size(); ++f) best->at.push_back(range(f).base);
        }
    }

    // Moves along one input after another, as long as that leads on.
    bool improve(Best& best) {
        bool better = true;
        for (int round = 0; round < most_rounds && better; ++round) {
            better = false;
            for (std::size_t along = 0; along < free_.size() && left_ > 0; ++along) {
                left_ -= std::min(left_, (scan_steps + 1) * evaluation_.operations());
                const double before = best.value;
                if (!move(best, along)) return false;
                better = better || best.value != before;
            }
        }
        return true;
    }

    // To the best of some places along one input; returns whether all of them are finite.
    bool move(Best& best, std::size_t along) {
        const InputRange& own = range(along);
        const auto step = [&](std::size_t k) {
            if (k == scan_steps) return own.high;
            return own.low + (own.high - own.low) * static_cast<double>(k) / scan_steps;
        };
        bool finite = true;
        double to = best.at[along];
        evaluation_.run(
            scan_steps + 1, free_.size(),
            [&](std::size_t k, std::size_t f) { return f == along ? step(k) : best.at[f]; },
            [&](std::size_t k, double value) {
                finite = finite && std::isfinite(value);
                if (!best.is_better(value)) return;
                best.value = value;
                to = step(k);
            });
        best.at[along] = to;
        return finite;
    }

    std::span<const InputRange> inputs_;
    std::vector<std::uint32_t> free_;
    Evaluation evaluation_;
    std::size_t left_ = most_operations;  // of the search
};

// ---------------------------------------------------------------- the proof

// How a node depends on its inputs: on none, linearly on each while the others stand still, without
// a turn along each, or not known.
enum class Shape { Constant, Linear, Monotone, Unknown };

struct Known {
    Shape shape = Shape::Unknown;
    std::vector<std::uint32_t> of;  // free inputs, ascending
};

Shape worse(Shape a, Shape b) {
    return std::max(a, b);
}

bool are_apart(const Known& a, const Known& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.of.begin(), a.of.end(), b.of.begin(), b.of.end(),
                          std::back_inserter(both));
    return both.empty();
}

class Proof {
  public:
    Proof(const Program& program, std::span<const InputRange> inputs)
        : program_(program), inputs_(inputs) {}

    Known of(NodeId node) {
        for (const NodeId next : needed(program_, node)) known_.try_emplace(next, shape_of(next));
        return known_.at(node);
    }

  private:
    Known shape_of(NodeId id) {
        const ProgramNode& node = program_.nodes()[id];
        if (node.op == Op::Constant) return {Shape::Constant, {}};
        if (node.op == Op::Input)
            return inputs_[node.a].low == inputs_[node.a].high ? Known{Shape::Constant, {}}
                                                               : Known{Shape::Linear, {node.a}};
        Program::Room room{};
        Known joint{Shape::Constant, {}};
        for (const NodeId operand : program_.operands(id, room)) {
            const Known& part = known_.at(operand);
            joint.shape = worse(joint.shape, part.shape);
            std::vector<std::uint32_t> all;
            std::set_union(joint.of.begin(), joint.of.end(), part.of.begin(), part.of.end(),
                           std::back_inserter(all));
            joint.of = std::move(all);
        }
        if (!joint.of.empty()) joint.shape = joined(node, joint.shape);
        return joint;
    }

    Shape joined(const ProgramNode& node, Shape worst) {
        switch (node.op) {
            case Op::Negate:
                return worst;
            case Op::Sqrt:
            case Op::Exp:
            case Op::Log:
            case Op::Floor:
            case Op::Ceil:
            case Op::Round:
                return worse(worst, Shape::Monotone);
            case Op::Add:
            case Op::Subtract:
            case Op::Multiply:
            case Op::Divide:
            case Op::Min:
            case Op::Max:
                return of_two(node, worst);
            default:
                return Shape::Unknown;
        }
    }

    Shape of_two(const ProgramNode& node, Shape worst) {
        const Known &a = known_.at(node.a), &b = known_.at(node.b);
        const bool apart = are_apart(a, b), linear = worst <= Shape::Linear;
        if (node.op == Op::Add || node.op == Op::Subtract)
            return apart || linear ? worst : Shape::Unknown;
        if (node.op == Op::Multiply) return apart ? worst : Shape::Unknown;
        if (node.op == Op::Divide) {
            if (b.shape == Shape::Constant) return worst;
            const bool fits = (apart || linear) && is_never_zero(node.b);
            return fits ? worse(worst, Shape::Monotone) : Shape::Unknown;
        }
        return apart ? worse(worst, Shape::Monotone) : Shape::Unknown;
    }

    bool is_never_zero(NodeId divisor) {
        const Known& known = known_.at(divisor);
        if (known.shape == Shape::Unknown) return false;
        const auto range = Search(program_, divisor, inputs_, known.of).run(true);
        return range && range->exact && (range->low > 0 || range->high < 0);
    }

    const Program& program_;
    std::span<const InputRange> inputs_;
    std::map<NodeId, Known> known_;
};

}  // namespace

std::optional<Extent> extent(const Program& program, NodeId node,
                             std::span<const InputRange> inputs) {
    const Known known = Proof(program, inputs).of(node);
    return Search(program, node, inputs, known.of).run(known.shape != Shape::Unknown);
}

std::vector<std::uint32_t> inputs_of(const Program& program, NodeId node) {
    std::vector<std::uint32_t> inputs;
    for (const NodeId next : needed(program, node))
        if (program.nodes()[next].op == Op::Input) inputs.push_back(program.nodes()[next].a);
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

}  // namespace fulcrum
