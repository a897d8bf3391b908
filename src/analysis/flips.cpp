#include "analysis/flips.h"

#include "analysis/analysis.h"
#include "analysis/lead.h"
#include "base/json_writer.h"
#include "engine/simulate.h"
#include "math/statistics.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace fulcrum {
namespace {

constexpr int scan_steps = 24;
constexpr int dip_steps = 12;
constexpr double tolerance = 1e-7;  // of the stretch that is searched

// Who leads with an assumption pinned at a value, and with what expectation each option.
struct Standing {
    std::optional<std::size_t> leader;
    std::vector<double> expected;  // [option], more is better

    // How far an option is ahead of the best other one.
    double margin(std::size_t option) const {
        double others = -std::numeric_limits<double>::infinity();
        for (std::size_t other = 0; other < expected.size(); ++other)
            if (other != option) others = std::max(others, expected[other]);
        return expected[option] - others;
    }
};

// The first of the highest, as results have it (LeadInPieces).
Standing standing_of(std::vector<double> expected) {
    Standing standing{std::nullopt, std::move(expected)};
    const std::vector<double>& all = standing.expected;
    if (std::all_of(all.begin(), all.end(), [](double value) { return std::isfinite(value); }))
        standing.leader =
            static_cast<std::size_t>(std::max_element(all.begin(), all.end()) - all.begin());
    return standing;
}

std::vector<bool> only(std::size_t input, std::size_t count) {
    std::vector<bool> moving(count);
    moving[input] = true;
    return moving;
}

// The decision with one assumption pinned, by its objective: what does not depend on it is drawn
// once.
class PinnedObjective {
  public:
    PinnedObjective(const Document& document, const Model& model, std::size_t draws,
                    std::size_t input)
        : model_(model),
          input_(model_.inputs[input]),
          sign_(document.rows[*model.objective].direction == Direction::Less ? -1 : 1),
          simulator_(model_, objective_nodes(document, model).nodes, settings(document, draws)),
          sample_(simulator_.outputs().size(), AlignedDoubles(draws)) {
        simulator_.hold(model_, dependents(model_, only(input, model_.inputs.size())));
        for (AlignedDoubles& draws_of : sample_) to_.push_back(draws_of.data());
        input_.uncertain = false;
    }
    PinnedObjective(const PinnedObjective&) = delete;
    PinnedObjective& operator=(const PinnedObjective&) = delete;

    Standing at(double value) {
        input_.base = value;
        simulator_.run(model_, {0, sample_.front().size()}, to_);
        std::vector<double> expected;
        for (const AlignedDoubles& draws : sample_) expected.push_back(sign_ * mean(draws));
        return standing_of(std::move(expected));
    }

  private:
    static SimulationSettings settings(const Document& document, std::size_t draws) {
        return {draws, static_cast<std::uint64_t>(document.simulation.seed)};
    }

    Model model_;
    ModelInput& input_;
    double sign_;
    Simulator simulator_;
    std::vector<AlignedDoubles> sample_;  // [option][draw]
    std::vector<double*> to_;
};

// A known value lies in its range, or it is an error.
void hold(Assumption& assumption, double value) {
    if (assumption.low) assumption.low = std::min(*assumption.low, value);
    if (assumption.high) assumption.high = std::max(*assumption.high, value);
}

// The same by its score.
class PinnedScore {
  public:
    PinnedScore(const Document& document, const Model& model, const Results& results,
                std::size_t input)
        : before_(document),
          model_(model),
          request_{.draws = results.draws, .rows = std::vector<std::size_t>()},
          document_(document),
          recall_(document, model, only(input, model.inputs.size()), results),
          assumption_(*find_assumption(document_, model.inputs[input].id)) {
        assumption_.known = true;
    }
    PinnedScore(const PinnedScore&) = delete;
    PinnedScore& operator=(const PinnedScore&) = delete;

    Standing at(double value) {
        assumption_.base = value;
        hold(assumption_, value);
        const Compilation compilation = rebound(model_, before_, document_);
        if (!compilation.model) return {};
        Analysis analysis(document_, *compilation.model, request_, &recall_);
        while (analysis.step()) {
        }
        const Results results = std::move(analysis).take();
        if (!results.lead.leader) return {};
        std::vector<double> expected;
        for (const Outcome& score : results.score->score)
            expected.push_back(std::get<Statistics>(score.over_draws).mean);
        return standing_of(std::move(expected));
    }

