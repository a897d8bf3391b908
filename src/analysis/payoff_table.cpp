#include "analysis/payoff_table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace fulcrum {
namespace {

double expectation(std::span<const double> payoff, std::span<const double> probability) {
    return std::inner_product(payoff.begin(), payoff.end(), probability.begin(), 0.0);
}

}  // namespace

PayoffTable payoff_table(const Grid& payoff, std::span<const double> probability) {
    assert(payoff.rows() > 0 && payoff.columns() == probability.size());
    std::vector<double> best_payoff(payoff.row(0).begin(), payoff.row(0).end());
    for (std::size_t option = 1; option < payoff.rows(); ++option)
        for (std::size_t state = 0; state < best_payoff.size(); ++state)
            best_payoff[state] = std::max(best_payoff[state], payoff.row(option)[state]);

    PayoffTable table;
    for (std::size_t option = 0; option < payoff.rows(); ++option) {
        table.expected_value.push_back(expectation(payoff.row(option), probability));
        double loss = 0;
        for (std::size_t state = 0; state < best_payoff.size(); ++state)
            loss += probability[state] * (best_payoff[state] - payoff.row(option)[state]);
        table.expected_opportunity_loss.push_back(loss);
        if (table.expected_value[option] > table.expected_value[table.best]) table.best = option;
    }
    table.with_perfect_information = expectation(best_payoff, probability);
    table.evpi =
        std::max(0.0, table.with_perfect_information - table.expected_value[table.best]);  // -1e-16
    return table;
}

double evppi(const Grid& payoff, std::span<const double> probability,
             std::span<const std::size_t> part, std::size_t parts) {
    assert(payoff.rows() > 0 && part.size() == payoff.columns());
    std::vector<double> best_in_part;
    double best = 0;
    for (std::size_t option = 0; option < payoff.rows(); ++option) {
        std::vector<double> in_part(parts, 0.0);
        for (std::size_t state = 0; state < part.size(); ++state)
            in_part[part[state]] += probability[state] * payoff.row(option)[state];
        const double expected = std::accumulate(in_part.begin(), in_part.end(), 0.0);
        if (option == 0) {
            best_in_part = in_part;
            best = expected;
        }
        best = std::max(best, expected);
        for (std::size_t p = 0; p < parts; ++p)
            best_in_part[p] = std::max(best_in_part[p], in_part[p]);
    }
    return std::max(0.0, std::accumulate(best_in_part.begin(), best_in_part.end(), 0.0) - best);
}

}  // namespace fulcrum
