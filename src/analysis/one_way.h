// One-way sensitivity: one number of the decision at a time. What flips the leader, what it is
// worth to know, how far it moves the gap.
#pragma once

#include "analysis/analysis.h"
#include "analysis/flips.h"
#include "analysis/information.h"
#include "analysis/weight_flips.h"

#include <memory>
#include <string>
#include <vector>

namespace fulcrum {

// The gap between leader and runner-up, expected with one input at some values of its range: a bar
// of the tornado. Both options are those of the decision as it is, so that the gap is below zero
// where the runner-up would be ahead.
//
// Source: R. A. Howard, "Decision Analysis: Practice and Promise", Management Science 34 (1988).
struct Swing {
    struct Point {
        double value = 0;
        std::optional<double> gap;  // absent where it is undefined
        bool operator==(const Point&) const = default;
    };
    std::string id;
    std::vector<Point> points;  // ascending: low, a quarter, half, three quarters, high; of whole
                                // numbers those
    double width() const;       // from the least gap to the greatest
    bool operator==(const Swing&) const = default;
};

struct OneWay {
    std::size_t draws = 0;
    Premise premise = Premise::TurnedOut;
    Lead lead;  // with everything as it is; without a leader, or another option, nothing follows
    std::string unit;               // of the gap and of what information is worth
    double gap_now = 0;             // expected
    std::optional<double> waiting;  // what one more unit of waiting costs the leader; absent where
                                    // the document does not say by what
    std::vector<InputFlips> flips;  // assumptions and cells, in document order
    std::vector<InputInformation>
        information;            // of uncertain assumptions; where it turned out to be
    ScoreFlips score;           // weights and words
    std::vector<Swing> swings;  // of assumptions that have a range; widest first
    bool operator==(const OneWay&) const = default;
};

// The highest one of information; nullptr where nothing is worth knowing.
const InputInformation* worth_most(const OneWay& one_way);

// In slices of one evaluation each: first all flips and what information is worth, then the swings.
class OneWayAnalysis {
  public:
    // document and model belong together; both are copied.
    OneWayAnalysis(const Document& document, const Model& model, std::size_t draws,
                   Premise premise);
    ~OneWayAnalysis();
    OneWayAnalysis(OneWayAnalysis&&) noexcept;
    OneWayAnalysis& operator=(OneWayAnalysis&&) noexcept;

    bool step();             // returns whether there is more to do
    bool has_flips() const;  // all flips and information are there
    const OneWay& so_far() const;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// All of it, run to the end.
OneWay one_way(const Document& document, const Model& model, std::size_t draws,
               Premise premise = Premise::TurnedOut);

// {"version", "draws", "leader", "assumptions": {"price": {"now", "low", "high", "from", "to",
// "flips": [{"at", "below", "above"}]}}, "cells": {..}}
std::string flips_json(const Document& document, const OneWay& one_way);
// {"version", "draws", "leader", "runner_up", "gap", "unit", "swings": [{"id", "swing", "points":
// [{"value", "gap"}]}]}
std::string tornado_json(const Document& document, const OneWay& one_way);
// {"version", "draws", "unit", "evpi", "assumptions": {"price": {"evppi", "error"}}}
std::string information_json(const Document& document, const OneWay& one_way);

}  // namespace fulcrum
