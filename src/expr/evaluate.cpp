#include "expr/evaluate.h"

#include "base/each_draw.h"
#include "expr/functions.h"
#include "expr/kernels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace fulcrum {
namespace {

struct Column {
    const double* values;
    double operator[](std::size_t draw) const { return values[draw]; }
};

struct Same {
    double value;
    double operator[](std::size_t) const { return value; }
};

// What most of a model is, and fast; for the others small code counts more.
constexpr bool is_frequent(Op op) {
    return op == Op::Add || op == Op::Subtract || op == Op::Multiply || op == Op::MultiplyAdd ||
           op == Op::MultiplyMultiplyAdd;
}

class Block {
  public:
    Block(const Schedule& schedule, const double* leaves, std::size_t count,
          std::span<double* const> outputs, double* scratch)
        : schedule_(schedule),
          leaves_(leaves),
          count_(count),
          outputs_(outputs),
          scratch_(scratch) {}

    void run(const Schedule::Instruction& instruction);
    void deliver(std::size_t output);
    void series(const Schedule::Instruction& x) const;
    void recurrence(const Schedule::Instruction& instruction) const;

  private:
    void exponential(const Schedule::Instruction& x) const;
    using Place = Operand::Place;

    double* writable(Operand operand) const {
        return operand.place == Place::Output ? outputs_[operand.index]
                                              : scratch_ + operand.index * block_stride;
    }
    Column column(Operand operand) const {
        if (operand.place == Place::Leaf) return {leaves_ + operand.index * block_stride};
        return {writable(operand)};
    }
    std::span<const double> operand_span(const Schedule::Instruction& x) const {
        return {column(x.a).values, count_};
    }
    std::span<double> result_span(const Schedule::Instruction& x) const {
        return {writable(x.to), count_};
    }
    bool is_same(Operand operand) const { return operand.place == Place::Constant; }
    Same same(Operand operand) const { return {schedule_.constants[operand.index]}; }

    void fill(double* to, double value) const { std::fill_n(to, count_, value); }
    // An instruction may write over its own operand.
    template <Op op, class Kernel, class... Values>
    void each(Kernel kernel, double* to, Values... values) const {
        if constexpr (is_frequent(op)) {
            FULCRUM_EACH_DRAW
            for (std::size_t draw = 0; draw < count_; ++draw) to[draw] = kernel(values[draw]...);
        } else {
            FULCRUM_EACH_DRAW_IN_SHORT
            for (std::size_t draw = 0; draw < count_; ++draw) to[draw] = kernel(values[draw]...);
        }
    }
    // Operations on constants alone are those that give no finite number: others are folded.
    template <Op op, class Kernel>
    void unary(const Schedule::Instruction& x, Kernel kernel) const {
        double* to = writable(x.to);
        if (is_same(x.a)) return fill(to, kernel(same(x.a).value));
        each<op>(kernel, to, column(x.a));
    }
    template <Op op, class Kernel>
    void binary(const Schedule::Instruction& x, Kernel kernel) const {
        double* to = writable(x.to);
        if (is_same(x.a) && is_same(x.b)) return fill(to, kernel(same(x.a).value, same(x.b).value));
        if (is_same(x.a)) return each<op>(kernel, to, same(x.a), column(x.b));
        if (is_same(x.b)) return each<op>(kernel, to, column(x.a), same(x.b));
        each<op>(kernel, to, column(x.a), column(x.b));
    }
    template <Op op, class Kernel>
    void ternary(const Schedule::Instruction& x, Kernel kernel) const {
        double* to = writable(x.to);
        const Column a = column(x.a);
        if (is_same(x.b) && is_same(x.c)) return each<op>(kernel, to, a, same(x.b), same(x.c));
        if (is_same(x.b)) return each<op>(kernel, to, a, same(x.b), column(x.c));
        if (is_same(x.c)) return each<op>(kernel, to, a, column(x.b), same(x.c));
        each<op>(kernel, to, a, column(x.b), column(x.c));
    }

    // b or c may be a constant.
    template <Op op, class Kernel>
    void quaternary(const Schedule::Instruction& x, Kernel kernel) const {
        double* to = writable(x.to);
        const Column a = column(x.a), d = column(x.d);
        if (is_same(x.b)) return each<op>(kernel, to, a, same(x.b), column(x.c), d);
        if (is_same(x.c)) return each<op>(kernel, to, a, column(x.b), same(x.c), d);
        each<op>(kernel, to, a, column(x.b), column(x.c), d);
    }

