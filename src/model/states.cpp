#include "model/states.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {

std::vector<double> states_of(const Assumption& assumption) {
    std::vector<double> states;
    if (assumption.family == "discrete") {
        states = assumption.values;
        std::sort(states.begin(), states.end());
        states.erase(std::unique(states.begin(), states.end()), states.end());
        if (states.size() > most_states) states.clear();
        return states;
    }
    double first = 0, last = -1;
    if (assumption.family == "bernoulli") {
        last = 1;
    } else if (assumption.family == "binomial" && assumption.trials) {
        last = static_cast<double>(*assumption.trials);
    } else if (assumption.family == "integer_uniform" && assumption.low && assumption.high) {
        first = std::ceil(*assumption.low);
        last = std::floor(*assumption.high);
    }
    const double count = last - first + 1;
    if (count <= static_cast<double>(most_states))
        for (std::size_t k = 0; static_cast<double>(k) < count; ++k)
            states.push_back(first + static_cast<double>(k));
    return states;
}

}  // namespace fulcrum
