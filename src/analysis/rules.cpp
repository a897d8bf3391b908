#include "analysis/rules.h"

#include "analysis/analysis.h"
#include "analysis/certainty_equivalent.h"
#include "analysis/comparison.h"
#include "base/order.h"
#include "engine/simulate.h"
#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t most_doubles = std::size_t{1} << 20;  // options^2 draws, 8 at least
constexpr std::size_t most_moved = 12;
constexpr double next_tolerance = 1.2589254117941673;  // ten of them are a factor of ten
constexpr double tolerance_error = 1e-4;

std::size_t first_highest(const std::vector<double>& figure) {
    return static_cast<std::size_t>(std::max_element(figure.begin(), figure.end()) -
                                    figure.begin());
}

std::pair<double, double> nine_in_ten(const ModelInput& input) {
    constexpr std::array<double, 2> p{0.05, 0.95};
    std::array<double, 2> x{};
    input.family->quantile(input.parameters, p, x);
    return {x[0], x[1]};
}

// The total among the rows of such a view's topics.
std::optional<std::size_t> total_of(const Document& document, std::string_view view) {
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        if (!row.total || row.kind != RowKind::Number || row.months ||
            row.direction == Direction::None)
            continue;
        for (const Topic& topic : document.topics)
            if (topic.id == row.topic && topic.view == view) return r;
    }
    return std::nullopt;
}

std::vector<std::size_t> all_of(std::size_t count) {
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

}  // namespace

std::vector<double> certainty_equivalents(const Grid& utility, double risk_tolerance) {
    std::vector<double> worth;
    for (std::size_t option = 0; option < utility.rows(); ++option)
        worth.push_back(certainty_equivalent(utility.row(option), risk_tolerance));
    return worth;
}

