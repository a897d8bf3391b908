#include "analysis/analysis.h"

#include "analysis/lead.h"
#include "analysis/roll_back.h"
#include "analysis/score.h"
#include "analysis/wanted.h"
#include "base/aligned.h"
#include "math/statistics.h"
#include "model/tree.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <map>

namespace fulcrum {
namespace {

constexpr std::size_t group_doubles = 1u << 20;          // 8 MB of draws at a time
constexpr std::size_t most_doubles = 16u << 20;          // 128 MB, beyond which there is no lead
constexpr std::size_t operations_of_a_piece = 1u << 19;  // about half a millisecond

using Outcomes = std::map<NodeId, Outcome>;

// Nodes that are drawn together.
struct Pass {
    Sampler* sampler = nullptr;
    Outcomes* outcomes = nullptr;
    std::vector<NodeId> kept;      // all their draws are kept
    std::vector<bool> is_wanted;   // [kept] to be summarised
    std::size_t summarised = 0;    // of kept, from the first on
    std::size_t objectives = 0;    // of kept, from the first on: the objective of every option
    std::vector<NodeId> streamed;  // the score's levels, seen piece by piece

    std::optional<Simulator> own;    // where no recall has one
    Simulator* simulator = nullptr;  // this one
    std::size_t drawn = 0;
    std::vector<AlignedDoubles> sample;  // [kept][draw]
    Grid piece{0, 1};                    // [streamed][draw of the piece]
};

}  // namespace

class Analysis::Work {
  public:
    Work(const Document& document, const Model& model, const ResultsRequest& request,
         Recall* recall);
    bool step();
    Results take() { return std::move(results_); }

  private:
    std::vector<std::size_t> rows_of(const Sampler& sampler) const;
    std::vector<NodeId> unknown(const std::vector<NodeId>& nodes, Sampler& sampler,
                                Outcomes& outcomes);
    void plan_headline();
    void plan_score();
    void plan_rows() { plan(sampler_, outcomes_); }
    void plan_series();
    void plan(Sampler& sampler, Outcomes& outcomes);
    void bind(Pass& pass);
    bool is_objective(NodeId node);
    std::size_t piece_draws(Simulator& simulator) const;
    void draw_piece(Pass& pass);
    void summarise(Pass& pass);
    double expected(const Pass& pass, std::size_t k) const;
    void begin_lead(Pass& pass);
    void continue_lead();
    void conclude_score();
    bool roll_tree_back();
    void collect_rows();

    const Document& document_;
    const Model& model_;
    Recall* recall_;
    std::vector<std::size_t> rows_;
    Sampler sampler_, series_sampler_;
    Outcomes outcomes_, series_outcomes_;
    std::map<NodeId, double> base_;
    std::optional<Scorer> scorer_;
    std::optional<LeadInPieces> lead_;
    std::optional<RollBackInPieces> tree_;
    std::vector<Pass> passes_;
    std::size_t planned_ = 0, at_ = 0;
    Results results_;
};

Analysis::Work::Work(const Document& document, const Model& model, const ResultsRequest& request,
                     Recall* recall)
    : document_(document),
      model_(model),
      recall_(recall),
      rows_(rows_to_summarise(document, request)),
      sampler_(document, model, request.draws),
      series_sampler_(document, model, request.series_draws.value_or(request.draws)) {
    assert(request.draws > 0 && series_sampler_.draws() > 0);
    results_.draws = sampler_.draws();
    results_.series_draws = series_sampler_.draws();
    results_.seed = sampler_.settings().seed;

    passes_.emplace_back();
    if (request.tree && has_roll_back(document.tree)) tree_.emplace(document, model, request.draws);
}

// The rows that are summarised at the sampler's draws.
std::vector<std::size_t> Analysis::Work::rows_of(const Sampler& sampler) const {
    std::vector<std::size_t> rows;
    for (const std::size_t row : rows_)
        if (results_.draws_of(document_.rows[row]) == sampler.draws()) rows.push_back(row);
    return rows;
}

// Answers what can be answered without draws; returns the other nodes.
std::vector<NodeId> Analysis::Work::unknown(const std::vector<NodeId>& nodes, Sampler& sampler,
                                            Outcomes& outcomes) {
    std::vector<NodeId> unknown;
    const std::vector<double> base = sampler.base(nodes);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const NodeId node = nodes[n];
        base_[node] = base[n];
        const bool is_still = recall_ != nullptr && !recall_->moves(node);
        const Outcome* known = is_still ? recall_->outcome(node, sampler.draws()) : nullptr;
        if (known != nullptr)
            outcomes.emplace(node, *known);
        else if (!sampler.varies(node))
            outcomes.emplace(node, sampler.outcome(node, base[n], {}));
        else
            unknown.push_back(node);
    }
    return unknown;
}

