// Data of the Sobol sequence: primitive polynomials and initial direction numbers.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace fulcrum {

// polynomial   a primitive polynomial over the integers modulo 2, bit i = coefficient of z^i; its
//              degree s is the position of the highest bit.
// initial      m_1 .. m_s, odd, m_i < 2^i; zeros follow.
struct SobolPolynomial {
    std::uint16_t polynomial;
    std::array<std::uint16_t, 11> initial;
};

// Dimensions 1 to 255; dimension 0 is the van der Corput sequence and needs none.
std::span<const SobolPolynomial> sobol_polynomials();

}  // namespace fulcrum
