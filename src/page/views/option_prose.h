// What the document says of each option in words, and what it recommends.
#pragma once

#include "page/page.h"

namespace fulcrum {

// A section per kind of text (what gets fixed, for, against, ...), the options side by side in
// each; sections without any text are left out. Then, folded, the recommendation and the questions.
Blocks option_prose(const Session& session);

}  // namespace fulcrum
