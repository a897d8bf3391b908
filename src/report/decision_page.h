// A decision whole, as elements: the self-contained page (what the build makes and what "Save page"
// makes, the same bytes) and the printed report.
#pragma once

#include "report/page_file.h"
#include "session/session.h"

namespace fulcrum {

// reference   as of Session::open
// builtin     the id of the built-in decision that the document is, to the byte; else ""
// errors      those of opening the document
Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin);

// The report that is printed.
//
// date   of the printing, as its reader writes dates
// link   to the decision; "" = it has none
Elements printed_report(const Session& session, const std::string& date, const std::string& link);

}  // namespace fulcrum
