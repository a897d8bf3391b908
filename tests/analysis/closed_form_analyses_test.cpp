// Payoff tables, sample information, criteria, certainty equivalents and dominance, by hand-made
// cases; the published ones are in tests/vectors.
#include "analysis/certainty_equivalent.h"
#include "analysis/decision_criteria.h"
#include "analysis/dominance.h"
#include "analysis/normal_loss.h"
#include "analysis/payoff_table.h"
#include "analysis/sample_information.h"
#include "math/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace fulcrum;

namespace {

Grid table(const std::vector<std::vector<double>>& rows) {
    Grid grid(rows.size(), rows.front().size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        std::copy(rows[r].begin(), rows[r].end(), grid.row(r).begin());
    return grid;
}

const std::vector<double> even{0.5, 0.5};

}  // namespace

TEST_CASE("perfect information is worth nothing where one option is best in every state") {
    const PayoffTable found = payoff_table(table({{3, 4}, {1, 4}}), even);
    CHECK(found.best == 0);
    CHECK(found.evpi == 0);
    CHECK(found.expected_opportunity_loss == std::vector<double>{0, 1});
}

TEST_CASE("of options with the same expected value the first is best; a single one always is") {
    CHECK(payoff_table(table({{0, 2}, {2, 0}, {1, 1}}), even).best == 0);
    const PayoffTable alone = payoff_table(table({{-5, 7}}), even);
    CHECK(alone.best == 0);
    CHECK(alone.evpi == 0);
}

TEST_CASE("learning every state is worth the EVPI, learning nothing is worth nothing") {
    const Grid payoff = table({{-70, 50, 200}, {0, 0, 0}});
    const std::vector<double> probability{0.5, 0.3, 0.2};
    CHECK(evppi(payoff, probability, std::vector<std::size_t>{0, 1, 2}, 3) == doctest::Approx(35));
    CHECK(evppi(payoff, probability, std::vector<std::size_t>{0, 0, 0}, 1) == 0);
}

TEST_CASE("a test that never errs is worth the EVPI, one that says nothing is worth nothing") {
    const Grid payoff = table({{700, -100}, {90, 90}});
    const std::vector<double> prior{0.25, 0.75};
    const SampleInformation sure =
        sample_information(payoff, prior, posterior(prior, table({{1, 0}, {0, 1}})), 30);
    CHECK(sure.evsi == doctest::Approx(payoff_table(payoff, prior).evpi));
    CHECK(*sure.efficiency == doctest::Approx(1));
    CHECK(sure.net_gain == doctest::Approx(sure.evsi - 30));
    const SampleInformation idle =
        sample_information(payoff, prior, posterior(prior, table({{0.4, 0.4}, {0.6, 0.6}})), 1);
    CHECK(idle.evsi == doctest::Approx(0));
}

TEST_CASE("after a result that cannot come the prior stands") {
    const std::vector<double> prior{0.25, 0.75};
    const Posterior observed = posterior(prior, table({{0, 0}, {1, 1}}));
    CHECK(observed.result_probability == std::vector<double>{0, 1});
    CHECK(observed.posterior.row(0)[1] == 0.75);
}

TEST_CASE("information has no efficiency where perfect information is worth nothing") {
    const std::vector<double> prior{0.25, 0.75};
    const Posterior observed = posterior(prior, table({{1, 0}, {0, 1}}));
    CHECK_FALSE(sample_information(table({{1, 1}}), prior, observed, 0).efficiency.has_value());
}

// L(z) = integral from z of the upper tail: the derivative is F(z) - 1.
TEST_CASE("the unit normal loss integral is symmetric, falls to 0 and agrees with its table") {
    CHECK(unit_normal_loss(0) == doctest::Approx(0.3989422804014327).epsilon(1e-14));
    CHECK(unit_normal_loss(1) == doctest::Approx(0.0833154705876813).epsilon(1e-12));
    for (const double z : {0.3, 1.7, 6.0}) {
        CHECK(unit_normal_loss(-z) == doctest::Approx(unit_normal_loss(z) + z).epsilon(1e-14));
        CHECK(unit_normal_loss(z + 0.01) < unit_normal_loss(z));
    }
    // Far out L(z) = density(z) / z^2 (1 - 3 / z^2 + 15 / z^4 - ...).
    const double z = 30, square = z * z;
    const double density = std::exp(-square / 2) / std::sqrt(2 * std::acos(-1.0));
    const double series = 1 - 3 / square + 15 / square / square - 105 / square / square / square +
                          945 / square / square / square / square;
    CHECK(unit_normal_loss(z) == doctest::Approx(density / square * series).epsilon(1e-10));
    CHECK(unit_normal_loss(40) == 0);
}

TEST_CASE("without spread there is nothing to learn, and data without end teach everything") {
    CHECK(evpi_of_normal(5, 0) == 0);
    CHECK(probability_wrong(5, 0) == 0);
    CHECK(probability_wrong(0, 2) == 0.5);
    CHECK(preposterior_sd(0, 1, 10) == 0);
    CHECK(preposterior_sd(3, 1, 0) == 0);
    CHECK(preposterior_sd(3, 1, 1e12) == doctest::Approx(3));
}

TEST_CASE("Hurwicz is maximin without optimism and maximax with all of it") {
    const Grid payoff = table({{200, -180}, {100, -20}, {0, 0}});
    const DecisionCriteria gloomy = decision_criteria(payoff, 0),
                           bright = decision_criteria(payoff, 1);
    CHECK(gloomy.hurwicz == gloomy.maximin);
    CHECK(bright.hurwicz == bright.maximax);
}

TEST_CASE("equal options are chosen by position in every criterion, and a single one always is") {
    for (const DecisionCriteria& found :
         {decision_criteria(table({{1, 2}, {1, 2}}), 0.3), decision_criteria(table({{1, 2}}), 0.3)})
        for (const CriterionChoice& criterion :
             {found.maximin, found.maximax, found.hurwicz, found.laplace, found.minimax_regret})
            CHECK(criterion.choice == 0);
}

TEST_CASE("a certainty equivalent moves with the amounts and lies between the worst and the mean") {
    const std::vector<double> value{700, -100}, probability{0.25, 0.75};
    const double here = certainty_equivalent(value, probability, 728);
    CHECK(here > -100);
    CHECK(here < 100);
    const std::vector<double> shifted{1700, 900};
    CHECK(certainty_equivalent(shifted, probability, 728) == doctest::Approx(here + 1000));
    CHECK(certainty_equivalent(value, probability, -728) > 100);  // seeks risk
}

TEST_CASE("a certainty equivalent neither overflows nor loses small risks") {
    const std::vector<double> value{1e6, -1e6}, probability{0.5, 0.5};
    // All but certain ruin is what counts: -1e6 + R log 2.
    CHECK(certainty_equivalent(value, probability, 1) ==
          doctest::Approx(-1e6 + std::log(2.0)).epsilon(1e-14));
    // With R far above the amounts, mean - variance / (2 R).
    CHECK(certainty_equivalent(std::vector<double>{1, -1}, probability, 1e9) ==
          doctest::Approx(-0.5e-9).epsilon(1e-6));
    CHECK(certainty_equivalent(value, probability, std::numeric_limits<double>::infinity()) == 0);
    CHECK(certainty_equivalent(std::vector<double>{5, -1e300}, std::vector<double>{1, 0}, 2) == 5);
}

TEST_CASE("draws have the certainty equivalent of outcomes that are equally likely") {
    const std::vector<double> draws{4, 8, 15, 16}, quarter(4, 0.25);
    CHECK(certainty_equivalent(draws, 3) ==
          doctest::Approx(certainty_equivalent(draws, quarter, 3)).epsilon(1e-13));
    CHECK(certainty_equivalent_of_normal(100, 40, 200) == 96);
}

TEST_CASE(
    "an option dominates by outcomes, at first or at second order, by the strongest that holds") {
    // b in a's order is never better; c has the same draws as a in another order, one of them less;
    // d has a's mean with less spread.
    const Grid utility = table({{1, 4, 7}, {1, 4, 6}, {7, 1, 3}, {4, 4, 4}});
    const auto kind = dominance(utility);
    CHECK(kind[0][1] == Dominance::Outcome);
    CHECK(kind[1][0] == Dominance::None);
    CHECK(kind[0][2] == Dominance::FirstOrder);
    CHECK(kind[3][0] == Dominance::SecondOrder);
    CHECK(kind[0][3] == Dominance::None);
}

TEST_CASE("equal options do not dominate each other, nor does any itself, in any order of draws") {
    const auto kind = dominance(table({{0.1, 0.2, 0.7}, {0.7, 0.1, 0.2}, {0.1, 0.2, 0.7}}));
    for (const auto& row : kind)
        for (const Dominance each : row) CHECK(each == Dominance::None);
    CHECK(dominance(table({{5}})) == std::vector<std::vector<Dominance>>{{Dominance::None}});
}

TEST_CASE("each kind of dominance holds among random options exactly when its definition does") {
    // The definition at second order: the mean of min(x, t) is nowhere lower, at first order the
    // share of draws above t; both need be looked at only where a draw lies.
    const UniformStream stream({.seed = 7}, 300);
    std::vector<double> u(4 * 6);
    std::size_t found[4] = {};
    for (std::size_t trial = 0; trial < 300; ++trial) {
        stream.fill(trial * u.size(), u);
        Grid utility(4, 6);
        for (std::size_t o = 0; o < 4; ++o)
            for (std::size_t d = 0; d < 6; ++d)
                utility.row(o)[d] = std::floor(4 * u[o * 6 + d]) + (o == 3 ? 1 : 0);
        const auto kind = dominance(utility);
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < 4; ++b) {
                bool outcome = true, first = true, second = true, differs = false, same = true;
                for (std::size_t d = 0; d < 6; ++d)
                    outcome = outcome && utility.row(a)[d] >= utility.row(b)[d];
                for (double t = 0; t <= 5; ++t) {
                    double above_a = 0, above_b = 0, least_a = 0, least_b = 0;
                    for (std::size_t d = 0; d < 6; ++d) {
                        above_a += utility.row(a)[d] > t ? 1 : 0;
                        above_b += utility.row(b)[d] > t ? 1 : 0;
                        least_a += std::min(utility.row(a)[d], t);
                        least_b += std::min(utility.row(b)[d], t);
                    }
                    first = first && above_a >= above_b;
                    second = second && least_a >= least_b;
                    same = same && above_a == above_b;
                }
                for (std::size_t d = 0; d < 6; ++d)
                    differs = differs || utility.row(a)[d] != utility.row(b)[d];
                const Dominance expected = outcome && differs ? Dominance::Outcome
                                           : first && !same   ? Dominance::FirstOrder
                                           : second && !same  ? Dominance::SecondOrder
                                                              : Dominance::None;
                CHECK(kind[a][b] == expected);
                ++found[static_cast<std::size_t>(kind[a][b])];
            }
    }
    for (const std::size_t count : found) CHECK(count > 0);
}

TEST_CASE("the Pareto frontier keeps what nothing beats everywhere, equal options together") {
    // Cost and risk, less is better of both.
    const Grid figure = table({{10, 20, 30, 20, 10}, {9, 5, 6, 5, 9}});
    const std::vector<Direction> less{Direction::Less, Direction::Less};
    CHECK(pareto_frontier(figure, less) == std::vector<bool>{true, true, false, true, true});
    const std::vector<Direction> cost_alone{Direction::Less, Direction::None};
    CHECK(pareto_frontier(figure, cost_alone) ==
          std::vector<bool>{true, false, false, false, true});
    const std::vector<Direction> more_risk{Direction::Less, Direction::More};
    CHECK(pareto_frontier(figure, more_risk) == std::vector<bool>{true, false, false, false, true});
    CHECK(pareto_frontier(table({{3}}), std::vector{Direction::More}) == std::vector<bool>{true});
}
