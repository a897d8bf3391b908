// What explains the spread of the gap between leader and runner-up? Shares of its variance, and how
// closely it follows each number.
#pragma once

#include "analysis/results.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// A share of the gap's variance, and its standard error among independent scramblings.
struct VarianceShare {
    double share = 0, error = 0;  // an estimate may lie below 0, or above 1, by its error
    bool operator==(const VarianceShare&) const = default;
};

struct InputSpread {
    std::string id;                      // of an uncertain assumption that the gap depends on
    std::optional<VarianceShare> alone;  // Sobol's first-order index: what it explains by itself
    std::optional<VarianceShare> with_others;  // total index: with all that it does with others
    std::optional<double> spearman, kendall;   // rank correlations with the gap
    double standardised = 0;  // standard deviations of the gap per one of the input, all else held
    bool operator==(const InputSpread&) const = default;
};

struct GapSpread {
    std::size_t draws = 0;  // of correlations and line: the first of those of the results
    Lead lead;              // without a leader, or another option, nothing follows
    std::string unit;
    double sd = 0;         // of the gap, leader minus runner-up; 0: it is the same in every draw
    double r_squared = 0;  // share of its variance that a straight line explains
    enum class Shares { Known, Correlated, Undefined } shares = Shares::Known;
    std::size_t share_draws = 0, scramblings = 0;  // of each of two samples; how often
    std::vector<InputSpread> inputs;  // largest total first; where shares are not known by |rho|
    bool operator==(const GapSpread&) const = default;
};

// In slices. Shares are absent where inputs that the gap depends on are correlated (the variance
// does not decompose), and where the gap is undefined in a draw that only they need. They are of
// pairs of samples: the input's own stream, and for the second a stream that nothing uses, of the
// same scrambled sequence, as long as it has such.
//
// Source: I. M. Sobol', "Global sensitivity indices for nonlinear mathematical models", Mathematics
// and Computers in Simulation 55 (2001); estimators: math/sobol_indices.h.
class SpreadSearch {
  public:
    // document and model belong together; both are copied.
    SpreadSearch(const Document& document, const Model& model, std::size_t draws);
    ~SpreadSearch();

    bool step();  // returns whether there is more to do
    const GapSpread& so_far() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// {"version", "draws", "leader", "runner_up", "unit", "sd", "r_squared", "shares": {"draws",
// "scramblings"}, "assumptions": {"price": {"alone", "alone_error", "with_others",
// "with_others_error", "spearman", "kendall", "standardised"}}}
std::string spread_json(const Document& document, const GapSpread& spread);

}  // namespace fulcrum
