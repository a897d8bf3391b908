#include "analysis/score_draws.h"

#include "expr/evaluate.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr double full_score = 100.0;

}  // namespace

ScoreDraws::ScoreDraws(const ScoringMethod& method, Grid value, std::vector<double> weight,
                       std::vector<ScoreCell> varying, std::size_t draws)
    : method_(method),
      value_(std::move(value)),
      weight_(std::move(weight)),
      varying_(std::move(varying)),
      values_(varying_.size(), block_stride),
      scores_(value_.rows(), draws),
      base_(value_.rows()),
      score_(value_.rows()) {
    method_.score({value_, weight_}, base_);
    for (std::size_t option = 0; option < base_.size(); ++option) {
        base_[option] *= full_score;
        const auto scores = scores_.row(option);  // where nothing varies
        std::fill(scores.begin(), scores.end(), base_[option]);
    }
}

void ScoreDraws::take(std::span<const double* const> level, std::size_t first, std::size_t count) {
    for (std::size_t done = 0; done < count; done += block_size) {
        const std::size_t size = std::min(block_size, count - done);
        for (std::size_t v = 0; v < varying_.size(); ++v) {
            ScoreCell& cell = varying_[v];
            const std::span draws(level[v] + done, size);
            values_of_levels(cell.anchors, draws, values_.row(v).first(size));
            const BadDraws bad = bad_draws(draws);
            if (bad.count > 0 && cell.bad.count == 0) cell.bad.first = first + done + bad.first;
            cell.bad.count += bad.count;
        }
        take_block(first + done, size);
    }
}

// values_ holds what varies in these draws.
void ScoreDraws::take_block(std::size_t first, std::size_t count) {
    for (std::size_t d = 0; d < count; ++d) {
        for (std::size_t v = 0; v < varying_.size(); ++v)
            value_.row(varying_[v].option)[varying_[v].place] = values_.row(v)[d];
        method_.score({value_, weight_}, score_);
        for (std::size_t option = 0; option < score_.size(); ++option)
            scores_.row(option)[first + d] = full_score * score_[option];
    }
}

}  // namespace fulcrum
