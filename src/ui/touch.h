// One finger: a vertical drag scrolls and coasts, a horizontal one drags what is under it, a still
// one is a tap.
#pragma once

#include "ui/paint.h"
#include "ui/stage.h"

namespace fulcrum {

enum class TouchEvent { Down, Move, Up, Cancel };

class Touch {
  public:
    void event(TouchEvent event, Point at, double seconds, Stage& stage, Painter& painter);
    // Moves on what was flung. returns whether it still moves.
    bool coast(double seconds, Painter& painter);

  private:
    enum class Gesture { None, Undecided, Scrolling, Dragging };
    Gesture gesture_ = Gesture::None;
    Point start_, last_;
    double last_seconds_ = 0;
    double speed_ = 0;  // px per second, of the content
};

}  // namespace fulcrum
