// The normal (Gaussian) copula: numbers of any distributions made to rise and fall together.
//
// Where normal numbers have product-moment correlations R, what any continuous distributions make
// of them has the rank correlations rank = 6 / pi asin(R / 2) (Spearman's). Source: K. Pearson, "On
// further methods of determining correlation", Drapers' Company Research Memoirs 4 (1907).
//
// A correlation matrix is square and symmetric, 1 on its diagonal, between -1 and 1 elsewhere.
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <optional>

namespace fulcrum {

// 2 sin(pi rank / 6): what normal numbers need. rank in [-1, 1]; error below 1e-15.
double normal_correlation(double rank);

// Its inverse. normal in [-1, 1]; error below 1e-15.
double rank_correlation(double normal);

// The lower triangle L with L L' = matrix (Cholesky): L z has the correlations `matrix` where z are
// independent. Row i depends on the rows and columns 0 .. i of the matrix alone, and a row of a
// matrix that is 0 beside the diagonal is that row, to the bit. Absent where the matrix is not
// positive definite: no numbers have these correlations, or one of them follows from the others
// (less than 1e-12 of its variance is its own).
std::optional<Grid> cholesky(const Grid& matrix);

// The correlation matrix nearest to this one by the sum of squared differences, among those with
// eigenvalues of at least 1e-6, so that cholesky takes it. The same bits everywhere.
//
// Method: alternating projections with Dykstra's correction, at most 200 of them, until no element
// is more than 1e-7 from where it belongs. Source: N. J. Higham, "Computing the nearest correlation
// matrix", IMA J. Numerical Analysis 22 (2002), algorithm 3.3.
Grid nearest_correlation(const Grid& matrix);

}  // namespace fulcrum
