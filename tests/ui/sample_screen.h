// A screen made by hand that holds every kind of block, and what a painter must survive.
#pragma once

#include "page/page.h"

namespace fulcrum {

// options   2 .. 8 columns in its tables
Screen sample_screen(std::size_t options = 3);

// All controls of a screen in the order of the page, as keys of what can be dragged or pressed.
std::vector<std::string> slider_keys(const Screen& screen);

}  // namespace fulcrum
