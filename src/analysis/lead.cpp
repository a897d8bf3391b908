#include "analysis/lead.h"

#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

// The best value in each draw among all options but `without`.
std::vector<double> best_other(const Grid& utility, std::size_t without) {
    std::vector<double> best;
    for (std::size_t option = 0; option < utility.rows(); ++option) {
        if (option == without) continue;
        const auto draws = utility.row(option);
        if (best.empty())
            best.assign(draws.begin(), draws.end());
        else
            for (std::size_t d = 0; d < best.size(); ++d) best[d] = std::max(best[d], draws[d]);
    }
    return best;
}

}  // namespace

std::vector<double> probability_of_best(const Grid& utility) {
    const std::size_t options = utility.rows(), draws = utility.columns();
    assert(options > 0 && draws > 0);
    std::vector<double> best = best_other(utility, options);
    std::vector<std::uint32_t> sharers(draws, 0);
    for (std::size_t option = 0; option < options; ++option)
        for (std::size_t d = 0; d < draws; ++d)
            sharers[d] += utility.row(option)[d] == best[d] ? 1u : 0u;

    std::vector<double> probability;
    std::vector<std::uint64_t> wins(options + 1);  // [how many share the draw]
    for (std::size_t option = 0; option < options; ++option) {
        std::fill(wins.begin(), wins.end(), 0);
        const auto draws_of_option = utility.row(option);
        for (std::size_t d = 0; d < draws; ++d)
            if (draws_of_option[d] == best[d]) ++wins[sharers[d]];
        double sum = 0;
        for (std::size_t k = 1; k <= options; ++k)
            sum += static_cast<double>(wins[k]) / static_cast<double>(k);
        probability.push_back(sum / static_cast<double>(draws));
    }
    return probability;
}

Lead lead_on(const Grid& utility, const Headline& headline) {
    Lead lead;
    lead.p_best = probability_of_best(utility);
    std::vector<double> expected;
    for (std::size_t option = 0; option < utility.rows(); ++option)
        expected.push_back(mean(utility.row(option)));

    std::size_t leader = 0;
    for (std::size_t option = 1; option < expected.size(); ++option)
        if (expected[option] > expected[leader]) leader = option;
    if (!all_finite(expected))
        return no_leader({{"an option's mean is too large for a number (overflow)"}});
    lead.leader = leader;
    lead.clear = lead.p_best[leader] >= headline.threshold;
    if (expected.size() == 1) return lead;

    for (std::size_t option = 0; option < expected.size(); ++option)
        if (option != leader && (!lead.runner_up || expected[option] > expected[*lead.runner_up]))
            lead.runner_up = option;

    std::vector<double> gap = best_other(utility, leader);
    for (std::size_t d = 0; d < gap.size(); ++d) gap[d] = utility.row(leader)[d] - gap[d];
    PercentileScratch scratch;
    if (all_finite(gap)) lead.gap = statistics(gap, scratch);
    if (!lead.gap || !all_finite({&lead.gap->mean, 1})) {
        lead.gap = std::nullopt;
        lead.clear = false;
        lead.undefined.push_back({"the gap is too large for a number (overflow)"});
        return lead;
    }
    lead.clear = lead.clear && lead.gap->p50 >= headline.matters;
    return lead;
}

ObjectiveNodes objective_nodes(const Document& document, const Model& model) {
    assert(model.objective);
    const Row& row = document.rows[*model.objective];
    ObjectiveNodes result;
    for (std::size_t option = 0; option < document.options.size(); ++option) {
        const auto& months = model.rows[*model.objective].node[option];
        if (months.back())
            result.nodes.push_back(*months.back());
        else
            result.missing.push_back(
                {"'" + row.id + "' has no value for option " + document.options[option].id});
    }
    if (!result.missing.empty()) result.nodes.clear();
    return result;
}

Lead no_leader(std::vector<Undefined> why) {
    Lead lead;
    lead.undefined = std::move(why);
    return lead;
}

Lead lead_on_objective(const Document& document, std::span<const NodeId> nodes, Grid sample,
                       Sampler& sampler) {
    std::vector<Undefined> why;
    const bool less = document.rows[*sampler.model().objective].direction == Direction::Less;
    for (std::size_t option = 0; option < nodes.size(); ++option) {
        const auto draws = sample.row(option);
        if (const BadDraws bad = bad_draws(draws); bad.count > 0)
            why.push_back(sampler.undefined(nodes[option], bad));
        if (less)
            for (double& draw : draws) draw = -draw;
    }
    if (!why.empty()) return no_leader(std::move(why));
    return lead_on(sample, document.headline);
}

}  // namespace fulcrum
