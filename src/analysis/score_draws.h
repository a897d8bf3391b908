// The scores of all options in every draw, computed as the draws of the criteria's levels come.
#pragma once

#include "analysis/undefined.h"
#include "base/grid.h"
#include "expr/program.h"
#include "scoring/method.h"
#include "scoring/value_function.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fulcrum {

// One criterion of one option.
struct ScoreCell {
    std::size_t option = 0, place = 0;  // place: index among the criteria that are scored
    NodeId node = 0;
    double base = 0;
    Anchors anchors;
    BadDraws bad;
};

class ScoreDraws {
  public:
    // value     [option][criterion] at the base; what does not vary keeps it
    // weight    [criterion]
    // varying   the cells that differ from draw to draw
    ScoreDraws(const ScoringMethod& method, Grid value, std::vector<double> weight,
               std::vector<ScoreCell> varying, std::size_t draws);

    // level     [varying] pointers to `count` draws, from draw number `first` on.
    void take(std::span<const double* const> level, std::size_t first, std::size_t count);

    std::span<const ScoreCell> varying() const { return varying_; }
    double base(std::size_t option) const { return base_[option]; }
    std::span<const double> of(std::size_t option) const { return scores_.row(option); }

  private:
    void take_block(std::size_t first, std::size_t count);

    const ScoringMethod& method_;
    Grid value_;  // [option][criterion]: of the base, then of the draw at hand
    std::vector<double> weight_;
    std::vector<ScoreCell> varying_;
    Grid values_;  // [varying][draw of the block]
    Grid scores_;  // [option][draw]
    std::vector<double> base_, score_;
};

}  // namespace fulcrum
