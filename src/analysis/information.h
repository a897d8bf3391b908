// What is it worth to know a number before choosing? At most that, and only if the answer comes in
// time.
#pragma once

#include "analysis/pinned.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// EVPPI, the expected value of partial perfect information:
//
//   E_x[ max_option E[ utility | x ] ] - max_option E[ utility ]
//
// in the unit of the objective (of the score without one), never negative. Values of several
// numbers must not be added up.
struct InputInformation {
    std::string id;
    double value = 0;  // 0 where the same option leads at every x that was drawn
    double error = 0;  // of the draws and of the curve between the values looked at; the estimate
                       // is biased upwards by less than that
    bool operator==(const InputInformation&) const = default;
};

// EVPPI of one input that is drawn by itself: E[ utility | x ] is what is expected with the input
// pinned at x, looked at on quantiles of its draws and at its flips, and straight between them. An
// evaluation at a time.
//
// Source: M. Strong & J. E. Oakley, "An efficient method for computing single-parameter partial
// expected value of perfect information", Medical Decision Making 33 (2013), for the definition.
class InformationSearch {
  public:
    // pinned   on all draws; must outlive it
    // flips    where another option leads, in any order
    // draws    of the input
    InformationSearch(PinnedInput& pinned, const Lead& lead, std::vector<double> flips,
                      std::vector<double> draws);

    bool step();  // returns whether there is more to do
    // Requires that step() has returned false.
    InputInformation take() const;

  private:
    double excess(std::size_t stride) const;

    PinnedInput& pinned_;
    const Lead& lead_;
    std::vector<double> draws_;  // ascending
    std::vector<double> nodes_;  // ascending, from the least draw to the greatest
    std::vector<double> flips_;  // between them
    std::size_t next_ = 0;
};

// The same for an input that is correlated with others: E[ utility | x ] by slices of the draws
// that are sorted by x. In each slice one half of its draws says which option, the other half what
// it is worth, and the other way round (biased downwards); the same draws for both (upwards); the
// middle of the two is the estimate, half their difference its error.
//
// utility   [option][draw], more is better
// x         [draw]
InputInformation sliced_information(std::span<const std::span<const double>> utility,
                                    std::span<const double> x);

// EVPPI of two inputs at once, each drawn by itself: on a grid of their quantiles, an evaluation at
// a time.
class PairInformation {
  public:
    // document, model and results as for Pinned.
    PairInformation(const Document& document, const Model& model, const Results& results,
                    std::size_t first, std::size_t second);

    bool step();  // returns whether there is more to do
    // Requires that step() has returned false.
    InputInformation take() const;

  private:
    const Results& results_;
    Pinned pinned_;
    std::array<std::vector<double>, 2> draws_, nodes_;
    std::vector<Standing> grid_;  // [first node][second node]
};

}  // namespace fulcrum
