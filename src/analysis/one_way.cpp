#include "analysis/one_way.h"

#include "analysis/lead.h"
#include "base/order.h"
#include "engine/simulate.h"
#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t few_draws = 1024;  // enough to look for flips
constexpr int swing_points = 5;          // enough to see a bend

ResultsRequest request_of(const Model& model, std::size_t draws) {
    ResultsRequest request{.draws = draws, .rows = std::vector<std::size_t>()};
    if (model.objective) request.rows->push_back(*model.objective);
    return request;
}

// What all studies of one decision share.
struct Subject {
    Opened opened;
    Results few, all;
    std::vector<bool> matters;  // [input]
    OneWay result;
    std::vector<std::vector<double>> utility;  // [option][draw], for correlated inputs

    const Results& few_or_all() const { return few.draws > 0 ? few : all; }
    // Of the options that are first and second as things are.
    std::optional<double> gap_of(const Standing& standing) const {
        if (!standing.leader) return std::nullopt;
        return standing.expected[*result.lead.leader] - standing.expected[*result.lead.runner_up];
    }
    bool is_correlated(std::size_t input) const {
        return !opened.model.groups.empty() && opened.model.group_of[input];
    }
    bool is_cell(const std::string& id) const {
        return std::find(opened.cells.begin(), opened.cells.end(), id) != opened.cells.end();
    }
};

// More is better.
void draw_utility(Subject& subject) {
    const Opened& opened = subject.opened;
    const std::vector<NodeId> nodes = objective_nodes(opened.document, opened.model).nodes;
    const Grid grid = simulate(opened.model, nodes, {subject.all.draws, subject.all.seed});
    const Row& row = opened.document.rows[*opened.model.objective];
    for (std::size_t option = 0; option < nodes.size(); ++option) {
        subject.utility.emplace_back(grid.row(option).begin(), grid.row(option).end());
        if (row.direction != Direction::Less) continue;
        for (double& draw : subject.utility.back()) draw = -draw;
    }
}

double expected(const Model& model, NodeId node, const Results& results) {
    return mean(simulate(model, {&node, 1}, {results.draws, results.seed}).row(0));
}

std::optional<double> cost_of_waiting(const Subject& subject) {
    const auto& [document, model, cells] = subject.opened;
    const auto row = row_index(document, document.waiting.row);
    const std::size_t leader = *subject.result.lead.leader;
    const std::string by = document.waiting.by + "@" + document.options[leader].id;
    const Assumption* moved = find_assumption(document, by);
    if (!row || moved == nullptr || !model.rows[*row].node[leader].back()) return std::nullopt;
    const Result<Document> later =
        apply(document, Edit{SetBase{by, moved->base + 1}}, family_traits);
    if (!later) return std::nullopt;
    const std::optional<Model> then = rebound(model, document, *later).model;
    if (!then) return std::nullopt;
    const NodeId node = *model.rows[*row].node[leader].back();
    const double more =
        expected(*then, node, subject.few_or_all()) - expected(model, node, subject.few_or_all());
    if (!std::isfinite(more)) return std::nullopt;
    return document.rows[*row].direction == Direction::More ? -more : more;
}

// All that is asked of one input, an evaluation at a time. Its swing follows at once where it has
// flips: then it has been drawn; else it is the only one that is asked for, in a second study.
class Study {
  public:
    Study(Subject& subject, std::size_t input, bool swing_only)
        : subject_(subject),
          input_(input),
          search_(subject.opened, {subject.few_or_all(), subject.all}, input,
                  subject.matters[input], subject.result.premise),
          stage_(swing_only ? Stage::Swing : Stage::Flips) {
        if (swing_only) start_swing();
    }

    bool step() {
        switch (stage_) {
            case Stage::Flips:
                if (!search_.step()) keep_flips();
                break;
            case Stage::Information:
                if (!information_->step()) keep_information();
                break;
            case Stage::Swing:
                step_swing();
                break;
            case Stage::Done:
                break;
        }
        return stage_ != Stage::Done;
    }

