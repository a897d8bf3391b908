// The browser's graphics context, and its faces for text that the embedded ones lack.
#pragma once

namespace fulcrum {

// selector  of the canvas. returns false when there is no WebGL 2.
bool make_context(const char* selector);
void context_changed(bool alive);
void show_frame();

void lend_faces();  // before any text is measured

}  // namespace fulcrum
