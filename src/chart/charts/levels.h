// Several rows in one unit, each a line with a mark per option and its letter above the mark.
//
// Uses all lines; totals are set apart by a rule. Names stand left of the lines, or above them
// where the width is short.
#pragma once

#include "chart/chart.h"

namespace fulcrum {

extern const Chart levels_chart;

}  // namespace fulcrum
