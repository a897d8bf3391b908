#include "math/beta.h"
#include "math/elementary.h"
#include "math/gamma.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace fulcrum;

namespace {

// Largest relative difference of the table from what is solved for, over all octaves of p.
double table_error(const Tail& tail) {
    std::vector<double> table;
    append_tail_table(table, tail);
    double worst = 0;
    for (double p = 0.5; p > 1e-6; p *= 0.983) {
        const double solved = tail.quantile(p);
        worst = std::max(worst, std::fabs(tail_quantile(table.data(), tail, p) / solved - 1));
    }
    return worst;
}

// F(x) of a gamma distribution of whole shape: 1 - e^-x (1 + x + ... + x^(k-1) / (k-1)!).
double poisson_sum(int shape, double x) {
    double term = elementary::exp(-x), sum = 0;
    for (int k = 0; k < shape; ++k) {
        sum += term;
        term *= x / (k + 1);
    }
    return sum;
}

}  // namespace

TEST_CASE("tails: the table is the quantile to 3e-13, of large shapes to 1e-15 of them") {
    for (const double a : {0.5, 0.6, 1.0, 2.5, 30.0, 99.0, 900.0, 5000.0, 5990.0})
        for (const double b : {0.5, 0.6, 1.0, 7.0, 99.0, 190.0, 4000.0}) {
            INFO("beta ", a, " ", b);
            CHECK(table_error(BetaFunction(a, b)) <= std::max(3e-13, 1e-15 * (a + b)));
        }
    for (const double shape : {0.1, 0.25, 0.5, 1.0, 1.7, 15.9, 16.0, 300.0, 9999.0})
        for (const auto end : {GammaTail::End::Zero, GammaTail::End::Infinity}) {
            INFO("gamma ", shape);
            CHECK(table_error(GammaTail(shape, end)) <= 3e-13);
        }
}

TEST_CASE("tails: the gamma distribution of a whole shape is a sum of Poisson probabilities") {
    for (const int shape : {1, 2, 5, 15, 16, 40})
        for (const double x : {0.01, 0.5, 1.0, 4.0, 15.0, 17.0, 39.0, 60.0, 100.0}) {
            const double above = poisson_sum(shape, x);
            INFO(shape, " ", x);
            CHECK(std::fabs(GammaTail(shape, GammaTail::End::Infinity).mass(x) / above - 1) <=
                  1e-13);
            CHECK(std::fabs(GammaTail(shape, GammaTail::End::Zero).mass(x) - (1 - above)) <= 1e-14);
        }
}

TEST_CASE("tails: gamma of shape 1/2 is the square of a normal variable, halved") {
    for (const double z : {0.01, 0.3, 1.0, 2.0, 5.0}) {
        const double two_tails = 2 * elementary::normal_cdf(-z);
        const double mass = GammaTail(0.5, GammaTail::End::Infinity).mass(z * z / 2);
        CHECK(std::fabs(mass / two_tails - 1) <= 1e-13);
    }
}

// I_x(a, 1) = x^a, and the arcsine distribution.
TEST_CASE("tails: the beta distribution has its closed forms below 1 and with large shapes") {
    for (const double a : {0.5, 0.6, 3.0, 150.0, 250.0, 9000.0})
        for (const double p : {0x1p-53, 1e-6, 0.01, 0.3, 0.5}) {
            INFO(a, " ", p);
            const double x = elementary::pow(p, 1 / a);
            CHECK(std::fabs(BetaFunction(a, 1).quantile(p) / x - 1) <= std::max(1e-13, 1e-15 * a));
        }
    constexpr double half_pi = 1.57079632679489661923;
    const double known[][2] = {{0.5, 0.5}, {0.25, 1.0 / 3}, {0.75, 2.0 / 3}};
    for (const auto& [x, p] : known) CHECK(std::fabs(BetaFunction(0.5, 0.5).mass(x) - p) <= 1e-14);
    CHECK(std::fabs(BetaFunction(0.5, 0.5).density(0.5) - 1 / half_pi) <= 1e-14);
}
