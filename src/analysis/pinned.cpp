#include "analysis/pinned.h"

#include "analysis/analysis.h"
#include "analysis/criteria.h"
#include "analysis/lead.h"
#include "analysis/score.h"
#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace fulcrum {
namespace {

double sign_of(const Document& document, const Model& model) {
    return document.rows[*model.objective].direction == Direction::Less ? -1 : 1;
}

double mean_of(const Outcome& outcome) {
    return std::get<Statistics>(outcome.over_draws).mean;
}

// The first of the highest, as results have it (LeadInPieces).
Standing highest(std::vector<double> expected) {
    if (!all_finite(expected)) return {};
    const auto best = std::max_element(expected.begin(), expected.end());
    const auto leader = static_cast<std::size_t>(best - expected.begin());
    return {leader, std::move(expected)};
}

// What is left of it is a point.
void pin(Assumption& assumption, double value) {
    assumption = {
        .id = assumption.id, .unit = assumption.unit, .base = value, .stream = assumption.stream};
}

}  // namespace

double Standing::margin(std::size_t option) const {
    double others = -std::numeric_limits<double>::infinity();
    for (std::size_t other = 0; other < expected.size(); ++other)
        if (other != option) others = std::max(others, expected[other]);
    return expected[option] - others;
}

std::pair<double, double> range_of_numbers(const Assumption& assumption) {
    double low = assumption.low.value_or(assumption.base);
    double high = assumption.high.value_or(assumption.base);
    constexpr double nine_in_ten = 1.6448536269514722;  // standard deviations
    if (assumption.sd) {
        low -= nine_in_ten * *assumption.sd;
        high += nine_in_ten * *assumption.sd;
    }
    for (const double value : assumption.values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return {std::min(low, assumption.base), std::max(high, assumption.base)};
}

Standing standing_of(const Document& document, const Model& model, const Results& results) {
    if (!results.lead.leader) return {};
    std::vector<double> expected;
    if (results.lead.by_score)
        for (const Outcome& score : results.score->score) expected.push_back(mean_of(score));
    else
        for (const auto& months : results.rows[*model.objective].outcome)
            expected.push_back(sign_of(document, model) * mean_of(*months.back()));
    return highest(std::move(expected));
}

std::vector<bool> moving_only(std::span<const std::size_t> inputs, std::size_t count) {
    std::vector<bool> moving(count);
    for (const std::size_t input : inputs) moving[input] = true;
    return moving;
}

Pinned::Pinned(const Document& document, const Model& model, const Results& results,
               std::vector<std::size_t> inputs, Premise premise)
    : document_(document),
      model_(model),
      results_(results),
      inputs_(std::move(inputs)),
      premise_(premise) {
    assert(results.lead.leader);
    if (results.lead.by_score)
        recall_.emplace(document, model, moving_only(inputs_, model.inputs.size()), results);
    else
        prepare_objective();
}

void Pinned::prepare_objective() {
    pinned_ = model_;
    sign_ = sign_of(document_, model_);
    fixed_ = standing_of(document_, model_, results_).expected;
    const std::vector<bool> moves = dependents(model_, moving_only(inputs_, model_.inputs.size()));
    const std::vector<NodeId> nodes = objective_nodes(document_, model_).nodes;
    std::vector<NodeId> outputs;
    for (std::size_t option = 0; option < nodes.size(); ++option) {
        if (!moves[nodes[option]]) continue;
        moving_.push_back(option);
        outputs.push_back(nodes[option]);
    }
    if (moving_.empty()) return;
    simulator_.emplace(pinned_, std::move(outputs),
                       SimulationSettings{results_.draws, results_.seed});
    simulator_->hold(pinned_, moves);
    sample_.assign(moving_.size(), AlignedDoubles(results_.draws));
    for (AlignedDoubles& draws : sample_) to_.push_back(draws.data());
    if (premise_ == Premise::TurnedOut)
        for (const std::size_t input : inputs_) pinned_.inputs[input].uncertain = false;
}

std::optional<Model> Pinned::changed(std::span<const double> values) const {
    Document document = document_;
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
        const std::string& id = model_.inputs[inputs_[k]].id;
        if (premise_ == Premise::TurnedOut) {
            pin(*find_assumption(document, id), values[k]);
            continue;
        }
        Result<Document> moved = apply(document, Edit{SetBase{id, values[k]}}, family_traits);
        if (!moved) return std::nullopt;
        document = *std::move(moved);
    }
    return rebound(model_, document_, document).model;
}

Standing Pinned::by_objective(const Model& model) {
    std::vector<double> expected = fixed_;
    if (simulator_) {
        simulator_->run(model, {0, results_.draws}, to_);
        for (std::size_t k = 0; k < moving_.size(); ++k)
            expected[moving_[k]] = sign_ * mean(sample_[k]);
    }
    return highest(std::move(expected));
}

Standing Pinned::by_score(const Model& model) {
    const ResultsRequest request{.draws = results_.draws, .rows = std::vector<std::size_t>()};
    Analysis analysis(document_, model, request, &*recall_);
    while (analysis.step()) {
    }
    const Results results = std::move(analysis).take();
    return standing_of(document_, model, results);
}

Standing Pinned::at(std::span<const double> values) {
    assert(values.size() == inputs_.size());
    if (!recall_ && premise_ == Premise::TurnedOut) {
        for (std::size_t k = 0; k < inputs_.size(); ++k)
            pinned_.inputs[inputs_[k]].base = values[k];
        return by_objective(pinned_);
    }
    const std::optional<Model> model = changed(values);
    if (!model) return {};
    return recall_ ? by_score(*model) : by_objective(*model);
}

const Standing& PinnedInput::at(double wanted) {
    const double value = whole_numbers_ ? std::round(wanted) : wanted;
    const auto [place, is_new] = known_.try_emplace(value);
    if (is_new) place->second = pinned_.at({&value, 1});
    return place->second;
}

std::vector<bool> inputs_that_matter(const Document& document, const Model& model, bool by_score) {
    std::vector<NodeId> compared;
    if (by_score) {
        for (const BoundCriterion& criterion :
             bound_criteria(document, model, document_weights(document.scoring)).criteria)
            for (const std::optional<NodeId>& level : criterion.level)
                if (level && criterion.weight > 0) compared.push_back(*level);
    } else {
        compared = objective_nodes(document, model).nodes;
    }
    std::vector<bool> matter(model.inputs.size());
    for (std::size_t input = 0; input < matter.size(); ++input) {
        const std::vector<bool> moves = dependents(model, moving_only({&input, 1}, matter.size()));
        matter[input] =
            std::any_of(compared.begin(), compared.end(), [&](NodeId node) { return moves[node]; });
    }
    return matter;
}

}  // namespace fulcrum
