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

// Puts the items in rising order of their numbers; equal ones stay as they stand. For any kind of
// item there is one sort in the program, that of ascending_order. No number is NaN.
template <typename Item, typename Number>
void sort_by(std::vector<Item>& items, const Number& number) {
    std::vector<double> keys;
    keys.reserve(items.size());
    for (const Item& item : items) keys.push_back(number(item));
    items = in_order(std::move(items), ascending_order(keys));
}

}  // namespace fulcrum
