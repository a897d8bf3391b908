// Runs a program over many draws: block by block, one instruction over a whole block at a time.
#pragma once

#include "expr/program.h"

#include <span>
#include <vector>

namespace fulcrum {

inline constexpr std::size_t block_size = 256;  // draws per block
inline constexpr std::size_t block_stride =
    272;  // doubles between registers: padded, so that columns fall into different cache sets

// Where an operand or a result stands. Leaves and constants are read where they are, and what is an
// output is computed in its place.
struct Operand {
    enum class Place : std::uint8_t { Register, Leaf, Constant, Output };
    Place place = Place::Register;
    std::uint32_t index = 0;
    bool operator==(const Operand&) const = default;
};

// Where the operands of a recurrence stand in its list. In each month, first x = x * a + b and then
// s = s + x * y * w; s is the result. An even number of months; w is a constant, the others are
// none.
struct Recurrence {
    static constexpr std::size_t x = 0, a = 1, y = 2, s = 3, months = 4;  // b and w of each month
};

// What must be computed for some outputs of a program, in order, with registers re-used.
struct Schedule {
    struct Instruction {
        Op op = Op::Constant;
        // to: a register or an output; Series and Recurrence: indices as in ProgramNode
        Operand to, a, b, c, d;
    };
    std::vector<Instruction> instructions;
    std::vector<Operand> list;      // operands of functions over months and of recurrences
    std::vector<Operand> outputs;   // where each output stands in the end
    std::vector<double> constants;  // of Operand::Place::Constant
    std::vector<NodeId> leaves;     // [slot] the inputs and given nodes that are read
    std::uint32_t registers = 0;
    std::size_t operations = 0;  // for one draw
};

// given     nodes whose draws are known: they are read as inputs are, and what they are computed
//           from is not needed
Schedule schedule(const Program& program, std::span<const NodeId> outputs,
                  std::span<const NodeId> given = {});

// leaves    [slot][draw of the block], slot s at leaves + s * block_stride
// count     draws in this block, 1 .. block_size
// outputs   [output], each a pointer to `count` doubles of its own, apart from leaves and scratch
// scratch   schedule.registers * block_stride doubles
// Comparisons give 1 or 0. If takes its chosen branch draw by draw; what the other branch gives
// (0/0, say) has no effect. Apart from that, what is computed from an infinity or not-a-number is
// one of these. The result of a draw does not depend on its place in a block.
void evaluate_block(const Schedule& schedule, const double* leaves, std::size_t count,
                    std::span<double* const> outputs, double* scratch);

}  // namespace fulcrum
