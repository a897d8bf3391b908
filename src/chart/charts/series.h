// One row over months: per option the middle as a line, half of the draws as a dark band, nine in
// ten as a light one; what is stated as hollow diamonds; letter and last figure at the right end.
//
// Uses lines[0].
#pragma once

#include "chart/chart.h"

namespace fulcrum {

extern const Chart series_chart;

}  // namespace fulcrum