  private:
    const Document& before_;
    const Model& model_;
    ResultsRequest request_;
    Document document_;
    Recall recall_;
    Assumption& assumption_;
};

// Each value is asked for once.
class Pinned {
  public:
    Pinned(const Document& document, const Model& model, const Results& results, std::size_t input,
           bool whole_numbers)
        : whole_numbers_(whole_numbers) {
        if (results.lead.by_score)
            score_.emplace(document, model, results, input);
        else
            objective_.emplace(document, model, results.draws, input);
    }

    const Standing& at(double wanted) {
        const double value = whole_numbers_ ? std::round(wanted) : wanted;
        const auto [place, is_new] = known_.try_emplace(value);
        if (is_new) place->second = objective_ ? objective_->at(value) : score_->at(value);
        return place->second;
    }

  private:
    bool whole_numbers_;
    std::optional<PinnedObjective> objective_;
    std::optional<PinnedScore> score_;
    std::map<double, Standing> known_;
};

// All flips between two values.
class Search {
  public:
    Search(Pinned& pinned, double from, double to) : pinned_(pinned), from_(from), to_(to) {}

    // Looks at evenly spaced values and at those given.
    void run(std::vector<double> values) {
        for (int step = 0; step <= scan_steps; ++step)
            values.push_back(step == scan_steps ? to_ : from_ + (to_ - from_) * step / scan_steps);
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        add_dips(values);
        for (std::size_t k = 1; k < values.size(); ++k) between(values[k - 1], values[k]);
    }

    std::vector<Flip> flips;
    bool has_undefined = false;

  private:
    // Where the leader's margin is least among its neighbours, another may lead in between.
    void add_dips(std::vector<double>& values) {
        std::vector<double> more;
        for (std::size_t k = 1; k + 1 < values.size(); ++k) {
            const Standing &before = pinned_.at(values[k - 1]), &here = pinned_.at(values[k]),
                           &after = pinned_.at(values[k + 1]);
            if (!here.leader || before.leader != here.leader || after.leader != here.leader)
                continue;
            const double margin = here.margin(*here.leader);
            if (margin <= before.margin(*here.leader) && margin <= after.margin(*here.leader))
                find_dip(values[k - 1], values[k + 1], *here.leader, more);
        }
        values.insert(values.end(), more.begin(), more.end());
        std::sort(values.begin(), values.end());
    }

    // Golden section search for the least margin, until another leads there.
    void find_dip(double low, double high, std::size_t leader, std::vector<double>& found) {
        const double ratio = (std::sqrt(5.0) - 1) / 2;
        double a = high - ratio * (high - low), b = low + ratio * (high - low);
        for (int step = 0; step < dip_steps; ++step) {
            for (const double value : {a, b}) {
                const Standing& here = pinned_.at(value);
                if (here.leader == leader) continue;
                found.push_back(value);
                return;
            }
            if (pinned_.at(a).margin(leader) < pinned_.at(b).margin(leader)) {
                high = std::exchange(b, a);
                a = high - ratio * (high - low);
            } else {
                low = std::exchange(a, b);
                b = low + ratio * (high - low);
            }
        }
    }

    // The false position of the difference of two leaders, by turns with the middle, so that steps
    // and flat stretches are halved at least.
    void between(double low, double high) {
        for (int step = 0;; ++step) {
            const Standing &below = pinned_.at(low), &above = pinned_.at(high);
            if (!below.leader || !above.leader) {
                has_undefined = true;
                if (below.leader) between(low, last_defined(low, high));
                if (above.leader) between(last_defined(high, low), high);
                return;
            }
            if (below.leader == above.leader) return;
            if (high - low <= tolerance * (to_ - from_)) {
                flips.push_back({low + (high - low) / 2, *below.leader, *above.leader});
                return;
            }
            const double middle = split(low, high, step);
            const Standing& here = pinned_.at(middle);
            if (here.leader == above.leader) {
                high = middle;
            } else {
                if (here.leader != below.leader) between(low, middle);
                low = middle;
            }
        }
    }

    // How far there is a leader on the way from a value that has one to a value that has none.
    double last_defined(double defined, double undefined) {
        while (std::fabs(undefined - defined) > tolerance * (to_ - from_)) {
            const double middle = defined + (undefined - defined) / 2;
            (pinned_.at(middle).leader ? defined : undefined) = middle;
        }
        return defined;
    }

