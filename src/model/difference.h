// What one document says differently from another, small enough for a link.
//
// JSON text in the form of a merge patch (RFC 7396) over the two documents' JSON, in which every
// list of things that have an id (or name a row) is an object by that id, beside the list of ids in
// order: so a difference names things by id and never by position.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <string>
#include <string_view>

namespace fulcrum {

// "{}" when nothing differs. Compact JSON, no spaces.
std::string difference(const Document& base, const Document& changed);

// The changed document: applied(base, difference(base, changed)) == changed.
// errors    the difference is no JSON object, or gives no valid document.
Result<Document> applied(const Document& base, std::string_view difference);

}  // namespace fulcrum
