#include "base/text.h"
#include "model/check_context.h"
#include "model/find.h"
#include "model/pointer.h"
#include "model/states.h"

#include <cmath>

namespace fulcrum {
namespace {

constexpr double sum_tolerance = 1e-9;

void check_likelihoods(CheckContext& context, const std::string& path, const Test& test,
                       const std::vector<double>& states) {
    std::vector<double> sums(states.size(), 0.0);
    bool is_whole = !test.results.empty();
    if (!is_whole) context.add(path + "/results", "a test has results: say what it can say");
    for (std::size_t r = 0; r < test.results.size(); ++r) {
        const std::string own = path + "/results" + pointer_step(r) + "/likelihood";
        const std::vector<double>& likelihood = test.results[r].likelihood;
        if (likelihood.size() != states.size()) {
            context.add(own, std::to_string(likelihood.size()) + " likelihoods for the " +
                                 std::to_string(states.size()) + " states of '" + test.assumption +
                                 "': give one for each, lowest state first");
            is_whole = false;
            continue;
        }
        for (std::size_t s = 0; s < states.size(); ++s) {
            sums[s] += likelihood[s];
            if (likelihood[s] >= 0 && likelihood[s] <= 1) continue;
            context.add(own + pointer_step(s),
                        "likelihood " + shortest(likelihood[s]) + " is no probability: use 0 to 1");
            is_whole = false;
        }
    }
    for (std::size_t s = 0; is_whole && s < states.size(); ++s)
        if (std::fabs(sums[s] - 1) > sum_tolerance)
            context.add(path + "/results", "where '" + test.assumption + "' is " +
                                               shortest(states[s]) + " the likelihoods sum to " +
                                               shortest(sums[s]) + ": they must sum to 1");
}

}  // namespace

void check_tests(CheckContext& context) {
    IdSet seen;
    for (std::size_t t = 0; t < context.document.tests.size(); ++t) {
        const Test& test = context.document.tests[t];
        const std::string path = "/tests" + pointer_step(t);
        context.names(path + "/id", test.id, seen, true);
        if (test.cost) context.not_negative(path + "/cost", "cost", *test.cost);
        const Assumption* assumption = find_assumption(context.document, test.assumption);
        if (assumption == nullptr) {
            context.add(path + "/assumption",
                        "there is no assumption '" + test.assumption + "'" +
                            context.suggestion(test.assumption, context.inputs));
            continue;
        }
        const std::vector<double> states = states_of(*assumption);
        if (states.empty())
            context.add(path + "/assumption",
                        "'" + test.assumption +
                            "' does not take a few separate values: a test tells of a discrete, "
                            "bernoulli, binomial or integer_uniform one of at most " +
                            std::to_string(most_states) + " states");
        else
            check_likelihoods(context, path, test, states);
    }
}

}  // namespace fulcrum
