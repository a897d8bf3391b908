// One outcome per option: where half and nine in ten of the draws lie, and the middle.
//
// Uses lines[0]; one row per option, the value axis below, the middle as a figure at the right.
#pragma once

#include "chart/chart.h"

namespace fulcrum {

extern const Chart ranges_chart;

}  // namespace fulcrum
