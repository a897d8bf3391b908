#include "scoring/value_function.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace fulcrum;

TEST_CASE("a value runs straight from 0 at the worst level to 1 at the best, and is flat beyond") {
    const Anchors more_is_better{.worst = 10, .best = 30};
    CHECK(value_of_level(more_is_better, 10) == 0.0);
    CHECK(value_of_level(more_is_better, 15) == 0.25);
    CHECK(value_of_level(more_is_better, 30) == 1.0);
    CHECK(value_of_level(more_is_better, 9) == 0.0);
    CHECK(value_of_level(more_is_better, 31) == 1.0);
}

TEST_CASE("less is better when worst is above best") {
    const Anchors weeks{.worst = 8, .best = 0};
    CHECK(value_of_level(weeks, 0) == 1.0);
    CHECK(value_of_level(weeks, 2) == 0.75);
    CHECK(value_of_level(weeks, 9) == 0.0);
}

TEST_CASE("a level that is no finite number has no value, also not that of an end") {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const Anchors anchors : {Anchors{0, 1}, Anchors{1, 0}, Anchors{-1e308, 1e308}})
        for (const double level : {infinite, -infinite, std::numeric_limits<double>::quiet_NaN()})
            CHECK(std::isnan(value_of_level(anchors, level)));
}

TEST_CASE("anchors and levels may be as far apart as numbers are") {
    const Anchors widest{.worst = -1.5e308, .best = 1.5e308};
    CHECK(value_of_level(widest, 0) == 0.5);
    CHECK(value_of_level(widest, 0.75e308) == 0.75);
    CHECK(value_of_level(widest, 1.7e308) == 1.0);
    CHECK(value_of_level({.worst = -1.5e308, .best = 0}, 1.5e308) == 1.0);
}

TEST_CASE("many levels at once are the same as one by one") {
    const std::vector<double> level{-1, 0, 0.3, 1, 2};
    std::vector<double> value(level.size());
    values_of_levels({.worst = 1, .best = 0}, level, value);
    for (std::size_t d = 0; d < level.size(); ++d)
        CHECK(value[d] == value_of_level({.worst = 1, .best = 0}, level[d]));
}
