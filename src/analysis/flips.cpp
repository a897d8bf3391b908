#include "analysis/flips.h"

#include "base/json_writer.h"
#include "base/order.h"
#include "engine/simulate.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace fulcrum {
namespace {

constexpr int scan_steps = 24;
constexpr double far_beyond = 64;  // widths of the range
constexpr int dip_steps = 12;
constexpr double tolerance = 1e-7;  // of the width of the range
constexpr double doubt = 4;         // how far few draws are trusted, in their error at the base

// Half of the base where there is no range.
double width_of(const InputFlips& stretch) {
    if (stretch.high > stretch.low) return stretch.high - stretch.low;
    return stretch.now == 0 ? 1 : std::fabs(stretch.now) / 2;
}

InputFlips stretch_of(const std::string& id, const Assumption& assumption) {
    InputFlips stretch{.id = id, .now = assumption.base};
    std::tie(stretch.low, stretch.high) = range_of_numbers(assumption);
    const double far = far_beyond * width_of(stretch);
    stretch.from = stretch.low - far;
    stretch.to = stretch.high + far;
    const FamilyTraits traits = family_traits(assumption);
    if (stretch.low >= 0) stretch.from = std::max(stretch.from, 0.0);  // what is counted: no sign
    if (traits.positive_only) stretch.from = std::max(stretch.from, stretch.low / 4);
    if (assumption.min) stretch.from = std::max(stretch.from, *assumption.min);
    if (assumption.max) stretch.to = std::min(stretch.to, *assumption.max);
    if (traits.whole_numbers) {
        stretch.from = std::ceil(stretch.from);
        stretch.to = std::floor(stretch.to);
    }
    return stretch;
}

// Evenly over the range and its own width beyond it, from there on twice as far each time; and what
// the document names.
std::vector<double> values_to_scan(const InputFlips& stretch) {
    const double width = width_of(stretch);
    const double from = std::max(stretch.from, stretch.low - width);
    const double to = std::min(stretch.to, stretch.high + width);
    std::vector<double> values{stretch.from, stretch.to};
    for (int step = 0; step <= scan_steps; ++step)
        values.push_back(step == scan_steps ? to : from + (to - from) * step / scan_steps);
    double beyond = 2;
    while (beyond < far_beyond) {
        values.push_back(stretch.low - beyond * width);
        values.push_back(stretch.high + beyond * width);
        beyond *= 2;
    }
    for (const double named : {stretch.low, stretch.now, stretch.high}) values.push_back(named);
    std::erase_if(values, [&](double value) { return value < stretch.from || value > stretch.to; });
    return values;
}

double error_of_few(const Opened& opened, const Rough& rough) {
    const Standing few = standing_of(opened.document, opened.model, rough.few);
    const Standing all = standing_of(opened.document, opened.model, rough.all);
    double error = 0;
    for (std::size_t option = 0; few.leader && option < few.expected.size(); ++option)
        error = std::max(error, std::fabs(few.expected[option] - all.expected[option]));
    return error;
}

}  // namespace

class FlipSearch::Work {
  public:
    Work(const Opened& opened, const Rough& rough, std::size_t input, bool matters, Premise premise)
        : opened_(opened),
          rough_(rough),
          input_(input),
          premise_(premise),
          found(stretch_of(opened.model.inputs[input].id, assumption())),
          whole_numbers_(premise == Premise::TurnedOut &&
                         family_traits(assumption()).whole_numbers) {
        found.matters = matters;
        if (!matters || !(found.from < found.to)) return;
        if (&rough_.few != &rough_.all && rough_.few.lead.leader) {
            few_.emplace(opened.document, opened.model, rough_.few, input, premise, whole_numbers_);
            noise_ = doubt * error_of_few(opened, rough);
        }
        start();
    }

    bool step() {
        switch (phase_) {
            case Phase::Scan:
                scan();
                break;
            case Phase::Dips:
                dip();
                break;
            case Phase::Check:
                check();
                break;
            case Phase::Narrow:
                narrow();
                break;
            case Phase::Done:
                break;
        }
        return phase_ != Phase::Done;
    }

