#include "base/decimal.h"
#include "base/text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace fulcrum {
namespace {

// Doubles of every exponent, and those at which digits are hard to get.
std::vector<double> doubles() {
    std::vector<double> values{5e-324,
                               2.2250738585072011e-308,
                               2.2250738585072014e-308,
                               1.7976931348623157e308,
                               9007199254740993.0,
                               1e21,
                               1e22,
                               1e23,
                               999999999999999900000.0,
                               0.000001,
                               0.0000001,
                               0.1,
                               0.3,
                               5e-7,
                               2.5,
                               0.125,
                               0.5,
                               9.5,
                               99.5,
                               0.095,
                               1.005,
                               -1234.5,
                               -0.00025};
    std::mt19937_64 bits(4);
    while (values.size() < 2000) {
        const std::uint64_t word = bits();
        double value = 0;
        std::memcpy(&value, &word, sizeof value);
        if (std::isfinite(value) && value != 0) values.push_back(value);
    }
    return values;
}

// From all its digits, which the C library prints: no double has more than 767.
Decimal rounded_from_all(double value, std::size_t count) {
    char text[900];
    std::snprintf(text, sizeof text, "%.800e", std::fabs(value));
    const std::string all(text);
    const std::size_t e = all.find('e');
    std::string digits = "0" + all.substr(0, 1) + all.substr(2, e - 2);
    int point = std::stoi(all.substr(e + 1)) + 1;
    const bool up = digits[count + 1] >= '5';
    digits.resize(count + 1);
    if (up) {
        std::size_t at = count;
        while (digits[at] == '9') digits[at--] = '0';
        ++digits[at];
    }
    if (digits[0] == '0')
        digits.erase(0, 1);
    else
        ++point;
    digits.erase(digits.find_last_not_of('0') + 1);
    return {value < 0, digits, point};
}

bool same(const Decimal& a, const Decimal& b) {
    return a.negative == b.negative && a.digits == b.digits && a.point == b.point;
}

}  // namespace

TEST_CASE("a rounded decimal is the exact one rounded, ties away from zero") {
    for (const double value : doubles())
        for (const int digits : {1, 2, 3, 4, 5, 14, 15, 16, 17, 21, 40, 99}) {
            CAPTURE(value);
            CAPTURE(digits);
            CHECK(same(rounded_decimal(value, digits),
                       rounded_from_all(value, static_cast<std::size_t>(digits))));
        }
    CHECK(rounded_decimal(2.5, 1).digits == "3");
    CHECK(rounded_decimal(-0.125, 2).digits == "13");
    CHECK(same(rounded_decimal(99.5, 2), {false, "1", 3}));
}

TEST_CASE("the shortest decimal reads back as the same double, and none that is shorter does") {
    for (const double value : doubles()) {
        CAPTURE(value);
        const Decimal decimal = shortest_decimal(value);
        const auto reads_back = [value](const Decimal& digits) {
            return parse_decimal((digits.negative ? "-." : ".") + digits.digits + "e" +
                                 std::to_string(digits.point)) == value;
        };
        CHECK(reads_back(decimal));
        if (decimal.digits.size() > 1)
            CHECK_FALSE(
                reads_back(rounded_decimal(value, static_cast<int>(decimal.digits.size()) - 1)));
        CHECK(shortest(value).starts_with('-') == decimal.negative);
    }
    CHECK(same(shortest_decimal(-0.0), {false, "0", 1}));
    CHECK(same(shortest_decimal(1e21), {false, "1", 22}));
    CHECK(same(shortest_decimal(-0.00025), {true, "25", -3}));
}

TEST_CASE("numbers with more digits than a double has are read as the nearest double") {
    // Half-way between 1 and the next double, then a little above it, far behind.
    const std::string half = "1.00000000000000011102230246251565404236316680908203125";
    CHECK(parse_decimal(half) == 1.0);
    CHECK(parse_decimal(half + std::string(800, '0') + "1") == 1.0000000000000002);
    CHECK(parse_decimal(std::string(400, '0') + "12" + std::string(400, '0') + "e-400") == 12.0);
    CHECK(parse_decimal("0." + std::string(400, '0') + "12e401") == 1.2);
    CHECK(parse_decimal("0e99999999999999999999") == 0.0);
    CHECK(parse_decimal("1e-99999999999999999999") == 0.0);
    CHECK_FALSE(parse_decimal("1e99999999999999999999"));
    CHECK_FALSE(parse_decimal("1.7976931348623159e308"));
}

}  // namespace fulcrum