  private:
    enum class Stage { Flips, Information, Swing, Done };

    void keep_flips() {
        InputFlips found = search_.found();
        found.is_cell = subject_.is_cell(found.id);
        has_flips_ = !found.flips.empty();
        subject_.result.flips.push_back(std::move(found));
        start_information();
        if (information_)
            stage_ = Stage::Information;
        else
            after_information();
    }

    void start_information() {
        const Model& model = subject_.opened.model;
        const InputFlips& found = search_.found();
        const bool asked = subject_.result.premise == Premise::TurnedOut;
        if (!asked || !model.inputs[input_].uncertain) return;
        subject_.result.information.push_back({.id = found.id});
        if (!found.matters) return;
        std::vector<double> draws(subject_.result.draws);
        draw_input(model, static_cast<std::uint32_t>(input_), subject_.all.seed, 0, draws);
        if (subject_.is_correlated(input_)) {
            slice(draws);
            return;
        }
        const auto [least, greatest] = std::minmax_element(draws.begin(), draws.end());
        std::vector<double> flips;
        for (const Flip& flip : found.flips)
            if (flip.at > *least && flip.at < *greatest) flips.push_back(flip.at);
        if (flips.empty() && *least >= found.from && *greatest <= found.to) return;
        information_.emplace(search_.on_all(), subject_.result.lead, std::move(flips),
                             std::move(draws));
    }

    void slice(std::span<const double> x) {
        if (subject_.result.lead.by_score) return;
        if (subject_.utility.empty()) draw_utility(subject_);
        const std::vector<std::span<const double>> rows(subject_.utility.begin(),
                                                        subject_.utility.end());
        keep(sliced_information(rows, x));
    }

    void keep(InputInformation information) {
        information.id = search_.found().id;
        subject_.result.information.back() = std::move(information);
    }

    void keep_information() {
        keep(information_->take());
        after_information();
    }

    void after_information() {
        stage_ = Stage::Done;
        if (has_flips_ && has_range()) start_swing();
    }

    bool has_range() const {
        const InputFlips& found = search_.found();
        return found.low < found.high && !subject_.is_cell(found.id);
    }

    void start_swing() {
        const InputFlips& found = search_.found();
        subject_.result.swings.push_back({.id = found.id, .points = {}});
        const bool whole =
            subject_.result.premise == Premise::TurnedOut &&
            family_traits(*find_assumption(subject_.opened.document, found.id)).whole_numbers;
        for (int k = 0; k < swing_points; ++k) {
            const double value = found.low + (found.high - found.low) * k / (swing_points - 1);
            values_.push_back(whole ? std::round(value) : value);
        }
        values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
        stage_ = Stage::Swing;
    }

    void step_swing() {
        std::vector<Swing::Point>& points = subject_.result.swings.back().points;
        const double value = values_[points.size()];
        points.push_back({value, search_.found().matters
                                     ? subject_.gap_of(search_.on_all().at(value))
                                     : subject_.result.gap_now});
        if (points.size() == values_.size()) stage_ = Stage::Done;
    }

    Subject& subject_;
    std::size_t input_;
    FlipSearch search_;
    std::optional<InformationSearch> information_;
    bool has_flips_ = false;
    std::vector<double> values_;  // of the swing
    Stage stage_;
};

}  // namespace

double Swing::width() const {
    double least = 0, greatest = 0;
    bool any = false;
    for (const Point& point : points) {
        if (!point.gap) continue;
        least = any ? std::min(least, *point.gap) : *point.gap;
        greatest = any ? std::max(greatest, *point.gap) : *point.gap;
        any = true;
    }
    return greatest - least;
}

const InputInformation* worth_most(const OneWay& one_way) {
    const InputInformation* most = nullptr;
    for (const InputInformation& information : one_way.information)
        if (information.value > information.error &&
            (most == nullptr || information.value > most->value))
            most = &information;
    return most;
}

