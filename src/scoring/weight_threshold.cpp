#include "scoring/weight_threshold.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace fulcrum {

WeightThresholds weight_thresholds(const Grid& value, std::span<const double> weight) {
    assert(value.rows() > 0 && value.columns() == weight.size());
    WeightThresholds found;
    for (std::size_t option = 0; option < value.rows(); ++option) {
        const auto own = value.row(option);
        found.score.push_back(std::inner_product(own.begin(), own.end(), weight.begin(), 0.0));
        if (found.score[option] > found.score[found.best]) found.best = option;
    }
    for (std::size_t criterion = 0; criterion < weight.size(); ++criterion)
        for (std::size_t challenger = 0; challenger < value.rows(); ++challenger) {
            if (challenger == found.best) continue;
            WeightThreshold threshold{.criterion = criterion, .challenger = challenger};
            const double ahead =
                value.row(found.best)[criterion] - value.row(challenger)[criterion];
            if (ahead != 0)
                threshold.delta = (found.score[found.best] - found.score[challenger]) / ahead;
            threshold.feasible = threshold.delta && *threshold.delta <= weight[criterion];
            found.threshold.push_back(threshold);
        }
    return found;
}

}  // namespace fulcrum
