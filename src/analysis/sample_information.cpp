#include "analysis/sample_information.h"

#include "analysis/payoff_table.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {

Posterior posterior(std::span<const double> prior, const Grid& likelihood) {
    assert(likelihood.columns() == prior.size());
    Posterior observed{.result_probability = {},
                       .posterior = Grid(likelihood.rows(), prior.size())};
    for (std::size_t result = 0; result < likelihood.rows(); ++result) {
        const auto own = observed.posterior.row(result);
        double probability = 0;
        for (std::size_t state = 0; state < prior.size(); ++state) {
            own[state] = prior[state] * likelihood.row(result)[state];
            probability += own[state];
        }
        if (probability > 0)
            for (double& joint : own) joint /= probability;
        else
            std::copy(prior.begin(), prior.end(), own.begin());
        observed.result_probability.push_back(probability);
    }
    return observed;
}

SampleInformation sample_information(const Grid& payoff, std::span<const double> prior,
                                     const Posterior& observed, double cost) {
    assert(observed.posterior.rows() == observed.result_probability.size());
    SampleInformation information;
    for (std::size_t result = 0; result < observed.posterior.rows(); ++result) {
        const PayoffTable then = payoff_table(payoff, observed.posterior.row(result));
        information.choice.push_back(then.best);
        information.value.push_back(then.expected_value[then.best]);
        information.expected_value +=
            observed.result_probability[result] * information.value.back();
    }
    const PayoffTable now = payoff_table(payoff, prior);
    information.evsi = information.expected_value - now.expected_value[now.best];
    if (now.evpi > 0) information.efficiency = information.evsi / now.evpi;
    information.net_gain = information.evsi - cost;
    return information;
}

}  // namespace fulcrum
