// What holds for every distribution family; a new one is tested when it is listed.
#include "math/distribution.h"
#include "math/family_ranges.h"
#include "math/hash.h"
#include "math/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace fulcrum;
using namespace fulcrum::tests;

namespace {

template <class F>
void for_every_family_and_range(F f) {
    for (const DistributionFamily* family : distribution_families())
        for (const Range& range : ranges(*family)) {
            INFO(said(*family, range));
            const auto parameters = family->parameters(range);
            REQUIRE_MESSAGE(parameters, parameters.error().message);
            f(*family, range, *parameters);
        }
}

// Probabilities over all of (0, 1), into both tails, in ascending order.
std::vector<double> probabilities() {
    std::vector<double> u;
    for (int k = 53; k > 10; --k) u.push_back(std::ldexp(1.0, -k));
    for (int i = 1; i < 1000; ++i) u.push_back(i / 1000.0);
    for (int k = 11; k <= 53; ++k) u.push_back(1 - std::ldexp(1.0, -k));
    return u;
}

std::vector<double> quantiles(const DistributionFamily& family,
                              const std::vector<double>& parameters, const std::vector<double>& u) {
    std::vector<double> x(u.size());
    family.quantile(parameters, u, x);
    return x;
}

// Has it a density somewhere? A mixture does where a component does.
bool is_continuous(const DistributionFamily& family, const Range& range) {
    return family.continuous || std::any_of(range.components.begin(), range.components.end(),
                                            [](const RangeComponent& component) {
                                                return component.family->continuous;
                                            });
}

}  // namespace

TEST_CASE("families: ids are unique, findable and stable") {
    std::set<std::string_view> ids;
    for (const DistributionFamily* family : distribution_families()) {
        ids.insert(family->id);
        CHECK(find_distribution_family(family->id) == family);
        CHECK_FALSE(family->name.empty());
        CHECK_FALSE(family->source.empty());
    }
    CHECK(ids.size() == distribution_families().size());
    for (const auto* id :
         {"point", "uniform", "triangular", "pert", "normal", "lognormal", "truncated_normal",
          "student_t", "beta", "gamma", "exponential", "weibull", "empirical", "discrete",
          "bernoulli", "binomial", "poisson", "integer_uniform", "mixture"})
        CHECK(ids.count(id) == 1);
    CHECK(find_distribution_family("cauchy") == nullptr);
    CHECK(find_distribution_family("") == nullptr);
}

TEST_CASE("families: F(F^-1(u)) = u where the family is continuous, or a part of the mixture") {
    const auto u = probabilities();
    for_every_family_and_range([&](const auto& family, const Range& range, const auto& parameters) {
        if (!is_continuous(family, range)) return;
        const auto x = quantiles(family, parameters, u);
        // x is rounded, to what its ends and centre leave of it: u lies between F to either side,
        // but for what F and F^-1 are off. A beta range may have a + b up to 10^4.
        const double tolerance = family.between_limits ? 1e-12 : 1e-13;
        double scale = std::fabs(family.mean(parameters));
        for (const auto& end : {range.low, range.high, range.min, range.max})
            scale = std::max(scale, std::fabs(end.value_or(0)));
        for (const RangeComponent& component : range.components)
            scale = std::max(scale, std::fabs(component.range.base));
        if (family.between_limits && !range.max) scale = 1;
        for (std::size_t i = 0; i < u.size(); ++i) {
            INFO("u = ", u[i]);
            const double rounding = 8 * 0x1p-53 * std::max(scale, std::fabs(x[i]));
            CHECK(family.cdf(parameters, x[i] - rounding) <= u[i] + tolerance);
            CHECK(family.cdf(parameters, x[i] + rounding) >= u[i] - tolerance);
        }
    });
}

TEST_CASE("families: a whole or listed draw is the smallest x with F(x) >= u") {
    const auto u = probabilities();
    for_every_family_and_range([&](const auto& family, const Range& range, const auto& parameters) {
        if (is_continuous(family, range)) return;
        const double tolerance = 0x1p-52;
        const auto x = quantiles(family, parameters, u);
        for (std::size_t i = 0; i < u.size(); ++i) {
            INFO("u = ", u[i], ", x = ", x[i]);
            CHECK(family.cdf(parameters, x[i]) >= u[i] - tolerance);
            const double before = std::nextafter(x[i], -std::numeric_limits<double>::infinity());
            CHECK(family.cdf(parameters, before) < u[i] + tolerance);
            if (family.whole_numbers) CHECK(std::floor(x[i]) == x[i]);
        }
    });
}

