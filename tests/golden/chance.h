// Choices from a seed, for ever the same: kept apart from those of other tests, which may grow.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fulcrum::golden {

// SplitMix64. Source: G. Steele, D. Lea, C. Flood, OOPSLA 2014.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits() % limit); }
    bool once_in(std::size_t times) { return below(times) == 0; }
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(bits() >> 11) * 0x1p-53);
    }
    template <class T, std::size_t n>
    const T& one_of(const T (&list)[n]) {
        return list[below(n)];
    }

  private:
    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace fulcrum::golden
