// Uniform random numbers as a pure function of (seed, stream, draw number).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fulcrum {

// How the draws of a simulation are made.
struct Sampling {
    std::uint64_t seed = 1;
    // Sobol: streams 0-255 are dimensions of one Owen-scrambled Sobol sequence, evenly spread when
    //        the number of draws is a power of two; higher streams are pseudo-random.
    // PseudoRandom: every stream is.
    enum class Method { Sobol, PseudoRandom } method = Method::Sobol;
    bool operator==(const Sampling&) const = default;
};

inline constexpr std::uint32_t sobol_streams = 256;

// u[i] is draw number first_draw + i of the stream, in the open interval (0, 1). 1 - u[i] is exact.
// It depends on nothing else: not on how draws are cut into calls, not on other streams.
//
// requires  first_draw + u.size() <= 2^32.
//
// Sources: S. Joe & F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
// projections", SIAM J. Sci. Comput. 30 (2008); B. Burley, "Practical Hash-based Owen Scrambling",
// JCGT 9(4) (2020); J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11.
void uniforms(const Sampling& sampling, std::uint32_t stream, std::uint64_t first_draw,
              std::span<double> u);

// The same for a stream that is read often: what all its draws share is prepared once.
class UniformStream {
  public:
    UniformStream(const Sampling& sampling, std::uint32_t stream);
    void fill(std::uint64_t first_draw, std::span<double> u) const;

    static constexpr std::size_t block = 256;  // draws that are made together

  private:
    void fill_block(std::uint64_t first, double* u) const;

    bool is_sobol_;
    std::array<std::uint32_t, 32> direction_{};   // [bit of the draw number]; see random.cpp
    std::array<std::uint32_t, block> pattern_{};  // the points of the first block, unscrambled
    std::array<std::uint32_t, 2> key_{};          // of the scrambling, or of the generator
    std::uint32_t stream_;
};

// The counter-based generator Philox4x32-10 itself: 128 random bits for each counter and key.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

}  // namespace fulcrum
