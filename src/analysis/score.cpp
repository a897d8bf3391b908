#include "analysis/score.h"

#include "analysis/criteria.h"
#include "analysis/lead.h"
#include "expr/evaluate.h"
#include "scoring/method.h"
#include "scoring/value_function.h"
#include "scoring/weights.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace fulcrum {
namespace {

constexpr double full_score = 100.0;
constexpr std::size_t most_doubles = 16u << 20;

// One criterion of one option.
struct ScoreCell {
    std::size_t option = 0, place = 0;  // place: index among the criteria that have weight
    NodeId node = 0;
    double base = 0;
    Anchors anchors;
    BadDraws bad;
};

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
    void take(std::span<const double* const> level, std::size_t first, std::size_t count);
    bool conclude();
    Scored take() { return {std::move(result_), std::move(lead_)}; }

  private:
    std::string reason_against() const;
    void describe_base();
    void describe_draws();
    void collect_cells();
    void take_block(std::size_t first, std::size_t count);
    std::optional<Undefined> missing(std::size_t option) const;
    Outcome outcome(std::size_t option, std::span<const double> draws);
    void score_nothing();

    const Document& document_;
    Sampler& sampler_;
    const ScoringMethod* method_;
    std::vector<double> all_weights_;
    BoundCriteria bound_;
    std::string nothing_;                      // why there is no score
    std::vector<double> weight_;               // of the criteria that have one
    std::vector<const BoundCriterion*> used_;  // the same criteria
    std::vector<ScoreCell> varying_, fixed_;
    std::vector<NodeId> nodes_, levels_;  // of all criteria, of varying_
    Grid value_;   // [option][used criterion]: of the base, then of the draw at hand
    Grid values_;  // [varying][draw of the block]
    Grid scores_;  // [option][draw]
    ScoreResult result_;
    std::optional<LeadInPieces> leading_;
    bool is_complete_ = true;  // does every option have a score?
    Lead lead_;
    std::unordered_map<NodeId, double> base_;
    std::vector<double> base_score_, score_;
};

Scorer::Work::Work(const Document& document, Sampler& sampler)
    : document_(document),
      sampler_(sampler),
      method_(find_scoring_method(document.scoring.method)),
      all_weights_(document_weights(document.scoring)),
      bound_(bound_criteria(document, sampler.model(), all_weights_)),
      nothing_(reason_against()),
      value_(0, 1),
      values_(0, 1),
      scores_(0, 1) {
    for (const BoundCriterion& criterion : bound_.criteria) {
        if (criterion.weight == 0) continue;
        used_.push_back(&criterion);
        weight_.push_back(criterion.weight);
    }
    value_ = Grid(document.options.size(), std::max<std::size_t>(1, used_.size()));
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

// The base values of all criteria, also of those without weight, as collect_cells needs them.
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

void Scorer::Work::collect_cells() {
    for (std::size_t place = 0; place < used_.size(); ++place) {
        const BoundCriterion& criterion = *used_[place];
        for (std::size_t option = 0; option < criterion.level.size(); ++option) {
            if (!criterion.level[option]) continue;
            const NodeId node = *criterion.level[option];
            ScoreCell cell{option, place, node, base_.at(node), criterion.anchors, {}};
            value_.row(option)[place] = value_of_level(cell.anchors, cell.base);
            if (!sampler_.varies(node) && !finite(cell.base))
                cell.bad = {.first = 0, .count = sampler_.draws()};
            (sampler_.varies(node) ? varying_ : fixed_).push_back(cell);
        }
    }
}

void Scorer::Work::describe_draws() {
    collect_cells();
    for (const ScoreCell& cell : varying_) levels_.push_back(cell.node);
    const std::size_t options = document_.options.size();
    base_score_.resize(options);
    score_.resize(options);
    method_->score({value_, weight_}, base_score_);
    for (double& score : base_score_) score *= full_score;
    values_ = Grid(varying_.size(), block_stride);
    scores_ = Grid(options, sampler_.draws());
    for (std::size_t option = 0; option < options; ++option)  // where nothing varies
        std::fill(scores_.row(option).begin(), scores_.row(option).end(), base_score_[option]);
}

void Scorer::Work::take(std::span<const double* const> level, std::size_t first,
                        std::size_t count) {
    for (std::size_t done = 0; done < count; done += block_size) {
        const std::size_t size = std::min(block_size, count - done);
        for (std::size_t v = 0; v < varying_.size(); ++v) {
            ScoreCell& cell = varying_[v];
            const std::span draws(level[v] + done, size);
            values_of_levels(cell.anchors, draws, values_.row(v).first(size));
            const BadDraws bad = bad_draws(draws);
            if (bad.count > 0 && cell.bad.count == 0) cell.bad.first = first + done + bad.first;
            cell.bad.count += bad.count;
        }
        take_block(first + done, size);
    }
}

// Scores of the draws first .. first + count - 1; values_ holds what varies in them.
void Scorer::Work::take_block(std::size_t first, std::size_t count) {
    for (std::size_t d = 0; d < count; ++d) {
        for (std::size_t v = 0; v < varying_.size(); ++v)
            value_.row(varying_[v].option)[varying_[v].place] = values_.row(v)[d];
        method_->score({value_, weight_}, score_);
        for (std::size_t option = 0; option < score_.size(); ++option)
            scores_.row(option)[first + d] = full_score * score_[option];
    }
}

// Why the option has no score in any draw.
std::optional<Undefined> Scorer::Work::missing(std::size_t option) const {
    for (const BoundCriterion* criterion : used_)
        if (!criterion->level[option])
            return Undefined{"criterion '" + criterion->row + "' has no value for option " +
                             document_.options[option].id};
    return std::nullopt;
}

Outcome Scorer::Work::outcome(std::size_t option, std::span<const double> draws) {
    if (const auto reason = missing(option)) return {.base = *reason, .over_draws = *reason};
    Outcome outcome;
    outcome.base = base_score_[option];
    bool complete = true;
    for (const auto* cells : {&fixed_, &varying_}) {
        for (const ScoreCell& cell : *cells) {
            if (cell.option != option) continue;
            if (!finite(cell.base) && std::holds_alternative<double>(outcome.base))
                outcome.base = sampler_.undefined_at_base(cell.node);
            if (cell.bad.count == 0 || !complete) continue;
            outcome.over_draws = sampler_.undefined(cell.node, cell.bad);
            complete = false;
        }
    }
    PercentileScratch scratch;
    if (complete) outcome.over_draws = *statistics(draws, scratch);
    return outcome;
}

// An option at a time, then the leader.
bool Scorer::Work::conclude() {
    const std::size_t options = document_.options.size();
    if (!nothing_.empty()) score_nothing();
    if (result_.score.size() < options) {
        const std::size_t option = result_.score.size();
        result_.score.push_back(outcome(option, scores_.row(option)));
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
            utility.push_back(scores_.row(option));
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
