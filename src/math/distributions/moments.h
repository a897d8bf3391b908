// What families share whose parameters begin with their mean and standard deviation.
#pragma once

#include <span>

namespace fulcrum::distributions {

inline double leading_mean(std::span<const double> parameters) {
    return parameters[0];
}
inline double leading_standard_deviation(std::span<const double> parameters) {
    return parameters[1];
}

}  // namespace fulcrum::distributions
