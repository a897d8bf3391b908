// How far the results would be from these if other draws had been made.
#pragma once

#include "analysis/results.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// Standard errors of results of so many draws, in the units of what they belong to.
struct Precision {
    std::size_t draws = 0, scramblings = 0;
    // [row][option]; absent where there is no such result in every scrambling. Series are left out.
    std::vector<std::vector<std::optional<Statistics>>> rows;
    std::vector<double> p_best;  // [option]; empty where there is no leader
    std::optional<Statistics> gap;
    std::vector<std::optional<Statistics>> score;  // [option]; empty without criteria
    bool operator==(const Precision&) const = default;
};

// The whole analysis again with independent scramblings of the Sobol sequence (and independent
// pseudo-random streams); a standard error is the standard deviation of a result among them. Draws
// of one scrambling are not independent of each other, so that it cannot be taken from these alone.
//
// document and model belong together. requires  scramblings >= 2; the relative error of a standard
// error is about sqrt(1 / (2 scramblings)): 18 % for 16.
//
// Source: A. B. Owen, "Monte Carlo variance of scrambled net quadrature", SIAM J. Numer. Anal. 34
// (1997); P. L'Ecuyer & C. Lemieux, "Recent advances in randomized quasi-Monte Carlo methods"
// (2002), sec. 2.
Precision precision(const Document& document, const Model& model, std::size_t draws,
                    std::size_t scramblings = 16);

// The seed of an independent scrambling: beyond those that a document can have, so that none of
// these repeats its draws.
std::int64_t seed_of_scrambling(std::int64_t seed, std::size_t scrambling);

// Keys as in results_json.h: { "version": 1, "draws": n, "scramblings": n, "rows": { row: { option:
// { "mean": error, "p5": .. } } }, "p_best": { option: error }, "gap": { .. }, "score": { option: {
// .. } } }
std::string precision_json(const Document& document, const Precision& precision);

}  // namespace fulcrum
