// A 64-bit check of bytes against accidents (cut, re-encoded, mistyped), not against intent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fulcrum {

// FNV-1a, 64 bits. Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm"
// (draft-eastlake-fnv). Of several pieces: `hash` is that of those before.
std::uint64_t checksum(std::string_view bytes, std::uint64_t hash = 14695981039346656037u);

// 16 hexadecimal digits.
std::string checksum_text(std::string_view bytes);

}  // namespace fulcrum