    const Schedule& schedule_;
    const double* leaves_;
    std::size_t count_;
    std::span<double* const> outputs_;
    double* scratch_;
};

// Called by pointer, so that they stay functions of their own: where all loops are one function, V8
// keeps fewer values in registers within each (a tenth more time for a whole run).
constexpr std::array on_lists{&Block::series, &Block::recurrence};

void Block::run(const Schedule::Instruction& instruction) {
    // the same bits as their kernels, and in vectors
    if (instruction.op == Op::Exp && !is_same(instruction.a)) return exponential(instruction);
    if (instruction.op == Op::Log && !is_same(instruction.a))
        return elementary::log(operand_span(instruction), result_span(instruction));
    switch (instruction.op) {
#define UNARY(name, function) \
    case Op::name:            \
        return unary<Op::name>(instruction, [](double a) { return kernel::function(a); });
#define BINARY(name, function)               \
    case Op::name:                           \
        return binary<Op::name>(instruction, \
                                [](double a, double b) { return kernel::function(a, b); });
#define TERNARY(name, function)   \
    case Op::name:                \
        return ternary<Op::name>( \
            instruction, [](double a, double b, double c) { return kernel::function(a, b, c); });
#define QUATERNARY(name, function)                                                            \
    case Op::name:                                                                            \
        return quaternary<Op::name>(instruction, [](double a, double b, double c, double d) { \
            return kernel::function(a, b, c, d);                                              \
        });
#include "expr/operations.def"
#undef UNARY
#undef BINARY
#undef TERNARY
#undef QUATERNARY
        case Op::Series:
        case Op::Recurrence:
            return (this->*on_lists[instruction.op == Op::Recurrence ? 1 : 0])(instruction);
        case Op::Constant:
        case Op::Input:
            break;
    }
    assert(false && "leaves are read in place");
}

// exp of x - (x - x), as its kernel.
void Block::exponential(const Schedule::Instruction& x) const {
    each<Op::Exp>([](double a) { return a - kernel::zero_if_finite(a); }, writable(x.to),
                  column(x.a));
    elementary::exp(result_span(x), result_span(x));
}

// One draw of all operands after the other.
void Block::series(const Schedule::Instruction& x) const {
    const auto operands = std::span(schedule_.list).subspan(x.b.index, x.c.index);
    const auto value = formula_functions()[x.a.index].value;
    std::vector<double> row(operands.size());
    std::vector<const double*> from;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        const bool constant = is_same(operands[k]);
        from.push_back(constant ? nullptr : column(operands[k]).values);
        if (constant) row[k] = same(operands[k]).value;
    }
    double* to = writable(x.to);
    for (std::size_t draw = 0; draw < count_; ++draw) {
        for (std::size_t k = 0; k < row.size(); ++k)
            if (from[k] != nullptr) row[k] = from[k][draw];
        to[draw] = value(row);
    }
}

// Two months at a time: what lies between them stays in registers. The result may take the place
// of an operand, once all of them are read.
void Block::recurrence(const Schedule::Instruction& instruction) const {
    const auto operands =
        std::span(schedule_.list).subspan(instruction.b.index, instruction.c.index);
    Column x = column(operands[Recurrence::x]), s = column(operands[Recurrence::s]);
    const Column a = column(operands[Recurrence::a]), y = column(operands[Recurrence::y]);
    std::array<double, block_size> state, sum;  // NOLINT(*-member-init): written before read
    for (std::size_t next = Recurrence::months; next < operands.size(); next += 4) {
        const auto months = operands.subspan(next, 4);
        const Column b = column(months[0]), next_b = column(months[2]);
        const Same w = same(months[1]), next_w = same(months[3]);
        double* to = next + 4 == operands.size() ? writable(instruction.to) : sum.data();
        FULCRUM_EACH_DRAW_IN_SHORT
        for (std::size_t draw = 0; draw < count_; ++draw) {
            const double first = kernel::multiply_add(x[draw], a[draw], b[draw]);
            const double second = kernel::multiply_add(first, a[draw], next_b[draw]);
            const double first_sum =
                kernel::multiply_multiply_add(first, y[draw], w[draw], s[draw]);
            to[draw] = kernel::multiply_multiply_add(second, y[draw], next_w[draw], first_sum);
            state[draw] = second;
        }
        x = {state.data()};
        s = {to};
    }
}

// Outputs that are leaves, or the same node as an earlier output.
void Block::deliver(std::size_t output) {
    const Operand from = schedule_.outputs[output];
    if (is_same(from))
        fill(outputs_[output], same(from).value);
    else if (from != Operand{Place::Output, static_cast<std::uint32_t>(output)})
        std::copy_n(column(from).values, count_, outputs_[output]);
}

}  // namespace

void evaluate_block(const Schedule& schedule, const double* leaves, std::size_t count,
                    std::span<double* const> outputs, double* scratch) {
    assert(count >= 1 && count <= block_size);
    assert(outputs.size() == schedule.outputs.size());

    Block block(schedule, leaves, count, outputs, scratch);
    for (const Schedule::Instruction& instruction : schedule.instructions) block.run(instruction);
    for (std::size_t output = 0; output < outputs.size(); ++output) block.deliver(output);
}

}  // namespace fulcrum
