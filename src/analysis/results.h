// Everything that can be shown, as one value. Nothing after it computes.
#pragma once

#include "analysis/tree_value.h"
#include "analysis/undefined_value.h"
#include "engine/model.h"
#include "engine/simulate.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fulcrum {

struct Statistics {
    double mean = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
    bool operator==(const Statistics&) const = default;
};

// Its figures, by the names that they have in results.
struct StatisticsFigure {
    std::string_view name;
    double Statistics::*value;
};
inline constexpr std::array<StatisticsFigure, 6> statistics_figures{{{"mean", &Statistics::mean},
                                                                     {"p5", &Statistics::p5},
                                                                     {"p25", &Statistics::p25},
                                                                     {"p50", &Statistics::p50},
                                                                     {"p75", &Statistics::p75},
                                                                     {"p95", &Statistics::p95}}};

// One row, option and month.
struct Outcome {
    std::variant<double, Undefined> base;  // every input at its base
    std::variant<Statistics, Undefined> over_draws;
    bool operator==(const Outcome&) const = default;
};

struct RowResult {
    // [option][month]; one month for a row that is no series; absent where the option has no value.
    std::vector<std::vector<std::optional<Outcome>>> outcome;
    bool operator==(const RowResult&) const = default;
};

// The weighted score per option, 0 .. 100.
struct ScoreResult {
    std::vector<Outcome> score;  // [option]
    std::vector<double> weight;  // [criterion], sums to 1; empty when all are 0
    std::vector<std::vector<double>>
        base_value;              // [criterion][option], in [0, 1], at base; NaN where it has none
    std::vector<double> p_best;  // [option]; empty when an option has no score
    std::optional<std::size_t> leader;  // highest expected score
    bool operator==(const ScoreResult&) const = default;
};

// Who leads on the objective (on the score where there is none), and how surely.
struct Lead {
    bool by_score = false;
    std::vector<double> p_best;         // [option]; ties share
    std::optional<std::size_t> leader;  // highest expected objective; absent when it is undefined
    std::optional<std::size_t> runner_up;  // best other by expectation
    std::optional<Statistics> gap;         // leader minus best other, draw by draw
    double evpi = 0;     // expected value of perfect information: the mean of what the leader falls
                         // short of the best option, draw by draw
    bool clear = false;  // P(best) >= threshold and median gap >= matters
    std::vector<Undefined> undefined;  // why there is no leader
    bool operator==(const Lead&) const = default;
};

struct Results {
    std::size_t draws = 0;         // of everything but
    std::size_t series_draws = 0;  // rows over months
    std::uint64_t seed = 1;
    std::vector<RowResult> rows;       // in document order; text rows are empty
    std::optional<ScoreResult> score;  // absent without criteria
    Lead lead;
    std::optional<TreeResult> tree;  // where the request asks for it and the document has decisions
                                     // or chances

    std::size_t draws_of(const Row& row) const { return row.months ? series_draws : draws; }
    bool operator==(const Results&) const = default;
};

struct ResultsRequest {
    std::size_t draws = 16'384;
    std::optional<std::size_t> series_draws;  // of rows over months; absent = draws
    // Rows to summarise; absent = all. Lead and score are always there. What is not asked for stays
    // empty.
    std::optional<std::vector<std::size_t>> rows;
    bool tree = false;  // roll the decision tree back, too
};

// document and model belong together. See analysis.h for the same in small pieces.
Results analyse(const Document& document, const Model& model, const ResultsRequest& request);

}  // namespace fulcrum
