// Uniform numbers that rise and fall together: the draws of assumptions with rank correlations.
#pragma once

#include "base/grid.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fulcrum {

// Assumptions that hang together by correlations, in the order of their streams: so their draws do
// not depend on where they stand in the document, and a new assumption, whose stream is higher than
// all before, leaves the draws of the others as they were.
struct CorrelatedGroup {
    std::vector<std::uint32_t> inputs;   // [member] index of the model's input
    std::vector<std::uint32_t> streams;  // [member] rising
    Grid factor{0, 1};                   // lower triangle, see cholesky() of math/copula.h
    bool operator==(const CorrelatedGroup&) const = default;
};

// u[member][i] = draw number first_draw + i of the member, in the open interval (0, 1); 1 - u is
// exact. nullptr for members that are not wanted. A draw is a pure function of (seed, streams,
// factor, draw number), whoever else is wanted.
//
//   z = normal quantile of the draw of each member's own stream,  u = normal cdf of (factor z)
//
// A member that depends on no stream but its own has that stream's draws to the bit: so has the
// first of every group. Source: R. B. Nelsen, An Introduction to Copulas (2006), section 2.3.
void correlated_uniforms(const CorrelatedGroup& group, std::uint64_t seed, std::size_t first_draw,
                         std::size_t count, std::span<double* const> u);

// The same for one member.
void correlated_uniforms(const CorrelatedGroup& group, std::uint64_t seed, std::size_t member,
                         std::size_t first_draw, std::span<double> u);

}  // namespace fulcrum
