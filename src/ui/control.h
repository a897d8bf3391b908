// Anything that can be pressed, dragged or focused: one key, one box, one id.
#pragma once

#include "ui/memory.h"

#include <functional>
#include <span>

namespace fulcrum {

struct ControlState {
    bool hovered = false;
    bool held = false;
    bool began = false;    // the button went down on it in this frame
    bool pressed = false;  // a click, or Enter or Space with the focus
    bool focused = false;
};

struct ControlKind {
    bool focusable = true;
    bool enabled = true;
    bool drags = false;  // presses at once; Enter and Space mean nothing
    const char* cursor = "pointer";
    float ring = 3;  // how far the focus ring stands off
};

// Registers a control at a box and paints its focus ring.
ControlState control(Brush& brush, std::string_view key, const ImRect& box,
                     const ControlKind& kind = {});

// Asks for a tooltip when the pointer is in the box.
void note(Brush& brush, const std::string& text, const ImRect& box);
void paint_tooltip(const Brush& brush, ImVec2 screen);

// A key press for the control that has the focus; taken, so that nobody else sees it.
std::optional<KeyPress> take_key(Brush& brush, std::string_view focus,
                                 std::span<const std::string_view> names, bool down = true);

void report(Brush& brush, std::string key, Phase phase, Value value = {});

// A part of the screen that scrolls by itself. content paints from the top it is given and returns
// its bottom.
void region(Brush& brush, const std::string& id, const ImRect& box,
            const std::function<float(float top)>& content);

}  // namespace fulcrum
