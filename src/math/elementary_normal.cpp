#include "math/elementary.h"
#include "math/elementary_kernel.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

// F by W. J. Cody's rational approximations, "SPECFUN", ACM TOMS 19 (1993), function ANORM;
// F^-1 by M. J. Wichura, "The percentage points of the normal distribution", Algorithm AS 241
// (PPND16), Applied Statistics 37 (1988).

namespace fulcrum::elementary {
namespace {

constexpr double inverse_root_two_pi = 0.39894228040143267794;

// (F(x) - 1/2) / x for |x| <= 0.67448975; square = x^2. Ours (tests/math/reference/fit.py).
double centre_of_cdf(double square) {
    constexpr double c[] = {0.3989422804014327,      -0.06649038006690544,   0.009973557010035817,
                            -0.0011873282154804285,  0.00011543468761569902, -9.44465625482681e-06,
                            6.659693217274678e-07,   -4.122655122331738e-08, 2.2732046315387753e-09,
                            -1.1247556484498907e-10, 4.608292361062639e-12};
    return polynomial(c, square);
}

// F(-y) e^(y^2 / 2) for 0.67448975 < y <= sqrt(32).
double middle_of_cdf(double y) {
    constexpr double numerator[] = {
        9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326,
        2494.5375852903726711, 597.27027639480026226, 93.506656132177855979,
        8.8831497943883759412, .39894151208813466764, 1.0765576773720192317e-8};
    constexpr double denominator[] = {
        19685.429676859990727, 38912.003286093271411, 34900.952721145977266,
        18615.571640885098091, 6485.558298266760755,  1519.377599407554805,
        235.38790178262499861, 22.266688044328115691, 1.0};
    return polynomial(numerator, y) / polynomial(denominator, y);
}

// The same beyond sqrt(32): 1 / sqrt(2 pi y^2) less a polynomial of ours
// (tests/math/reference/fit.py).
double tail_of_cdf(double y) {
    constexpr double correction[] = {
        0.3989422804014326, -1.1968268412039547, 5.984134205534263, -41.888939077588276,
        377.0002898499743,  -4146.95582834665,   53900.89112129109, -807145.7816930881,
        13578503.743066315, -246951088.45364422, 4553194672.028687, -77906788728.63103,
        1119184882357.5454, -12093311302220.275, 84825846896966.23, -284699715830908.5};
    const double z = 1.0 / (y * y);
    return (inverse_root_two_pi - z * polynomial(correction, z)) / y;
}

// |p - 1/2| <= 0.425; q = p - 1/2.
double centre_of_quantile(double q) {
    constexpr double numerator[] = {
        3.387132872796366608,  133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727};
    constexpr double denominator[] = {1.0,
                                      42.313330701600911252,
                                      687.1870074920579083,
                                      5394.1960214247511077,
                                      21213.794301586595867,
                                      39307.89580009271061,
                                      28729.085735721942674,
                                      5226.495278852545925};
    const double r = 0.180625 - q * q;
    return q * polynomial(numerator, r) / polynomial(denominator, r);
}

// r = sqrt(-log(tail probability)), 1.6 <= r <= 5; the result is positive.
double tail_of_quantile(double r) {
    constexpr double numerator[] = {1.42343711074968357734,  4.6303378461565452959,
                                    5.7694972214606914055,   3.64784832476320460504,
                                    1.27045825245236838258,  .24178072517745061177,
                                    .0227238449892691845833, 7.7454501427834140764e-4};
    constexpr double denominator[] = {1.0,
                                      2.05319162663775882187,
                                      1.6763848301838038494,
                                      .68976733498510000455,
                                      .14810397642748007459,
                                      .0151986665636164571966,
                                      5.475938084995344946e-4,
                                      1.05075007164441684324e-9};
    return polynomial(numerator, r - 1.6) / polynomial(denominator, r - 1.6);
}

// r > 5: probabilities below 1.4e-11.
double far_tail_of_quantile(double r) {
    constexpr double numerator[] = {6.6579046435011037772,     5.4637849111641143699,
                                    1.7848265399172913358,     .29656057182850489123,
                                    .026532189526576123093,    .0012426609473880784386,
                                    2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr double denominator[] = {1.0,
                                      .59983220655588793769,
                                      .13692988092273580531,
                                      .0148753612908506148525,
                                      7.868691311456132591e-4,
                                      1.8463183175100546818e-5,
                                      1.4215117583164458887e-7,
                                      2.04426310338993978564e-15};
    return polynomial(numerator, r - 5.0) / polynomial(denominator, r - 5.0);
}

constexpr double centre_reach = 0.425;

constexpr std::size_t block = 128;

// p.size() <= block. The centre is computed for all without a branch; the tails, 15 % of uniform
// numbers, are gathered, computed together and put back.
void quantile_of_block(std::span<const double> p, std::span<double> x) {
    std::array<double, block> tail_p{}, tail_r{};
    std::array<std::size_t, block> place{};
    std::size_t tails = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        place[tails] = i;
        tail_p[tails] = p[i];
        tails += std::fabs(p[i] - 0.5) <= centre_reach ? 0 : 1;
    }
    for (std::size_t i = 0; i < p.size(); ++i) x[i] = centre_of_quantile(p[i] - 0.5);

    for (std::size_t t = 0; t < tails; ++t)
        tail_r[t] = std::sqrt(-log_of(tail_p[t] < 0.5 ? tail_p[t] : 1.0 - tail_p[t]));
    std::array<double, block> tail_x{};
    for (std::size_t t = 0; t < tails; ++t) tail_x[t] = tail_of_quantile(tail_r[t]);
    for (std::size_t t = 0; t < tails; ++t) {
        double size = tail_r[t] <= 5.0 ? tail_x[t] : far_tail_of_quantile(tail_r[t]);
        if (tail_p[t] == 0.0 || tail_p[t] == 1.0) size = infinity;
        x[place[t]] = tail_p[t] < 0.5 ? -size : size;
    }
}

}  // namespace

double normal_cdf(double x) {
    constexpr double centre_end = 0.67448975;
    constexpr double middle_end = 5.656854249492380195;  // sqrt(32)
    const double y = std::fabs(x);
    if (y <= centre_end) return 0.5 + x * centre_of_cdf(x * x);
    if (x != x) return not_a_number;
    if (y > 40.0) return x > 0 ? 1.0 : 0.0;

    const TwoParts square = exact_product(y, y);
    const double density = exp_of_sum(-0.5 * square.high, -0.5 * square.low);
    const double lower = density * (y <= middle_end ? middle_of_cdf(y) : tail_of_cdf(y));
    return x < 0 ? lower : 0.5 + (0.5 - lower);
}

void normal_cdf(std::span<const double> x, std::span<double> p) {
    assert(x.size() == p.size());
    for (std::size_t i = 0; i < x.size(); ++i) p[i] = normal_cdf(x[i]);
}

double normal_quantile(double p) {
    double x = 0;
    quantile_of_block({&p, 1}, {&x, 1});
    return x;
}

void normal_quantile(std::span<const double> p, std::span<double> x) {
    assert(p.size() == x.size());
    for (std::size_t start = 0; start < p.size(); start += block) {
        const std::size_t n = std::min(block, p.size() - start);
        quantile_of_block(p.subspan(start, n), x.subspan(start, n));
    }
}

}  // namespace fulcrum::elementary
