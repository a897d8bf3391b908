// What would deciders choose who do not go by the expected value: those who want more whatever
// happens, who distrust probabilities, who avoid risk?
#pragma once

#include "analysis/decision_criteria.h"
#include "analysis/dominance.h"
#include "analysis/flips.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

// Which low and high value of a number: of its range as it is stated, or its 5th and 95th
// percentile.
enum class Ends { Range, NineInTen };

// Every way to set numbers to one of their ends each, the others being at their base. At most 12
// numbers are moved: those whose ends move the gap between leader and runner-up most.
struct Corners {
    std::vector<std::string> moved;  // ids; bit k of a corner's number says that [k] is high
    std::vector<std::string> held;   // that matter too, and stay
    // [option][corner], more is better; no rows where it is undefined in some corner
    Grid payoff{0, 1};
    bool operator==(const Corners&) const = default;
};

// Two rows of the document in which less, or more, is better: expected values, and who is on the
// frontier of both.
struct Tradeoff {
    std::size_t cost = 0, risk = 0;  // row
    std::vector<bool> on_frontier;   // [option]
    bool operator==(const Tradeoff&) const = default;
};

struct Rules {
    std::size_t draws = 0;
    Lead lead;             // without a leader, or another option, nothing follows
    std::string unit;      // of all that options are compared by
    bool is_less = false;  // less is better: utilities have the other sign
    Grid utility{0, 1};    // [option][draw], more is better: the first draws of the results
    std::vector<std::vector<Dominance>> dominance;  // [option][other]
    std::vector<double> expected;                   // [option] utility
    std::vector<bool> on_frontier;     // [option] of expectation and 5th percentile of utility
    std::vector<double> regret;        // [option] expected: what the best option of a draw has more
    std::optional<Tradeoff> tradeoff;  // of the total of a topic of money and of one of risk
    std::array<Corners, 2> corners;    // [Ends]
    double scale = 0;                  // of risk tolerances: the greatest standard deviation
    std::vector<Flip> tolerances;      // where the certainty equivalents choose another option
    bool operator==(const Rules&) const = default;
};

// [option] for exponential utility; an infinite tolerance is neutral.
std::vector<double> certainty_equivalents(const Grid& utility, double risk_tolerance);

// Risk tolerances are looked at from a tenth of the scale to ten times of it: where the choice at
// two neighbours, a quarter apart, differs, the change is found by bisection to a ten-thousandth.
inline constexpr double least_tolerance = 0.1, most_tolerance = 10;  // of the scale

// In slices.
class RuleSearch {
  public:
    // document and model belong together; both are copied.
    RuleSearch(const Document& document, const Model& model, std::size_t draws);
    ~RuleSearch();

    bool step();  // returns whether there is more to do
    const Rules& so_far() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// {"version", "draws", "leader", "unit", "dominance": [{"option", "over", "kind"}], "frontier":
// [..], "corners": {"range": {"moved", "held", "maximin": {option: x, "choice"}, ..}, "p5_p95":
// ..}, "tolerances": [{"at", "below", "above"}]}; Hurwicz by an optimism of one half.
std::string rules_json(const Document& document, const Rules& rules);

}  // namespace fulcrum
