#include "analysis/results_json.h"

#include "base/json_writer.h"

#include <utility>

namespace fulcrum {
namespace {

constexpr std::int64_t results_version = 1;

class ResultsWriter {
  public:
    ResultsWriter(const Document& document, const Results& results)
        : document_(document), results_(results) {}

    std::string text() && {
        json_.begin_object();
        head();
        rows();
        lead();
        score();
        json_.end_object();
        return std::move(json_).text();
    }

  private:
    void head() {
        json_.member("version", results_version);
        json_.member("semantics", document_.semantics);
        json_.member("draws", static_cast<std::int64_t>(results_.draws));
        json_.member("seed", static_cast<std::int64_t>(results_.seed));
        json_.key("options");
        json_.begin_array();
        for (const Option& option : document_.options) json_.value(std::string_view(option.id));
        json_.end_array();
        json_.key("objective");
        if (document_.objective.empty())
            undefined("the document has no objective");
        else
            json_.value(std::string_view(document_.objective));
    }

    void rows() {
        json_.key("rows");
        rows_where(false);
        json_.key("series");
        rows_where(true);
    }

    void rows_where(bool series) {
        json_.begin_object();
        for (std::size_t r = 0; r < document_.rows.size(); ++r) {
            if (document_.rows[r].months.has_value() != series) continue;
            if (r < results_.rows.size() && !results_.rows[r].outcome.empty()) row(r, series);
        }
        json_.end_object();
    }

    void row(std::size_t r, bool series) {
        json_.key(document_.rows[r].id);
        json_.begin_object();
        json_.member("unit", std::string_view(document_.rows[r].unit));
        for (std::size_t option = 0; option < document_.options.size(); ++option) {
            json_.key(document_.options[option].id);
            const auto& months = results_.rows[r].outcome[option];
            if (!series)
                cell(months.front());
            else
                all_months(months);
        }
        json_.end_object();
    }

    void all_months(const std::vector<std::optional<Outcome>>& months) {
        json_.begin_array();
        for (std::size_t month = 0; month < months.size(); ++month) {
            json_.begin_object();
            json_.member("month", static_cast<std::int64_t>(month));
            if (months[month])
                outcome_members(*months[month]);
            else
                json_.member("undefined", no_value);
            json_.end_object();
        }
        json_.end_array();
    }

    void cell(const std::optional<Outcome>& outcome) {
        if (!outcome) return undefined(no_value);
        json_.begin_object();
        outcome_members(*outcome);
        json_.end_object();
    }

    void outcome_members(const Outcome& outcome) {
        json_.key("base");
        if (const auto* base = std::get_if<double>(&outcome.base))
            json_.value(*base);
        else
            undefined(std::get_if<Undefined>(&outcome.base)->reason);
        if (const auto* statistics = std::get_if<Statistics>(&outcome.over_draws))
            statistics_members(*statistics);
        else
            json_.member("undefined",
                         std::string_view(std::get_if<Undefined>(&outcome.over_draws)->reason));
    }

    void statistics_members(const Statistics& statistics) {
        for (const auto& [name, value] : statistics_figures) json_.member(name, statistics.*value);
    }

    void lead() {
        const Lead& lead = results_.lead;
        const std::string why =
            lead.undefined.empty() ? "there is no other option" : lead.undefined.front().reason;
        json_.key("p_best");
        probabilities(lead.p_best, why);
        json_.key("leader");
        option_or(lead.leader, why);
        json_.key("runner_up");
        option_or(lead.runner_up, why);
        json_.key("clear");
        if (lead.leader)
            json_.value(lead.clear);
        else
            undefined(why);
        json_.key("gap");
        if (!lead.gap) return undefined(why);
        json_.begin_object();
        statistics_members(*lead.gap);
        json_.end_object();
    }

    void probabilities(const std::vector<double>& p_best, const std::string& why) {
        if (p_best.empty()) return undefined(why);
        json_.begin_object();
        for (std::size_t option = 0; option < p_best.size(); ++option)
            json_.member(document_.options[option].id, p_best[option]);
        json_.end_object();
    }

    void score() {
        json_.key("score");
        if (!results_.score) return undefined("the document has no criteria");
        const ScoreResult& score = *results_.score;
        const std::string why = score_reason(score);
        json_.begin_object();
        json_.key("weights");
        if (score.weight.empty()) {
            undefined(why);
        } else {
            json_.begin_object();
            for (std::size_t c = 0; c < score.weight.size(); ++c)
                json_.member(document_.scoring.criteria[c].row, score.weight[c]);
            json_.end_object();
        }
        json_.key("options");
        json_.begin_object();
        for (std::size_t option = 0; option < score.score.size(); ++option)
            scored_option(score, option, why);
        json_.end_object();
        json_.key("leader");
        option_or(score.leader, why);
        json_.end_object();
    }

    void scored_option(const ScoreResult& score, std::size_t option, const std::string& why) {
        json_.key(document_.options[option].id);
        json_.begin_object();
        outcome_members(score.score[option]);
        json_.key("p_best");
        if (score.p_best.empty())
            undefined(why);
        else
            json_.value(score.p_best[option]);
        json_.end_object();
    }

    static std::string score_reason(const ScoreResult& score) {
        for (const Outcome& outcome : score.score)
            if (const auto* undefined = std::get_if<Undefined>(&outcome.over_draws))
                return undefined->reason;
        return "";
    }

    void option_or(const std::optional<std::size_t>& option, const std::string& why) {
        if (option)
            json_.value(std::string_view(document_.options[*option].id));
        else
            undefined(why);
    }

    void undefined(std::string_view reason) {
        json_.begin_object();
        json_.member("undefined", reason);
        json_.end_object();
    }

    static constexpr std::string_view no_value = "the row has no value for this option";

    const Document& document_;
    const Results& results_;
    JsonWriter json_;
};

}  // namespace

std::string undefined_json(std::string_view reason) {
    JsonWriter json;
    json.begin_object();
    json.member("undefined", reason);
    json.end_object();
    return std::move(json).text();
}

std::string results_json(const Document& document, const Results& results) {
    return ResultsWriter(document, results).text();
}

}  // namespace fulcrum
