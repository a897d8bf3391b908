// One finding of the audit as blocks.
#pragma once

#include "analysis/audit.h"
#include "page/page.h"

#include <string>

namespace fulcrum {

// open: where the reader has not folded it
Details finding_details(const Session& session, const Audit& audit, const Finding& finding,
                        bool open);

// "$13,500 – $148,500"
std::string extent_text(const Extent& extent, std::string_view unit);

// The claim's own words; what it is called where it has none.
std::string claim_text(const Claim& claim);

}  // namespace fulcrum
