#include "math/regression.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace fulcrum;

namespace {

Grid columns(const std::vector<std::vector<double>>& rows) {
    Grid grid(rows.size(), rows.front().size());
    for (std::size_t r = 0; r < rows.size(); ++r)
        std::copy(rows[r].begin(), rows[r].end(), grid.row(r).begin());
    return grid;
}

const std::vector<double> first{1, 2, 3, 4, 5}, second{2, 7, 1, 8, 2};

std::vector<double> combined(double intercept, double a, double b) {
    std::vector<double> y;
    for (std::size_t d = 0; d < first.size(); ++d)
        y.push_back(intercept + a * first[d] + b * second[d]);
    return y;
}

}  // namespace

TEST_CASE("an exact line is found exactly, and explains all") {
    const auto line = regression(columns({first, second}), combined(10, 3, -2));
    REQUIRE(line.has_value());
    CHECK(line->intercept == doctest::Approx(10));
    CHECK(line->coefficient[0] == doctest::Approx(3));
    CHECK(line->coefficient[1] == doctest::Approx(-2));
    CHECK(line->r_squared == doctest::Approx(1));
}

TEST_CASE("the residual is orthogonal to every column, which is what least squares means") {
    const std::vector<double> y{3, -1, 4, 1, -5};
    const auto line = regression(columns({first, second}), y);
    REQUIRE(line.has_value());
    double along[3] = {};
    for (std::size_t d = 0; d < y.size(); ++d) {
        const double rest = y[d] - line->intercept - line->coefficient[0] * first[d] -
                            line->coefficient[1] * second[d];
        along[0] += rest;
        along[1] += rest * first[d];
        along[2] += rest * second[d];
    }
    for (const double each : along) CHECK(std::fabs(each) < 1e-12);
}

TEST_CASE("of columns that are collinear the first takes all, a constant one explains nothing") {
    std::vector<double> twice = first;
    for (double& value : twice) value = 2 * value + 5;
    const std::vector<double> constant(first.size(), 4.0);
    const auto line = regression(columns({constant, first, twice, second}), combined(0, 3, 1));
    REQUIRE(line.has_value());
    CHECK(line->coefficient[0] == 0);
    CHECK(line->coefficient[1] == doctest::Approx(3));
    CHECK(line->coefficient[2] == 0);
    CHECK(line->coefficient[3] == doctest::Approx(1));
    CHECK(line->standardised[2] == 0);
}

TEST_CASE("more columns than draws still give a line through every draw") {
    const auto line = regression(columns({{1, 2}, {5, 3}, {0, 9}}), std::vector<double>{4, 7});
    REQUIRE(line.has_value());
    CHECK(line->r_squared == doctest::Approx(1));
    CHECK(line->coefficient[0] == doctest::Approx(3));
    CHECK(line->coefficient[1] == 0);
}

TEST_CASE("a constant y, or a single draw, has no line; without columns it is the mean") {
    CHECK_FALSE(regression(columns({first}), std::vector<double>(5, 2.0)).has_value());
    CHECK_FALSE(regression(columns({{1}}), std::vector<double>{2}).has_value());
    const auto mean = regression(Grid(0, 0), std::vector<double>{1, 2, 6});
    REQUIRE(mean.has_value());
    CHECK(mean->intercept == doctest::Approx(3));
    CHECK(mean->r_squared == 0);
}

TEST_CASE("huge and tiny numbers give the same standardised coefficients") {
    std::vector<double> huge = first, tiny = second, y = combined(1, 2, 3);
    for (double& value : huge) value *= 1e200;
    for (double& value : tiny) value *= 1e-200;
    y[2] += 4;
    const auto plain = regression(columns({first, second}), y);
    const auto scaled = regression(columns({huge, tiny}), y);
    REQUIRE(plain.has_value());
    REQUIRE(scaled.has_value());
    for (const std::size_t v : {0u, 1u})
        CHECK(scaled->standardised[v] == doctest::Approx(plain->standardised[v]));
    CHECK(scaled->coefficient[0] == doctest::Approx(plain->coefficient[0] * 1e-200));
    // One column alone: its standardised coefficient is Pearson's correlation.
    const auto alone = regression(columns({first}), y);
    CHECK(alone->r_squared == doctest::Approx(alone->standardised[0] * alone->standardised[0]));
}
