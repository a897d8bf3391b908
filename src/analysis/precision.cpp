#include "analysis/precision.h"

#include "base/json_writer.h"
#include "math/statistics.h"

#include <cassert>
#include <cmath>
#include <span>
#include <utility>

namespace fulcrum {
namespace {

// Standard deviation of what `figure` finds in each of the results, which must be finite.
template <class Figure>
double spread(std::span<const Results> results, Figure figure) {
    std::vector<double> found;
    found.reserve(results.size());
    for (const Results& each : results) found.push_back(figure(each));
    return std::sqrt(variance(found));
}

// The same for all statistics that `find` gives a pointer to; absent where it gives none.
template <class Find>
std::optional<Statistics> spread_of_statistics(std::span<const Results> results, Find find) {
    for (const Results& each : results)
        if (find(each) == nullptr) return std::nullopt;
    Statistics errors;
    for (const StatisticsFigure& figure : statistics_figures)
        errors.*figure.value =
            spread(results, [&](const Results& each) { return find(each)->*figure.value; });
    return errors;
}

const Statistics* statistics_of(const std::optional<Outcome>& outcome) {
    return outcome ? std::get_if<Statistics>(&outcome->over_draws) : nullptr;
}

std::vector<std::optional<Statistics>> row_errors(std::span<const Results> results,
                                                  std::size_t row) {
    std::vector<std::optional<Statistics>> errors;
    for (std::size_t option = 0; option < results[0].rows[row].outcome.size(); ++option)
        errors.push_back(spread_of_statistics(results, [&](const Results& each) {
            return statistics_of(each.rows[row].outcome[option].front());
        }));
    return errors;
}

std::vector<Results> repeated(Document document, const Model& model, std::size_t draws,
                              std::size_t scramblings) {
    ResultsRequest request{.draws = draws, .rows = std::vector<std::size_t>()};
    for (std::size_t row = 0; row < document.rows.size(); ++row)
        if (!document.rows[row].months) request.rows->push_back(row);
    const std::int64_t seed = document.simulation.seed;
    std::vector<Results> results;
    for (std::size_t scrambling = 0; scrambling < scramblings; ++scrambling) {
        document.simulation.seed = seed_of_scrambling(seed, scrambling);
        results.push_back(analyse(document, model, request));
    }
    return results;
}

class PrecisionWriter {
  public:
    PrecisionWriter(const Document& document, const Precision& precision)
        : document_(document), precision_(precision) {}

    std::string text() && {
        json_.begin_object();
        json_.member("version", std::int64_t{1});
        json_.member("draws", static_cast<std::int64_t>(precision_.draws));
        json_.member("scramblings", static_cast<std::int64_t>(precision_.scramblings));
        json_.key("rows");
        json_.begin_object();
        for (std::size_t row = 0; row < precision_.rows.size(); ++row) {
            if (precision_.rows[row].empty()) continue;
            json_.key(document_.rows[row].id);
            by_option(precision_.rows[row]);
        }
        json_.end_object();
        json_.key("p_best");
        json_.begin_object();
        for (std::size_t option = 0; option < precision_.p_best.size(); ++option)
            json_.member(document_.options[option].id, precision_.p_best[option]);
        json_.end_object();
        json_.key("gap");
        statistics(precision_.gap);
        json_.key("score");
        by_option(precision_.score);
        json_.end_object();
        return std::move(json_).text();
    }

  private:
    void by_option(const std::vector<std::optional<Statistics>>& errors) {
        json_.begin_object();
        for (std::size_t option = 0; option < errors.size(); ++option) {
            json_.key(document_.options[option].id);
            statistics(errors[option]);
        }
        json_.end_object();
    }

    void statistics(const std::optional<Statistics>& errors) {
        json_.begin_object();
        if (errors)
            for (const auto& [name, value] : statistics_figures)
                json_.member(name, (*errors).*value);
        else
            json_.member("undefined", "there is no such result in every scrambling");
        json_.end_object();
    }

    const Document& document_;
    const Precision& precision_;
    JsonWriter json_;
};

}  // namespace

std::int64_t seed_of_scrambling(std::int64_t seed, std::size_t scrambling) {
    constexpr int bits_of_a_seed = 53;
    return seed + (static_cast<std::int64_t>(scrambling + 1) << bits_of_a_seed);
}

Precision precision(const Document& document, const Model& model, std::size_t draws,
                    std::size_t scramblings) {
    assert(scramblings >= 2);
    const std::vector<Results> results = repeated(document, model, draws, scramblings);
    Precision errors{.draws = draws, .scramblings = scramblings};
    for (std::size_t row = 0; row < results[0].rows.size(); ++row)
        errors.rows.push_back(row_errors(results, row));

    bool has_leader = true;
    for (const Results& each : results) has_leader &= !each.lead.p_best.empty();
    for (std::size_t option = 0; has_leader && option < document.options.size(); ++option)
        errors.p_best.push_back(
            spread(results, [&](const Results& each) { return each.lead.p_best[option]; }));
    errors.gap = spread_of_statistics(
        results, [](const Results& each) { return each.lead.gap ? &*each.lead.gap : nullptr; });
    for (std::size_t option = 0; results[0].score && option < document.options.size(); ++option)
        errors.score.push_back(spread_of_statistics(results, [&](const Results& each) {
            return std::get_if<Statistics>(&each.score->score[option].over_draws);
        }));
    return errors;
}

std::string precision_json(const Document& document, const Precision& precision) {
    return PrecisionWriter(document, precision).text();
}

namespace section {
std::string precision(const Document& document, const Model& model, std::size_t draws) {
    return precision_json(document, fulcrum::precision(document, model, draws));
}
}  // namespace section

}  // namespace fulcrum
