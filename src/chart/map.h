// Who leads, over two numbers.
#pragma once

#include "analysis/decision_map.h"
#include "chart/chart.h"

#include <string>
#include <vector>

namespace fulcrum {

struct MapInput {
    DecisionMap map;  // has columns
    std::vector<NamedOption> options;
    std::string x_name, y_name, x_unit, y_unit;
    double x_now = 0, y_now = 0;  // the crosshair
};

// Areas in the colours of the leaders with their letters, borders, lines of equal gap, the ranges
// as a frame, a crosshair at now. Both scales are those of the picture.
Picture map_chart(const MapInput& input, Size size);

}  // namespace fulcrum