    PinnedInput& on_all() {
        if (!all_)
            all_.emplace(opened_.document, opened_.model, rough_.all, input_, premise_,
                         whole_numbers_);
        return *all_;
    }

  private:
    const Opened& opened_;
    Rough rough_;
    std::size_t input_;
    Premise premise_;

  public:
    InputFlips found;

  private:
    enum class Phase { Scan, Dips, Check, Narrow, Done };
    enum class Checked { No, Wanted, Yes };
    struct Value {
        double at = 0;
        Checked checked = Checked::No;  // on all draws
    };
    struct Dip {
        double low, high;
        std::size_t leader;
        int steps = 0;
    };
    struct Stretch {
        double low, high;
        int steps = 0;
    };

    const Assumption& assumption() const {
        return *find_assumption(opened_.document, opened_.model.inputs[input_].id);
    }
    PinnedInput& few() { return few_ ? *few_ : on_all(); }
    double narrow_enough() const { return tolerance * width_of(found); }

    void start() {
        for (const double value : values_to_scan(found))
            values_.push_back({whole_numbers_ ? std::round(value) : value});
        sort_values();
        phase_ = Phase::Scan;
    }

    void sort_values() {
        sort_by(values_, [](const Value& value) { return value.at; });
        values_.erase(std::unique(values_.begin(), values_.end(),
                                  [](const Value& a, const Value& b) { return a.at == b.at; }),
                      values_.end());
    }

    void scan() {
        few().at(values_[next_++].at);
        if (next_ < values_.size()) return;
        find_dips();
        phase_ = Phase::Dips;
    }

    // Where the leader's margin is least among its neighbours, another may lead in between.
    void find_dips() {
        for (std::size_t k = 1; k + 1 < values_.size(); ++k) {
            const Standing &before = few().at(values_[k - 1].at), &here = few().at(values_[k].at),
                           &after = few().at(values_[k + 1].at);
            if (!here.leader || before.leader != here.leader || after.leader != here.leader)
                continue;
            const double margin = here.margin(*here.leader);
            const double left = before.margin(*here.leader), right = after.margin(*here.leader);
            if (margin <= left && margin <= right && (margin < left || margin < right))
                dips_.push_back({values_[k - 1].at, values_[k + 1].at, *here.leader});
        }
    }

    // Golden section search for the least margin, until another leads there.
    void dip() {
        if (dips_.empty()) {
            sort_values();
            choose();
            return;
        }
        const double ratio = (std::sqrt(5.0) - 1) / 2;
        Dip& dip = dips_.back();
        const double a = dip.high - ratio * (dip.high - dip.low),
                     b = dip.low + ratio * (dip.high - dip.low);
        for (const double value : {a, b}) {
            if (few().at(value).leader == dip.leader) continue;
            values_.push_back({value});
            dips_.pop_back();
            return;
        }
        const double at_a = few().at(a).margin(dip.leader), at_b = few().at(b).margin(dip.leader);
        if (++dip.steps < dip_steps) {
            (at_a < at_b ? dip.high : dip.low) = at_a < at_b ? b : a;
            return;
        }
        if (std::min(at_a, at_b) <= noise_) values_.push_back({at_a < at_b ? a : b});
        dips_.pop_back();
    }

    // Which values are to be looked at on all draws: both sides of a change, and where it is close.
    void choose() {
        for (std::size_t k = 0; k < values_.size(); ++k) {
            const Standing& here = few().at(values_[k].at);
            const bool is_close = here.leader && here.margin(*here.leader) <= noise_;
            const bool changes = k > 0 && few().at(values_[k - 1].at).leader != here.leader;
            if (is_close || changes) want(k);
            if (changes) want(k - 1);
            found.has_undefined = found.has_undefined || !here.leader;
        }
        phase_ = Phase::Check;
    }

