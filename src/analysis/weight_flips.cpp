#include "analysis/weight_flips.h"

#include "analysis/criteria.h"
#include "analysis/score.h"
#include "engine/simulate.h"
#include "math/statistics.h"
#include "model/find.h"
#include "scoring/value_function.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using Values = std::vector<double>;  // [option]

std::size_t best(const Values& score) {
    return static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
}

// The expected value of every option by one criterion; empty where one is undefined.
Values expected_values(const BoundCriterion& criterion, const Model& model,
                       const SimulationSettings& settings) {
    Values expected;
    std::vector<double> value(settings.draws);
    for (const std::optional<NodeId>& level : criterion.level) {
        if (!level) return {};
        values_of_levels(criterion.anchors, simulate(model, {&*level, 1}, settings).row(0), value);
        expected.push_back(mean(value));
    }
    return all_finite(expected) ? expected : Values();
}

// Where the highest of these lines changes: at share 0 option o has rest[o], at share 1 own[o].
std::vector<Flip> crossings(const Values& rest, const Values& own) {
    std::vector<Flip> flips;
    const auto leader_at = [&](double share) {
        Values score;
        for (std::size_t option = 0; option < rest.size(); ++option)
            score.push_back(rest[option] + share * (own[option] - rest[option]));
        return best(score);
    };
    double from = 0;
    std::size_t leader = leader_at(0);
    while (true) {
        // The first line that overtakes the leader's.
        double at = 2;
        std::size_t next = leader;
        for (std::size_t option = 0; option < rest.size(); ++option) {
            const double gains = (own[option] - rest[option]) - (own[leader] - rest[leader]);
            if (option == leader || gains <= 0) continue;
            const double crossing = (rest[leader] - rest[option]) / gains;
            const bool is_steeper =
                crossing == at && own[option] - rest[option] > own[next] - rest[next];
            if (crossing < from || crossing > 1 || !(crossing < at || is_steeper)) continue;
            at = crossing;
            next = option;
        }
        if (next == leader || at >= 1) return flips;
        flips.push_back({at, leader, next});
        from = at;
        leader = next;
    }
}

struct Weighed {
    std::vector<BoundCriterion> criteria;
    std::vector<Values> value;  // [criterion][option]
    Values score;               // [option]
};

WeightFlips flips_of(const Weighed& weighed, const std::vector<std::size_t>& members,
                     std::string id, bool is_group) {
    WeightFlips found{.id = std::move(id), .is_group = is_group};
    Values own(weighed.score.size()), rest = weighed.score;
    for (const std::size_t criterion : members) {
        const double weight = weighed.criteria[criterion].weight;
        found.now += weight;
        for (std::size_t option = 0; option < own.size(); ++option) {
            own[option] += weight * weighed.value[criterion][option];
            rest[option] -= weight * weighed.value[criterion][option];
        }
    }
    if (found.now <= 0 || found.now >= 1) return found;
    for (std::size_t option = 0; option < own.size(); ++option) {
        own[option] /= found.now;
        rest[option] /= 1 - found.now;
    }
    found.flips = crossings(rest, own);
    return found;
}

void add_levels(ScoreFlips& found, const Document& document, const Weighed& weighed) {
    for (std::size_t k = 0; k < weighed.criteria.size(); ++k) {
        const BoundCriterion& criterion = weighed.criteria[k];
        const Row& row = *find_row(document, criterion.row);
        if (row.kind != RowKind::Level || row.off) continue;
        for (std::size_t option = 0; option < weighed.score.size(); ++option) {
            LevelFlips cell{.row = row.id, .option = option, .flips = {}};
            for (const Level& level : row.scale) {
                Values score = weighed.score;
                score[option] +=
                    criterion.weight *
                    (value_of_level(criterion.anchors, level.value) - weighed.value[k][option]);
                if (best(score) != *found.leader) cell.flips.push_back({level.name, best(score)});
            }
            if (!cell.flips.empty()) found.levels.push_back(std::move(cell));
        }
    }
}

std::vector<std::size_t> members_of(const Document& document, const Weighed& weighed,
                                    const std::string& group) {
    std::vector<std::size_t> members;
    for (std::size_t k = 0; k < weighed.criteria.size(); ++k)
        if (document.scoring.criteria[weighed.criteria[k].criterion].group == group)
            members.push_back(k);
    return members;
}

}  // namespace

ScoreFlips score_flips(const Document& document, const Model& model, std::size_t draws) {
    if (document.scoring.criteria.empty() || document.scoring.method != "weighted-sum") return {};
    BoundCriteria bound = bound_criteria(document, model, document_weights(document.scoring));
    if (!bound.reason.empty()) return {};
    const SimulationSettings settings{draws, static_cast<std::uint64_t>(document.simulation.seed)};
    Weighed weighed{.criteria = std::move(bound.criteria), .value = {}, .score = {}};
    weighed.score.resize(document.options.size());
    for (const BoundCriterion& criterion : weighed.criteria) {
        Values value = expected_values(criterion, model, settings);
        if (value.empty()) return {};
        for (std::size_t option = 0; option < value.size(); ++option)
            weighed.score[option] += criterion.weight * value[option];
        weighed.value.push_back(std::move(value));
    }
    ScoreFlips found{.leader = best(weighed.score), .weights = {}, .levels = {}};
    if (!document.scoring.equal_weights)
        for (const CriterionGroup& group : document.scoring.groups)
            found.weights.push_back(
                flips_of(weighed, members_of(document, weighed, group.id), group.id, true));
    for (std::size_t k = 0; k < weighed.criteria.size(); ++k)
        found.weights.push_back(flips_of(weighed, {k}, weighed.criteria[k].row, false));
    add_levels(found, document, weighed);
    return found;
}

}  // namespace fulcrum
