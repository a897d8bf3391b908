// What the painter keeps between frames, and what it paints with.
#pragma once

#include "ui/paint.h"
#include "ui/text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace fulcrum {

struct HeldSlider {
    std::string key;
    double value = 0;               // last reported
    float offset = 0;               // from the pointer to the middle of what is held
    std::array<double, 2> point{};  // last reported, of a figure
    bool by_key = false;            // an arrow key is down
    bool cancelled = false;         // Esc was pressed; nothing more until the button is up
};

struct Region {
    float scroll = 0;
    float content = 0, height = 0;  // as of the last frame
    float grab = 0;                 // where on the scrollbar's thumb it was taken
};

// So that of hundreds of sliders those out of sight cost nothing.
struct SliderHeight {
    std::uint64_t words = 0;
    float height = 0;  // px, with those words
};

struct KeyPress {
    std::string name;
    bool shift = false;
    bool down = true;
};

struct Tooltip {
    std::string text;
    ImRect anchor;
};

struct Painter::State {
    std::string focus;           // key that the keyboard acts on
    bool focus_visible = false;  // it came by the keyboard: paint the ring
    std::string reveal;          // to be scrolled into sight
    bool reveal_missed = false;  // not found in one half of a narrow screen
    std::vector<KeyPress> keys;  // since the last frame
    std::optional<TextEdit> edit;
    std::string edit_original;
    std::optional<std::string> edit_request;  // a field that is to own the keyboard
    std::optional<HeldSlider> held;
    std::map<std::string, Region> regions;
    std::map<std::string, SliderHeight> slider_heights;
    std::set<std::string> explained;  // sliders whose explanation is open
    bool drawer = false;              // narrow screens: assumptions instead of the view
    bool blurred = false;
    std::vector<ImRect> boxes, boxes_before;  // of controls in sight, of this frame and the last
    Point wheel_at;
    Size wheel;
    float verdict_height = 0;  // holds still while something is dragged or typed
    float state_height = 0;    // of the bar's line about the document, in the same way
    std::string shown_view;
};

// What blocks are painted with during one frame.
struct Brush {
    Palette palette{};
    ImDrawList& list;
    Painter::State& memory;
    PaintResult& result;
    bool coarse = false;  // fingers: larger targets
    Region* region = nullptr;
    ImRect clip;  // of the region that is being painted
    std::optional<Tooltip> tooltip;
    bool revealed = false;

    float target() const { return coarse ? 44.0F : 32.0F; }
    // What is smaller to the eye than to a finger. Where two targets meet, that of the control
    // which was painted first holds, but none reaches into another one's own box.
    ImRect target_around(const ImRect& box) const {
        ImRect around = box;
        if (coarse)
            around.Expand({std::max(0.0F, (target() - box.GetWidth()) / 2),
                           std::max(0.0F, (target() - box.GetHeight()) / 2)});
        return around;
    }
    bool in_sight(float top, float bottom) const {
        return bottom >= clip.Min.y && top <= clip.Max.y;
    }
};

}  // namespace fulcrum
