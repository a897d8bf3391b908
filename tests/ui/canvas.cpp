#include "ui/canvas.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <sstream>

namespace fulcrum {

Faces test_faces() {
    static const std::string regular = file_bytes(FULCRUM_FONTS_DIR "/regular.ttf");
    static const std::string medium = file_bytes(FULCRUM_FONTS_DIR "/medium.ttf");
    REQUIRE(!regular.empty());
    REQUIRE(!medium.empty());
    return {regular, medium};
}

std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

Canvas::Canvas(Screen screen, Size size)
    : screen_(std::move(screen)), size_(size), stage_(test_faces()) {
    stage_.resize(size, 1);
    settle();
}

PaintResult Canvas::frame() {
    stage_.begin_frame(1.0 / 60);
    PaintResult result = painter_.paint(screen_, size_, false, has_fingers_);
    stage_.end_frame();
    stage_.discard_textures();
    return result;
}

std::vector<Input> Canvas::settle() {
    std::vector<Input> inputs;
    for (int frames = 0; frames < 12; ++frames) {
        const PaintResult result = frame();
        inputs.insert(inputs.end(), result.inputs.begin(), result.inputs.end());
        if (!result.wants_frame && result.inputs.empty() && !stage_.has_events()) break;
    }
    return inputs;
}

void Canvas::move(Point at) {
    stage_.pointer(PointerEvent::Move, at, false);
}
void Canvas::down(Point at) {
    stage_.pointer(PointerEvent::Down, at, false);
}
void Canvas::up(Point at) {
    stage_.pointer(PointerEvent::Up, at, false);
}

std::vector<Input> Canvas::click(Point at) {
    move(at);
    settle();
    down(at);
    std::vector<Input> inputs = settle();
    up(at);
    for (Input& input : settle()) inputs.push_back(std::move(input));
    return inputs;
}

void Canvas::press(std::string_view key, bool shift) {
    painter_.key({key, shift, true});
}
void Canvas::release(std::string_view key) {
    painter_.key({key, false, false});
}

Box Canvas::box(const std::string& key) {
    painter_.reveal(key);
    settle();
    const PaintResult result = frame();
    const auto found = result.rects.find(key);
    REQUIRE_MESSAGE(found != result.rects.end(), key);
    return found->second;
}

Point Canvas::middle(const std::string& key) {
    const Box at = box(key);
    return {at.x + at.width / 2, at.y + at.height / 2};
}

int Canvas::vertices() const {
    return ImGui::GetDrawData()->TotalVtxCount;
}

}  // namespace fulcrum