class RuleSearch::Work {
  public:
    Work(Document document, Model model, std::size_t draws)
        : document_(std::move(document)),
          model_(std::move(model)),
          cost_(total_of(document_, "money")),
          risk_(total_of(document_, "risk")),
          analysis_(document_, model_, request(draws)) {
        rules.draws = draws;
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    bool step() {
        using Step = void (Work::*)();
        constexpr std::array<Step, done> steps{&Work::find_lead,     &Work::draw,
                                               &Work::compare,       &Work::rank_inputs,
                                               &Work::visit_corners, &Work::find_tolerances};
        if (phase_ < done) (this->*steps[phase_])();
        return phase_ < done;
    }

    Rules rules;

  private:
    static constexpr std::size_t done = 6;

    struct Moved {  // an uncertain number that matters
        std::size_t slot = 0;
        std::string id;
        std::array<std::pair<double, double>, 2> ends;  // [Ends]
        double swing = 0;  // of the gap, the largest of either kind of ends
    };

    ResultsRequest request(std::size_t draws) const {
        ResultsRequest request{.draws = draws, .rows = std::vector<std::size_t>()};
        if (cost_ && risk_) request.rows = {*cost_, *risk_};
        return request;
    }

    void find_lead() {
        if (analysis_.step()) return;
        const Results results = std::move(analysis_).take();
        rules.lead = results.lead;
        if (!rules.lead.leader || !rules.lead.runner_up) {
            phase_ = done;
            return;
        }
        const std::size_t options = document_.options.size();
        const Row* row = rules.lead.by_score ? nullptr : &document_.rows[*model_.objective];
        rules.unit = row == nullptr ? "points" : row->unit;
        rules.is_less = row != nullptr && row->direction == Direction::Less;
        if (cost_ && risk_) trade_off(results);
        comparison_.emplace(document_, model_, rules.lead.by_score, all_of(options));
        std::size_t draws = rules.draws;
        while (draws > block_size &&
               draws > most_doubles / options / std::max<std::size_t>(8, options))
            draws /= 2;
        rules.draws = draws;
        rules.utility = Grid(options, draws);
        ++phase_;
    }

    void trade_off(const Results& results) {
        Grid figure(2, document_.options.size());
        const std::array<std::size_t, 2> rows{*cost_, *risk_};
        for (std::size_t f = 0; f < 2; ++f)
            for (std::size_t option = 0; option < figure.columns(); ++option) {
                const auto& outcome = results.rows[rows[f]].outcome[option].back();
                const auto* known =
                    outcome ? std::get_if<Statistics>(&outcome->over_draws) : nullptr;
                if (known == nullptr) return;
                figure.row(f)[option] = known->mean;
            }
        const std::array<Direction, 2> direction{document_.rows[*cost_].direction,
                                                 document_.rows[*risk_].direction};
        rules.tradeoff = {*cost_, *risk_, pareto_frontier(figure, direction)};
    }

    std::span<const std::uint32_t> inputs() { return comparison_->inputs().inputs(); }
    std::span<double> values(std::size_t slot) { return comparison_->inputs().values(slot); }

    // Of the inputs as they stand, to column `first` of a grid.
    void run(std::size_t count, Grid& to, std::size_t first) {
        std::vector<double*> rows;
        for (std::size_t option = 0; option < to.rows(); ++option)
            rows.push_back(to.row(option).data() + first);
        comparison_->run(count, rows);
    }

    void draw() {
        const std::size_t first = next_ * block_size;
        const std::size_t count = std::min(block_size, rules.draws - first);
        for (std::size_t slot = 0; slot < inputs().size(); ++slot)
            draw_input(model_, inputs()[slot],
                       static_cast<std::uint64_t>(document_.simulation.seed), first,
                       values(slot).first(count));
        run(count, rules.utility, first);
        ++next_;
        if (first + count < rules.draws) return;
        next_ = 0;
        for (std::size_t slot = 0; slot < inputs().size(); ++slot) to_base(slot);
        ++phase_;
    }

    void to_base(std::size_t slot) {
        std::fill(values(slot).begin(), values(slot).end(), model_.inputs[inputs()[slot]].base);
    }

    void compare() {
        const Grid& utility = rules.utility;
        rules.dominance = dominance(utility);
        Grid figure(2, utility.rows());
        std::vector<double> best(utility.columns(), -std::numeric_limits<double>::infinity());
        for (std::size_t option = 0; option < utility.rows(); ++option) {
            const auto draws = utility.row(option);
            figure.row(0)[option] = mean(draws);
            rules.expected.push_back(figure.row(0)[option]);
            figure.row(1)[option] = percentile(draws, 0.05);
            rules.scale = std::max(rules.scale, std::sqrt(variance(draws)));
            for (std::size_t d = 0; d < best.size(); ++d) best[d] = std::max(best[d], draws[d]);
        }
        rules.on_frontier = pareto_frontier(figure, std::array{Direction::More, Direction::More});
        for (std::size_t option = 0; option < utility.rows(); ++option)
            rules.regret.push_back(std::max(0.0, mean(best) - figure.row(0)[option]));
        list_inputs();
        swings_ = Grid(utility.rows(), block_size);
        ++phase_;
    }

    void list_inputs() {
        for (std::size_t slot = 0; slot < inputs().size(); ++slot) {
            const ModelInput& input = model_.inputs[inputs()[slot]];
            if (!input.uncertain) continue;
            moved_.push_back(
                {slot,
                 input.id,
                 {range_of_numbers(*find_assumption(document_, input.id)), nine_in_ten(input)}});
        }
    }

    double gap_at(const Grid& utility, std::size_t column) const {
        return utility.row(*rules.lead.leader)[column] - utility.row(*rules.lead.runner_up)[column];
    }

    // One number at each of its four ends, all else at its base; the first column has all there.
    void rank_inputs() {
        constexpr std::size_t at_once = (block_size - 1) / 4;
        const std::size_t end = std::min(next_ + at_once, moved_.size());
        const auto column = [&](std::size_t k) { return 1 + 4 * (k - next_); };
        for (std::size_t k = next_; k < end; ++k)
            for (std::size_t ends = 0; ends < 2; ++ends) {
                values(moved_[k].slot)[column(k) + 2 * ends] = moved_[k].ends[ends].first;
                values(moved_[k].slot)[column(k) + 2 * ends + 1] = moved_[k].ends[ends].second;
            }
        run(column(end), swings_, 0);
        for (std::size_t k = next_; k < end; ++k) {
            for (std::size_t c = column(k); c < column(k) + 4; ++c) {
                const double swing = std::fabs(gap_at(swings_, c) - gap_at(swings_, 0));
                if (swing > moved_[k].swing) moved_[k].swing = swing;
            }
            to_base(moved_[k].slot);
        }
        next_ = end;
        if (next_ < moved_.size()) return;
        next_ = 0;
        begin_corners();
        ++phase_;
    }

    void begin_corners() {
        sort_by(moved_, [](const Moved& moved) { return -moved.swing; });
        const std::size_t count = std::min(moved_.size(), most_moved);
        for (Corners& corners : rules.corners) {
            for (std::size_t k = 0; k < moved_.size(); ++k)
                (k < count ? corners.moved : corners.held).push_back(moved_[k].id);
            corners.payoff = Grid(document_.options.size(), std::size_t{1} << count);
        }
    }

    // A block of corners at a time, of one kind of ends and then of the other.
    void visit_corners() {
        const std::size_t all = rules.corners[0].payoff.columns();
        const std::size_t ends = next_ / all, first = next_ % all;
        const std::size_t count = std::min(block_size, all - first);
        Corners& corners = rules.corners[ends];
        for (std::size_t k = 0; k < corners.moved.size(); ++k) {
            const auto [low, high] = moved_[k].ends[ends];
            for (std::size_t c = 0; c < count; ++c)
                values(moved_[k].slot)[c] = ((first + c) >> k & 1) != 0 ? high : low;
        }
        run(count, corners.payoff, first);
        next_ += count;
        if (next_ < 2 * all) return;
        for (Corners& each : rules.corners)
            for (std::size_t option = 0; option < each.payoff.rows(); ++option)
                if (!all_finite(each.payoff.row(option))) each.payoff = Grid(0, 1);
        next_ = 0;
        high_ = rules.scale * most_tolerance;
        if (rules.scale > 0 && std::isfinite(rules.scale)) {
            above_ = choice(high_);
            low_ = high_ / next_tolerance;
        }
        phase_ = low_ > 0 ? phase_ + 1 : done;
    }

    std::size_t choice(double tolerance) const {
        return first_highest(certainty_equivalents(rules.utility, tolerance));
    }

    // From high_ down; below_ is known while a change between low_ and high_ is looked for.
    void find_tolerances() {
        if (!below_) {
            const std::size_t here = choice(low_);
            if (here == above_) {
                go_on();
                return;
            }
            below_ = here;
            grid_ = low_;
            return;
        }
        if (high_ - low_ > tolerance_error * high_) {
            const double middle = low_ + (high_ - low_) / 2;
            const std::size_t here = choice(middle);
            if (here == above_) {
                high_ = middle;
            } else {
                low_ = middle;
                below_ = here;
            }
            return;
        }
        rules.tolerances.insert(rules.tolerances.begin(),
                                Flip{low_ + (high_ - low_) / 2, *below_, above_});
        above_ = *below_;
        below_.reset();
        high_ = low_;
        low_ = grid_ < high_ ? grid_ : high_ / next_tolerance;
        end_below_least();
    }

    void go_on() {
        high_ = low_;
        low_ = high_ / next_tolerance;
        end_below_least();
    }

    void end_below_least() {
        if (high_ <= rules.scale * least_tolerance * (1 + tolerance_error)) phase_ = done;
    }

    Document document_;
    Model model_;
    std::optional<std::size_t> cost_, risk_;
    Analysis analysis_;
    std::optional<Comparison> comparison_;
    std::vector<Moved> moved_;
    Grid swings_{0, 1};
    double low_ = 0, high_ = 0, grid_ = 0;  // tolerances
    std::size_t above_ = 0;                 // choices there
    std::optional<std::size_t> below_;
    std::size_t phase_ = 0, next_ = 0;
};

RuleSearch::RuleSearch(const Document& document, const Model& model, std::size_t draws)
    : work_(std::make_unique<Work>(document, model, draws)) {}
RuleSearch::~RuleSearch() = default;

bool RuleSearch::step() {
    return work_->step();
}

const Rules& RuleSearch::so_far() const {
    return work_->rules;
}

}  // namespace fulcrum
