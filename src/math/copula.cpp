#include "math/copula.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace fulcrum {
namespace {

constexpr double sixth_of_pi = 0.52359877559829887308;
constexpr double least_own_variance = 1e-12;
constexpr double least_eigenvalue = 1e-6;
constexpr int most_projections = 200;
constexpr double near_enough = 1e-7;
constexpr int most_sweeps = 30;  // of Jacobi's method, which needs about 8

Grid identity(std::size_t size) {
    Grid result(size, size);
    for (std::size_t i = 0; i < size; ++i) result.row(i)[i] = 1;
    return result;
}

// The rotation of the coordinates p and q that makes element (p, q) of a symmetric matrix 0.
struct Rotation {
    std::size_t p, q;
    double cosine, sine;

    void of_rows(Grid& matrix) const {
        const auto x = matrix.row(p), y = matrix.row(q);
        for (std::size_t k = 0; k < x.size(); ++k) {
            const double a = x[k], b = y[k];
            x[k] = cosine * a - sine * b;
            y[k] = sine * a + cosine * b;
        }
    }
    void of_columns(Grid& matrix) const {
        for (std::size_t k = 0; k < matrix.rows(); ++k) {
            const double a = matrix.row(k)[p], b = matrix.row(k)[q];
            matrix.row(k)[p] = cosine * a - sine * b;
            matrix.row(k)[q] = sine * a + cosine * b;
        }
    }
};

Rotation rotation(const Grid& matrix, std::size_t p, std::size_t q) {
    const double ratio = (matrix.row(q)[q] - matrix.row(p)[p]) / (2.0 * matrix.row(p)[q]);
    const double root = std::sqrt(ratio * ratio + 1.0);
    const double tangent = ratio < 0 ? -1.0 / (root - ratio) : 1.0 / (root + ratio);
    const double cosine = 1.0 / std::sqrt(tangent * tangent + 1.0);
    return {p, q, cosine, tangent * cosine};
}

// Eigenvalues on the diagonal of `matrix` afterwards, eigenvectors in the rows returned. Jacobi's
// method: C. G. J. Jacobi, J. reine angew. Math. 30 (1846).
Grid eigenvectors(Grid& matrix) {
    const std::size_t size = matrix.rows();
    Grid vectors = identity(size);
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        bool is_diagonal = true;
        for (std::size_t p = 0; p < size; ++p)
            for (std::size_t q = p + 1; q < size; ++q) {
                constexpr double nothing = 1e-15;  // beside elements of about 1
                if (std::fabs(matrix.row(p)[q]) <= nothing) continue;
                is_diagonal = false;
                const Rotation turn = rotation(matrix, p, q);
                turn.of_rows(matrix);
                turn.of_columns(matrix);
                turn.of_rows(vectors);
            }
        if (is_diagonal) break;
    }
    return vectors;
}

// The nearest matrix with eigenvalues of at least least_eigenvalue.
Grid with_eigenvalues(Grid matrix) {
    const std::size_t size = matrix.rows();
    const Grid before = matrix;
    const Grid vectors = eigenvectors(matrix);
    Grid result = before;
    for (std::size_t e = 0; e < size; ++e) {
        const double lack = least_eigenvalue - matrix.row(e)[e];
        if (lack <= 0) continue;
        const auto vector = vectors.row(e);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j < size; ++j)
                result.row(i)[j] += lack * (vector[i] * vector[j]);
    }
    return result;
}

// Scaled to 1 on the diagonal: eigenvalues stay positive.
Grid with_unit_diagonal(Grid matrix) {
    std::vector<double> root;
    for (std::size_t i = 0; i < matrix.rows(); ++i) root.push_back(std::sqrt(matrix.row(i)[i]));
    for (std::size_t i = 0; i < matrix.rows(); ++i)
        for (std::size_t j = 0; j <= i; ++j)
            matrix.row(i)[j] = matrix.row(j)[i] =
                i == j ? 1.0 : matrix.row(i)[j] / (root[i] * root[j]);
    return matrix;
}

}  // namespace

// Taylor's series: the first term left out is x^17 / 17! < 5e-20 at |x| = pi / 6.
double normal_correlation(double rank) {
    assert(std::fabs(rank) <= 1);
    const double x = sixth_of_pi * rank, square = x * x;
    double sum = 1.0;
    for (int n = 14; n >= 2; n -= 2) sum = 1.0 - square / (n * (n + 1)) * sum;
    return 2.0 * x * sum;
}

// Newton's method on normal_correlation, whose slope is between 0.90 and 1.05: the error is squared
// each time, and below 0.05 at first.
double rank_correlation(double normal) {
    assert(std::fabs(normal) <= 1);
    double rank = normal;
    for (int step = 0; step < 5; ++step) {
        const double half = 0.5 * normal_correlation(rank);
        const double slope = 2.0 * sixth_of_pi * std::sqrt(1.0 - half * half);
        rank = std::clamp(rank - (2.0 * half - normal) / slope, -1.0, 1.0);
    }
    return rank;
}

std::optional<Grid> cholesky(const Grid& matrix) {
    const std::size_t size = matrix.rows();
    Grid factor(size, size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto row = factor.row(i);
        double own = matrix.row(i)[i];
        for (std::size_t j = 0; j < i; ++j) {
            double rest = matrix.row(i)[j];
            for (std::size_t k = 0; k < j; ++k) rest -= row[k] * factor.row(j)[k];
            row[j] = rest / factor.row(j)[j];
            own -= row[j] * row[j];
        }
        if (!(own >= least_own_variance)) return std::nullopt;
        row[i] = std::sqrt(own);
    }
    return factor;
}

Grid nearest_correlation(const Grid& matrix) {
    const std::size_t size = matrix.rows();
    Grid found = matrix, corrected = matrix;
    for (int projection = 0; projection < most_projections; ++projection) {
        found = with_eigenvalues(corrected);
        double farthest = 0;
        for (std::size_t i = 0; i < size; ++i)
            farthest = std::max(farthest, std::fabs(found.row(i)[i] - 1.0));
        if (farthest <= near_enough) break;
        // Y = found with 1 on its diagonal; the next to project is Y - (found - corrected).
        for (std::size_t i = 0; i < size; ++i) corrected.row(i)[i] += 1.0 - found.row(i)[i];
    }
    return with_unit_diagonal(found);
}

}  // namespace fulcrum
