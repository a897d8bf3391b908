// The part of the view of flips that says what explains the spread of the gap.
#pragma once

#include "page/page.h"

namespace fulcrum {

// Nothing until it has been studied, and where there is no gap.
void add_spread(Page& page, const Session& session);

}  // namespace fulcrum
