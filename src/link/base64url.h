// Bytes <-> letters, digits, '-' and '_' (RFC 4648, section 5, without padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fulcrum {

std::string base64url(std::string_view bytes);

// Empty when a character is foreign, the length is impossible, or the unused last bits are not
// zero.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace fulcrum
