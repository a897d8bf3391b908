#include "base/order.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace fulcrum;

TEST_CASE("order: the least key comes first, and equal keys keep their order") {
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> keys{2, infinity, -1, 2, 0.5, -infinity, 2};
    CHECK(ascending_order(keys) == std::vector<std::size_t>{5, 2, 4, 0, 3, 6, 1});
    CHECK(ascending_order({}).empty());
}

TEST_CASE("order: items follow the order") {
    const std::vector<std::size_t> order{2, 0};
    CHECK(in_order<std::string>({"a", "b", "c"}, order) == std::vector<std::string>{"c", "a"});
}
