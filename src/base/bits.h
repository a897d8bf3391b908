// The 64 bits of a double, as IEEE 754 has them.
#pragma once

#include <cstdint>
#include <cstring>

namespace fulcrum {

inline std::uint64_t bits_of(double x) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
}

inline double double_of(std::uint64_t bits) {
    double x = 0;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

}  // namespace fulcrum
