// Dear ImGui set up for one canvas: context, faces, pointer, frames. Needs no window and no GPU;
// what a frame made is painted by a renderer (renderer.h) or thrown away (tests).
#pragma once

#include "picture/picture.h"

#include <string_view>

struct ImFont;

namespace fulcrum {

struct Faces {
    std::string_view regular, medium;  // TrueType; copied
};

enum class PointerEvent { Move, Down, Up, Leave };

class Stage {
  public:
    explicit Stage(const Faces& faces);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // size in CSS px; ratio: device px per CSS px.
    void resize(Size size, double ratio);
    // Events wait; a frame takes the next of them that can be told apart: moves, or one change of
    // the button. touch: a pointer that is nowhere once it is up.
    void pointer(PointerEvent event, Point at, bool touch);

    void begin_frame(double seconds);  // since the last one
    void end_frame();
    // Are there pointer events that the last frame has not seen yet?
    bool has_events() const;

    // Without a renderer: marks what end_frame() asked for as done.
    void discard_textures();
};

// The face of the present context.
ImFont* face(bool bold);

}  // namespace fulcrum
