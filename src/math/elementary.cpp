#include "math/elementary.h"

#include "math/elementary_kernel.h"

#include <cassert>
#include <cstddef>

namespace fulcrum::elementary {

double exp(double x) {
    return exp_of_sum(x, 0.0);
}

double log(double x) {
    return log_of(x);
}

void exp(std::span<const double> x, std::span<double> y) {
    assert(x.size() == y.size());
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = exp_of_sum(x[i], 0.0);
}

void log(std::span<const double> x, std::span<double> y) {
    assert(x.size() == y.size());
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = log_of(x[i]);
}

}  // namespace fulcrum::elementary
