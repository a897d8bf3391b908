// A 64-bit check of bytes against accidents (cut, re-encoded, mistyped), not against intent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fulcrum {

// FNV-1a, 64 bits. Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm"
// (draft-eastlake-fnv).
constexpr std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 1099511628211u;
    }
    return hash;
}

// 16 hexadecimal digits.
std::string checksum_text(std::string_view bytes);

}  // namespace fulcrum
