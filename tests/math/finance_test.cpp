#include "math/finance.h"

#include "oracle/random_formula.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace fulcrum;
using Flows = std::vector<double>;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Flows whose worth is the product of (1 + r) / (1 + rate) - 1 over the rates r: 0 at each.
Flows with_rates(const Flows& rates) {
    Flows flows = {1};
    for (const double r : rates) {
        Flows next(flows.size() + 1);
        for (std::size_t k = 0; k < flows.size(); ++k) {
            next[k] -= flows[k];
            next[k + 1] += flows[k] * (1 + r);
        }
        flows = next;
    }
    return flows;
}

void check_rates(const Flows& got, const Flows& expected, double allowed) {
    REQUIRE(got.size() == expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        CHECK(std::fabs(got[i] - expected[i]) <= allowed * (1 + expected[i]));
}

// sum of |flow k| / (1 + rate)^k: what rounding of the flows is measured by.
double size_at(double rate, const Flows& flows) {
    Flows sizes;
    for (const double flow : flows) sizes.push_back(std::fabs(flow));
    return npv(rate, sizes).value_or(0);
}

Flows random_flows(oracle::Chance& chance, std::size_t most) {
    Flows flows(2 + chance.below(most - 1));
    for (double& flow : flows)
        flow = chance.once_in(4) ? static_cast<double>(chance.below(7)) - 3 : chance.unit() - 0.5;
    return flows;
}

}  // namespace

TEST_CASE("irr: one outflow, one inflow") {
    // -100 + 110 / (1 + r) = 0
    check_rates(irr(Flows{-100, 110}), {0.1}, 1e-15);
    // -100 + 121 / (1 + r)^2 = 0; a loan has the same rate
    check_rates(irr(Flows{-100, 0, 121}), {0.1}, 1e-15);
    check_rates(irr(Flows{100, 0, -121}), {0.1}, 1e-15);
}

TEST_CASE("irr finds every rate, rising") {
    // The flows of these rates are whole multiples of powers of two, so they are exact.
    for (const Flows& rates :
         {Flows{0.25, 4}, Flows{-0.5, 0.5}, Flows{0, 0.125, 0.25}, Flows{-0.75, -0.5, 1, 3},
          Flows{-0.25, 0.5, 1, 2, 7}, Flows{-0.875, -0.5, 0, 1, 3, 15}})
        check_rates(irr(with_rates(rates)), rates, 1e-11);
}

TEST_CASE("irr gives a rate at which the worth only touches 0 once") {
    CHECK(irr(Flows{-1, 2, -1}) == Flows{0});
    CHECK(irr(Flows{1, -2, 1}) == Flows{0});
    check_rates(irr(with_rates({0.5, 0.5})), {0.5}, 1e-12);
    check_rates(irr(with_rates({0.25, 0.25, 4})), {0.25, 4}, 1e-7);
    // of three at one place the distance grows like the cube root of rounding
    check_rates(irr(with_rates({0.5, 0.5, 0.5})), {0.5}, 1e-4);
    CHECK(irr(with_rates(Flows(60, 0.0))).size() == 1);
    CHECK(irr(Flows{-1, 2, -1.0000000001}).empty());
    CHECK(irr(Flows{-1, 2, -0.9999999999}).size() == 2);
}

TEST_CASE("irr finds rates next to -100 % and far above 100 %") {
    // -1e9 + 1 / (1 + r) = 0 at r = -1 + 1e-9
    const Flows low = irr(Flows{-1e9, 1});
    REQUIRE(low.size() == 1);
    CHECK(std::fabs((1 + low[0]) / 1e-9 - 1) < 1e-6);  // 2^-53 beside 1e-9
    CHECK(irr(Flows{-1e200, 1}) == Flows{-1 + 0x1p-53});
    CHECK(irr(Flows{-1e308, 1e-10}) == Flows{-1 + 0x1p-53});
    const Flows high = irr(Flows{-1, 0, 0, 1e300});
    REQUIRE(high.size() == 1);
    CHECK(std::fabs(high[0] / 1e100 - 1) < 1e-14);
    CHECK(irr(Flows{-1e-300, 1e300}).empty());  // no double is so large
}

TEST_CASE("irr is empty where no rate does") {
    CHECK(irr(Flows{}).empty());
    CHECK(irr(Flows{-5}).empty());
    CHECK(irr(Flows{0, 0, 0}).empty());
    CHECK(irr(Flows{1, 2, 3}).empty());
    CHECK(irr(Flows{-1, -2}).empty());
    CHECK(irr(Flows{1, -1, 1}).empty());  // x^2 - x + 1 has no real root
    CHECK(irr(Flows{1, -3, 3.5, -3, 3}).empty());
    CHECK(irr(Flows{-1, infinity}).empty());
    CHECK(irr(Flows{-1, not_a_number, 2}).empty());
}

