#include "math/copula.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

Grid matrix(std::initializer_list<std::initializer_list<double>> rows) {
    Grid result(rows.size(), rows.size());
    std::size_t r = 0;
    for (const auto& row : rows) std::copy(row.begin(), row.end(), result.row(r++).begin());
    return result;
}

double squared_distance(const Grid& a, const Grid& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.rows(); ++i)
        for (std::size_t j = 0; j < a.rows(); ++j)
            sum += (a.row(i)[j] - b.row(i)[j]) * (a.row(i)[j] - b.row(i)[j]);
    return sum;
}

}  // namespace

TEST_CASE("copula: the normal correlation of a rank correlation is 2 sin(pi rank / 6), and back") {
    for (const double rank : {-1.0, -0.9, -0.3, 0.0, 1e-9, 0.25, 0.5, 0.77, 1.0}) {
        const double truth = 2 * std::sin(std::acos(-1.0) * rank / 6);
        CHECK(std::fabs(normal_correlation(rank) - truth) <= 1e-15);
        CHECK(std::fabs(rank_correlation(normal_correlation(rank)) - rank) <= 1e-14);
    }
}

TEST_CASE("copula: the factor times its transpose is the matrix") {
    const Grid of = matrix({{1, 0.5, -0.2}, {0.5, 1, 0.3}, {-0.2, 0.3, 1}});
    const std::optional<Grid> factor = cholesky(of);
    REQUIRE(factor);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < 3; ++k) sum += factor->row(i)[k] * factor->row(j)[k];
            CHECK(std::fabs(sum - of.row(i)[j]) <= 1e-15);
            if (j > i) CHECK(factor->row(i)[j] == 0);
        }
}

TEST_CASE("copula: a matrix that no numbers have has no factor") {
    CHECK_FALSE(cholesky(matrix({{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}})));
    CHECK_FALSE(cholesky(matrix({{1, 1}, {1, 1}})));
}

// N. J. Higham, "Computing the nearest correlation matrix" (2002), section 4: the nearest to
// [1 1 0; 1 1 1; 0 1 1] has 0.7607 beside and 0.1573 in the corner.
TEST_CASE("copula: the nearest correlation matrix is that of Higham's example") {
    const Grid near = nearest_correlation(matrix({{1, 1, 0}, {1, 1, 1}, {0, 1, 1}}));
    CHECK(std::fabs(near.row(0)[1] - 0.7607) <= 6e-5);
    CHECK(std::fabs(near.row(1)[2] - 0.7607) <= 6e-5);
    CHECK(std::fabs(near.row(0)[2] - 0.1573) <= 6e-5);
    CHECK(cholesky(near));
}

TEST_CASE("copula: no correlation matrix around the nearest one is nearer") {
    const Grid of = matrix({{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}});
    const Grid near = nearest_correlation(of);
    REQUIRE(cholesky(near));
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < i; ++j)
            for (const double step : {-1e-3, 1e-3}) {
                Grid other = near;
                other.row(i)[j] += step;
                other.row(j)[i] += step;
                if (cholesky(other))
                    CHECK(squared_distance(other, of) >= squared_distance(near, of));
            }
}
