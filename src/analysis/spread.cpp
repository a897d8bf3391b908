#include "analysis/spread.h"

#include "analysis/analysis.h"
#include "analysis/comparison.h"
#include "analysis/lead_json.h"
#include "analysis/precision.h"
#include "base/order.h"
#include "engine/simulate.h"
#include "math/correlation.h"
#include "math/regression.h"
#include "math/sobol_indices.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t most_doubles = std::size_t{1} << 20;      // 8 MB
constexpr std::size_t most_operations = std::size_t{1} << 29;   // of all evaluations for shares
constexpr std::size_t piece_operations = std::size_t{1} << 20;  // about a millisecond
constexpr std::size_t scramblings = 8, most_share_draws = 4096, most_kendall = 4096;

std::size_t halved_until(std::size_t draws, std::size_t each, std::size_t limit) {
    while (draws > block_size && draws > limit / std::max<std::size_t>(1, each)) draws /= 2;
    return draws;
}

// Streams that no input uses, lowest first.
std::vector<std::uint32_t> unused_streams(const Model& model, std::size_t count) {
    std::vector<std::uint32_t> used, unused;
    for (const ModelInput& input : model.inputs)
        if (input.uncertain) used.push_back(input.stream);
    std::sort(used.begin(), used.end());
    for (std::uint32_t stream = 0; unused.size() < count; ++stream)
        if (!std::binary_search(used.begin(), used.end(), stream)) unused.push_back(stream);
    return unused;
}

}  // namespace

class SpreadSearch::Work {
  public:
    Work(Document document, Model model, std::size_t draws)
        : document_(std::move(document)),
          model_(std::move(model)),
          draws_(draws),
          analysis_(document_, model_,
                    ResultsRequest{.draws = draws, .rows = std::vector<std::size_t>()}) {}
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    bool step() {
        using Step = void (Work::*)();
        constexpr std::array<Step, 5> steps{&Work::find_lead, &Work::draw, &Work::correlate,
                                            &Work::fit_line, &Work::decompose};
        if (phase_ < steps.size()) (this->*steps[phase_])();
        return phase_ < steps.size();
    }

    GapSpread spread;

  private:
    static constexpr std::size_t done = 5;

    void find_lead() {
        if (analysis_.step()) return;
        spread.lead = std::move(analysis_).take().lead;
        const Lead& lead = spread.lead;
        if (!lead.leader || !lead.runner_up || !lead.gap) {
            phase_ = done;
            return;
        }
        spread.unit = lead.by_score ? "points" : document_.rows[*model_.objective].unit;
        comparison_.emplace(document_, model_, lead.by_score,
                            std::vector{*lead.leader, *lead.runner_up});
        const auto inputs = comparison_->inputs().inputs();
        for (std::size_t slot = 0; slot < inputs.size(); ++slot)
            if (model_.inputs[inputs[slot]].uncertain) slots_.push_back(slot);
        spread.draws = halved_until(draws_, slots_.size(), most_doubles);
        x_ = Grid(slots_.size(), spread.draws);
        gap_.resize(spread.draws);
        ++phase_;
    }

    std::uint32_t input_of(std::size_t k) { return comparison_->inputs().inputs()[slots_[k]]; }
    std::span<double> values_of(std::size_t k) { return comparison_->inputs().values(slots_[k]); }

    // The gap where the inputs are as they stand.
    void run(std::size_t count, double* gap) {
        const std::array<double*, 2> to{utility_.row(0).data(), utility_.row(1).data()};
        comparison_->run(count, to);
        for (std::size_t d = 0; d < count; ++d) gap[d] = to[0][d] - to[1][d];
    }

    void draw() {
        const std::size_t first = next_ * block_size;
        const std::size_t count = std::min(block_size, spread.draws - first);
        for (std::size_t k = 0; k < slots_.size(); ++k) {
            const auto x = values_of(k).first(count);
            draw_input(model_, input_of(k), seed(), first, x);
            std::copy(x.begin(), x.end(), x_.row(k).begin() + static_cast<std::ptrdiff_t>(first));
        }
        run(count, &gap_[first]);
        ++next_;
        if (first + count < spread.draws) return;
        next_ = 0;
        spread.sd = std::sqrt(variance(gap_));
        phase_ = std::isfinite(spread.sd) && spread.sd > 0 ? phase_ + 1 : done;
    }