TEST_CASE(
    "families: draws are finite and rise with u, on the grid of the Sobol draws strictly so") {
    auto u = probabilities();
    for (int i = 0; i < 3000; ++i) u.push_back((i * 1431655.0 + 0.5) * 0x1p-32);
    for (int i = 0; i < 2000; ++i) u.push_back((2147483648.0 - 1000 + i + 0.5) * 0x1p-32);
    std::sort(u.begin(), u.end());
    for_every_family_and_range([&](const auto& family, const Range&, const auto& parameters) {
        const auto x = quantiles(family, parameters, u);
        for (std::size_t i = 0; i < u.size(); ++i) {
            CHECK(std::fabs(x[i]) <= std::numeric_limits<double>::max());
            if (i > 0) CHECK(x[i - 1] <= x[i]);
        }
    });
}

TEST_CASE("families: mean and standard deviation are the integrals of the quantile") {
    // Midpoint rule over 1024 cells in each octave of the distance from the nearer end, down to
    // 2^-50: the smooth part is off by (cell / u)^2, below 1e-6, and what lies beyond weighs less
    // than 1e-4 in the deviation of the heaviest tail here. A step of a whole number may fall
    // anywhere in a cell of 2^-12.
    constexpr int octaves = 50, cells = 1024;
    std::vector<double> u, weight;
    for (int k = 1; k < octaves; ++k)
        for (int c = 0; c < cells; ++c) {
            const double width = std::ldexp(1.0, -k - 1) / cells;
            const double below = std::ldexp(1.0, -k - 1) + (c + 0.5) * width;
            for (const double point : {below, 1 - below}) {
                u.push_back(point);
                weight.push_back(width);
            }
        }
    for_every_family_and_range([&](const auto& family, const Range&, const auto& parameters) {
        const auto x = quantiles(family, parameters, u);
        const double mean = family.mean(parameters);
        const double sd = family.standard_deviation(parameters);
        double first = 0, second = 0;
        for (std::size_t i = 0; i < u.size(); ++i) {
            first += weight[i] * (x[i] - mean);
            second += weight[i] * (x[i] - mean) * (x[i] - mean);
        }
        const double tolerance = (family.continuous ? 2e-4 : 1e-3) * sd + 1e-15 * std::fabs(mean);
        CHECK(std::fabs(first) <= tolerance);
        CHECK(std::fabs(std::sqrt(second) - sd) <= tolerance);
    });
}

TEST_CASE("families: F is 0 far below, 1 far above and never falls, outside of all draws too") {
    for_every_family_and_range([&](const auto& family, const Range&, const auto& parameters) {
        double before = 0;
        for (const double x : {-1e300, -1e12, -100.0, -1.0, -1e-9, -0.0, 0.0, 1e-300, 1e-9, 0.5,
                               1.0, 2.0, 1e3, 1e12, 1e300}) {
            INFO("x = ", x);
            const double f = family.cdf(parameters, x);
            CHECK(f >= before - 1e-12);
            CHECK(f <= 1);
            before = f;
        }
        CHECK(family.cdf(parameters, -1e300) <= 0x1p-53);
        CHECK(family.cdf(parameters, 1e300) >= 1 - 0x1p-52);
    });
}

TEST_CASE("families: quantiles of a span are those of its parts, in place too") {
    std::vector<double> u(1000);
    uniforms({}, 4, 0, u);
    for_every_family_and_range([&](const auto& family, const Range&, const auto& parameters) {
        const auto x = quantiles(family, parameters, u);
        std::vector<double> in_place = u;
        const std::span all(in_place);
        family.quantile(parameters, all.first(333), all.first(333));
        family.quantile(parameters, all.subspan(333), all.subspan(333));
        CHECK(in_place == x);
    });
}

TEST_CASE("families: what is not finite is refused, with the place and without a period") {
    const double bad_numbers[] = {std::numeric_limits<double>::quiet_NaN(),
                                  std::numeric_limits<double>::infinity(),
                                  -std::numeric_limits<double>::infinity()};
    for (const DistributionFamily* family : distribution_families()) {
        const Range good = ranges(*family)[0];
        const auto refused = [&](const Range& range, std::string_view path) {
            const auto parameters = family->parameters(range);
            INFO(std::string(family->id), " ", std::string(path));
            REQUIRE_FALSE(parameters);
            CHECK(parameters.error().path.starts_with(path));
            CHECK_FALSE(parameters.error().message.empty());
            CHECK(parameters.error().message.back() != '.');
        };
        for (const double bad : bad_numbers) {
            Range range = good;
            if (family->needs_low_high) {
                range.low = bad;
                refused(range, "/low");
                range = good;
                range.high = bad;
                refused(range, "/high");
            } else if (family->needs_components) {
                range.components[1].weight = bad;
                refused(range, "/components/1/weight");
                range = good;
                range.components[0].range.low = bad;
                refused(range, "/components/0/low");
            } else if (family->needs_values) {
                range.values[1] = bad;
                refused(range, "/values/1");
                range = good;
                if (range.probabilities.empty()) continue;
                range.probabilities[2] = bad;
                refused(range, "/probabilities/2");
            } else {
                range.base = bad;
                refused(range, "/base");
            }
        }
        if (family->needs_low_high) {
            Range range = good;
            std::swap(range.low, range.high);
            refused(range, "/low");
            range = good;
            range.low.reset();
            refused(range, "/low");
            range = good;
            range.high.reset();
            refused(range, "/high");
            range = good;
            range.low = -1e308;
            range.high = 1e308;
            refused(range, family->positive_only ? "/" : "/high");
            range = good;
            if (family->ends_only) {
                range.low_probability = 0.05;
                range.high_probability = 0.95;
                refused(range, "/interval");
            }
            if (family->interval_only) {
                range.low_probability = 0;
                range.high_probability = 1;
                refused(range, "/interval");
            }
        }
        if (family->needs_values) {
            Range range = good;
            range.values.clear();
            refused(range, "/values");
        }
    }
}

