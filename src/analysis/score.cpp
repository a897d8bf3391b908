#include "analysis/score.h"

#include "analysis/criteria.h"
#include "analysis/lead.h"
#include "analysis/score_draws.h"
#include "scoring/weights.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace fulcrum {
namespace {

constexpr std::size_t most_doubles = 16u << 20;

bool finite(double x) {
    return std::fabs(x) <= std::numeric_limits<double>::max();
}

// Why a score's leader does not exist: each option's reason, the same one once.
Lead no_leader_by_score(const ScoreResult& score) {
    std::vector<Undefined> why;
    for (const Outcome& outcome : score.score)
        if (const auto* undefined = std::get_if<Undefined>(&outcome.over_draws))
            if (why.empty() || !(why.back() == *undefined)) why.push_back(*undefined);
    return no_leader(std::move(why));
}

}  // namespace

class Scorer::Work {
  public:
    Work(const Document& document, Sampler& sampler);
    std::span<const NodeId> nodes() const { return nodes_; }
    std::span<const NodeId> levels() const { return levels_; }
    void take(std::span<const double* const> level, std::size_t first, std::size_t count) {
        draws_->take(level, first, count);
    }
    bool conclude();
    Scored take() { return {std::move(result_), std::move(lead_)}; }

  private:
    std::string reason_against() const;
    void describe_base();
    void describe_draws();
    std::optional<Undefined> missing(std::size_t option) const;
    Outcome outcome(std::size_t option);
    void score_nothing();

    const Document& document_;
    Sampler& sampler_;
    const ScoringMethod* method_;
    std::vector<double> all_weights_;
    BoundCriteria bound_;
    std::string nothing_;                      // why there is no score
    std::vector<const BoundCriterion*> used_;  // those that have weight
    std::vector<ScoreCell> fixed_;             // the cells that do not vary
    std::vector<NodeId> nodes_, levels_;       // of all criteria, of the cells that vary
    std::optional<ScoreDraws> draws_;          // where there can be a score
    ScoreResult result_;
    std::optional<LeadInPieces> leading_;
    bool is_complete_ = true;  // does every option have a score?
    Lead lead_;
    std::map<NodeId, double> base_;
};

Scorer::Work::Work(const Document& document, Sampler& sampler)
    : document_(document),
      sampler_(sampler),
      method_(find_scoring_method(document.scoring.method)),
      all_weights_(document_weights(document.scoring)),
      bound_(bound_criteria(document, sampler.model(), all_weights_)),
      nothing_(reason_against()) {
    for (const BoundCriterion& criterion : bound_.criteria)
        if (criterion.weight != 0) used_.push_back(&criterion);
    result_.weight = all_weights_;
    describe_base();
    if (nothing_.empty()) describe_draws();
}

std::string Scorer::Work::reason_against() const {
    if (method_ == nullptr) return "unknown scoring method '" + document_.scoring.method + "'";
    if (!bound_.reason.empty()) return bound_.reason;
    if (document_.options.size() * sampler_.draws() > most_doubles)
        return std::to_string(document_.options.size()) + " options at " +
               std::to_string(sampler_.draws()) + " draws take more than 128 MB: lower the draws";
    return {};
}

void Scorer::Work::score_nothing() {
    const Outcome none{.base = Undefined{nothing_}, .over_draws = Undefined{nothing_}};
    result_.score.assign(document_.options.size(), none);
}

// The base values of all criteria, also of those without weight.
void Scorer::Work::describe_base() {
    for (const BoundCriterion& criterion : bound_.criteria)
        for (const auto& level : criterion.level)
            if (level) nodes_.push_back(*level);
    const std::vector<double> base = sampler_.base(nodes_);
    for (std::size_t n = 0; n < nodes_.size(); ++n) base_[nodes_[n]] = base[n];

    for (const BoundCriterion& criterion : bound_.criteria) {
        auto& values = result_.base_value.emplace_back();
        for (const auto& level : criterion.level) {
            const bool exists = level && finite(base_.at(*level));
            values.push_back(exists ? value_of_level(criterion.anchors, base_.at(*level))
                                    : std::numeric_limits<double>::quiet_NaN());
        }
    }
}

