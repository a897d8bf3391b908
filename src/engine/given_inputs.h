// A model's outputs where the inputs are given, not drawn.
#pragma once

#include "base/aligned.h"
#include "expr/evaluate.h"

#include <cstdint>
#include <span>
#include <vector>

namespace fulcrum {

// A block of draws at a time. Like an output of Simulator, what is computed of a draw may be NaN or
// infinite, and does not depend on its place in the block.
class GivenInputs {
  public:
    GivenInputs(const Program& program, std::span<const NodeId> outputs);

    // [slot] the inputs that the outputs depend on, as indices into model.inputs.
    std::span<const std::uint32_t> inputs() const { return inputs_; }

    // [draw of the block], block_size of them: to be filled in, and kept until then.
    std::span<double> values(std::size_t slot) {
        return std::span(leaves_).subspan(slot * block_stride, block_size);
    }

    std::size_t operations() const { return schedule_.operations; }  // for one draw

    // to[output][d] of the first `count` draws of the block, 1 .. block_size.
    void run(std::size_t count, std::span<double* const> to);

  private:
    Schedule schedule_;
    std::vector<std::uint32_t> inputs_;
    AlignedDoubles leaves_, scratch_;
};

}  // namespace fulcrum