    double split(double low, double high, int step) {
        const double middle = low + (high - low) / 2;
        if (step % 2 == 1) return middle;
        const Standing &below = pinned_.at(low), &above = pinned_.at(high);
        const std::size_t a = *below.leader, b = *above.leader;
        const double here = below.expected[a] - below.expected[b];
        const double there = above.expected[a] - above.expected[b];
        if (!(here > 0 && there < 0)) return middle;
        // A little beyond the crossing of the line, so that it comes between the two soon.
        const double nudge = tolerance / 4 * (to_ - from_);
        const double crossing = low + (high - low) * here / (here - there);
        const double tried = crossing + (crossing < middle ? nudge : -nudge);
        return tried > low && tried < high ? tried : middle;
    }

    Pinned& pinned_;
    double from_, to_;
};

// The range that the document gives; around the base where it gives none.
std::pair<double, double> range_of(const Assumption& assumption) {
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

InputFlips flips_of(const Document& document, const Model& model, const Results& results,
                    std::size_t input) {
    const Assumption& assumption = *find_assumption(document, model.inputs[input].id);
    InputFlips found{.id = model.inputs[input].id};
    std::tie(found.low, found.high) = range_of(assumption);
    double beyond = found.high - found.low;
    if (beyond == 0) beyond = assumption.base == 0 ? 1 : std::fabs(assumption.base) / 2;
    found.from = found.low - beyond;
    found.to = found.high + beyond;
    const FamilyTraits traits = family_traits(assumption);
    if (found.low >= 0) found.from = std::max(found.from, 0.0);  // what is counted has no sign
    if (traits.positive_only) found.from = std::max(found.from, found.low / 4);
    if (assumption.min) found.from = std::max(found.from, *assumption.min);
    if (assumption.max) found.to = std::min(found.to, *assumption.max);
    if (traits.whole_numbers) {
        found.from = std::ceil(found.from);
        found.to = std::floor(found.to);
    }
    if (!(found.from < found.to)) return found;

    Pinned pinned(document, model, results, input, traits.whole_numbers);
    Search search(pinned, found.from, found.to);
    search.run({found.low, assumption.base, found.high});
    found.flips = std::move(search.flips);
    if (traits.whole_numbers)
        for (Flip& flip : found.flips) flip.at = std::floor(flip.at) + 0.5;
    found.has_undefined = search.has_undefined;
    return found;
}

}  // namespace

Flips flips(const Document& document, const Model& model, std::size_t draws) {
    const Results results =
        analyse(document, model, {.draws = draws, .rows = std::vector<std::size_t>()});
    Flips all{.draws = draws, .lead = results.lead, .inputs = {}};
    if (!all.lead.leader) return all;
    for (std::size_t input = 0; input < model.inputs.size(); ++input)
        all.inputs.push_back(flips_of(document, model, results, input));
    return all;
}

std::string flips_json(const Document& document, const Flips& flips) {
    const auto name = [&](std::size_t option) { return document.options[option].id; };
    JsonWriter json;
    json.begin_object();
    json.member("version", std::int64_t{1});
    json.member("draws", static_cast<std::int64_t>(flips.draws));
    json.key("leader");
    if (flips.lead.leader) {
        json.value(name(*flips.lead.leader));
    } else {
        json.begin_object();
        json.member("undefined", flips.lead.undefined.front().reason);
        json.end_object();
    }
    json.key("assumptions");
    json.begin_object();
    for (const InputFlips& input : flips.inputs) {
        json.key(input.id);
        json.begin_object();
        json.member("low", input.low);
        json.member("high", input.high);
        json.member("from", input.from);
        json.member("to", input.to);
        if (input.has_undefined) json.member("has_undefined", true);
        json.key("flips");
        json.begin_array();
        for (const Flip& flip : input.flips) {
            json.begin_object();
            json.member("at", flip.at);
            json.member("below", name(flip.below));
            json.member("above", name(flip.above));
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_object();
    json.end_object();
    return std::move(json).text();
}

namespace section {
std::string flips(const Document& document, const Model& model, std::size_t draws) {
    return flips_json(document, fulcrum::flips(document, model, draws));
}
}  // namespace section

}  // namespace fulcrum
