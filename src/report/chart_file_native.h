// A chart of a decision as a file of its own.
#pragma once

#include "base/result.h"
#include "session/session.h"

#include <string>

namespace fulcrum {

// chart     key of a figure of any view ("money/impact/figure"), or what stands behind or before
// its
//           last stroke, where that is one figure's alone: "tornado", "spider", "map"
// returns   an SVG file, 800 px wide
// errors    names the charts that there are
Result<std::string> chart_file(Session session, const std::string& chart);

}  // namespace fulcrum
