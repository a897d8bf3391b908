// The values that an assumption can take, where they are few.
#pragma once

#include "model/assumption.h"

#include <vector>

namespace fulcrum {

inline constexpr std::size_t most_states = 50;

// Ascending: 0 and 1 of a yes or no, the values of a discrete range (those without probability,
// too), all counts of a binomial one, the whole numbers from low to high. Empty for other families,
// and where there are more than most_states.
std::vector<double> states_of(const Assumption& assumption);

}  // namespace fulcrum
