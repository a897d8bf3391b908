#include "link/base64url.h"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace fulcrum;

TEST_CASE("base64url: the test vectors of RFC 4648, section 10, without padding") {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> vectors{
        {{"", ""},
         {"f", "Zg"},
         {"fo", "Zm8"},
         {"foo", "Zm9v"},
         {"foob", "Zm9vYg"},
         {"fooba", "Zm9vYmE"},
         {"foobar", "Zm9vYmFy"}}};
    for (const auto& [bytes, text] : vectors) {
        CHECK(base64url(bytes) == text);
        CHECK(from_base64url(text) == std::string(bytes));
    }
}

TEST_CASE("base64url: every byte survives, in letters that need no escape in an address") {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    const std::string text = base64url(bytes);
    CHECK(text.find_first_not_of(
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(from_base64url(text) == bytes);
}

TEST_CASE("base64url: foreign letters, impossible lengths and stray bits are refused") {
    for (const std::string_view text : {"Zg==", "Z", "Zm9vY", "Zm 9", "Zh", "Zm9+", "Zm9/"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text).has_value());
    }
}
