// Arithmetic on numbers that may differ from draw to draw.
#pragma once

#include "base/aligned.h"

#include <cstddef>
#include <span>

namespace fulcrum {

// A number that is the same in every draw, or one per draw.
class Quantity {
  public:
    Quantity() = default;
    explicit Quantity(double constant) : constant_(constant) {}
    explicit Quantity(std::span<const double> draws) : draws_(draws) {}  // must outlive it
    Quantity(Quantity&&) = default;
    Quantity& operator=(Quantity&&) = default;

    bool varies() const { return !draws_.empty(); }
    double operator[](std::size_t draw) const { return varies() ? draws_[draw] : constant_; }
    std::span<const double> of_draws() const { return draws_; }  // empty where it is the same
    std::size_t draws() const { return varies() ? draws_.size() : 1; }
    double mean() const;

  private:
    friend Quantity multiply_add(const Quantity&, const Quantity&, const Quantity&);
    double constant_ = 0;
    std::span<const double> draws_;
    AlignedDoubles own_;  // what draws_ shows, where it was computed
};

// a + b c
Quantity multiply_add(const Quantity& a, const Quantity& b, const Quantity& c);

}  // namespace fulcrum
