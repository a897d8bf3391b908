// How far each assumption moves the gap between the first two options, or any other figure.
#pragma once

#include "chart/chart.h"

#include <string>
#include <vector>

namespace fulcrum {

// One assumption.
struct TornadoBar {
    std::string name;
    std::string unit;  // of the assumption
    struct Point {
        double value = 0, gap = 0;
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points;  // ascending by value; all that are defined
    struct Flip {
        double value = 0;
        NamedOption to;  // leads on the side away from now
        bool operator==(const Flip&) const = default;
    };
    std::vector<Flip> flips;  // within the points
    bool operator==(const TornadoBar&) const = default;
};

struct TornadoInput {
    std::string unit;               // of the gap
    NamedOption leader, runner_up;  // both the option that another figure is of
    double now = 0;                 // the gap that is expected
    std::vector<TornadoBar> bars;   // widest first
    bool has_zero = true;           // it is on the scale, wherever the figures lie
    bool operator==(const TornadoInput&) const = default;
};

// One bar per assumption: where it is above zero in the leader's colour, below in the runner-up's;
// a dot at each point where they do not lie evenly, a mark where the leader changes, the values at
// both ends.
Picture tornado_chart(const TornadoInput& input, Size size);

// The gap along the range of each assumption, from its low end to its high one: bends are seen. The
// widest are named.
Picture spider_chart(const TornadoInput& input, Size size);

}  // namespace fulcrum
