#include "engine/given_inputs.h"

namespace fulcrum {

GivenInputs::GivenInputs(const Program& program, std::span<const NodeId> outputs)
    : schedule_(schedule(program, outputs)),
      leaves_(schedule_.leaves.size() * block_stride, 0.0),
      scratch_(schedule_.registers * block_stride) {
    for (const NodeId leaf : schedule_.leaves) inputs_.push_back(program.nodes()[leaf].a);
}

void GivenInputs::run(std::size_t count, std::span<double* const> to) {
    evaluate_block(schedule_, leaves_.data(), count, to, scratch_.data());
}

}  // namespace fulcrum
