// Which options are no reasonable choice, whatever one's attitude to risk or weights of figures?
#pragma once

#include "base/grid.h"
#include "model/document.h"

#include <span>
#include <vector>

namespace fulcrum {

// How one option dominates another; each kind implies the ones before it.
enum class Dominance {
    None,
    SecondOrder,  // for all who do not seek risk: the sum of its k lowest draws is never lower
    FirstOrder,   // for all who want more: its draws, sorted, are never lower
    Outcome       // at least as good in every draw
};

// The strongest kind for every pair.
//
// utility   [option][draw], finite, more is better; column d is the same world for all options.
// returns   [option][other] how the option dominates the other. In each kind it must be better
//           somewhere, so that equal options do not dominate each other, nor an option itself. A
//           sum counts as no lower where the difference is within the rounding of the sum.
//
// Source: J. Hadar & W. R. Russell, "Rules for ordering uncertain prospects", American Economic
// Review 59 (1969).
std::vector<std::vector<Dominance>> dominance(const Grid& utility);

// [option] is no other option at least as good in every figure and better in one? Equal options are
// all on the frontier.
//
// figure     [figure][option], finite.
// direction  [figure]; a figure without one does not count.
//
// Source: V. Pareto, Manuale di economia politica (1906).
std::vector<bool> pareto_frontier(const Grid& figure, std::span<const Direction> direction);

}  // namespace fulcrum
