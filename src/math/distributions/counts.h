// What the families of counts share: their parameters are {mean, standard deviation, first count,
// step table of the counts from it on}.
#pragma once

#include <span>
#include <vector>

namespace fulcrum::distributions {

// Probabilities by P(k) = P(k - 1) (a k + b) / k from the most likely count to where they no longer
// matter (1e-25), so that no first one is needed: they are divided by their sum. Poisson has
// a = 0, b = rate; binomial a = -p / (1 - p), b = -a (n + 1). Source: H. H. Panjer, ASTIN Bulletin
// 12 (1981).
std::vector<double> count_parameters(double mean, double standard_deviation, double mode, double a,
                                     double b);

void count_quantile(std::span<const double> parameters, std::span<const double> u,
                    std::span<double> x);
double count_cdf(std::span<const double> parameters, double x);

}  // namespace fulcrum::distributions
