// Page -> Dear ImGui. Knows kinds of block, never a view; reports inputs, changes nothing.
#pragma once

#include "page/page.h"

#include <map>
#include <string>
#include <vector>

namespace fulcrum {

struct PaintResult {
    std::vector<Input> inputs;         // in the order they happened
    std::map<std::string, Box> rects;  // CSS px of every control that is on the screen, by key
    bool wants_frame = false;          // a caret blinks, a momentum runs: draw again
    std::string cursor;                // CSS name of the pointer
    std::string edited_key;            // the typed field that owns the keyboard, "" = none
};

// What the painter keeps between frames: scroll, caret, hover, a held slider. Nothing of the
// decision.
class Painter {
  public:
    Painter();  // requires a current ImGui context
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    // Between ImGui::NewFrame and ImGui::Render.
    PaintResult paint(const Screen& screen, Size size, bool dark, bool coarse_pointer);

  private:
    struct State;
    State* state_;
};

}  // namespace fulcrum
