// A painter on a canvas that nobody sees: Dear ImGui without a backend.
#pragma once

#include "ui/paint.h"
#include "ui/stage.h"

#include <string>

namespace fulcrum {

class Canvas {
  public:
    Canvas(Screen screen, Size size);

    PaintResult frame();          // paints once
    std::vector<Input> settle();  // paints until nothing more happens; all inputs on the way
    void move(Point at);
    void down(Point at);
    void up(Point at);
    std::vector<Input> click(Point at);
    void press(std::string_view key, bool shift = false);
    void release(std::string_view key);
    // Middle of a control, scrolled into sight if need be.
    Point middle(const std::string& key);
    Box box(const std::string& key);

    Painter& painter() { return painter_; }
    Screen& screen() { return screen_; }
    int vertices() const;
    void use_fingers() { has_fingers_ = true; }

  private:
    Screen screen_;
    Size size_;
    bool has_fingers_ = false;
    Stage stage_;
    Painter painter_;
};

Faces test_faces();  // the embedded ones
std::string file_bytes(const std::string& path);

}  // namespace fulcrum
