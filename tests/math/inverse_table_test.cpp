#include "math/inverse_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace fulcrum;

namespace {

// A ramp to 1/4, a step to 1/2, a gap, a square root.
struct Odd final : DistributionFunction {
    double cdf(double x) const override {
        if (x < 1) return 0.25 * std::max(0.0, x);
        return x < 2 ? 0.5 : std::min(1.0, 0.5 + 0.5 * std::sqrt(std::max(0.0, x - 2.5)));
    }
};

double exact(double u) {
    if (u <= 0.25) return 4 * u;
    return u <= 0.5 ? 1 : 2.5 + (2 * u - 1) * (2 * u - 1);
}

InverseTableSettings settings() {
    return {.low = exact(InverseTable::least), .high = exact(1 - InverseTable::least)};
}

}  // namespace

TEST_CASE("an inverse table finds steps, gaps and bends that nobody told it of, and never falls") {
    std::vector<double> parameters;
    REQUIRE(append_inverse_table(parameters, Odd(), settings()));
    const InverseTable table(parameters);
    double last = 0;
    for (int i = 2; i < 9'998; ++i) {
        const double u = i / 10'000.0, x = table.quantile(u);
        INFO("u = ", u);
        // 4 errors of F, 4e-14, where x rises fastest, by 4 for each 1 of u.
        CHECK(std::fabs(x - exact(u)) <= 2e-13);
        CHECK(x >= last);
        last = x;
    }
}

TEST_CASE("an inverse table that would take too many values of F is not made") {
    std::vector<double> parameters;
    InverseTableSettings few = settings();
    few.most_values = 100;
    CHECK_FALSE(append_inverse_table(parameters, Odd(), few));
    CHECK(parameters.empty());
}
