// Worked examples of the families that are made of others, or of what was observed.
#include "math/family_ranges.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace fulcrum;
using namespace fulcrum::tests;

namespace {

class Drawn {
  public:
    Drawn(std::string_view id, const Range& range)
        : family_(*find_distribution_family(id)), parameters_(family_.parameters(range)) {
        REQUIRE(parameters_);
    }
    double quantile(double u) const {
        double x = 0;
        family_.quantile(*parameters_, {&u, 1}, {&x, 1});
        return x;
    }
    double cdf(double x) const { return family_.cdf(*parameters_, x); }
    double mean() const { return family_.mean(*parameters_); }
    double standard_deviation() const { return family_.standard_deviation(*parameters_); }

  private:
    const DistributionFamily& family_;
    Result<std::vector<double>> parameters_;
};

// Halving until no double is left between.
double searched(const Drawn& x, double u, double low, double high) {
    for (;;) {
        const double middle = 0.5 * low + 0.5 * high;
        if (!(low < middle && middle < high)) return high;
        (x.cdf(middle) >= u ? high : low) = middle;
    }
}

Error error(std::string_view id, const Range& range) {
    const auto parameters = find_distribution_family(id)->parameters(range);
    REQUIRE_FALSE(parameters);
    return parameters.error();
}

}  // namespace

TEST_CASE("empirical: a draw is an observed value, each as often as it was observed") {
    const Drawn x("empirical", with_values({7, 2, 2, 5}));
    CHECK(x.quantile(0.5) == 2);
    CHECK(x.quantile(0.500001) == 5);
    CHECK(x.quantile(0.75) == 5);
    CHECK(x.quantile(1 - 0x1p-53) == 7);
    CHECK(x.cdf(4) == 0.5);
    CHECK(x.mean() == 4);
    CHECK(std::fabs(x.standard_deviation() - std::sqrt((9 + 4 + 4 + 1) / 4.0)) <= 1e-15);
}

TEST_CASE("mixture: two uniform ranges apart leave the gap empty") {
    // F(x) = x / 2 on [0, 1], 1/2 to 3, then 1/2 + (x - 3) / 4 to 5.
    const Drawn x("mixture",
                  mixed({0.5, 0.5}, {"uniform", "uniform"}, {spanning(0, 1), spanning(3, 5)}));
    // Interpolated: a few roundings of the 1 or the 5 where a piece ends.
    CHECK(std::fabs(x.quantile(0.125) - 0.25) <= 0x1p-51);
    CHECK(std::fabs(x.quantile(0.5) - 1) <= 0x1p-51);
    CHECK(x.quantile(0.5 + 0x1p-40) >= 3);
    CHECK(std::fabs(x.quantile(0.625) - 3.5) <= 0x1p-49);
    CHECK(std::fabs(x.quantile(0.875) - 4.5) <= 0x1p-49);
    CHECK(x.cdf(2) == 0.5);
    CHECK(x.mean() == 0.5 * 0.5 + 0.5 * 4);
    // E X^2 = (1/3 + 49/3) / 2 = 25/3; less 2.25^2
    CHECK(std::fabs(x.standard_deviation() - std::sqrt(25.0 / 3 - 2.25 * 2.25)) <= 1e-15);
}

TEST_CASE("mixture: nothing with probability 1/4 is exactly 0, a step inside a range as well") {
    const Drawn x("mixture",
                  mixed({0.25, 0.75}, {"point", "uniform"}, {with_base(0), spanning(-1, 2)}));
    CHECK(x.cdf(-1e-9) < 0.25);
    CHECK(x.cdf(0) == 0.5);
    CHECK(std::fabs(x.quantile(0.125) + 0.5) <= 0x1p-51);
    for (const double u : {0.2500001, 0.3, 0.4, 0.5}) CHECK(x.quantile(u) == 0);
    // F is rounded by 2^-53 and rises by 1/4 for each 1.
    CHECK(std::fabs(x.quantile(0.75) - 1) <= 0x1p-51);
}

TEST_CASE("mixture: a quantile is what the plainest search finds, to 1e-12 of the spread") {
    Range beta = with_sd(-5, 2);
    beta.min = -7;
    beta.max = 12;
    std::vector<Range> list = mixtures();
    // Ends where the density is 0 or infinite; far narrower than the other; more steps than a table
    // takes; numbers near 10^9; a beta with a + b = 9500, whose F is off by 4e-12.
    list.push_back(mixed({0.25, 0.25, 0.25, 0.25}, {"triangular", "pert", "beta", "gamma"},
                         {spanning(2, 4), spanning(3.5, 9), beta, with_sd(5, 9)}));
    list.push_back(mixed({0.5, 0.5}, {"normal", "normal"}, {with_sd(1, 1e-9), with_sd(0, 1000)}));
    list.push_back(mixed({0.5, 0.5}, {"integer_uniform", "normal"},
                         {spanning(1, 1'000'000'001), with_sd(250, 100)}));
    list.push_back(mixed({0.9, 0.1}, {"uniform", "empirical"},
                         {spanning(1e9, 1e9 + 2), with_values({1e9, 1e9 + 1, 1e9 + 7})}));
    list.push_back(mixed({0.9, 0.1}, {"beta", "uniform"}, {with_sd(0.3, 0.0047), spanning(0, 1)}));
    for (std::size_t k = 0; k < list.size(); ++k) {
        INFO("mixture ", k);
        const Drawn x("mixture", list[k]);
        const double lowest = x.quantile(0x1p-53) - 1, highest = x.quantile(1 - 0x1p-53);
        const double off = k + 1 == list.size() ? 4 * 4e-12 : 4 * 2e-14;  // F, to the error of it
        for (int i = 1; i < 1000; ++i) {
            const double u = i / 1000.0, found = x.quantile(u);
            const double near = 1e-12 * x.standard_deviation() + 4e-16 * std::fabs(found);
            INFO("u = ", u);
            CHECK(found >= searched(x, u - off, lowest, highest) - near);
            CHECK(found <= searched(x, u + off, lowest, highest) + near);
        }
    }
}

TEST_CASE("mixture: of steps alone a draw is one of them, wherever they are") {
    const Drawn x("mixture", mixed({0.5, 0.5}, {"empirical", "poisson"},
                                   {with_values({1e-12, 0.1, 1e6}), with_base(2)}));
    for (int k = 1; k < 1000; ++k) {
        const double at = x.quantile(k / 1000.0);
        CHECK((at == 1e-12 || at == 0.1 || std::floor(at) == at));
    }
}

TEST_CASE("mixture: what is wrong with a component is said at its place") {
    const Range uniform = spanning(0, 1);
    CHECK(error("mixture", mixed({0.5, 0.4}, {"uniform", "uniform"}, {uniform, uniform})) ==
          Error{"/components", "the weights sum to 0.9: they must sum to 1"});
    CHECK(error("mixture", mixed({1}, {"uniform"}, {uniform})) ==
          Error{"/components", "1 component: a mixture has 2 to 20"});
    CHECK(error("mixture", mixed({0, 1}, {"uniform", "uniform"}, {uniform, uniform})).path ==
          "/components/0/weight");
    CHECK(error("mixture", mixed({0.5, 0.5}, {"uniform", "normal"}, {uniform, uniform})).path ==
          "/components/1/interval");
    CHECK(error("mixture", mixed({0.5, 0.5}, {"uniform", "mixture"}, {uniform, uniform})).path ==
          "/components/1/family");
    CHECK(error("mixture",
                mixed({0.5, 0.5}, {"point", "point"}, {with_base(-1e308), with_base(1e308)}))
              .path == "/components");
}