void Analysis::Work::plan_headline() {
    Pass& first = passes_.front();
    first.sampler = &sampler_;
    first.outcomes = &outcomes_;
    if (!model_.objective) {
        if (document_.scoring.criteria.empty())
            results_.lead = no_leader({{"the document has neither an objective nor criteria"}});
        return;
    }
    ObjectiveNodes objective = objective_nodes(document_, model_);
    if (recall_ != nullptr && !recall_->moves(objective.nodes)) {
        results_.lead = recall_->results().lead;
        return;
    }
    if (!objective.missing.empty()) {
        results_.lead = no_leader(std::move(objective.missing));
        return;
    }
    if (objective.nodes.size() * sampler_.draws() > most_doubles) {
        results_.lead = no_leader(
            {{std::to_string(objective.nodes.size()) + " options at " +
              std::to_string(sampler_.draws()) + " draws take more than 128 MB: lower the draws"}});
        return;
    }
    first.objectives = objective.nodes.size();
    first.is_wanted.assign(first.objectives, false);
    first.kept = std::move(objective.nodes);
}

void Analysis::Work::plan_score() {
    if (document_.scoring.criteria.empty()) return;
    Scorer scorer(document_, sampler_);
    if (recall_ != nullptr && recall_->has_scoring(document_.scoring) &&
        !recall_->moves(scorer.nodes())) {
        results_.score = recall_->results().score;
        if (!model_.objective) results_.lead = recall_->results().lead;
        return;
    }
    passes_.front().streamed.assign(scorer.levels().begin(), scorer.levels().end());
    scorer_.emplace(std::move(scorer));
}

// Those that are drawn a different number of times.
void Analysis::Work::plan_series() {
    if (series_sampler_.draws() != sampler_.draws()) plan(series_sampler_, series_outcomes_);
}

// Adds the nodes of rows to the passes, as many to each as memory allows.
void Analysis::Work::plan(Sampler& sampler, Outcomes& outcomes) {
    const std::vector<NodeId> nodes =
        unknown(nodes_of(model_, rows_of(sampler)), sampler, outcomes);
    const std::size_t most = std::max<std::size_t>(1, group_doubles / sampler.draws());
    const bool is_first = sampler.draws() == sampler_.draws();
    Pass* pass = is_first ? &passes_.front() : nullptr;
    for (const NodeId node : nodes) {
        if (is_first && is_objective(node)) continue;
        if (pass == nullptr || pass->kept.size() >= most) {
            pass = &passes_.emplace_back();
            pass->sampler = &sampler;
            pass->outcomes = &outcomes;
        }
        pass->kept.push_back(node);
        pass->is_wanted.push_back(true);
    }
}

// Is the node kept as an objective? Then it is summarised there.
bool Analysis::Work::is_objective(NodeId node) {
    Pass& first = passes_.front();
    bool found = false;
    for (std::size_t option = 0; option < first.objectives; ++option) {
        if (first.kept[option] != node) continue;
        first.is_wanted[option] = true;
        found = true;
    }
    return found;
}

void Analysis::Work::bind(Pass& pass) {
    std::vector<NodeId> outputs = pass.kept;
    outputs.insert(outputs.end(), pass.streamed.begin(), pass.streamed.end());
    const SimulationSettings& settings = pass.sampler->settings();
    pass.simulator = recall_ != nullptr ? &recall_->simulator(model_, outputs, settings)
                                        : &pass.own.emplace(model_, std::move(outputs), settings);
}

std::size_t Analysis::Work::piece_draws(Simulator& simulator) const {
    const std::size_t blocks =
        operations_of_a_piece / std::max<std::size_t>(1, simulator.operations()) / block_size;
    return std::max<std::size_t>(1, blocks) * block_size;
}

void Analysis::Work::draw_piece(Pass& pass) {
    const std::size_t draws = pass.sampler->draws();
    const std::size_t most = std::min(draws, piece_draws(*pass.simulator));
    if (pass.drawn == 0) {
        for (std::size_t k = 0; k < pass.kept.size(); ++k) pass.sample.emplace_back(draws);
        pass.piece = Grid(pass.streamed.size(), most);
    }
    const DrawRange range{pass.drawn, std::min(most, draws - pass.drawn)};
    std::vector<double*> to;
    std::vector<const double*> levels;
    for (std::size_t k = 0; k < pass.kept.size(); ++k)
        to.push_back(pass.sample[k].data() + range.first);
    for (std::size_t level = 0; level < pass.streamed.size(); ++level) {
        to.push_back(pass.piece.row(level).data());
        levels.push_back(to.back());
    }
    if (!to.empty()) pass.simulator->run(model_, range, to);
    if (!levels.empty()) scorer_->take(levels, range.first, range.count);
    pass.drawn += range.count;
}

