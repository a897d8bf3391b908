// Correlation of two samples: how strongly one rises with the other.
//
// x and y have the same length and finite elements. Each result is in [-1, 1]; absent where it is
// not defined: fewer than two pairs, or a sample of equal elements.
#pragma once

#include <optional>
#include <span>

namespace fulcrum {

// Pearson's product-moment correlation: of the values.
std::optional<double> pearson(std::span<const double> x, std::span<const double> y);

// Spearman's rho: Pearson's correlation of the ranks; equal elements share the average of theirs.
std::optional<double> spearman(std::span<const double> x, std::span<const double> y);

// Kendall's tau-b, (concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y)), in
// n log n steps. Source: W. R. Knight, J. American Statistical Association 61 (1966).
std::optional<double> kendall_tau_b(std::span<const double> x, std::span<const double> y);

}  // namespace fulcrum
