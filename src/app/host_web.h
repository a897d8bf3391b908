// The browser's graphics context.
#pragma once

namespace fulcrum {

// selector  of the canvas. returns false when there is no WebGL 2.
bool make_context(const char* selector);
void context_changed(bool alive);
void show_frame();

}  // namespace fulcrum
