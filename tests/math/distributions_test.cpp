#include "math/distribution.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace fulcrum;

namespace {

Range between(double low, double high, double base = 0) {
    Range range;
    range.base = base;
    range.low = low;
    range.high = high;
    return range;
}

Range p5_p95(double low, double high) {
    Range range = between(low, high);
    range.low_probability = 0.05;
    range.high_probability = 0.95;
    return range;
}

Range rate(double base) {
    Range range;
    range.base = base;
    return range;
}

Range list(std::vector<double> values, std::vector<double> probabilities = {}) {
    Range range;
    range.values = std::move(values);
    range.probabilities = std::move(probabilities);
    return range;
}

// One assumption, ready to draw from.
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

Error error(std::string_view id, const Range& range) {
    const auto parameters = find_distribution_family(id)->parameters(range);
    REQUIRE_FALSE(parameters);
    return parameters.error();
}

bool within(double got, double expected, double relative) {
    return std::fabs(got - expected) <= relative * std::fabs(expected);
}

}  // namespace

TEST_CASE("point: always the base, whatever low and high say") {
    const Drawn x("point", between(1, 9, 4));
    CHECK(x.quantile(1e-10) == 4.0);
    CHECK(x.quantile(0.9) == 4.0);
    CHECK(x.cdf(3.9) == 0.0);
    CHECK(x.cdf(4.0) == 1.0);
}

TEST_CASE("uniform: an interval between two probabilities is extended linearly") {
    // 10 at 5 %, 100 at 95 %: 90 for 90 %, so 1 per 1 %; the ends are 5 and 105.
    const Drawn x("uniform", p5_p95(10, 100));
    CHECK(within(x.quantile(0.05), 10, 1e-15));
    CHECK(within(x.quantile(0.95), 100, 1e-15));
    CHECK(within(x.quantile(0.5), 55, 1e-15));
    CHECK(x.cdf(5 - 1e-9) == 0.0);
    CHECK(x.cdf(105 + 1e-9) == 1.0);
    CHECK(within(x.mean(), 55, 1e-15));
}

TEST_CASE("uniform: a draw never passes the ends") {
    const Drawn x("uniform", between(0.1, 0.7));
    CHECK(x.quantile(1 - 0x1p-53) <= 0.7);
    CHECK(x.quantile(0x1p-53) >= 0.1);
}

TEST_CASE("triangular: a right triangle is a square root") {
    // low 0, mode 1, high 1: F(x) = x^2
    const Drawn x("triangular", between(0, 1, 1));
    CHECK(x.quantile(0.25) == 0.5);
    CHECK(x.quantile(0.81) == std::sqrt(0.81));
    CHECK(x.cdf(0.5) == 0.25);
    CHECK(within(x.mean(), 2.0 / 3, 1e-15));
}

TEST_CASE("low = high is a constant where the family has one") {
    for (const auto* id :
         {"uniform", "triangular", "pert", "normal", "lognormal", "integer_uniform"}) {
        INFO(std::string(id));
        const bool interval = find_distribution_family(id)->interval_only;
        Range range = interval ? p5_p95(7, 7) : between(7, 7, 7);
        const Drawn x(id, range);
        for (const double u : {0x1p-53, 0.3, 0.5, 1 - 0x1p-53}) CHECK(x.quantile(u) == 7.0);
        CHECK(x.mean() == 7.0);
        CHECK(x.standard_deviation() == 0.0);
        CHECK(x.cdf(6.999) == 0.0);
        CHECK(x.cdf(7.0) == 1.0);
    }
}

TEST_CASE("normal: 10 and 50 are the 5th and 95th percentiles of a mean of 30") {
    const Drawn x("normal", p5_p95(10, 50));
    CHECK(within(x.quantile(0.05), 10, 1e-14));
    CHECK(within(x.quantile(0.95), 50, 1e-14));
    CHECK(x.mean() == 30.0);
}

TEST_CASE("normal: other intervals, and one that is not symmetric, are met too") {
    Range range = between(10, 50);
    range.low_probability = 0.1;
    range.high_probability = 0.75;
    const Drawn x("normal", range);
    CHECK(within(x.quantile(0.1), 10, 1e-14));
    CHECK(within(x.quantile(0.75), 50, 1e-14));
}

TEST_CASE("lognormal: the median of 3 and 12 is their geometric mean, 6") {
    const Drawn x("lognormal", p5_p95(3, 12));
    CHECK(within(x.quantile(0.5), 6, 1e-14));
    CHECK(within(x.quantile(0.05), 3, 1e-14));
    CHECK(within(x.quantile(0.95), 12, 1e-14));
}

TEST_CASE("PERT: quantiles agree with 40-digit values (reference/make_distributions.py)") {
    struct Row {
        double low, mode, high, u, x;
    };
    for (const Row& row : {
             Row{2, 3, 6, 1e-09, 2.0000400004000070001},
             Row{2, 3, 6, 0.01, 2.1307284488024115232},
             Row{2, 3, 6, 0.3, 2.8721076630528987208},
             Row{2, 3, 6, 0.7, 3.6880328296345287245},
             Row{2, 3, 6, 0.999, 5.5119446815540860626},
             Row{0, 0, 1, 1e-09, 2.000000000800000125e-10},
             Row{0, 0, 1, 0.01, 0.0020080483385741995605},
             Row{0, 0, 1, 0.3, 0.068850084905162308652},
             Row{0, 0, 1, 0.7, 0.21399691440337719574},
             Row{0, 0, 1, 0.999, 0.74881135684904194427},
             Row{10000, 25000, 50000, 1e-09, 10003.869710457750736},
             Row{10000, 25000, 50000, 0.01, 12557.918427624889512},
             Row{10000, 25000, 50000, 0.3, 22070.892929900217098},
             Row{10000, 25000, 50000, 0.7, 30726.032322748518905},
             Row{10000, 25000, 50000, 0.999, 46819.230084950485314},
         }) {
        INFO("low ", row.low, ", u = ", row.u);
        CHECK(within(Drawn("pert", between(row.low, row.high, row.mode)).quantile(row.u), row.x,
                     2e-14));
    }
}

