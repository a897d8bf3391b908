#include "math/elementary.h"

#include "math/hash.h"
#include "math/reference/elementary_reference.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

using namespace fulcrum;
using reference::Function;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

double computed(const reference::Value& v) {
    switch (v.function) {
        case Function::Exp:
            return elementary::exp(v.x);
        case Function::Expm1:
            return elementary::expm1(v.x);
        case Function::Log:
            return elementary::log(v.x);
        case Function::Log1p:
            return elementary::log1p(v.x);
        case Function::Pow:
            return elementary::pow(v.x, v.y);
        case Function::NormalCdf:
            return elementary::normal_cdf(v.x);
        case Function::NormalQuantile:
            return elementary::normal_quantile(v.x);
    }
    return nan_value;
}

double ulp(double x) {
    const double size = std::fabs(x);
    return std::nextafter(size, infinity) - size;
}

// The largest error of a function over its reference values; unit(value) is what it is counted in.
template <class Unit>
double largest_error(Function function, Unit unit) {
    double largest = 0;
    for (const reference::Value& v : reference::elementary) {
        if (v.function != function) continue;
        const double error = std::fabs((computed(v) - v.value) - v.rest) / unit(v.value);
        INFO("x = ", v.x, ", y = ", v.y);
        CHECK(error == error);
        largest = std::max(largest, error);
    }
    return largest;
}

double size_of(double value) {
    return value == 0.0 ? 1.0 : std::fabs(value);
}

// A double with random bits, finite, from a linear congruential sequence (Knuth's MMIX).
class AnyDouble {
  public:
    double next() {
        for (;;) {
            state_ = state_ * 6364136223846793005u + 1442695040888963407u;
            const std::uint64_t mixed = state_ ^ (state_ >> 29);
            double x = 0;
            std::memcpy(&x, &mixed, sizeof x);
            if (std::fabs(x) < infinity) return x;
        }
    }
    double in(double low, double high) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return low + (high - low) * (static_cast<double>(state_ >> 12) * 0x1p-52);
    }

  private:
    std::uint64_t state_ = 7;
};

}  // namespace

TEST_CASE(
    "elementary: exp, log and pow are within 1 ulp of 100-digit values, expm1 and log1p near it") {
    CHECK(largest_error(Function::Exp, ulp) <= 1.0);
    CHECK(largest_error(Function::Log, ulp) <= 1.0);
    CHECK(largest_error(Function::Pow, ulp) <= 1.0);
    CHECK(largest_error(Function::Expm1, ulp) <= 3.0);
    CHECK(largest_error(Function::Log1p, ulp) <= 2.0);
}

TEST_CASE("elementary: the normal distribution and its inverse keep 15 digits into both tails") {
    CHECK(largest_error(Function::NormalCdf, size_of) <= 1e-15);
    CHECK(largest_error(Function::NormalQuantile, size_of) <= 1e-15);
}

TEST_CASE("elementary: exp of special values") {
    CHECK(elementary::exp(0.0) == 1.0);
    CHECK(elementary::exp(-0.0) == 1.0);
    CHECK(elementary::exp(infinity) == infinity);
    CHECK(elementary::exp(-infinity) == 0.0);
    CHECK(elementary::exp(709.79) == infinity);
    CHECK(elementary::exp(1e300) == infinity);
    CHECK(elementary::exp(-745.2) == 0.0);
    CHECK(elementary::exp(-745.1) == smallest);
    CHECK(std::isnan(elementary::exp(nan_value)));
    CHECK(elementary::expm1(0.0) == 0.0);
    CHECK(elementary::expm1(-infinity) == -1.0);
    CHECK(elementary::expm1(infinity) == infinity);
}

TEST_CASE("elementary: log of special values") {
    CHECK(elementary::log(1.0) == 0.0);
    CHECK(elementary::log(0.0) == -infinity);
    CHECK(elementary::log(-0.0) == -infinity);
    CHECK(elementary::log(infinity) == infinity);
    CHECK(std::isnan(elementary::log(-1.0)));
    CHECK(std::isnan(elementary::log(-smallest)));
    CHECK(std::isnan(elementary::log(-infinity)));
    CHECK(std::isnan(elementary::log(nan_value)));
    CHECK(elementary::log1p(0.0) == 0.0);
    CHECK(elementary::log1p(-1.0) == -infinity);
    CHECK(elementary::log1p(infinity) == infinity);
    CHECK(std::isnan(elementary::log1p(-1.5)));
    CHECK(std::isnan(elementary::log1p(nan_value)));
}

