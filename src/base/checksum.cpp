#include "base/checksum.h"

namespace fulcrum {

std::uint64_t checksum(std::string_view bytes, std::uint64_t hash) {
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 1099511628211u;
    }
    return hash;
}

std::string checksum_text(std::string_view bytes) {
    std::uint64_t rest = checksum(bytes);
    std::string text(16, '0');
    for (std::size_t digit = 16; digit-- > 0; rest >>= 4)
        text[digit] = "0123456789abcdef"[rest & 15];
    return text;
}

}  // namespace fulcrum
