#include "analysis/certainty_equivalent.h"
#include "analysis/decision_criteria.h"
#include "analysis/normal_loss.h"
#include "analysis/payoff_table.h"
#include "analysis/sample_information.h"
#include "math/regression.h"
#include "scoring/weight_threshold.h"
#include "vectors_program/answer.h"

#include <algorithm>
#include <vector>

namespace fulcrum::vectors {
namespace {

using Numbers = std::vector<double>;

Grid grid(const json& rows) {
    Grid grid(rows.size(), rows[0].size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c) grid.row(r)[c] = rows[r][c];
    return grid;
}

json rows_of(const Grid& grid) {
    json rows = json::array();
    for (std::size_t r = 0; r < grid.rows(); ++r)
        rows.push_back(Numbers(grid.row(r).begin(), grid.row(r).end()));
    return rows;
}

json payoffs(const json& input) {
    const Numbers probability = input["probabilities"];
    const PayoffTable table = payoff_table(grid(input["payoffs"]), probability);
    return {{"expected_values", table.expected_value},
            {"best_action", input["actions"][table.best]},
            {"expected_value_with_perfect_information", table.with_perfect_information},
            {"evpi", table.evpi},
            {"expected_opportunity_loss", table.expected_opportunity_loss}};
}

json sample(const json& input) {
    const Numbers prior = input["prior"];
    Posterior observed;
    if (input.contains("likelihood_result_given_state")) {
        observed = posterior(prior, grid(input["likelihood_result_given_state"]));
    } else {
        observed.result_probability = input["result_probabilities"].get<Numbers>();
        observed.posterior = grid(input["posterior"]);
    }
    const SampleInformation worth =
        sample_information(grid(input["payoffs"]), prior, observed, input["information_cost"]);
    json choice = json::array();
    for (const std::size_t action : worth.choice) choice.push_back(input["actions"][action]);
    return {{"result_probabilities", observed.result_probability},
            {"posterior", rows_of(observed.posterior)},
            {"value_by_result", worth.value},
            {"choice_by_result", choice},
            {"expected_value_with_sample_information", worth.expected_value},
            {"evsi", worth.evsi},
            {"efficiency", worth.efficiency ? json(*worth.efficiency) : json()},
            {"net_gain", worth.net_gain},
            {"buy_information", worth.net_gain > 0}};
}

json normal(const json& input) {
    const double mean = input["mean"], sd = input["sd"];
    const double evpi = evpi_of_normal(mean, sd);
    json got{{"evpi", evpi},
             {"population_evpi", evpi * input["population"].get<double>()},
             {"probability_wrong", probability_wrong(mean, sd)},
             {"choose", mean > 0 ? "new" : "current"}};
    if (input.contains("sample_size")) {
        const double then = preposterior_sd(sd, input["data_sd"], input["sample_size"]);
        got["preposterior_sd"] = then;
        got["evsi"] = evpi_of_normal(mean, then);
    }
    return got;
}

// Every pair of a first and a second state is one state of the table.
json two_factors(const json& input) {
    const json &first = input["first"]["probabilities"], &second = input["second"]["probabilities"];
    Grid payoff(input["payoffs"].size(), first.size() * second.size());
    Numbers probability;
    std::vector<std::size_t> by_first, by_second;
    for (std::size_t f = 0; f < first.size(); ++f)
        for (std::size_t s = 0; s < second.size(); ++s) {
            for (std::size_t action = 0; action < payoff.rows(); ++action)
                payoff.row(action)[probability.size()] = input["payoffs"][action][f][s];
            probability.push_back(first[f].get<double>() * second[s].get<double>());
            by_first.push_back(f);
            by_second.push_back(s);
        }
    const PayoffTable table = payoff_table(payoff, probability);
    return {{"expected_values", table.expected_value},
            {"evpi", table.evpi},
            {"evppi_first", evppi(payoff, probability, by_first, first.size())},
            {"evppi_second", evppi(payoff, probability, by_second, second.size())}};
}

json criteria(const json& input) {
    const DecisionCriteria found =
        decision_criteria(grid(input["payoffs"]), input["hurwicz_alpha"]);
    const auto choice = [&](const CriterionChoice& of) { return input["actions"][of.choice]; };
    return {{"maximax", found.maximax.figure},
            {"maximin", found.maximin.figure},
            {"hurwicz", found.hurwicz.figure},
            {"laplace", found.laplace.figure},
            {"max_regret", found.minimax_regret.figure},
            {"choice",
             {{"maximax", choice(found.maximax)},
              {"maximin", choice(found.maximin)},
              {"hurwicz", choice(found.hurwicz)},
              {"laplace", choice(found.laplace)},
              {"minimax_regret", choice(found.minimax_regret)}}}};
}

json gamble(const json& input) {
    const Numbers value = input["values"], probability = input["probabilities"];
    const double sure = certainty_equivalent(value, probability, input["risk_tolerance"]);
    double expected = 0;
    for (std::size_t k = 0; k < value.size(); ++k) expected += probability[k] * value[k];
    return {{"certainty_equivalent", sure},
            {"expected_value", expected},
            {"risk_premium", expected - sure}};
}

std::optional<json> line(const json& input) {
    const Grid by_draw = grid(input["X"]);
    Grid x(by_draw.columns(), by_draw.rows());
    for (std::size_t v = 0; v < x.rows(); ++v)
        for (std::size_t d = 0; d < x.columns(); ++d) x.row(v)[d] = by_draw.row(d)[v];
    const auto found = regression(x, input["y"].get<Numbers>());
    if (!found) return std::nullopt;
    Numbers coefficients{found->intercept};
    coefficients.insert(coefficients.end(), found->coefficient.begin(), found->coefficient.end());
    return json{{"coefficients", coefficients},
                {"src", found->standardised},
                {"r_squared", found->r_squared}};
}

json thresholds(const json& input) {
    const WeightThresholds found =
        weight_thresholds(grid(input["matrix"]), input["weights"].get<Numbers>());
    json each = json::array();
    for (const WeightThreshold& threshold : found.threshold)
        each.push_back({{"criterion", threshold.criterion},
                        {"challenger", threshold.challenger},
                        {"delta", threshold.delta ? json(*threshold.delta) : json()},
                        {"feasible", threshold.feasible}});
    return {{"scores", found.score}, {"best", found.best}, {"threshold", each}};
}

}  // namespace

std::optional<json> decision_analysis(const json& vector) {
    const std::string kind = vector["kind"];
    const json& input = vector["input"];
    if (kind == "voi.payoff_table") return payoffs(input);
    if (kind == "voi.sample_information") return sample(input);
    if (kind == "voi.normal_linear") return normal(input);
    if (kind == "voi.evppi_discrete") return two_factors(input);
    if (kind == "uncertainty.criteria") return criteria(input);
    if (kind == "utility.certainty_equivalent") return gamble(input);
    if (kind == "utility.certainty_equivalent_normal")
        return json{
            {"certainty_equivalent",
             certainty_equivalent_of_normal(input["mean"], input["sd"], input["risk_tolerance"])}};
    if (kind == "sensitivity.regression") return line(input);
    if (kind == "sensitivity.weight_threshold") return thresholds(input);
    return std::nullopt;
}

}  // namespace fulcrum::vectors