void Analysis::Work::summarise(Pass& pass) {
    std::size_t operations = 0;
    while (pass.summarised < pass.kept.size() && operations < operations_of_a_piece) {
        const std::size_t k = pass.summarised++;
        if (!pass.is_wanted[k]) continue;
        const NodeId node = pass.kept[k];
        pass.outcomes->emplace(node, pass.sampler->outcome(node, base_.at(node), pass.sample[k]));
        operations += pass.sampler->draws() * operations_of_statistics;
    }
}

double Analysis::Work::expected(const Pass& pass, std::size_t k) const {
    const auto known = pass.outcomes->find(pass.kept[k]);
    const auto* summary = known == pass.outcomes->end()
                              ? nullptr
                              : std::get_if<Statistics>(&known->second.over_draws);
    return summary != nullptr ? summary->mean : mean(pass.sample[k]);
}

// The objective's draws become utilities where they are: nothing needs them as they were.
void Analysis::Work::begin_lead(Pass& pass) {
    const std::span sample = std::span(pass.sample).first(pass.objectives);
    std::vector<double> means;
    for (std::size_t k = 0; k < pass.objectives; ++k) means.push_back(expected(pass, k));
    std::vector<Undefined> why =
        to_utility(document_, std::span(pass.kept).first(pass.objectives), sample, means, sampler_);
    pass.objectives = 0;
    if (why.empty())
        lead_.emplace(std::vector<Draws>(sample.begin(), sample.end()), std::move(means),
                      document_.headline);
    else
        results_.lead = no_leader(std::move(why));
}

void Analysis::Work::continue_lead() {
    if (lead_->step()) return;
    results_.lead = lead_->take();
    lead_.reset();
}

void Analysis::Work::conclude_score() {
    if (scorer_->conclude()) return;
    Scored scored = std::move(*scorer_).take();
    scorer_.reset();
    if (!model_.objective) results_.lead = std::move(scored.lead);
    results_.score = std::move(scored.result);
}

bool Analysis::Work::roll_tree_back() {
    if (!tree_) return false;
    if (tree_->step()) return true;
    results_.tree = {.base = roll_back_at_base(document_, model_),
                     .over_draws = std::move(*tree_).take()};
    tree_.reset();
    return false;
}

void Analysis::Work::collect_rows() {
    results_.rows.resize(model_.rows.size());
    for (const std::size_t row : rows_) {
        const bool is_usual = results_.draws_of(document_.rows[row]) == sampler_.draws();
        const Outcomes& outcomes = is_usual ? outcomes_ : series_outcomes_;
        for (const auto& months : model_.rows[row].node) {
            auto& result = results_.rows[row].outcome.emplace_back();
            for (const auto& node : months)
                result.push_back(node ? std::optional(outcomes.at(*node)) : std::nullopt);
        }
    }
}

bool Analysis::Work::step() {
    constexpr std::array plans{&Work::plan_headline, &Work::plan_score, &Work::plan_rows,
                               &Work::plan_series};
    if (planned_ < plans.size()) {
        (this->*plans[planned_++])();
        return true;
    }
    if (at_ == passes_.size()) {
        if (roll_tree_back()) return true;
        collect_rows();
        return false;
    }
    Pass& pass = passes_[at_];
    if (pass.simulator == nullptr) {
        bind(pass);
    } else if (pass.drawn < pass.sampler->draws()) {
        draw_piece(pass);
    } else if (pass.summarised < pass.kept.size()) {
        summarise(pass);
    } else if (pass.objectives > 0) {
        begin_lead(pass);
    } else if (lead_) {
        continue_lead();
    } else if (scorer_) {
        conclude_score();
    } else {
        pass.sample.clear();
        pass.own.reset();
        ++at_;
    }
    return true;
}

Analysis::Analysis(const Document& document, const Model& model, const ResultsRequest& request,
                   Recall* recall)
    : work_(std::make_unique<Work>(document, model, request, recall)) {}
Analysis::~Analysis() = default;
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;

bool Analysis::step() {
    return work_->step();
}

Results Analysis::take() && {
    return work_->take();
}

Results analyse(const Document& document, const Model& model, const ResultsRequest& request) {
    Analysis analysis(document, model, request);
    while (analysis.step()) {
    }
    return std::move(analysis).take();
}

}  // namespace fulcrum
