#include "analysis/add_products.h"

#include <cstddef>

namespace fulcrum {

void add_products(std::span<double> sums, const double* a, const double* b, const double* c) {
    double* const sum = sums.data();
    for (std::size_t d = 0; d < sums.size(); ++d) sum[d] = a[d] + b[d] * c[d];
}

}  // namespace fulcrum
