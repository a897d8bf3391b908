// Any text that holds a decision -> the decision: a file's JSON, a saved page, or a link.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <string_view>

namespace fulcrum {

struct OpenedText {
    Document document;        // meaningful when diagnostics is empty; streams are given
    Document reference;       // the built-in decision with its id, else the document itself
    Diagnostics diagnostics;  // with line and column where the text has them
};

OpenedText open_text(std::string_view text);

// The id of the built-in decision whose canonical text is the document's; "" when none is.
std::string_view same_builtin(const Document& document);

}  // namespace fulcrum
