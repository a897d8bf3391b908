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
constexpr std::size_t chunk_doubles = 1u << 20;  // 8 MB of levels at a time
constexpr std::size_t most_doubles = 16u << 20;

// One criterion of one option.
struct ScoreCell {
    std::size_t option = 0, place = 0;  // place: index among the criteria that have weight
    NodeId node = 0;
    double base = 0;
    Anchors anchors;
    BadDraws bad;
};

class Scorer {
  public:
    Scorer(const Document& document, Sampler& sampler);
    Scored run();

  private:
    void collect_cells();
    void describe_base();
    Grid score_draws();
    void score_chunk(const Grid& levels, std::size_t first, Grid& scores);
    double base_score(std::size_t option) const;
    std::optional<Undefined> missing(std::size_t option) const;
    Outcome outcome(std::size_t option, std::span<const double> draws);
    Scored nothing(const std::string& reason) const;

    const Document& document_;
    Sampler& sampler_;
    const ScoringMethod* method_;
    std::vector<double> all_weights_;
    BoundCriteria bound_;
    std::vector<double> weight_;               // of the criteria that have one
    std::vector<const BoundCriterion*> used_;  // the same criteria
    std::vector<ScoreCell> varying_, fixed_;
    Grid value_;  // [option][used criterion]: of the base, then of the draw at hand
    ScoreResult result_;
    std::unordered_map<NodeId, double> base_;
    std::vector<double> base_score_;
};

bool finite(double x) {
    return std::fabs(x) <= std::numeric_limits<double>::max();
}

Scorer::Scorer(const Document& document, Sampler& sampler)
    : document_(document),
      sampler_(sampler),
      method_(find_scoring_method(document.scoring.method)),
      all_weights_(document_weights(document.scoring)),
      bound_(bound_criteria(document, sampler.model(), all_weights_)),
      value_(0, 1) {
    for (const BoundCriterion& criterion : bound_.criteria) {
        if (criterion.weight == 0) continue;
        used_.push_back(&criterion);
        weight_.push_back(criterion.weight);
    }
    value_ = Grid(document.options.size(), std::max<std::size_t>(1, used_.size()));
}

Scored Scorer::nothing(const std::string& reason) const {
    Scored scored{.result = result_, .draws = std::nullopt};
    const Outcome none{.base = Undefined{reason}, .over_draws = Undefined{reason}};
    scored.result.score.assign(document_.options.size(), none);
    return scored;
}

// The base values of all criteria, also of those without weight, as collect_cells needs them.
void Scorer::describe_base() {
    std::vector<NodeId> nodes;
    for (const BoundCriterion& criterion : bound_.criteria)
        for (const auto& level : criterion.level)
            if (level) nodes.push_back(*level);
    const std::vector<double> base = sampler_.base(nodes);
    for (std::size_t n = 0; n < nodes.size(); ++n) base_[nodes[n]] = base[n];

    for (const BoundCriterion& criterion : bound_.criteria) {
        auto& values = result_.base_value.emplace_back();
        for (const auto& level : criterion.level) {
            const bool exists = level && finite(base_.at(*level));
            values.push_back(exists ? value_of_level(criterion.anchors, base_.at(*level))
                                    : std::numeric_limits<double>::quiet_NaN());
        }
    }
}

void Scorer::collect_cells() {
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

// Scores of the draws first .. first + levels.columns() - 1; levels are those of varying_.
void Scorer::score_chunk(const Grid& levels, std::size_t first, Grid& scores) {
    Grid values(varying_.size(), levels.columns());
    for (std::size_t v = 0; v < varying_.size(); ++v) {
        values_of_levels(varying_[v].anchors, levels.row(v), values.row(v));
        const BadDraws bad = bad_draws(levels.row(v));
        if (bad.count > 0 && varying_[v].bad.count == 0) varying_[v].bad.first = first + bad.first;
        varying_[v].bad.count += bad.count;
    }
    std::vector<double> score(scores.rows());
    for (std::size_t d = 0; d < levels.columns(); ++d) {
        for (std::size_t v = 0; v < varying_.size(); ++v)
            value_.row(varying_[v].option)[varying_[v].place] = values.row(v)[d];
        method_->score({value_, weight_}, score);
        for (std::size_t option = 0; option < score.size(); ++option)
            scores.row(option)[first + d] = full_score * score[option];
    }
}

Grid Scorer::score_draws() {
    Grid scores(document_.options.size(), sampler_.draws());
    std::vector<NodeId> nodes;
    for (const ScoreCell& cell : varying_) nodes.push_back(cell.node);
    if (nodes.empty()) {
        for (std::size_t option = 0; option < scores.rows(); ++option)
            std::fill(scores.row(option).begin(), scores.row(option).end(), base_score_[option]);
        return scores;
    }
    const std::size_t blocks = std::max<std::size_t>(1, chunk_doubles / nodes.size() / block_size);
    for (std::size_t first = 0; first < sampler_.draws(); first += blocks * block_size) {
        const std::size_t count = std::min(blocks * block_size, sampler_.draws() - first);
        score_chunk(sampler_.sample(nodes, {.first = first, .count = count}), first, scores);
    }
    return scores;
}

// Why the option has no score in any draw.
std::optional<Undefined> Scorer::missing(std::size_t option) const {
    for (const BoundCriterion* criterion : used_)
        if (!criterion->level[option])
            return Undefined{"criterion '" + criterion->row + "' has no value for option " +
                             document_.options[option].id};
    return std::nullopt;
}

Outcome Scorer::outcome(std::size_t option, std::span<const double> draws) {
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
    if (complete) outcome.over_draws = statistics(draws, scratch);
    return outcome;
}

Scored Scorer::run() {
    result_.weight = all_weights_;
    describe_base();
    if (method_ == nullptr)
        return nothing("unknown scoring method '" + document_.scoring.method + "'");
    if (!bound_.reason.empty()) return nothing(bound_.reason);
    if (document_.options.size() * sampler_.draws() > most_doubles)
        return nothing(std::to_string(document_.options.size()) + " options at " +
                       std::to_string(sampler_.draws()) +
                       " draws take more than 128 MB: lower the draws");

    collect_cells();
    base_score_.resize(document_.options.size());
    method_->score({value_, weight_}, base_score_);
    for (double& score : base_score_) score *= full_score;
    Scored scored{.result = {}, .draws = score_draws()};
    bool complete = true;
    for (std::size_t option = 0; option < document_.options.size(); ++option) {
        result_.score.push_back(outcome(option, scored.draws->row(option)));
        complete &= std::holds_alternative<Statistics>(result_.score.back().over_draws);
    }
    if (complete) {
        const Lead lead = lead_on(*scored.draws, document_.headline);
        result_.p_best = lead.p_best;
        result_.leader = lead.leader;
    } else {
        scored.draws = std::nullopt;
    }
    scored.result = std::move(result_);
    return scored;
}

}  // namespace

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

Scored score(const Document& document, Sampler& sampler) {
    return Scorer(document, sampler).run();
}

}  // namespace fulcrum
