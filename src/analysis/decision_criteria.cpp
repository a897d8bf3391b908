#include "analysis/decision_criteria.h"

#include "math/statistics.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

void choose_highest(CriterionChoice& criterion) {
    const auto& figure = criterion.figure;
    criterion.choice =
        static_cast<std::size_t>(std::max_element(figure.begin(), figure.end()) - figure.begin());
}

// [option] the largest regret in any state.
std::vector<double> largest_regret(const Grid& payoff) {
    std::vector<double> largest(payoff.rows(), 0.0);
    for (std::size_t state = 0; state < payoff.columns(); ++state) {
        double best = payoff.row(0)[state];
        for (std::size_t option = 1; option < payoff.rows(); ++option)
            best = std::max(best, payoff.row(option)[state]);
        for (std::size_t option = 0; option < payoff.rows(); ++option)
            largest[option] = std::max(largest[option], best - payoff.row(option)[state]);
    }
    return largest;
}

}  // namespace

DecisionCriteria decision_criteria(const Grid& payoff, double optimism) {
    assert(payoff.rows() > 0 && payoff.columns() > 0);
    assert(optimism >= 0 && optimism <= 1);
    DecisionCriteria criteria;
    for (std::size_t option = 0; option < payoff.rows(); ++option) {
        const auto own = payoff.row(option);
        const auto [worst, best] = std::minmax_element(own.begin(), own.end());
        criteria.maximin.figure.push_back(*worst);
        criteria.maximax.figure.push_back(*best);
        criteria.hurwicz.figure.push_back(optimism * *best + (1 - optimism) * *worst);
        criteria.laplace.figure.push_back(mean(own));
    }
    for (CriterionChoice* criterion :
         {&criteria.maximin, &criteria.maximax, &criteria.hurwicz, &criteria.laplace})
        choose_highest(*criterion);
    auto& regret = criteria.minimax_regret;
    regret.figure = largest_regret(payoff);
    regret.choice = static_cast<std::size_t>(
        std::min_element(regret.figure.begin(), regret.figure.end()) - regret.figure.begin());
    return criteria;
}

}  // namespace fulcrum
