#include "analysis/lead.h"

#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <limits>

namespace fulcrum {
namespace {

constexpr std::size_t draws_at_once = 1024;

// The best value in each draw among all options but `without`.
std::vector<double> best_other(std::span<const Draws> utility, std::size_t without) {
    std::vector<double> best;
    for (std::size_t option = 0; option < utility.size(); ++option) {
        if (option == without) continue;
        const Draws draws = utility[option];
        if (best.empty())
            best.assign(draws.begin(), draws.end());
        else
            for (std::size_t d = 0; d < best.size(); ++d) best[d] = std::max(best[d], draws[d]);
    }
    return best;
}

// [how many share the draw] how often an option is best.
using Wins = std::vector<std::uint64_t>;

// Counts as wide as a draw: vectors hold as many of one as of the other.
std::uint64_t one_if(bool holds) {
    return holds ? 1 : 0;
}

// Counts the draws begin .. end - 1, few enough for the cache.
void count_wins(std::span<const Draws> utility, std::size_t begin, std::size_t end,
                std::vector<Wins>& wins) {
    std::array<double, draws_at_once> best;  // NOLINT(*-member-init): written before it is read
    std::array<std::uint64_t, draws_at_once> sharers{};
    const std::size_t count = end - begin;
    std::fill_n(best.begin(), count, -std::numeric_limits<double>::infinity());
    for (const Draws option : utility)
        for (std::size_t d = 0; d < count; ++d) best[d] = std::max(best[d], option[begin + d]);
    for (const Draws option : utility)
        for (std::size_t d = 0; d < count; ++d) sharers[d] += one_if(option[begin + d] == best[d]);

    const std::uint64_t most = *std::max_element(sharers.begin(), sharers.end());
    for (std::size_t option = 0; option < utility.size(); ++option)
        for (std::size_t k = 1; k <= most; ++k) {
            std::uint64_t shared = 0;
            for (std::size_t d = 0; d < count; ++d)
                shared += one_if(utility[option][begin + d] == best[d]) & one_if(sharers[d] == k);
            wins[option][k] += shared;
        }
}

}  // namespace

std::vector<double> probability_of_best(std::span<const Draws> utility) {
    assert(!utility.empty() && !utility[0].empty());
    const std::size_t options = utility.size(), draws = utility[0].size();
    std::vector<Wins> wins(options, Wins(options + 1));
    for (std::size_t begin = 0; begin < draws; begin += draws_at_once)
        count_wins(utility, begin, std::min(draws, begin + draws_at_once), wins);

    std::vector<double> probability;
    for (const Wins& own : wins) {
        double sum = 0;
        for (std::size_t k = 1; k <= options; ++k)
            sum += static_cast<double>(own[k]) / static_cast<double>(k);
        probability.push_back(sum / static_cast<double>(draws));
    }
    return probability;
}

void LeadInPieces::find_leader() {
    std::vector<double> expected;
    for (const Draws draws : utility_) expected.push_back(mean(draws));
    if (!all_finite(expected)) {
        lead_ = no_leader({{"an option's mean is too large for a number (overflow)"}});
        return;
    }
    std::size_t leader = 0;
    for (std::size_t option = 1; option < expected.size(); ++option)
        if (expected[option] > expected[leader]) leader = option;
    lead_.leader = leader;
    lead_.clear = lead_.p_best[leader] >= headline_.threshold;
    for (std::size_t option = 0; option < expected.size(); ++option)
        if (option != leader && (!lead_.runner_up || expected[option] > expected[*lead_.runner_up]))
            lead_.runner_up = option;
}

void LeadInPieces::measure_gap() {
    std::vector<double> gap = best_other(utility_, *lead_.leader);
    const Draws leader = utility_[*lead_.leader];
    for (std::size_t d = 0; d < gap.size(); ++d) gap[d] = leader[d] - gap[d];
    PercentileScratch scratch;
    if (all_finite(gap)) lead_.gap = statistics(gap, scratch);
    if (lead_.gap && all_finite({&lead_.gap->mean, 1})) {
        lead_.clear = lead_.clear && lead_.gap->p50 >= headline_.matters;
        return;
    }
    lead_.gap = std::nullopt;
    lead_.clear = false;
    lead_.undefined.push_back({"the gap is too large for a number (overflow)"});
}

bool LeadInPieces::step() {
    const int piece = next_++;
    if (piece == 0) lead_.p_best = probability_of_best(utility_);
    if (piece == 1) find_leader();
    if (piece == 2) measure_gap();
    return piece == 0 || (piece == 1 && lead_.runner_up);
}

Lead lead_on(std::vector<Draws> utility, const Headline& headline) {
    LeadInPieces lead(std::move(utility), headline);
    while (lead.step()) {
    }
    return lead.take();
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

std::vector<Undefined> to_utility(const Document& document, std::span<const NodeId> nodes,
                                  std::span<std::vector<double>> sample, Sampler& sampler) {
    std::vector<Undefined> why;
    const bool less = document.rows[*sampler.model().objective].direction == Direction::Less;
    for (std::size_t option = 0; option < nodes.size(); ++option) {
        if (const BadDraws bad = bad_draws(sample[option]); bad.count > 0)
            why.push_back(sampler.undefined(nodes[option], bad));
        if (less)
            for (double& draw : sample[option]) draw = -draw;
    }
    return why;
}

}  // namespace fulcrum
