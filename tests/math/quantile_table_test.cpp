#include "math/quantile_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace fulcrum;

namespace {

struct Shape {
    const char* family;
    Range range;
};

Range interval(double low, double high, double base = 0) {
    return {
        .base = base, .low = low, .high = high, .low_probability = 0.05, .high_probability = 0.95};
}

Range mean_and_sd(double mean, double sd, std::optional<double> shape = std::nullopt) {
    return {.base = mean, .sd = sd, .shape = shape};
}

Range pert(double low, double base, double high, std::optional<double> shape = std::nullopt) {
    return {.base = base, .low = low, .high = high, .shape = shape};
}

Range cut(double mean, double sd, double min, double max) {
    return {.base = mean, .sd = sd, .min = min, .max = max};
}

std::vector<Shape> shapes() {
    std::vector<Shape> shapes = {
        {"normal", interval(-3, 12)},
        {"lognormal", interval(1, 1.1)},
        {"lognormal", interval(2, 40)},
        {"lognormal", interval(1, 1e4)},
        {"pert", pert(0, 0, 1)},
        {"pert", pert(3, 4, 9)},
        {"pert", pert(-5, 8, 8)},
        {"pert", pert(0, 1, 2, 30.0)},
        {"truncated_normal", cut(5, 2, 0, 6)},
        {"truncated_normal", cut(0, 1, 2, 9)},
        {"gamma", mean_and_sd(1, 3)},
        {"gamma", mean_and_sd(5, 5)},
        {"gamma", mean_and_sd(10, 0.2)},
        {"beta", mean_and_sd(0.3, 0.1)},
        {"beta", mean_and_sd(0.5, 0.35)},
        {"beta", mean_and_sd(0.01, 0.0135)},
        {"exponential", {.base = 4}},
        {"student_t", mean_and_sd(0, 1, 2.2)},
        {"student_t", mean_and_sd(0, 1, 30.0)},
    };
    for (const double shape : {0.6, 1.0, 5.0})
        shapes.push_back({"weibull", {.base = 3, .shape = shape}});
    return shapes;
}

double exact(const DistributionFamily& family, const std::vector<double>& parameters, double u) {
    double x = 0;
    family.quantile(parameters, {&u, 1}, {&x, 1});
    return x;
}

}  // namespace

TEST_CASE("quantile table: within 5e-7 of the exact quantile, and never falling") {
    for (const Shape& shape : shapes()) {
        INFO(std::string(shape.family), " ", shape.range.base);
        const DistributionFamily& family = *find_distribution_family(shape.family);
        REQUIRE(family.tabulated);
        const auto made = family.parameters(shape.range);
        REQUIRE(made);
        const std::vector<double>& parameters = *made;
        const std::vector<double> table = quantile_table(family, parameters);
        const double median = exact(family, parameters, 0.5);
        const double spread = exact(family, parameters, 0.75) - exact(family, parameters, 0.25);

        std::vector<double> u;
        for (int k = 0; k < 20'000; ++k) u.push_back((k + 0.37) / 20'000);
        for (double v = 0.01; v > 1e-12; v *= 0.97) u.insert(u.end(), {v, 1 - v});
        u.insert(u.end(), {0x1p-13, 0.5, 0.25, 0.75, 1 - 0x1p-13, 0x1p-53});
        std::sort(u.begin(), u.end());
        std::vector<double> x(u.size());
        tabulated_quantile(table, family, parameters, u, x);
        double worst = 0;
        for (std::size_t i = 0; i < u.size(); ++i) {
            const double truth = exact(family, parameters, u[i]);
            worst = std::max(worst, std::fabs(x[i] - truth) / (std::fabs(truth - median) + spread));
        }
        CHECK(worst <= 5e-7);
        for (std::size_t i = 1; i < u.size(); ++i)  // to the rounding of neighbouring cubics
            CHECK(x[i] >= x[i - 1] - 4e-16 * std::fabs(x[i]));
    }
}

TEST_CASE("quantile table: none for a family that is not tabulated") {
    const DistributionFamily& uniform = *find_distribution_family("uniform");
    CHECK(quantile_table(uniform, *uniform.parameters(pert(0, 1, 2))).empty());
}
