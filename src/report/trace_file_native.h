// Where a figure of a decision comes from, as a file of its own.
#pragma once

#include "base/result.h"
#include "session/session.h"

#include <string>

namespace fulcrum {

// figure    "row/option" by ids, or "row/option/month" of a row that runs over months (without
//           one its last)
// as_csv    the draws as a table (analysis/trace_csv.h); else the trace as text
// errors    names the row or option that was meant
Result<std::string> trace_file(Session session, const std::string& figure, bool as_csv);

}  // namespace fulcrum
