// How heavy would a criterion have to be, and what would a word of the table have to say, for
// another option to lead on the score? In closed form: the expected score is a straight line of
// each weight and of each value.
#pragma once

#include "analysis/flips.h"

#include <string>
#include <vector>

namespace fulcrum {

// The share of all weight that one criterion has (or a group of criteria), the others keeping their
// proportions.
struct WeightFlips {
    std::string id;  // of the criterion's row; of the group
    bool is_group = false;
    double now = 0;           // its share
    std::vector<Flip> flips;  // of the share, between 0 and 1, ascending
    bool operator==(const WeightFlips&) const = default;
};

// A cell of a scale's words.
struct LevelFlips {
    std::string row;
    std::size_t option = 0;
    struct To {
        std::string level;  // the word with which another option leads
        std::size_t leader = 0;
        bool operator==(const To&) const = default;
    };
    std::vector<To> flips;
    bool operator==(const LevelFlips&) const = default;
};

struct ScoreFlips {
    std::optional<std::size_t> leader;  // on the score; none: the following are empty
    std::vector<WeightFlips> weights;   // groups first, then criteria, in document order
    std::vector<LevelFlips> levels;     // those that flip it
    bool operator==(const ScoreFlips&) const = default;
};

// document and model belong together. Only of a weighted sum; empty where an option has no score.
//
// Source: E. Triantaphyllou & A. Sanchez, "A sensitivity analysis approach for some deterministic
// multi-criteria decision making methods", Decision Sciences 28 (1997).
ScoreFlips score_flips(const Document& document, const Model& model, std::size_t draws);

}  // namespace fulcrum
