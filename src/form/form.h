// The painter of pages as native HTML: what screen readers, printers and mail previews read, and
// browsers that cannot run the page's program.
#pragma once

#include "form/element.h"
#include "page/page.h"

namespace fulcrum {

// A page as a section with its title and all that it says. Controls are the figures that they hold:
// nothing in it needs a script.
//
// id   of the section, and of its heading with "-title" after it
Element form_of(const Page& page, const std::string& id);

}  // namespace fulcrum
