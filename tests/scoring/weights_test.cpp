#include "scoring/weights.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace fulcrum;

namespace {

using Weights = std::vector<double>;

Weights grouped(const Weights& weight, const std::vector<std::size_t>& group,
                const std::vector<WeightGroup>& groups, bool equal = false) {
    return effective_weights({.weight = weight, .group = group, .groups = groups, .equal = equal});
}

}  // namespace

TEST_CASE("weights without groups are shares of their sum") {
    CHECK(grouped({1, 2, 1}, {no_group, no_group, no_group}, {}) == Weights{0.25, 0.5, 0.25});
}

TEST_CASE("with groups: the group's share times the criterion's share of its group") {
    // groups 3 : 1, within the first 1 : 2, within the second one alone
    CHECK(grouped({1, 2, 9}, {0, 0, 1}, {{.weight = 3}, {.weight = 1}}) ==
          Weights{0.75 * (0.5 / 1.5), 0.75 * (1.0 / 1.5), 0.25});
}

TEST_CASE("a group that is switched off leaves, and the others share its weight") {
    CHECK(grouped({1, 1, 5}, {0, 0, 1}, {{.weight = 1}, {.weight = 3, .off = true}}) ==
          Weights{0.5, 0.5, 0});
}

TEST_CASE("a group whose criteria all weigh 0, or that has none, leaves too") {
    CHECK(grouped({0, 0, 5}, {0, 0, 1}, {{}, {}, {}}) == Weights{0, 0, 1});
}

TEST_CASE("criteria without a group are one more group of weight 1") {
    CHECK(grouped({2, 2, 7}, {no_group, no_group, 0}, {{.weight = 1}}) == Weights{0.25, 0.25, 0.5});
}

TEST_CASE("equal weights: all criteria alike but those of a group that is switched off") {
    CHECK(grouped({1, 2, 0, 9}, {0, 0, 1, 1}, {{.weight = 5}, {}}, true) ==
          Weights{0.25, 0.25, 0.25, 0.25});
    CHECK(grouped({1, 2, 0, 9}, {0, 0, 1, 1}, {{.weight = 5}, {.off = true}}, true) ==
          Weights{0.5, 0.5, 0, 0});
}

TEST_CASE("no weight at all gives no weights") {
    CHECK(grouped({0, 0}, {no_group, no_group}, {}).empty());
    CHECK(grouped({1, 1}, {0, 0}, {{.off = true}}).empty());
    CHECK(grouped({1, 1}, {0, 0}, {{.weight = 0}}).empty());
    CHECK(grouped({}, {}, {}).empty());
}

TEST_CASE("weights sum to 1, however large or small they are") {
    for (const double scale : {1e-300, 1.0, 1e308}) {
        const Weights weight = grouped({0.3 * scale, 0.4 * scale, 0.7 * scale, scale}, {0, 0, 1, 2},
                                       {{.weight = scale}, {.weight = scale}, {}});
        CHECK(std::accumulate(weight.begin(), weight.end(), 0.0) == doctest::Approx(1.0));
    }
}
