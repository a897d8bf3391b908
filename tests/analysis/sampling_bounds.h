// How far a figure from n independent draws may be from the truth, at k standard errors. Sobol
// draws are better than independent ones, so these bounds hold for them with room.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fulcrum {

inline double k_errors_of_mean(double deviation, double n, double k) {
    return k * deviation / std::sqrt(n);
}

inline double k_errors_of_share(double p, double n, double k) {
    return k * std::sqrt(p * (1 - p) / n);
}

// The draws between which the true p-quantile lies: those of rank n p -+ k sqrt(n p (1 - p)), for
// any distribution. Compared with a figure that itself comes from m draws, the variance is larger
// by n / m.
struct Band {
    double low, high;
};
inline Band quantile_band(std::vector<double> draws, double p, double k, double n_over_m = 0) {
    std::sort(draws.begin(), draws.end());
    const auto n = static_cast<double>(draws.size());
    const double ranks = k * std::sqrt(n * p * (1 - p) * (1 + n_over_m));
    const auto at = [&](double rank) {
        return draws[static_cast<std::size_t>(std::clamp(rank, 0.0, n - 1))];
    };
    return {at(std::floor(n * p - ranks)), at(std::ceil(n * p + ranks))};
}

}  // namespace fulcrum
