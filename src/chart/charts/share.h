// A share in [0, 1] per option as labelled bars on the whole width from 0 to 100 %.
//
// Uses the mean of lines[0].
#pragma once

#include "chart/chart.h"

namespace fulcrum {

extern const Chart share_chart;

}  // namespace fulcrum
