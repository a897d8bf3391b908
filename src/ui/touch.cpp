#include "ui/touch.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double still = 8;         // px that a tap may move
constexpr double stops_below = 20;  // px per second
constexpr double kept_per_second = 0.05;

}  // namespace

void Touch::event(TouchEvent event, Point at, double seconds, Stage& stage, Painter& painter) {
    if (event == TouchEvent::Down) {
        gesture_ = Gesture::Undecided;
        start_ = last_ = at;
        last_seconds_ = seconds;
        speed_ = 0;
        return;
    }
    if (gesture_ == Gesture::Undecided && event == TouchEvent::Move) {
        const double across = std::abs(at.x - start_.x), along = std::abs(at.y - start_.y);
        if (std::max(across, along) < still) return;
        gesture_ = across > along ? Gesture::Dragging : Gesture::Scrolling;
        if (gesture_ == Gesture::Dragging) stage.pointer(PointerEvent::Down, start_, true);
    }
    if (gesture_ == Gesture::Scrolling && event == TouchEvent::Move) {
        const double by = last_.y - at.y;
        painter.wheel(start_, {0, by});
        const double passed = std::max(0.001, seconds - last_seconds_);
        speed_ = 0.6 * speed_ + 0.4 * by / passed;
    }
    if (gesture_ == Gesture::Dragging && event == TouchEvent::Move)
        stage.pointer(PointerEvent::Move, at, true);
    if (event == TouchEvent::Move) {
        last_ = at;
        last_seconds_ = seconds;
        return;
    }
    if (gesture_ == Gesture::Undecided && event == TouchEvent::Up) {
        stage.pointer(PointerEvent::Down, start_, true);
        stage.pointer(PointerEvent::Up, start_, true);
    }
    if (gesture_ == Gesture::Dragging) stage.pointer(PointerEvent::Up, last_, true);
    if (gesture_ != Gesture::Scrolling || seconds - last_seconds_ > 0.1) speed_ = 0;
    gesture_ = Gesture::None;
}

bool Touch::coast(double seconds, Painter& painter) {
    if (gesture_ != Gesture::None || std::abs(speed_) < stops_below) return false;
    painter.wheel(start_, {0, speed_ * seconds});
    speed_ *= std::pow(kept_per_second, seconds);
    return std::abs(speed_) >= stops_below;
}

}  // namespace fulcrum
