// Document <-> URL fragment. First form: the difference from a built-in decision, deflated, in
// base64url.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <string>
#include <string_view>

namespace fulcrum {

struct OpenedLink {
    Document document;
    Document reference;  // the built-in decision that it is a difference from; the document itself
                         // when it stands alone
};

// The fragment without '#': letters, digits, '-' and '_', a '.' between its parts. Carries length
// and a 64-bit check; the difference from the built-in decision with the document's id where there
// is one, else the whole.
std::string link_fragment(const Document& document);

// base + "#" + fragment. An empty base gives the bare fragment with '#'.
std::string link_text(const Document& document, std::string_view base);

// text      a fragment, with or without '#', or a whole address with one.
// errors    nothing that looks like a link, cut (says how many of how many characters arrived),
// damaged, an unknown base.
Result<OpenedLink> open_link(std::string_view text);

// The base address that this build was made for; "" when none.
std::string_view home_address();

}  // namespace fulcrum
