// Where the parts of the screen stand: bar, verdict, assumptions and view.
#pragma once

#include "ui/memory.h"

namespace fulcrum {

// Under this width assumptions are a drawer and everything is one column.
inline constexpr float narrow_below = 720;

void paint_screen(Brush& brush, const Screen& screen, const Notice& notice, ImVec2 extent);

}  // namespace fulcrum
