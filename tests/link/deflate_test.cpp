#include "link/deflate.h"

#include <doctest/doctest.h>

using namespace fulcrum;

TEST_CASE("deflate: bytes come back, few or many, plain or random") {
    std::string noise;
    std::uint32_t state = 1;
    for (int n = 0; n < 100'000; ++n)
        noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    for (const std::string& bytes :
         {std::string(), std::string("a"), std::string(100'000, 'a'), noise}) {
        CHECK(inflated(deflated(bytes), bytes.size()) == bytes);
    }
}

TEST_CASE("deflate: a small text that would give more than the limit is refused") {
    CHECK_FALSE(inflated(deflated(std::string(100'000, 'a')), 99'999).has_value());
}

TEST_CASE("deflate: a cut stream and a stream with a tail are refused") {
    const std::string bytes = deflated("fulcrum fulcrum fulcrum");
    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(inflated(bytes.substr(0, length), 1000).has_value());
    CHECK_FALSE(inflated(bytes + "x", 1000).has_value());
}
