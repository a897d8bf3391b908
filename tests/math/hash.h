// One number that stands for the bits of many results.
#pragma once

#include <cstdint>
#include <cstring>

namespace fulcrum::tests {

// FNV-1a over 64-bit words; all NaNs count as one.
class Hash {
  public:
    void add(double x) {
        std::uint64_t bits = 0x7ff8000000000000;
        if (x == x) std::memcpy(&bits, &x, sizeof bits);
        value_ = (value_ ^ bits) * 1099511628211u;
        value_ ^= value_ >> 32;
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 14695981039346656037u;
};

}  // namespace fulcrum::tests