TEST_CASE("PERT: where the solver for the tails takes over, nothing jumps") {
    const Drawn x("pert", between(0, 10, 3));
    for (const double seam : {0x1p-13, 0x1p-12, 0.5, 1 - 0x1p-13})
        CHECK(within(x.quantile(std::nextafter(seam, 0)), x.quantile(seam), 2e-14));
}

TEST_CASE("Poisson: F agrees with 40-digit values up to a rate of a million") {
    struct Row {
        double rate, k, f;
    };
    for (const Row& row : {
             Row{0.8, 0, 0.44932896411722157148},
             Row{0.8, 1, 0.80879213541099884861},
             Row{0.8, 3, 0.9909201421998460146},
             Row{700, 640, 0.011436807831204947633},
             Row{700, 700, 0.51005056585705456556},
             Row{700, 780, 0.99861925430475775529},
             Row{1e6, 998000, 0.022750122939677579948},
             Row{1e6, 1000000, 0.50026596148628365279},
             Row{1e6, 1003000, 0.99864640987089875081},
         }) {
        INFO("rate ", row.rate, ", k = ", row.k);
        const Drawn x("poisson", rate(row.rate));
        CHECK(std::fabs(x.cdf(row.k) - row.f) <= 1e-13);
        CHECK(x.quantile(row.f - 1e-12) == row.k);
        CHECK(x.quantile(row.f + 1e-12) == row.k + 1);
    }
}

TEST_CASE("discrete: values in any order, one of probability 0 is never drawn") {
    const Drawn x("discrete", list({9, 1, 4, 100}, {0.25, 0.25, 0.5, 0}));
    CHECK(x.quantile(0.2) == 1.0);
    CHECK(x.quantile(0.25) == 1.0);
    CHECK(x.quantile(0.26) == 4.0);
    CHECK(x.quantile(0.75) == 4.0);
    CHECK(x.quantile(0.7500001) == 9.0);
    CHECK(x.quantile(1 - 0x1p-53) == 9.0);
    CHECK(x.mean() == 9 * 0.25 + 1 * 0.25 + 4 * 0.5);
    CHECK(x.cdf(3.9) == 0.25);
}

TEST_CASE("discrete: without probabilities all values are equally likely") {
    const Drawn x("discrete", list({1, 2, 3}));
    CHECK(x.quantile(0.33) == 1.0);
    CHECK(x.quantile(0.34) == 2.0);
    CHECK(x.quantile(0.67) == 3.0);
    CHECK(within(x.mean(), 2, 1e-15));
}

TEST_CASE("discrete: a value that is listed twice has the sum of its probabilities") {
    const Drawn x("discrete", list({5, 2, 5}, {0.3, 0.4, 0.3}));
    CHECK(x.cdf(2) == 0.4);
    CHECK(x.cdf(5) == 1.0);
    CHECK(x.cdf(4.99) == 0.4);
}

TEST_CASE("whole numbers: a die") {
    const Drawn x("integer_uniform", between(1, 6));
    CHECK(x.quantile(1e-9) == 1.0);
    CHECK(x.quantile(1.0 / 6 + 1e-9) == 2.0);
    CHECK(x.quantile(0.5) == 3.0);
    CHECK(x.quantile(0.999999) == 6.0);
    CHECK(x.mean() == 3.5);
    CHECK(within(x.standard_deviation(), std::sqrt(35.0 / 12), 1e-15));
    CHECK(within(x.cdf(2.5), 2.0 / 6, 1e-15));
}

TEST_CASE("errors name the place, what was found and what to change") {
    CHECK(
        error("triangular", between(2, 12, 15)) ==
        Error{
            "/base",
            "base 15 is outside low to high, 2 to 12: in a triangular range it is the most likely "
            "value"});
    CHECK(error("uniform", between(5, 3)) == Error{"/low", "low 5 is above high 3: exchange them"});
    CHECK(error("pert", p5_p95(1, 3)).path == "/interval");
    CHECK(
        error("normal", between(1, 3)) ==
        Error{"/interval",
              "a normal range has no ends: say which interval low to high is, such as 5 to 95 %"});
    CHECK(error("lognormal", p5_p95(0, 3)) == Error{"/low",
                                                    "low 0 is not positive: a lognormal range lies "
                                                    "above 0, choose normal for one that does "
                                                    "not"});
    CHECK(error("lognormal", p5_p95(1e-300, 1e300)).path == "/high");
    CHECK(error("poisson", rate(0)) ==
          Error{"/base", "base 0 is not positive: it is the expected count"});
    CHECK(error("poisson", rate(1.5e6)).path == "/base");
    CHECK(error("integer_uniform", between(1.5, 3)) ==
          Error{"/low", "low 1.5 is not a whole number: round it"});
    CHECK(error("integer_uniform", between(0, 1e10)).path == "/high");
    CHECK(error("discrete", list({1, 2}, {0.5, 0.25})) ==
          Error{"/probabilities", "the probabilities sum to 0.75: they must sum to 1"});
    CHECK(error("discrete", list({1, 2}, {1.5, -0.5})).path == "/probabilities/0");
    CHECK(error("discrete", list({1, 2}, {1})) ==
          Error{"/probabilities", "1 probabilities for 2 values: give one for each"});
}
