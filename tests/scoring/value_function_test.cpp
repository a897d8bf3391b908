#include "scoring/value_function.h"

#include <doctest/doctest.h>

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

TEST_CASE("not-a-number stays not-a-number") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(value_of_level({.worst = 0, .best = 1}, none) != value_of_level({0, 1}, none));
}

TEST_CASE("many levels at once are the same as one by one") {
    const std::vector<double> level{-1, 0, 0.3, 1, 2};
    std::vector<double> value(level.size());
    values_of_levels({.worst = 1, .best = 0}, level, value);
    for (std::size_t d = 0; d < level.size(); ++d)
        CHECK(value[d] == value_of_level({.worst = 1, .best = 0}, level[d]));
}