class OneWayAnalysis::Work {
  public:
    Work(const Document& document, const Model& model, std::size_t draws, Premise premise)
        : subject_{.opened = with_cells_opened(document, model)},
          analysis_(analysis_of(few(draws))) {
        subject_.result.draws = draws;
        subject_.result.premise = premise;
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    bool step() {
        if (phase_ == Phase::Done) return false;
        if (phase_ == Phase::Results) {
            if (!analysis_.step()) keep_results();
        } else if (!study_) {
            study_.emplace(subject_, next_, phase_ == Phase::Swings);
        } else if (!study_->step()) {
            study_.reset();
            ++next_;
            find_next();
        }
        return phase_ != Phase::Done;
    }

    bool has_flips() const { return phase_ == Phase::Swings || phase_ == Phase::Done; }
    const OneWay& result() const { return subject_.result; }

  private:
    enum class Phase { Results, Flips, Swings, Done };

    static std::size_t few(std::size_t draws) { return std::min(draws, few_draws); }
    Analysis analysis_of(std::size_t draws) const {
        const Opened& opened = subject_.opened;
        return {opened.document, opened.model, request_of(opened.model, draws)};
    }

    // First of few draws, then of all.
    void keep_results() {
        Results results = std::move(analysis_).take();
        if (results.draws < subject_.result.draws) {
            subject_.few = std::move(results);
            analysis_ = analysis_of(subject_.result.draws);
            return;
        }
        subject_.all = std::move(results);
        subject_.result.lead = subject_.all.lead;
        if (subject_.result.lead.leader && subject_.result.lead.runner_up)
            start();
        else
            phase_ = Phase::Done;
    }

    void start() {
        const auto& [document, model, cells] = subject_.opened;
        OneWay& result = subject_.result;
        result.unit = result.lead.by_score ? "points" : document.rows[*model.objective].unit;
        result.gap_now = subject_.gap_of(standing_of(document, model, subject_.all)).value_or(0);
        result.score = score_flips(document, model, std::min(result.draws, 4 * few_draws));
        result.waiting = cost_of_waiting(subject_);
        subject_.matters = inputs_that_matter(document, model, result.lead.by_score);
        phase_ = Phase::Flips;
        find_next();
    }

    // From next_ on, the input that is to be studied; at the end what comes after.
    void find_next() {
        const std::size_t count = subject_.matters.size();
        if (phase_ == Phase::Swings)
            while (next_ < count && !lacks_swing(subject_.result.flips[next_])) ++next_;
        if (next_ < count) return;
        if (phase_ == Phase::Flips) {
            phase_ = Phase::Swings;
            next_ = 0;
            find_next();
            return;
        }
        phase_ = Phase::Done;
        sort_by(subject_.result.swings, [](const Swing& swing) { return -swing.width(); });
    }

    bool lacks_swing(const InputFlips& input) const {
        const std::vector<Swing>& swings = subject_.result.swings;
        return !input.is_cell && input.low < input.high &&
               std::none_of(swings.begin(), swings.end(),
                            [&](const Swing& swing) { return swing.id == input.id; });
    }

    Subject subject_;
    Analysis analysis_;
    Phase phase_ = Phase::Results;
    std::size_t next_ = 0;
    std::optional<Study> study_;
};

OneWayAnalysis::OneWayAnalysis(const Document& document, const Model& model, std::size_t draws,
                               Premise premise)
    : work_(std::make_unique<Work>(document, model, draws, premise)) {}
OneWayAnalysis::~OneWayAnalysis() = default;
OneWayAnalysis::OneWayAnalysis(OneWayAnalysis&&) noexcept = default;
OneWayAnalysis& OneWayAnalysis::operator=(OneWayAnalysis&&) noexcept = default;

bool OneWayAnalysis::step() {
    return work_->step();
}

bool OneWayAnalysis::has_flips() const {
    return work_->has_flips();
}

const OneWay& OneWayAnalysis::so_far() const {
    return work_->result();
}

OneWay one_way(const Document& document, const Model& model, std::size_t draws, Premise premise) {
    OneWayAnalysis analysis(document, model, draws, premise);
    while (analysis.step()) {
    }
    return analysis.so_far();
}

}  // namespace fulcrum
