// A straight line through draws of several variables, by least squares: how much of y each x
// explains.
#pragma once

#include "base/grid.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

struct Regression {
    double intercept = 0;
    std::vector<double> coefficient;   // [x], in the unit of y per unit of x
    std::vector<double> standardised;  // [x], coefficient * sd(x) / sd(y)
    double r_squared = 0;              // share of the variance of y that the line explains
    bool operator==(const Regression&) const = default;
};

// y = intercept + sum coefficient x, by orthogonalisation of the centred columns (Gram-Schmidt,
// twice).
//
// x         [variable][draw], finite; y [draw], finite, with the same draws.
// returns   absent where y is constant or has fewer than two draws. An x that explains nothing new
//           has coefficient 0: one that is constant, and one that the x before it give exactly (to
//           ten digits), so of equal ones the first takes all.
//
// Source: G. H. Golub & C. F. Van Loan, Matrix Computations, ch. 5; standardised coefficients as in
// A. Saltelli et al., Global Sensitivity Analysis (2008), sec. 1.2.5.
std::optional<Regression> regression(const Grid& x, std::span<const double> y);

// The same, a variable at a time: each takes a time that grows with the number of those before it.
class RegressionInPieces {
  public:
    // x and y must outlive it.
    RegressionInPieces(const Grid& x, std::span<const double> y);
    ~RegressionInPieces();

    bool step();  // returns whether there is more to do
    // Requires that step() has returned false.
    std::optional<Regression> take() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace fulcrum
