#include "session/draw_plan.h"

#include "analysis/analysis.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr std::size_t least_draws = 256;
constexpr std::size_t operations_at_once = std::size_t{1} << 25;
constexpr std::size_t series_share = 8;  // of the draws that are made at once
constexpr std::size_t least_series = 1024;
constexpr std::size_t usual_refined = std::size_t{1} << 17;
constexpr std::size_t operations_refined = std::size_t{1} << 31;
constexpr std::size_t doubles_refined = std::size_t{2} << 20;

std::size_t halved_until(std::size_t draws, std::size_t each, std::size_t limit) {
    while (draws > least_draws && draws > limit / std::max<std::size_t>(1, each)) draws /= 2;
    return draws;
}

}  // namespace

DrawPlan draw_plan(const Document& document, const Model& model,
                   const std::vector<std::size_t>& rows, bool tree) {
    const auto draws = static_cast<std::size_t>(document.simulation.draws);
    const std::size_t cost = operations_per_draw(document, model, {.rows = rows, .tree = tree});
    DrawPlan plan;
    plan.at_once = halved_until(draws, cost, operations_at_once);
    plan.series_at_once =
        std::min(plan.at_once, std::max(least_series, plan.at_once / series_share));
    const std::size_t most = halved_until(std::max(draws, usual_refined), cost, operations_refined);
    plan.refined =
        std::max(plan.at_once, halved_until(most, document.options.size(), doubles_refined));
    plan.series_refined = std::min(plan.refined, std::max(draws, plan.series_at_once));
    return plan;
}

}  // namespace fulcrum
