#include "scoring/method.h"

namespace fulcrum::methods {
namespace {

// score = sum_c weight[c] * value[c]; in [0, 1] because the weights sum to 1.
void score(const ScoringProblem& problem, std::span<double> score) {
    for (std::size_t option = 0; option < score.size(); ++option) {
        const auto value = problem.value.row(option);
        double sum = 0;
        for (std::size_t c = 0; c < value.size(); ++c) sum += problem.weight[c] * value[c];
        score[option] = sum;
    }
}

}  // namespace

extern const ScoringMethod weighted_sum{
    .id = "weighted-sum",
    .name = "Weighted sum",
    .source = "Keeney & Raiffa, Decisions with Multiple Objectives (1976)",
    .score = score,
};

}  // namespace fulcrum::methods
