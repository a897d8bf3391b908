// Bytes <-> fewer bytes: raw deflate (RFC 1951), by zlib.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fulcrum {

std::string deflated(std::string_view bytes);

// Empty when the bytes are no whole deflate stream, something follows it, or it would give more
// than `limit` bytes (nothing beyond the limit is ever allocated).
std::optional<std::string> inflated(std::string_view bytes, std::size_t limit);

}  // namespace fulcrum
