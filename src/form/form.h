// The painter of pages as native HTML: what screen readers, printers and mail previews read, and
// browsers that cannot run the page's program.
#pragma once

#include "base/element.h"
#include "page/page.h"

#include <cstddef>
#include <limits>

namespace fulcrum {

// Held: controls are the figures that they hold, and nothing in it needs a script.
// Live: native ones (controls.h).
enum class Controls { Held, Live };

struct FormStyle {
    Controls controls = Controls::Held;
    double figure_width = 0;  // CSS px; 0: a figure is its sentence alone
    bool unfolded = true;     // held, what is folded is there too, not its title alone
};

// A page as a section with its title and all that it says.
//
// id   of the section, and of its heading with "-title" after it
Element form_of(const Page& page, const std::string& id, const FormStyle& style = {});

// All that is on the screen: bar, verdict, assumptions, tabs and view, with live controls.
struct ScreenForm {
    Elements elements;
    bool is_whole = true;
};
// notice        the sentence of the app, "" = none
// assumptions   at most so many blocks of theirs, so that a form of many can be made in parts
ScreenForm form_of(const Screen& screen, const std::string& notice, double figure_width = 0,
                   std::size_t assumptions = std::numeric_limits<std::size_t>::max());

}  // namespace fulcrum
