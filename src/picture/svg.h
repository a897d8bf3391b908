// Pictures as SVG: the same marks that the canvas shows.
#pragma once

#include "base/element.h"
#include "picture/picture.h"

#include <string>

namespace fulcrum {

// An <svg> as wide as the place it is given, at most as the picture is. Colours are classes, which
// the place's style gives: "q" quiet, "x" axis, "g" ground, "o0" .. "o5" the options; all else is
// the colour of the text. "l" is a line.
//
// name    what it shows, for those who cannot see it
// notes   of the marks, as titles
Element svg(const Picture& picture, const std::string& name, bool notes = true);

// The same as a file of its own, in the colours of the light page.
std::string svg_file(const Picture& picture, const std::string& name);

// Style for the classes, as CSS.
std::string svg_style(bool dark);

}  // namespace fulcrum
