#include "link/base64url.h"

#include <array>
#include <cstdint>

namespace fulcrum {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<int, 256> digits = [] {
    std::array<int, 256> table{};
    for (int& entry : table) entry = -1;
    for (std::size_t digit = 0; digit < alphabet.size(); ++digit)
        table[static_cast<unsigned char>(alphabet[digit])] = static_cast<int>(digit);
    return table;
}();

}  // namespace

std::string base64url(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (count += 8; count >= 6; count -= 6) text += alphabet[bits >> (count - 6) & 63];
    }
    if (count > 0) text += alphabet[bits << (6 - count) & 63];
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char letter : text) {
        const int digit = digits[static_cast<unsigned char>(letter)];
        if (digit < 0) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 255);
        }
    }
    if (count >= 6 || (bits & ((1u << count) - 1)) != 0) return std::nullopt;
    return bytes;
}

}  // namespace fulcrum
