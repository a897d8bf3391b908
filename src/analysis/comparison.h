// What options are compared by, where the inputs are given: the objective, or the score.
#pragma once

#include "analysis/score_draws.h"
#include "engine/given_inputs.h"

#include <optional>

namespace fulcrum {

class Comparison {
  public:
    // document and model belong together; there is a leader.
    //
    // options   those whose utility is asked for
    Comparison(const Document& document, const Model& model, bool by_score,
               std::vector<std::size_t> options);

    // Whose values are to be filled in; they begin at the base.
    GivenInputs& inputs() { return *given_; }
    std::size_t operations() const;  // for one draw

    // utility[k][d] of options[k], in the first `count` draws of the block: more is better.
    void run(std::size_t count, std::span<double* const> utility);

  private:
    void bind_score(const Document& document, const Model& model);

    std::optional<GivenInputs> given_;
    double sign_ = 1;
    std::optional<ScoreDraws> score_;
    std::vector<std::size_t> options_;
    Grid levels_{0, block_size};  // of the score: [level][draw of the block]
};

}  // namespace fulcrum
