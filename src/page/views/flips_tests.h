// The part of the view of flips that says what tests before the choice are worth.
#pragma once

#include "page/page.h"

namespace fulcrum {

// Nothing where the document has no tests, and until they have been studied.
void add_tests(Page& page, const Session& session);

}  // namespace fulcrum
