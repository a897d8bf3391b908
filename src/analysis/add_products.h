// What is done for every draw of a decision tree.
#pragma once

#include <span>

namespace fulcrum {

// sums[d] = a[d] + b[d] c[d]; none of them may be sums.
void add_products(std::span<double> sums, const double* a, const double* b, const double* c);

}  // namespace fulcrum
