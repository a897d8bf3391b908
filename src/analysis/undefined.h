// Why a number does not exist.
#pragma once

#include "analysis/results.h"
#include "engine/locate.h"
#include "engine/simulate.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fulcrum {

// Draws of one variable that are no finite numbers.
struct BadDraws {
    std::size_t first = 0;  // the lowest such draw; meaningless when there is none
    std::size_t count = 0;
};
BadDraws bad_draws(std::span<const double> draws);

// Finds the first operation that gave no finite number from finite ones, and says so with row,
// option, formula, position and share of draws:
//
//   division by zero in 'roi' of option B (/rows/3/formula at 12), in 4 % of draws
//
// document and model must outlive it.
class UndefinedReasons {
  public:
    UndefinedReasons(const Document& document, const Model& model,
                     const SimulationSettings& settings)
        : document_(document), model_(model), settings_(settings) {}

    // requires  bad.count > 0, counted over all draws; the node's value in draw bad.first is not
    //           finite.
    Undefined over_draws(NodeId node, const BadDraws& bad);
    Undefined at_base(NodeId node);  // the node's base value is not finite

  private:
    static constexpr std::size_t base_column = static_cast<std::size_t>(-1);
    const std::vector<double>& values_in(std::size_t column);
    std::string cause(NodeId node, std::size_t column);
    std::string place_words(NodeId culprit, const std::string& reason);

    const Document& document_;
    const Model& model_;
    SimulationSettings settings_;
    std::optional<OperationLocator> locator_;  // made when there is something to find
    std::map<std::pair<NodeId, std::string>, std::string> known_;  // (culprit, reason) -> words
    std::optional<std::size_t> column_;  // the draw that values_ is of, or base_column
    std::vector<double> values_;         // [node]
};

}  // namespace fulcrum