TEST_CASE("families: any range is refused or draws finite numbers in order, with finite moments") {
    // Ends of random bits, of equal or neighbouring size, and whole ones.
    std::vector<double> random(8);
    const std::vector<double> u{0x1p-53, 1e-9, 0x1p-13, 0.01,        0.3,
                                0.5,     0.7,  0.999,   1 - 0x1p-13, 1 - 0x1p-53};
    for (const DistributionFamily* family : distribution_families()) {
        int taken = 0;
        for (std::uint64_t n = 0; n < 1000; ++n) {
            uniforms({.method = Sampling::Method::PseudoRandom}, 9, n * random.size(), random);
            const double size = std::ldexp(1.0, static_cast<int>(random[0] * 2090) - 1068);
            const double sign = family->positive_only || random[1] < 0.7 ? 1 : -1;
            const double spread = std::ldexp(random[2], -static_cast<int>(random[3] * 60));
            Range range;
            range.low = sign * size;
            range.high = *range.low + size * (random[4] < 0.2 ? 2000 : 1) * spread;
            range.base = *range.low + random[5] * (*range.high - *range.low);
            if (family->id == "poisson")
                range.base = std::ldexp(random[6], static_cast<int>(random[7] * 40) - 20);
            if (family->id == "truncated_normal" || family->between_limits) {
                range.min = *range.low;
                range.max = *range.high;
            }
            if (family->id == "bernoulli") range.base = random[6];
            range.trials = std::floor(std::ldexp(1.0, static_cast<int>(random[4] * 21)));
            if (family->id == "binomial") range.base = random[7] * *range.trials;
            if (family->whole_numbers && family->needs_low_high) {
                range.low = std::floor(std::fmod(*range.low, 1e6));
                range.high = *range.low + std::floor(random[6] * 1e5);
            }
            if (family->interval_only || (random[6] < 0.3 && !family->ends_only)) {
                range.low_probability = 0.1;
                range.high_probability = 0.9;
            }
            range.values = {*range.high, *range.low, range.base};
            if (family->needs_components)
                range = mixed({0.25, 0.75}, {"uniform", "empirical"},
                              {spanning(*range.low, *range.high), with_values(range.values)});
            if (family->values_move) range.low = range.high = std::nullopt;
            if (family->takes_sd && random[7] < 0.5) {
                range.sd = family->id == "beta"    ? 0.5 * random[2] * (*range.high - *range.low)
                           : family->id == "gamma" ? 2.0 * random[6] * range.base
                                                   : std::fabs(*range.high - *range.low);
                range.low.reset();
                range.high.reset();
            }
            if (family->takes_shape && random[7] < 0.5) range.shape = random[6] * 10;
            if (family->id == "weibull" && range.shape) range.low = range.high = std::nullopt;
            INFO(said(*family, range));
            const auto parameters = family->parameters(range);
            if (!parameters) continue;
            ++taken;
            const auto x = quantiles(*family, *parameters, u);
            const double largest = std::numeric_limits<double>::max();
            for (std::size_t i = 0; i < u.size(); ++i) {
                CHECK(std::fabs(x[i]) <= largest);
                if (i > 0) CHECK(x[i - 1] <= x[i]);
                const double f = family->cdf(*parameters, x[i]);
                CHECK(f >= 0);
                CHECK(f <= 1);
            }
            CHECK(std::fabs(family->mean(*parameters)) <= largest);
            CHECK(family->standard_deviation(*parameters) >= 0);
            CHECK(family->standard_deviation(*parameters) <= largest);
        }
        INFO(std::string(family->id));
        CHECK(taken > 100);
    }
}

TEST_CASE("families: the same bits in every build") {
    std::vector<double> u(2000);
    uniforms({}, 1, 0, u);
    const auto tails = probabilities();
    u.insert(u.end(), tails.begin(), tails.end());
    tests::Hash hash;
    for_every_family_and_range([&](const auto& family, const Range&, const auto& parameters) {
        for (const double x : quantiles(family, parameters, u)) {
            hash.add(x);
            hash.add(family.cdf(parameters, x));
        }
        hash.add(family.mean(parameters));
        hash.add(family.standard_deviation(parameters));
    });
    CHECK(hash.value() == 7127740577994393857u);
}
