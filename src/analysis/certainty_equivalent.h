// Which sure amount would a decider take instead of the gamble? Exponential utility, u(x) = 1 -
// exp(-x / R) with risk tolerance R, whose answer moves with the amounts: 10 more everywhere is 10
// more.
//
//   CE = -R log E[ exp(-x / R) ]
//
// risk_tolerance   in the unit of x, not 0: above 0 averse to risk (CE <= mean), below 0 seeking
// it;
//                  infinite = neutral, the mean.
// Exponents are taken from the amount that counts most, so that nothing overflows.
//
// Source: J. W. Pratt, "Risk aversion in the small and in the large", Econometrica 32 (1964).
#pragma once

#include <span>

namespace fulcrum {

// value [outcome] finite; probability [outcome] >= 0, sums to 1.
double certainty_equivalent(std::span<const double> value, std::span<const double> probability,
                            double risk_tolerance);

// Of draws, all alike: at least one, all finite.
double certainty_equivalent(std::span<const double> draws, double risk_tolerance);

// Of a normal distribution: mean - sd^2 / (2 R).
double certainty_equivalent_of_normal(double mean, double sd, double risk_tolerance);

}  // namespace fulcrum
