// Runs a program's outputs over columns of draws as the engine does, block by block.
#pragma once

#include "expr/evaluate.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

namespace fulcrum::oracle {

using Columns = std::vector<std::vector<double>>;  // [variable][draw]

inline bool same_bits(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b);
}

// The same finite number to the bit, or neither is one: which of the infinities and not-a-number
// stands for what is undefined has no meaning.
inline bool same_value(double a, double b) {
    return std::isfinite(a) || std::isfinite(b) ? same_bits(a, b) : true;
}

// Blocks of `cut` draws. What the program must not read is not-a-number.
inline Columns run(const Program& program, std::span<const NodeId> outputs, const Columns& inputs,
                   std::size_t cut = block_size) {
    constexpr double junk = std::numeric_limits<double>::quiet_NaN();
    const Schedule plan = schedule(program, outputs);
    const std::size_t draws = inputs.empty() ? 1 : inputs[0].size();
    std::vector<double> scratch(plan.registers * block_stride, junk);
    std::vector<double> block(plan.leaves.size() * block_stride, junk);
    Columns results(outputs.size(), std::vector<double>(draws, junk));
    for (std::size_t first = 0; first < draws; first += cut) {
        const std::size_t count = std::min(cut, draws - first);
        for (std::size_t slot = 0; slot < plan.leaves.size(); ++slot) {
            const std::uint32_t input = program.nodes()[plan.leaves[slot]].a;
            std::copy_n(inputs[input].begin() + static_cast<std::ptrdiff_t>(first), count,
                        block.begin() + static_cast<std::ptrdiff_t>(slot * block_stride));
        }
        std::vector<double*> to;
        for (auto& result : results) to.push_back(result.data() + first);
        evaluate_block(plan, block.data(), count, to, scratch.data());
    }
    return results;
}

}  // namespace fulcrum::oracle