    void want(std::size_t k) {
        if (values_[k].checked == Checked::No) values_[k].checked = Checked::Wanted;
    }

    void check() {
        for (std::size_t k = 0; k < values_.size(); ++k) {
            if (values_[k].checked != Checked::Wanted) continue;
            values_[k].checked = Checked::Yes;
            if (on_all().at(values_[k].at).leader != few().at(values_[k].at).leader) {
                if (k > 0) want(k - 1);
                if (k + 1 < values_.size()) want(k + 1);
            }
            return;
        }
        std::erase_if(values_, [](const Value& value) { return value.checked == Checked::No; });
        for (std::size_t k = values_.size(); k-- > 1;)
            stretches_.push_back({values_[k - 1].at, values_[k].at});
        phase_ = Phase::Narrow;
        if (stretches_.empty()) finish();
    }

    // The false position of the difference of two leaders, by turns with the middle, so that steps
    // and flat stretches are halved at least; the middle where one end has no leader.
    void narrow() {
        Stretch stretch = stretches_.back();
        stretches_.pop_back();
        const Standing &below = on_all().at(stretch.low), &above = on_all().at(stretch.high);
        if (below.leader != above.leader) {
            if (stretch.high - stretch.low > narrow_enough())
                divide(stretch, below, above);
            else if (below.leader && above.leader)
                found.flips.push_back(
                    {stretch.low + (stretch.high - stretch.low) / 2, *below.leader, *above.leader});
        }
        if (stretches_.empty()) finish();
    }

    void divide(const Stretch& stretch, const Standing& below, const Standing& above) {
        const double middle = split(stretch, below, above);
        const Standing& here = on_all().at(middle);
        found.has_undefined = found.has_undefined || !here.leader;
        if (here.leader != above.leader)
            stretches_.push_back({middle, stretch.high, stretch.steps + 1});
        if (here.leader != below.leader)
            stretches_.push_back({stretch.low, middle, stretch.steps + 1});
    }

    double split(const Stretch& stretch, const Standing& below, const Standing& above) const {
        const double width = stretch.high - stretch.low;
        const double middle = stretch.low + width / 2;
        if (stretch.steps % 2 == 1 || !below.leader || !above.leader) return middle;
        const std::size_t a = *below.leader, b = *above.leader;
        const double here = below.expected[a] - below.expected[b];
        const double there = above.expected[a] - above.expected[b];
        if (!(here > 0 && there < 0)) return middle;
        // A little beyond the crossing of the line, so that it comes between the two soon.
        const double nudge = narrow_enough() / 4;
        const double crossing = stretch.low + width * here / (here - there);
        const double tried = crossing + (crossing < middle ? nudge : -nudge);
        return tried > stretch.low && tried < stretch.high ? tried : middle;
    }

    void finish() {
        sort_by(found.flips, [](const Flip& flip) { return flip.at; });
        if (whole_numbers_)
            for (Flip& flip : found.flips) flip.at = std::floor(flip.at) + 0.5;
        phase_ = Phase::Done;
    }

    bool whole_numbers_;
    std::optional<PinnedInput> few_, all_;
    double noise_ = 0;  // a margin within it is looked at on all draws
    Phase phase_ = Phase::Done;
    std::vector<Value> values_;
    std::size_t next_ = 0;
    std::vector<Dip> dips_;
    std::vector<Stretch> stretches_;
};

FlipSearch::FlipSearch(const Opened& opened, const Rough& rough, std::size_t input, bool matters,
                       Premise premise)
    : work_(std::make_unique<Work>(opened, rough, input, matters, premise)) {}
FlipSearch::~FlipSearch() = default;
FlipSearch::FlipSearch(FlipSearch&&) noexcept = default;

bool FlipSearch::step() {
    return work_->step();
}

const InputFlips& FlipSearch::found() const {
    return work_->found;
}

PinnedInput& FlipSearch::on_all() {
    return work_->on_all();
}

}  // namespace fulcrum
