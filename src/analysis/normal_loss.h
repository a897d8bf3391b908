// A choice between two options whose difference is normally distributed: how often it is wrong, and
// what knowing better is worth.
#pragma once

#include <cstddef>

namespace fulcrum {

// The unit normal loss integral, L(z) = E[ max(0, x - z) ] of a standard normal x
// = density(z) - z (1 - F(z)). Relative error below 1e-11 up to z = 37.5, beyond which it is 0.
double unit_normal_loss(double z);

// The difference new - current ~ normal(mean, sd), sd >= 0; the new option is chosen if mean > 0.
//
//   EVPI = E[ max(0, difference) ] - max(0, mean) = sd L(|mean| / sd)
//
// returns   same unit as mean; 0 where sd is 0.
// Source: R. Schlaifer, Probability and Statistics for Business Decisions (1959), ch. 30.
double evpi_of_normal(double mean, double sd);

// How likely it is that the option not chosen is the better one; 0 where sd is 0 and mean is not.
double probability_wrong(double mean, double sd);

// Standard deviation of the mean that will be believed after a sample, sd sqrt(sd^2 / (sd^2 +
// data_sd^2 / size)): the EVSI is evpi_of_normal(mean, preposterior_sd). data_sd > 0, of one datum.
double preposterior_sd(double sd, double data_sd, double size);

}  // namespace fulcrum
