#include "base/text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

using namespace fulcrum;

namespace {

double from_bits(std::uint64_t bits) {
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

bool same_bits(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

}  // namespace

TEST_CASE("shortest prints as ECMAScript does, and -0 as -0.0") {
    // The examples of ECMA-262, Number::toString, and its borders between the two notations.
    CHECK(shortest(0.0) == "0");
    CHECK(shortest(-0.0) == "-0.0");
    CHECK(shortest(1) == "1");
    CHECK(shortest(-1.5) == "-1.5");
    CHECK(shortest(0.1) == "0.1");
    CHECK(shortest(0.000001) == "0.000001");
    CHECK(shortest(0.0000001) == "1e-7");
    CHECK(shortest(123456789012345680000.0) == "123456789012345680000");
    CHECK(shortest(1e21) == "1e+21");
    CHECK(shortest(5e-324) == "5e-324");
    CHECK(shortest(1.7976931348623157e308) == "1.7976931348623157e+308");
    CHECK(shortest(9007199254740993.0) == "9007199254740992");
}

TEST_CASE("every finite double reads back from its shortest text with the same bits") {
    std::uint64_t state = 42;
    for (int k = 0; k < 20000; ++k) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const double value = from_bits(state ^ (state >> 29));
        if (!std::isfinite(value)) continue;
        const auto back = parse_decimal(shortest(value));
        REQUIRE(back.has_value());
        CHECK(same_bits(*back, value));
    }
    CHECK(same_bits(*parse_decimal(shortest(-0.0)), -0.0));
}

TEST_CASE("a decimal number is nothing but a decimal number") {
    CHECK(parse_decimal("-1.5e3") == -1500.0);
    CHECK(parse_decimal("1e+2") == 100.0);
    CHECK(parse_decimal(".5") == 0.5);
    // halfway between two doubles: to even
    CHECK(parse_decimal("9007199254740993") == 9007199254740992.0);
    CHECK(parse_decimal("1e-999") == 0.0);
    for (const char* text : {"", " 1", "1 ", "0x10", "inf", "nan", "-inf", "1e999", "-1e999", "1,5",
                             "1.", "--1", "+1", "1e", "e5", "-", ".", "1_0"})
        CHECK_MESSAGE(!parse_decimal(text).has_value(), text);
}

TEST_CASE("a decimal number is read as the nearest double, as the C library reads it") {
    std::uint64_t state = 7;
    const auto below = [&state](std::uint64_t limit) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % limit;
    };
    const auto digits = [&below](std::uint64_t count) {
        std::string text;
        for (std::uint64_t k = 0; k < count; ++k)
            text += static_cast<char>('0' + below(below(2) == 0 ? 10 : 1));  // many zeros
        return text;
    };
    for (int k = 0; k < 20000; ++k) {
        std::string text = digits(1 + below(25));
        if (below(2) == 0) text += "." + digits(1 + below(k % 10 == 0 ? 900 : 25));
        if (below(2) == 0) text += (below(2) == 0 ? "e-" : "e") + std::to_string(below(340));
        CAPTURE(text);
        const double expected = std::strtod(text.c_str(), nullptr);
        const auto value = parse_decimal(text);
        REQUIRE(value.has_value() == std::isfinite(expected));
        if (value) CHECK(same_bits(*value, expected));
    }
    // Between the least double and nothing, and at the end of them all.
    CHECK(parse_decimal("2.4703282292062327e-324") == 0.0);
    CHECK(parse_decimal("2.4703282292062328e-324") == 5e-324);
    CHECK(parse_decimal("1.7976931348623158e308") == std::numeric_limits<double>::max());
    CHECK_FALSE(parse_decimal("1.7976931348623159e308").has_value());
    CHECK(parse_decimal("0e99999999999999999999") == 0.0);
    CHECK(parse_decimal("1e-99999999999999999999") == 0.0);
    CHECK_FALSE(parse_decimal("1e99999999999999999999").has_value());
    CHECK(parse_decimal("0." + std::string(5000, '0') + "1e5001") == 1.0);
}

TEST_CASE("a leading number ends where it no longer makes sense") {
    CHECK(leading_decimal("12K").length == 2);
    CHECK(leading_decimal("1e6x").value == 1e6);
    CHECK(leading_decimal("2e").length == 1);
    CHECK(leading_decimal("2e+").length == 1);
    CHECK(leading_decimal("3.x").length == 1);
    CHECK(leading_decimal("-3").length == 0);
    CHECK(leading_decimal("infinity").length == 0);
    CHECK(std::isinf(leading_decimal("1e999").value));
}

TEST_CASE("UTF-8 is accepted in its shortest form only, and without surrogates") {
    CHECK(!first_invalid_utf8("plain, \xC3\xA9, \xE2\x82\xAC, \xF0\x9F\x98\x80"));
    CHECK(!first_invalid_utf8("\xF4\x8F\xBF\xBF \xED\x9F\xBF \xEE\x80\x80"));
    CHECK(first_invalid_utf8("ab\x80") == 2u);
    CHECK(first_invalid_utf8("\xC0\x80") == 0u);          // overlong
    CHECK(first_invalid_utf8("\xE0\x9F\xBF") == 0u);      // overlong
    CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0u);  // overlong
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0u);      // surrogate
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // beyond U+10FFFF
    CHECK(first_invalid_utf8("\xFF") == 0u);
    CHECK(first_invalid_utf8("x\xE2\x82") == 1u);  // cut
    CHECK(first_invalid_utf8("\xE2\x82(") == 0u);
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(code_points("") == 0);
    CHECK(code_points("h\xC3\xA9llo") == 5);
    CHECK(code_points("\xF0\x9F\x98\x80") == 1);
}

TEST_CASE("the nearest word is the one with the fewest slips") {
    const std::vector<std::string> names = {"velocity", "price", "users", "month"};
    CHECK(nearest("velcity", names) == "velocity");
    CHECK(nearest("veloctiy", names) == "velocity");  // two letters swapped are one slip
    CHECK(nearest("PRICE", names) == "price");
    CHECK(nearest("user", names) == "users");
    CHECK(nearest("banana", names).empty());
    CHECK(nearest("", names).empty());
    const std::vector<std::string> letters = {"A", "B"};
    CHECK(nearest("D", letters).empty());  // another letter is another name
    CHECK(nearest("a", letters) == "A");
    const std::vector<std::string> alike = {"cat", "bat"};
    CHECK(nearest("hat", alike) == "cat");  // a tie goes to the first
    CHECK(did_you_mean("velcity", names) == "; did you mean 'velocity'?");
    CHECK(did_you_mean("banana", names).empty());
}

TEST_CASE("trimming takes spaces, tabs and line ends off both ends") {
    CHECK(trimmed(" \t a b\r\n") == "a b");
    CHECK(trimmed(" \n").empty());
}
