#include "analysis/lead.h"

#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

namespace fulcrum {
namespace {

constexpr std::size_t draws_at_once = 1024;

// Few enough for the cache.
using Chunk = std::array<double, draws_at_once>;

// The best value in each of the draws begin .. begin + count - 1 among all options but `without`.
void find_best(std::span<const Draws> utility, std::optional<std::size_t> without,
               std::size_t begin, std::size_t count, Chunk& best) {
    std::fill_n(best.begin(), count, -std::numeric_limits<double>::infinity());
    for (std::size_t option = 0; option < utility.size(); ++option) {
        if (option == without) continue;
        const double* draws = utility[option].data() + begin;
        for (std::size_t d = 0; d < count; ++d) best[d] = std::max(best[d], draws[d]);
    }
}

// [how many share the draw] how often an option is best.
using Wins = std::vector<std::uint64_t>;

// Counts as wide as a draw: vectors hold as many of one as of the other.
std::uint64_t one_if(bool holds) {
    return holds ? 1 : 0;
}

// Of draws in which several options are best: wins[option][k] counts those that k of them share.
void count_shared_wins(std::span<const Draws> utility, std::size_t begin, std::size_t count,
                       const Chunk& best, std::vector<Wins>& wins) {
    std::array<std::uint64_t, draws_at_once> sharers{};
    for (const Draws option : utility)
        for (std::size_t d = 0; d < count; ++d) sharers[d] += one_if(option[begin + d] == best[d]);
    for (std::size_t option = 0; option < utility.size(); ++option)
        for (std::size_t d = 0; d < count; ++d)
            if (utility[option][begin + d] == best[d])
                ++wins[option][static_cast<std::size_t>(sharers[d])];
}

// Counts the draws begin .. begin + count - 1.
void count_wins(std::span<const Draws> utility, std::size_t begin, std::size_t count,
                std::vector<Wins>& wins) {
    Chunk best;  // NOLINT(*-member-init): found at once
    find_best(utility, std::nullopt, begin, count, best);
    std::vector<std::uint64_t> times;  // [option] how often it is best, alone or not
    for (const Draws option : utility) {
        std::uint64_t own = 0;
        for (std::size_t d = 0; d < count; ++d) own += one_if(option[begin + d] == best[d]);
        times.push_back(own);
    }
    if (std::accumulate(times.begin(), times.end(), std::uint64_t{0}) > count)
        return count_shared_wins(utility, begin, count, best, wins);
    for (std::size_t option = 0; option < utility.size(); ++option)
        wins[option][1] += times[option];
}

}  // namespace

std::vector<double> probability_of_best(std::span<const Draws> utility) {
    assert(!utility.empty() && !utility[0].empty());
    const std::size_t options = utility.size(), draws = utility[0].size();
    std::vector<Wins> wins(options, Wins(options + 1));
    for (std::size_t begin = 0; begin < draws; begin += draws_at_once)
        count_wins(utility, begin, std::min(draws - begin, draws_at_once), wins);

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
    if (!all_finite(expected_)) {
        lead_ = no_leader({{"an option's mean is too large for a number (overflow)"}});
        return;
    }
    std::size_t leader = 0;
    for (std::size_t option = 1; option < expected_.size(); ++option)
        if (expected_[option] > expected_[leader]) leader = option;
    lead_.leader = leader;
    lead_.clear = lead_.p_best[leader] >= headline_.threshold;
    for (std::size_t option = 0; option < expected_.size(); ++option)
        if (option != leader &&
            (!lead_.runner_up || expected_[option] > expected_[*lead_.runner_up]))
            lead_.runner_up = option;
}

void LeadInPieces::measure_gap() {
    const Draws leader = utility_[*lead_.leader];
    AlignedDoubles gap(leader.size());
    Chunk best;  // NOLINT(*-member-init): found at once
    for (std::size_t begin = 0; begin < gap.size(); begin += draws_at_once) {
        const std::size_t count = std::min(gap.size() - begin, draws_at_once);
        find_best(utility_, lead_.leader, begin, count, best);
        for (std::size_t d = 0; d < count; ++d) gap[begin + d] = leader[begin + d] - best[d];
    }
    for (const double draw : gap) lead_.evpi += std::max(0.0, -draw);
    lead_.evpi /= static_cast<double>(gap.size());
    PercentileScratch scratch;
    lead_.gap = statistics(gap, scratch);
    if (lead_.gap) {
        lead_.clear = lead_.clear && lead_.gap->p50 >= headline_.matters;
        return;
    }
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
    std::vector<double> expected(utility.size());
    std::transform(utility.begin(), utility.end(), expected.begin(), mean);
    LeadInPieces lead(std::move(utility), std::move(expected), headline);
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
                                  std::span<AlignedDoubles> sample, std::span<double> expected,
                                  Sampler& sampler) {
    std::vector<Undefined> why;
    const bool less = document.rows[*sampler.model().objective].direction == Direction::Less;
    for (std::size_t option = 0; option < nodes.size(); ++option) {
        if (const BadDraws bad = bad_draws(sample[option]); bad.count > 0)
            why.push_back(sampler.undefined(nodes[option], bad));
        if (!less) continue;
        for (double& draw : sample[option]) draw = -draw;
        expected[option] = -expected[option];
    }
    return why;
}

}  // namespace fulcrum
