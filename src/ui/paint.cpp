#include "ui/paint.h"

#include "ui/blocks.h"
#include "ui/control.h"
#include "ui/field.h"
#include "ui/layout.h"

#include <algorithm>
#include <utility>

namespace fulcrum {
namespace {

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool moves(std::string_view name) {
    return is_any_of(name, {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown",
                            "Home", "End"});
}

// The slider (or other owner) of a sub-key: "price/value" -> "price".
std::string owner_of(const std::string& key) {
    return key.substr(0, key.rfind('/'));
}

// Keys for an edit or a held slider, before anything is painted.
void early_keys(Painter::State& memory, PaintResult& result) {
    std::vector<KeyPress> rest;
    for (KeyPress& press : memory.keys) {
        const bool enter = press.down && press.name == "Enter";
        const bool escape = press.down && press.name == "Escape";
        if (memory.edit && (enter || escape)) {
            memory.focus = owner_of(memory.edit->key);
            if (enter)
                commit_edit(memory, result);
            else
                memory.edit.reset();
        } else if (memory.held && escape) {
            if (!memory.held->cancelled)
                result.inputs.push_back({memory.held->key, Phase::Cancel, {}});
            memory.held->cancelled = true;
            if (memory.held->by_key) memory.held.reset();
        } else {
            rest.push_back(std::move(press));
        }
    }
    memory.keys = std::move(rest);
}

void end_edit_elsewhere(Painter::State& memory, PaintResult& result) {
    if (!memory.edit) return;
    const Box& box = memory.edit->box;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool inside = mouse.x >= box.x && mouse.x <= box.x + box.width && mouse.y >= box.y &&
                        mouse.y <= box.y + box.height;
    const bool elsewhere = ImGui::IsMouseClicked(0) && !inside;
    const bool focus_left = memory.focus != memory.edit->key;
    if (elsewhere || focus_left || memory.blurred) commit_edit(memory, result);
}

// What is left of the keys scrolls the view, when no control has the focus.
void scroll_by_keys(Painter::State& memory, PaintResult& result) {
    Region& region = memory.regions[memory.drawer ? "assumptions" : "view"];
    for (const KeyPress& press : memory.keys) {
        if (!press.down) continue;
        const float page = std::max(64.0F, region.height - 64);
        const float before = region.scroll;
        if (press.name == "ArrowDown") region.scroll += 48;
        if (press.name == "ArrowUp") region.scroll -= 48;
        if (press.name == "PageDown" || press.name == " ") region.scroll += page;
        if (press.name == "PageUp") region.scroll -= page;
        if (press.name == "Home") region.scroll = 0;
        if (press.name == "End") region.scroll = region.content;
        result.wants_frame |= region.scroll != before;
    }
}

// What was not found may be in the drawer, or behind it; what is nowhere is forgotten.
void settle_reveal(Brush& brush, bool narrow) {
    Painter::State& memory = brush.memory;
    if (memory.reveal.empty()) return;
    if (brush.revealed || !narrow || memory.reveal_missed) {
        memory.reveal.clear();
        memory.reveal_missed = false;
        return;
    }
    memory.reveal_missed = true;
    memory.drawer = !memory.drawer;
    brush.result.wants_frame = true;
}

}  // namespace

Painter::Painter() : state_(new State) {}
Painter::~Painter() {
    delete state_;
}

PaintResult Painter::paint(const Screen& screen, Size size, bool dark, bool coarse_pointer,
                           const Notice& notice) {
    PaintResult result;
    result.cursor = "default";
    State& memory = *state_;
    memory.boxes_before = std::exchange(memory.boxes, {});
    early_keys(memory, result);
    end_edit_elsewhere(memory, result);
    if (memory.shown_view != screen.view.id) {
        memory.shown_view = screen.view.id;
        memory.regions["view"].scroll = 0;
    }

    const ImVec2 extent{static_cast<float>(size.width), static_cast<float>(size.height)};
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(extent);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    Brush brush{.palette = palette(dark),
                .list = *ImGui::GetWindowDrawList(),
                .memory = memory,
                .result = result,
                .coarse = coarse_pointer,
                .clip = {{0, 0}, extent},
                .tooltip = {}};
    paint_screen(brush, screen, notice, extent);
    paint_tooltip(brush, extent);
    ImGui::End();

    scroll_by_keys(memory, result);
    if (memory.edit) {
        result.edited_key = memory.edit->key;
        result.edit = *memory.edit;
    }
    settle_reveal(brush, extent.x < narrow_below);
    memory.keys.clear();
    memory.wheel = {};
    memory.blurred = false;
    result.focus = memory.focus;
    return result;
}

bool Painter::key(const KeyEvent& event) {
    State& memory = *state_;
    const bool editing = memory.edit.has_value();
    const bool wanted = editing
                            ? is_any_of(event.name, {"Enter", "Escape"})
                            : moves(event.name) || is_any_of(event.name, {"Enter", " ", "Escape"});
    if (!wanted) return false;
    memory.keys.push_back({std::string(event.name), event.shift, event.down});
    if (event.down && !editing && !memory.focus.empty()) memory.focus_visible = true;
    return true;
}

void Painter::focus(std::string_view key) {
    state_->focus = std::string(key);
    state_->focus_visible = true;
    state_->reveal = state_->focus;
}

void Painter::wheel(Point at, Size by) {
    state_->wheel_at = at;
    state_->wheel.width += by.width;
    state_->wheel.height += by.height;
}

void Painter::text(std::string content, std::size_t from, std::size_t to) {
    if (!state_->edit) return;
    state_->edit->text = std::move(content);
    state_->edit->from = from;
    state_->edit->to = to;
}

void Painter::blur() {
    state_->blurred = true;
}

void Painter::reveal(std::string_view key) {
    state_->reveal = std::string(key);
}

}  // namespace fulcrum