    std::uint64_t seed() const { return static_cast<std::uint64_t>(document_.simulation.seed); }

    void correlate() {
        const std::span<const double> x = x_.row(next_), gap = gap_;
        const std::size_t few = std::min(x.size(), most_kendall);
        spread.inputs.push_back({.id = model_.inputs[input_of(next_)].id,
                                 .alone = {},
                                 .with_others = {},
                                 .spearman = spearman(x, gap),
                                 .kendall = kendall_tau_b(x.first(few), gap.first(few))});
        if (++next_ < slots_.size()) return;
        next_ = 0;
        line_.emplace(x_, gap_);
        ++phase_;
    }

    void fit_line() {
        if (line_->step()) return;
        if (const std::optional<Regression> line = line_->take()) {
            spread.r_squared = line->r_squared;
            for (std::size_t k = 0; k < slots_.size(); ++k)
                spread.inputs[k].standardised = line->standardised[k];
        }
        line_.reset();
        start_shares();
    }

    bool are_correlated() {
        std::vector<bool> is_met(model_.groups.size());
        for (std::size_t k = 0; k < slots_.size(); ++k) {
            if (model_.groups.empty() || !model_.group_of[input_of(k)]) continue;
            const std::size_t group = *model_.group_of[input_of(k)];
            if (is_met[group]) return true;
            is_met[group] = true;
        }
        return false;
    }

    void start_shares() {
        if (are_correlated()) {
            spread.shares = GapSpread::Shares::Correlated;
            finish();
            return;
        }
        model_.groups.clear();  // one that matters is drawn by itself
        model_.group_of.clear();
        const std::size_t count = slots_.size();
        std::size_t draws =
            halved_until(std::min(draws_, most_share_draws),
                         scramblings * (count + 2) * comparison_->operations(), most_operations);
        draws = halved_until(draws, count + 2, most_doubles);
        draws = std::max<std::size_t>(1, draws / block_size) * block_size;  // whole blocks
        spread.share_draws = draws;
        spread.scramblings = scramblings;
        second_streams_ = unused_streams(model_, count);
        x_ = Grid(count, block_size);
        found_ = Grid(count + 2, draws);
        alone_ = with_others_ = Grid(count, scramblings);
        gap_ = {};
        ++phase_;
    }

    // Exchanges the inputs at hand, from k to end, and those of the second sample.
    void exchange(std::size_t k, std::size_t end) {
        for (; k < end; ++k)
            std::swap_ranges(values_of(k).begin(), values_of(k).end(), x_.row(k).begin());
    }

    // Some rows of a block: inputs of which one, all or none are those of the second sample.
    void decompose() {
        const std::size_t count = slots_.size(), first = block_ * block_size;
        if (next_ == 0) draw_both(first);
        std::size_t left = piece_operations;
        const std::size_t cost = comparison_->operations() * block_size;
        do {
            const std::size_t from = next_ < count ? next_ : 0;
            const std::size_t end = next_ == count ? from : next_ < count ? next_ + 1 : count;
            exchange(from, end);
            run(block_size, found_.row(next_).data() + first);
            exchange(from, end);
            left -= std::min(left, cost);
        } while (++next_ < count + 2 && left > 0);
        if (next_ < count + 2) return;
        next_ = 0;
        if (++block_ * block_size < spread.share_draws) return;
        block_ = 0;
        keep_shares();
    }

    void draw_both(std::size_t first) {
        const auto other =
            static_cast<std::uint64_t>(seed_of_scrambling(document_.simulation.seed, scrambling_));
        for (std::size_t k = 0; k < slots_.size(); ++k) {
            std::uint32_t& stream = model_.inputs[input_of(k)].stream;
            draw_input(model_, input_of(k), other, first, values_of(k));
            std::swap(stream, second_streams_[k]);
            draw_input(model_, input_of(k), other, first, x_.row(k));
            std::swap(stream, second_streams_[k]);
        }
    }