void Scorer::Work::describe_draws() {
    Grid value(document_.options.size(), used_.size());
    std::vector<double> weight;
    std::vector<ScoreCell> varying;
    for (const BoundCriterion* criterion : used_) {
        const std::size_t place = weight.size();
        weight.push_back(criterion->weight);
        for (std::size_t option = 0; option < criterion->level.size(); ++option) {
            if (!criterion->level[option]) continue;
            const NodeId node = *criterion->level[option];
            ScoreCell cell{option, place, node, base_.at(node), criterion->anchors, {}};
            value.row(option)[place] = value_of_level(cell.anchors, cell.base);
            if (!sampler_.varies(node) && !finite(cell.base))
                cell.bad = {.first = 0, .count = sampler_.draws()};
            if (sampler_.varies(node)) levels_.push_back(node);
            (sampler_.varies(node) ? varying : fixed_).push_back(cell);
        }
    }
    draws_.emplace(*method_, std::move(value), std::move(weight), std::move(varying),
                   sampler_.draws());
}

// Why the option has no score in any draw.
std::optional<Undefined> Scorer::Work::missing(std::size_t option) const {
    for (const BoundCriterion* criterion : used_)
        if (!criterion->level[option])
            return Undefined{"criterion '" + criterion->row + "' has no value for option " +
                             document_.options[option].id};
    return std::nullopt;
}

Outcome Scorer::Work::outcome(std::size_t option) {
    if (const auto reason = missing(option)) return {.base = *reason, .over_draws = *reason};
    Outcome outcome;
    outcome.base = draws_->base(option);
    bool complete = true;
    for (const auto cells : {std::span<const ScoreCell>(fixed_), draws_->varying()}) {
        for (const ScoreCell& cell : cells) {
            if (cell.option != option) continue;
            if (!finite(cell.base) && std::holds_alternative<double>(outcome.base))
                outcome.base = sampler_.undefined_at_base(cell.node);
            if (cell.bad.count == 0 || !complete) continue;
            outcome.over_draws = sampler_.undefined(cell.node, cell.bad);
            complete = false;
        }
    }
    PercentileScratch scratch;
    if (complete) outcome.over_draws = *statistics(draws_->of(option), scratch);
    return outcome;
}

// An option at a time, then the leader.
bool Scorer::Work::conclude() {
    const std::size_t options = document_.options.size();
    if (!nothing_.empty()) score_nothing();
    if (result_.score.size() < options) {
        const std::size_t option = result_.score.size();
        result_.score.push_back(outcome(option));
        return true;
    }
    if (!leading_) {
        std::vector<double> expected;
        for (const Outcome& outcome : result_.score) {
            const auto* summary = std::get_if<Statistics>(&outcome.over_draws);
            is_complete_ &= summary != nullptr;
            if (summary != nullptr) expected.push_back(summary->mean);
        }
        std::vector<Draws> utility;
        for (std::size_t option = 0; is_complete_ && option < options; ++option)
            utility.push_back(draws_->of(option));
        leading_.emplace(std::move(utility), std::move(expected), document_.headline);
    }
    if (is_complete_ && leading_->step()) return true;
    lead_ = is_complete_ ? leading_->take() : no_leader_by_score(result_);
    if (is_complete_) result_.p_best = lead_.p_best;
    result_.leader = lead_.leader;
    lead_.by_score = true;
    return false;
}

Scorer::Scorer(const Document& document, Sampler& sampler)
    : work_(std::make_unique<Work>(document, sampler)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

std::span<const NodeId> Scorer::nodes() const {
    return work_->nodes();
}

std::span<const NodeId> Scorer::levels() const {
    return work_->levels();
}

void Scorer::take(std::span<const double* const> level, std::size_t first, std::size_t count) {
    work_->take(level, first, count);
}

bool Scorer::conclude() {
    return work_->conclude();
}

Scored Scorer::take() && {
    return work_->take();
}

std::vector<double> document_weights(const Scoring& scoring) {
    std::vector<double> weight;
    std::vector<std::size_t> group;
    std::vector<WeightGroup> groups;
    for (const CriterionGroup& own : scoring.groups) groups.push_back({own.weight, own.off});
    for (const Criterion& criterion : scoring.criteria) {
        weight.push_back(criterion.weight);
        const auto found = std::find_if(
            scoring.groups.begin(), scoring.groups.end(),
            [&criterion](const CriterionGroup& own) { return own.id == criterion.group; });
        group.push_back(found == scoring.groups.end()
                            ? no_group
                            : static_cast<std::size_t>(found - scoring.groups.begin()));
    }
    return effective_weights(
        {.weight = weight, .group = group, .groups = groups, .equal = scoring.equal_weights});
}

}  // namespace fulcrum