TEST_CASE("irr: a period without a flow before or after changes nothing") {
    const Flows own = irr(Flows{-1.6, 10, -10});
    REQUIRE(own.size() == 2);
    CHECK(irr(Flows{0, 0, -1.6, 10, -10}) == own);
    CHECK(irr(Flows{-1.6, 10, -10, 0, 0, 0}) == own);
}

TEST_CASE("npv is 0 at every irr, but for rounding") {
    oracle::Chance chance(1);
    std::size_t rates = 0;
    for (int n = 0; n < 20'000; ++n) {
        const Flows flows = random_flows(chance, 60);
        const auto roundings = 10 * static_cast<double>(flows.size() + 1);
        for (const double rate : irr(flows)) {
            // the rate itself is rounded too: to 2^-53, which 1 + rate feels up to n times
            const double own = static_cast<double>(flows.size()) * 0x1p-53 * (1 + 1 / (1 + rate));
            const auto worth = npv(rate, flows);
            if (!worth) continue;  // a rate so near -1 that a flow is worth more than a double
            ++rates;
            CHECK(std::fabs(*worth) <= (roundings * 0x1p-53 + own) * size_at(rate, flows));
        }
    }
    CHECK(rates > 20'000);
}

TEST_CASE("every change of sign of npv over a fine scan of rates is an irr") {
    oracle::Chance chance(2);
    std::size_t changes = 0;
    for (int n = 0; n < 400; ++n) {
        const Flows flows = random_flows(chance, 12);
        const Flows rates = irr(flows);
        double before = -0.95;
        for (int step = 1; step <= 2000; ++step) {
            const double rate = 1.05 * before + 0.05;  // 1 + rate grows by 5 %
            if (rate > 1e6) break;
            const double a = *npv(before, flows), b = *npv(rate, flows);
            if (a * b < 0) {
                ++changes;
                CHECK(std::any_of(rates.begin(), rates.end(),
                                  [&](double r) { return before <= r && r <= rate; }));
            }
            before = rate;
        }
    }
    CHECK(changes > 200);
}

TEST_CASE("irr has as many rates as Descartes' rule allows, or an even number less") {
    oracle::Chance chance(3);
    std::size_t several = 0;
    for (int n = 0; n < 5'000; ++n) {
        Flows flows(2 + chance.below(20));
        for (double& flow : flows) flow = chance.unit() - 0.5;  // no double root, almost surely
        std::size_t changes = 0;
        for (std::size_t k = 1; k < flows.size(); ++k) changes += flows[k] * flows[k - 1] < 0;
        const std::size_t found = irr(flows).size();
        CHECK(found <= changes);
        CHECK((changes - found) % 2 == 0);
        several += found > 1;
    }
    CHECK(several > 100);
}

TEST_CASE("flows in another currency have the same rates and times") {
    oracle::Chance chance(4);
    for (int n = 0; n < 2'000; ++n) {
        const Flows flows = random_flows(chance, 30);
        Flows scaled = flows;
        for (double& flow : scaled) flow *= 1024;
        CHECK(irr(scaled) == irr(flows));
        CHECK(payback(scaled) == payback(flows));
        CHECK(roi(scaled) == roi(flows));
        CHECK(mirr(scaled, 0.1, 0.05) == mirr(flows, 0.1, 0.05));
        CHECK(profitability_index(0.1, scaled) == profitability_index(0.1, flows));
    }
}

TEST_CASE("xirr over whole times is irr") {
    oracle::Chance chance(5);
    for (int n = 0; n < 2'000; ++n) {
        const Flows flows = random_flows(chance, 20);
        Flows times, years;
        for (std::size_t k = 0; k < flows.size(); ++k) {
            times.push_back(static_cast<double>(k));
            years.push_back(static_cast<double>(k) / 4);
        }
        const Flows rates = irr(flows);
        CHECK(xirr(flows, times) == rates);
        Flows yearly;  // (1 + r)^4 - 1
        for (const double rate : rates) {
            const double factor = (1 + rate) * (1 + rate);
            yearly.push_back(factor * factor - 1);
        }
        const Flows found = xirr(flows, years);
        REQUIRE(found.size() == yearly.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(std::fabs(found[i] - yearly[i]) <=
                  1e-9 * (1 + std::fabs(yearly[i])) + 1e-9 * size_at(rates[i], flows));
    }
}

TEST_CASE("xirr and xnpv take flows in any order, and several on one day") {
    const Flows flows = {60, -100, 61}, times = {2, 0, 2};
    check_rates(xirr(flows, times), {0.1}, 1e-15);  // -100 + 121 / 1.1^2
    CHECK(std::fabs(*xnpv(0.1, flows, times)) < 1e-13);
    CHECK(*xnpv(0.21, Flows{-100, 110}, Flows{0, 0.5}) == doctest::Approx(0).epsilon(1e-12));
}

TEST_CASE("mirr, roi, payback and the index of a small project") {
    const Flows flows = {-100, 60, 60};
    // 60 * 1.1 + 60 = 126; sqrt(126 / 100) - 1
    CHECK(*mirr(flows, 0.2, 0.1) == doctest::Approx(std::sqrt(1.26) - 1).epsilon(1e-15));
    CHECK(*roi(flows) == 0.2);
    CHECK(*payback(flows) == 1 + 40.0 / 60);
    // 60 / 1.25 = 48, 60 / 1.5625 = 38.4: 86.4 of 100 come back
    CHECK_FALSE(discounted_payback(0.25, flows).has_value());
    CHECK(*profitability_index(0.25, flows) == doctest::Approx(0.864).epsilon(1e-15));
    CHECK(*payback(Flows{0, 5}) == 0);
    CHECK(*payback(Flows{-5, 0, 5}) == 2);
}

TEST_CASE("finance: what is not defined is absent") {
    const Flows flows = {-100, 60, 60};
    for (const double rate : {-1.0, -2.0, infinity, not_a_number}) {
        CHECK_FALSE(npv(rate, flows).has_value());
        CHECK_FALSE(xnpv(rate, flows, Flows{0, 1, 2}).has_value());
        CHECK_FALSE(discounted_payback(rate, flows).has_value());
        CHECK_FALSE(profitability_index(rate, flows).has_value());
        CHECK_FALSE(mirr(flows, rate, 0.1).has_value());
        CHECK_FALSE(mirr(flows, 0.1, rate).has_value());
    }
    CHECK_FALSE(npv(0.1, Flows{1, infinity}).has_value());
    CHECK_FALSE(npv(-0.999999, Flows(200, 1.0)).has_value());  // 1e6^199 is no double
    CHECK_FALSE(payback(Flows{-1, not_a_number, 5}).has_value());
    CHECK_FALSE(payback(Flows{-3, 1, 1}).has_value());
    CHECK_FALSE(payback(Flows{}).has_value());
    CHECK_FALSE(roi(Flows{1, 2}).has_value());
    CHECK_FALSE(roi(Flows{}).has_value());
    CHECK_FALSE(mirr(Flows{1, 2}, 0.1, 0.1).has_value());
    CHECK_FALSE(mirr(Flows{-1, -2}, 0.1, 0.1).has_value());
    CHECK_FALSE(profitability_index(0.1, Flows{0, 5}).has_value());
    CHECK_FALSE(profitability_index(0.1, Flows{}).has_value());
    CHECK_FALSE(xnpv(0.1, Flows{1, 1}, Flows{0, infinity}).has_value());
    CHECK(xirr(Flows{-1, 2}, Flows{0, not_a_number}).empty());
    CHECK(xirr(Flows{-1, 2}, Flows{1, 1}).empty());  // all on one day
}

TEST_CASE("finance: a sum too large on the way is no result, a flow too far away to count is 0") {
    // (1 - 0.99)^-160 = 10^320 is no double: not "paid back", nor a rate of -100 %
    Flows late(161);
    late[0] = -1;
    late[160] = 2;
    CHECK_FALSE(discounted_payback(-0.99, late).has_value());
    late[0] = 1;
    late[160] = -2;
    CHECK_FALSE(mirr(late, -0.99, 0).has_value());
    // what comes in is not discounted, so that its factor does not matter
    Flows early(161);
    early[0] = -1;
    early[160] = 2;
    CHECK(*mirr(early, -0.99, 0) == doctest::Approx(std::pow(2, 1.0 / 160) - 1).epsilon(1e-12));
    CHECK_FALSE(payback(Flows{-1e308, -1e308, 1e308, 1e308}).has_value());
    // 1e300 / 2^1030 = 8.69...e-11, though 2^1030 is no double; 1e300 / 2^3000 is none either
    CHECK(*xnpv(1, Flows{1e300}, Flows{1030}) ==
          doctest::Approx(std::ldexp(1e300, -1030)).epsilon(1e-15));
    CHECK(*xnpv(1, Flows{1e300, 5}, Flows{3000, 0}) == 5);
    CHECK_FALSE(xnpv(1, Flows{1}, Flows{-1030}).has_value());
}

TEST_CASE("finance: xirr ends for times as far apart as numbers are") {
    for (const double far : {1e300, 1e308, 1.7e308})
        for (const double sign : {1.0, -1.0}) {
            const Flows flows = {-3, 5 * sign, -7, 2};
            CHECK(xirr(flows, Flows{-far, 0, 1, far}).size() <= 3);
            CHECK(xirr(flows, Flows{-far, -1, far / 2, far}).size() <= 3);
        }
}
