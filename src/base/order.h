// Orders by a number.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace fulcrum {

// The places 0 .. keys.size() - 1, least key first, equal keys in the order in which they stand. No
// key is NaN.
std::vector<std::size_t> ascending_order(std::span<const double> keys);

// The items in such an order.
template <typename Item>
std::vector<Item> in_order(std::vector<Item> items, std::span<const std::size_t> order) {
    std::vector<Item> result;
    result.reserve(order.size());
    for (const std::size_t place : order) result.push_back(std::move(items[place]));
    return result;
}

}  // namespace fulcrum
