#include "analysis/certainty_equivalent.h"

#include "math/elementary.h"
#include "math/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace fulcrum {
namespace {

// exp(-(x - from) / R) - 1 of every x, between -1 and 0.
std::vector<double> shifted_disutility(std::span<const double> x, double from,
                                       double risk_tolerance) {
    std::vector<double> disutility;
    disutility.reserve(x.size());
    for (const double value : x)
        disutility.push_back(elementary::expm1(-(value - from) / risk_tolerance));
    return disutility;
}

// The amount with the greatest disutility.
double from_of(std::span<const double> x, double risk_tolerance) {
    return risk_tolerance > 0 ? *std::min_element(x.begin(), x.end())
                              : *std::max_element(x.begin(), x.end());
}

}  // namespace

double certainty_equivalent(std::span<const double> value, std::span<const double> probability,
                            double risk_tolerance) {
    assert(!value.empty() && value.size() == probability.size() && risk_tolerance != 0);
    std::vector<double> possible, weight;  // what is impossible does not count
    for (std::size_t k = 0; k < value.size(); ++k) {
        if (!(probability[k] > 0)) continue;
        possible.push_back(value[k]);
        weight.push_back(probability[k]);
    }
    const bool is_neutral = std::isinf(risk_tolerance);
    const double from = is_neutral ? 0 : from_of(possible, risk_tolerance);
    std::vector<double> part =
        is_neutral ? possible : shifted_disutility(possible, from, risk_tolerance);
    for (std::size_t k = 0; k < part.size(); ++k) part[k] *= weight[k];
    return is_neutral ? sum(part) : from - risk_tolerance * elementary::log1p(sum(part));
}

double certainty_equivalent(std::span<const double> draws, double risk_tolerance) {
    assert(!draws.empty() && risk_tolerance != 0);
    if (std::isinf(risk_tolerance)) return mean(draws);
    const double from = from_of(draws, risk_tolerance);
    return from - risk_tolerance *
                      elementary::log1p(mean(shifted_disutility(draws, from, risk_tolerance)));
}

double certainty_equivalent_of_normal(double mean, double sd, double risk_tolerance) {
    assert(risk_tolerance != 0);
    return mean - 0.5 * sd * (sd / risk_tolerance);
}

}  // namespace fulcrum