TEST_CASE("elementary: pow of special values is that of IEEE 754") {
    const auto pow = [](double x, double y) { return elementary::pow(x, y); };
    CHECK(pow(nan_value, 0.0) == 1.0);
    CHECK(pow(1.0, nan_value) == 1.0);
    CHECK(pow(0.0, 3.0) == 0.0);
    CHECK(std::signbit(pow(-0.0, 3.0)));
    CHECK_FALSE(std::signbit(pow(-0.0, 2.0)));
    CHECK(pow(0.0, -2.5) == infinity);
    CHECK(pow(-0.0, -3.0) == -infinity);
    CHECK(pow(-1.0, infinity) == 1.0);
    CHECK(pow(0.5, infinity) == 0.0);
    CHECK(pow(0.5, -infinity) == infinity);
    CHECK(pow(-2.0, infinity) == infinity);
    CHECK(pow(infinity, 0.5) == infinity);
    CHECK(pow(infinity, -0.5) == 0.0);
    CHECK(pow(-infinity, 3.0) == -infinity);
    CHECK(std::signbit(pow(-infinity, -3.0)));
    CHECK(std::isnan(pow(-2.0, 0.5)));
    CHECK(std::isnan(pow(nan_value, 1.0)));
    CHECK(std::isnan(pow(2.0, nan_value)));
    CHECK(pow(2.0, 1e300) == infinity);
    CHECK(pow(2.0, -1e300) == 0.0);
    CHECK(pow(1.0 + 0x1p-52, 1e300) == infinity);
    CHECK(pow(-1.0, 1e300) == 1.0);
    CHECK(pow(10.0, 309.0) == infinity);
    CHECK(pow(2.0, -1074.0) == smallest);
    CHECK(pow(2.0, -1080.0) == 0.0);
    CHECK(pow(smallest, 1.0) == smallest);
}

TEST_CASE("elementary: powers that are doubles are exact") {
    CHECK(elementary::pow(3.0, 5.0) == 243.0);
    CHECK(elementary::pow(-3.0, 5.0) == -243.0);
    CHECK(elementary::pow(10.0, 22.0) == 1e22);
    CHECK(elementary::pow(7.0, 18.0) == 1628413597910449.0);
    CHECK(elementary::pow(2.25, 1.5) == 3.375);
    CHECK(elementary::pow(64.0, 2.5) == 32768.0);
    for (int k = -1074; k <= 1023; ++k) CHECK(elementary::pow(2.0, k) == std::ldexp(1.0, k));

    AnyDouble any;
    for (int i = 0; i < 10'000; ++i) {
        const double x = std::fabs(any.next());
        CHECK(elementary::pow(x, 2.0) == x * x);
        CHECK(elementary::pow(x, 0.5) == std::sqrt(x));
        CHECK(elementary::pow(x, -1.0) == 1.0 / x);
        CHECK(elementary::pow(x, 1.0) == x);
    }
}

TEST_CASE("elementary: the normal distribution at special values") {
    CHECK(elementary::normal_cdf(0.0) == 0.5);
    CHECK(elementary::normal_cdf(infinity) == 1.0);
    CHECK(elementary::normal_cdf(-infinity) == 0.0);
    CHECK(elementary::normal_cdf(-40.0) == 0.0);
    CHECK(std::isnan(elementary::normal_cdf(nan_value)));
    CHECK(elementary::normal_quantile(0.5) == 0.0);
    CHECK(elementary::normal_quantile(0.0) == -infinity);
    CHECK(elementary::normal_quantile(1.0) == infinity);
    CHECK(std::isnan(elementary::normal_quantile(-0.1)));
    CHECK(std::isnan(elementary::normal_quantile(1.1)));
    CHECK(std::isnan(elementary::normal_quantile(nan_value)));
    CHECK(elementary::normal_quantile(0.25) == -elementary::normal_quantile(0.75));
}