    void keep_shares() {
        const std::size_t count = slots_.size();
        std::vector<std::span<const double>> with;
        for (std::size_t k = 0; k < count; ++k) with.emplace_back(std::as_const(found_).row(k));
        const SobolIndices indices = sobol_indices(found_.row(count), found_.row(count + 1), with);
        for (std::size_t k = 0; k < count; ++k) {
            alone_.row(k)[scrambling_] = indices.first_order[k];
            with_others_.row(k)[scrambling_] = indices.total[k];
        }
        const bool finite = std::isfinite(indices.variance) && all_finite(indices.total);
        if (!finite) spread.shares = GapSpread::Shares::Undefined;
        if (finite && ++scrambling_ < scramblings) return;
        for (std::size_t k = 0; finite && k < count; ++k) {
            const auto own = alone_.row(k), all = with_others_.row(k);
            spread.inputs[k].alone = {mean(own), standard_error(own)};
            spread.inputs[k].with_others = {mean(all), standard_error(all)};
        }
        finish();
    }

    void finish() {
        sort_by(spread.inputs, [](const InputSpread& input) {
            return input.with_others ? -input.with_others->share
                                     : -std::fabs(input.spearman.value_or(0));
        });
        phase_ = done;
    }

    Document document_;
    Model model_;
    std::size_t draws_;
    Analysis analysis_;
    std::optional<Comparison> comparison_;
    std::vector<std::size_t> slots_;  // of the comparison, whose inputs are uncertain
    Grid x_{0, 1};                    // [slots_][draw]; of a block of the second sample
    std::vector<double> gap_;
    Grid utility_{2, block_size};
    std::optional<RegressionInPieces> line_;
    std::vector<std::uint32_t> second_streams_;
    Grid found_{0, 1};                      // [slots_, first sample, second][draw] the gap
    Grid alone_{0, 1}, with_others_{0, 1};  // [slots_][scrambling]
    std::size_t phase_ = 0, next_ = 0, block_ = 0, scrambling_ = 0;
};

SpreadSearch::SpreadSearch(const Document& document, const Model& model, std::size_t draws)
    : work_(std::make_unique<Work>(document, model, draws)) {}
SpreadSearch::~SpreadSearch() = default;

bool SpreadSearch::step() {
    return work_->step();
}

const GapSpread& SpreadSearch::so_far() const {
    return work_->spread;
}

namespace {

void write_input(JsonWriter& json, const InputSpread& input) {
    json.key(input.id);
    json.begin_object();
    if (input.alone && input.with_others) {
        json.member("alone", input.alone->share);
        json.member("alone_error", input.alone->error);
        json.member("with_others", input.with_others->share);
        json.member("with_others_error", input.with_others->error);
    }
    if (input.spearman) json.member("spearman", *input.spearman);
    if (input.kendall) json.member("kendall", *input.kendall);
    json.member("standardised", input.standardised);
    json.end_object();
}

}  // namespace

std::string spread_json(const Document& document, const GapSpread& spread) {
    JsonWriter json = begun_with_leader(document, spread.draws, spread.lead);
    if (spread.lead.runner_up)
        json.member("runner_up", document.options[*spread.lead.runner_up].id);
    json.member("unit", spread.unit);
    json.member("sd", spread.sd);
    json.member("r_squared", spread.r_squared);
    json.key("shares");
    json.begin_object();
    if (spread.shares == GapSpread::Shares::Known) {
        json.member("draws", static_cast<std::int64_t>(spread.share_draws));
        json.member("scramblings", static_cast<std::int64_t>(spread.scramblings));
    } else {
        json.member("undefined", spread.shares == GapSpread::Shares::Correlated
                                     ? "numbers that the gap depends on are correlated"
                                     : "the gap is undefined in some draws");
    }
    json.end_object();
    json.key("assumptions");
    json.begin_object();
    for (const InputSpread& input : spread.inputs) write_input(json, input);
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

namespace section {
std::string spread(const Document& document, const Model& model, std::size_t draws) {
    SpreadSearch search(document, model, draws);
    while (search.step()) {
    }
    return spread_json(document, search.so_far());
}
}  // namespace section

}  // namespace fulcrum