TEST_CASE("elementary: exp and log never fall between neighbouring doubles") {
    AnyDouble any;
    const auto rises = [](double (*f)(double), double x) {
        return f(x) <= f(std::nextafter(x, infinity));
    };
    for (int i = 0; i < 100'000; ++i) {
        const double x = any.in(-700, 700), near_one = any.in(0.4, 2.6);
        const double wide = std::fabs(any.next());
        INFO("x = ", x, ", near_one = ", near_one, ", wide = ", wide);
        CHECK(rises(elementary::exp, x));
        CHECK(rises(elementary::exp, near_one));
        CHECK(rises(elementary::log, near_one));
        CHECK(rises(elementary::log, wide));
    }
    // around the places where the reduction changes
    for (const double seam : {0.34657359027997264, -0.34657359027997264, 0.70710678118654757,
                              1.4142135623730951, 1.0, 0x1p-1022}) {
        double x = seam;
        for (int i = 0; i < 100; ++i) x = std::nextafter(x, -infinity);
        for (int i = 0; i < 200; ++i, x = std::nextafter(x, infinity)) {
            INFO("x = ", x);
            CHECK(rises(elementary::exp, x));
            if (x > 0) CHECK(rises(elementary::log, x));
        }
    }
}

TEST_CASE("elementary: the normal functions never fall by more than their error") {
    constexpr double wobble = 2e-15;  // two errors of 1e-15
    AnyDouble any;
    const auto rises = [](double (*f)(double), double x) {
        const double here = f(x), next = f(std::nextafter(x, infinity));
        return next >= here - wobble * std::fabs(here);
    };
    const std::array z_seams{-5.6568542494923806, -0.67448975, 0.67448975, 5.6568542494923806};
    const std::array p_seams{0.075, 0.925, 1.388794386496402e-11, 0.5};
    for (int i = 0; i < 100'000; ++i) {
        const std::size_t seam = static_cast<std::size_t>(i / 2) % 4;
        const double z = i % 2 ? any.in(-9, 9) : z_seams[seam] * (1 + any.in(-1e-14, 1e-14));
        const double p = i % 2 ? any.in(0, 1) : p_seams[seam] * (1 + any.in(-1e-14, 1e-14));
        INFO("z = ", z, ", p = ", p);
        CHECK(rises(elementary::normal_cdf, z));
        CHECK(rises(elementary::normal_quantile, p));
    }
}

TEST_CASE("elementary: the normal quantile rises from each of 2^32 draws to the next") {
    AnyDouble any;
    for (int i = 0; i < 100'000; ++i) {
        const double p = (std::floor(any.in(0, 4294967295.0)) + 0.5) * 0x1p-32;
        INFO("p = ", p);
        CHECK(elementary::normal_quantile(p) < elementary::normal_quantile(p + 0x1p-32));
    }
}

TEST_CASE(
    "elementary: a span gives the bits of the single values, in place too, however it is cut") {
    AnyDouble any;
    std::vector<double> x(1000), positive(1000), p(1000);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = any.in(-760, 720);
        positive[i] = std::fabs(any.next());
        p[i] = any.in(0, 1);
    }
    x[3] = infinity;
    positive[5] = 0.0;
    p[7] = 1e-200;
    std::vector<double> e(1000), l(1000), q = p, f(1000);
    elementary::exp(x, e);
    elementary::log(positive, l);
    elementary::normal_cdf(x, f);
    elementary::normal_quantile(std::span(q).first(501), std::span(q).first(501));
    elementary::normal_quantile(std::span(q).subspan(501), std::span(q).subspan(501));
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(e[i] == elementary::exp(x[i]));
        CHECK(l[i] == elementary::log(positive[i]));
        CHECK(f[i] == elementary::normal_cdf(x[i]));
        CHECK(q[i] == elementary::normal_quantile(p[i]));
    }
}

TEST_CASE("elementary: the same bits in every build") {
    AnyDouble any;
    tests::Hash hash;
    for (int i = 0; i < 50'000; ++i) {
        hash.add(elementary::exp(any.in(-745, 709)));
        hash.add(elementary::expm1(any.in(-1, 1)));
        hash.add(elementary::log(std::fabs(any.next())));
        hash.add(elementary::log1p(any.in(-1, 3)));
        const double base = any.in(0, 3);  // arguments of a call have no order of their own
        hash.add(elementary::pow(base, any.in(-50, 50)));
        hash.add(elementary::normal_cdf(any.in(-38, 10)));
        hash.add(elementary::normal_quantile(any.in(0, 1)));
    }
    CHECK(hash.value() == 3623692186299802521u);
}
