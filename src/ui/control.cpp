#include "ui/control.h"

#include "base/checksum.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr float bar_width = 12;
constexpr std::string_view pressing_keys[] = {"Enter", " "};

ImGuiID id_of(std::string_view key) {
    const std::uint64_t hash = checksum(key);
    return static_cast<ImGuiID>(hash ^ hash >> 32) | 1u;  // never 0, which is no id
}

Box as_box(const ImRect& box) {
    return {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()};
}

void scroll_into_sight(Brush& brush, const ImRect& box) {
    brush.revealed = true;
    if (!brush.region) return;
    constexpr float margin = 48;
    if (box.Min.y - margin < brush.clip.Min.y)
        brush.region->scroll += box.Min.y - margin - brush.clip.Min.y;
    else if (box.Max.y + margin > brush.clip.Max.y)
        brush.region->scroll += box.Max.y + margin - brush.clip.Max.y;
    else
        return;
    brush.result.wants_frame = true;
}

void paint_ring(Brush& brush, const ImRect& box, float distance) {
    brush.list.AddRect({box.Min.x - distance, box.Min.y - distance},
                       {box.Max.x + distance, box.Max.y + distance}, brush.palette.ink, 4, 0, 2);
}

void scrollbar(Brush& brush, const std::string& id, const ImRect& box, Region& region) {
    if (region.content <= region.height + 0.5F) return;
    const float share = region.height / region.content;
    const float length = std::max(32.0F, region.height * share);
    const float travel = region.height - length;
    const float range = region.content - region.height;
    const ImRect track{box.Max.x - bar_width, box.Min.y, box.Max.x, box.Max.y};
    const float at = box.Min.y + travel * region.scroll / range;

    const std::string key = "scroll/" + id;
    const ControlState state =
        control(brush, key, track, {.focusable = false, .drags = true, .cursor = "default"});
    brush.result.rects.erase(key);  // not a control of the page
    const float mouse = ImGui::GetIO().MousePos.y;
    if (state.began) region.grab = mouse >= at && mouse <= at + length ? mouse - at : length / 2;
    if (state.held && travel > 0) {
        const float wanted = (mouse - region.grab - box.Min.y) / travel * range;
        brush.result.wants_frame |= std::abs(wanted - region.scroll) > 0.5F;
        region.scroll = std::clamp(wanted, 0.0F, range);
    }
    const float inset = state.hovered || state.held ? 2.0F : 4.0F;
    brush.list.AddRectFilled({track.Min.x + inset, at + 2}, {track.Max.x - inset, at + length - 2},
                             with_opacity(brush.palette.axis, state.held ? 0.9 : 0.45), 4);
}

// Is the pointer in the box of another control, and only in the margin that this one has for
// fingers?
bool is_over_another(const Brush& brush, const ImRect& own) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::vector<ImRect>& boxes = brush.memory.boxes_before;
    return brush.coarse && !own.Contains(mouse) &&
           std::any_of(boxes.begin(), boxes.end(),
                       [&](const ImRect& other) { return other.Contains(mouse); });
}

// What the pointer does with a control.
void press(Brush& brush, const std::string& key, const ImRect& box, const ControlKind& kind,
           bool is_reached, ControlState& state) {
    const ImGuiID id = id_of(key);
    const ImGuiID active_before = ImGui::GetActiveID();
    if (!is_reached && active_before != id) return;
    ImGui::ItemAdd(box, id);
    const ImGuiButtonFlags flags =
        kind.drags ? static_cast<ImGuiButtonFlags>(ImGuiButtonFlags_PressedOnClick) : 0;
    const bool pressed = ImGui::ButtonBehavior(box, id, &state.hovered, &state.held, flags);
    state.began = state.held && active_before != id;
    state.pressed = pressed && !kind.drags;
    if (state.began && kind.focusable) {
        brush.memory.focus = key;
        brush.memory.focus_visible = false;
        state.focused = true;
    }
    if (state.hovered || state.held) brush.result.cursor = kind.cursor;
}

}  // namespace

ControlState control(Brush& brush, std::string_view key, const ImRect& box,
                     const ControlKind& kind) {
    ControlState state;
    const std::string name(key);
    Painter::State& memory = brush.memory;
    state.focused = kind.focusable && kind.enabled && memory.focus == key;
    if (memory.reveal == key) scroll_into_sight(brush, box);

    const ImRect target = kind.focusable ? brush.target_around(box) : box;
    ImRect visible = target;
    visible.ClipWith(brush.clip);
    const bool in_sight = visible.GetWidth() > 1 && visible.GetHeight() > 1;
    if (in_sight) brush.result.rects[name] = as_box(visible);
    ImRect own = box;
    own.ClipWith(brush.clip);
    if (in_sight && kind.enabled) memory.boxes.push_back(own);
    if (kind.enabled)
        press(brush, name, target, kind, in_sight && !is_over_another(brush, own), state);
    if (state.focused && !kind.drags && take_key(brush, key, pressing_keys)) state.pressed = true;
    if (state.focused && memory.focus_visible && in_sight) paint_ring(brush, box, kind.ring);
    return state;
}

std::optional<KeyPress> take_key(Brush& brush, std::string_view focus,
                                 std::span<const std::string_view> names, bool down) {
    if (brush.memory.focus != focus) return std::nullopt;
    std::vector<KeyPress>& keys = brush.memory.keys;
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyPress& press) {
        return press.down == down &&
               std::find(names.begin(), names.end(), press.name) != names.end();
    });
    if (found == keys.end()) return std::nullopt;
    KeyPress press = *found;
    keys.erase(found);
    return press;
}

void report(Brush& brush, std::string key, Phase phase, Value value) {
    brush.result.inputs.push_back({std::move(key), phase, std::move(value)});
}

void note(Brush& brush, const std::string& text, const ImRect& box) {
    if (text.empty()) return;
    ImRect visible = box;
    visible.ClipWith(brush.clip);
    if (ImGui::GetActiveID() == 0 && visible.GetHeight() > 0 &&
        visible.Contains(ImGui::GetIO().MousePos))
        brush.tooltip = Tooltip{text, box};
}

void paint_tooltip(const Brush& brush, ImVec2 screen) {
    if (!brush.tooltip) return;
    constexpr float padding = 12, widest = 360, distance = 8;
    const Prose prose{{brush.tooltip->text, {}, false}};
    const TextBlock text =
        set_text(prose, TypeSize::Small, std::min(widest, screen.x - 4 * padding));
    const ImVec2 size{text.width() + 2 * padding, text.height() + 2 * padding - 8};
    const ImRect& anchor = brush.tooltip->anchor;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    float x = std::clamp(std::max(anchor.Min.x, mouse.x - size.x / 2), distance,
                         std::max(distance, screen.x - size.x - distance));
    float y = std::min(anchor.Max.y, mouse.y + 20) + distance;
    if (y + size.y > screen.y - distance)
        y = std::max(anchor.Min.y, mouse.y - 12) - distance - size.y;
    x = std::round(x);
    y = std::round(std::max(distance, y));

    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled({x, y}, {x + size.x, y + size.y}, brush.palette.ink, 4);
    Palette inverse = brush.palette;
    inverse.ink = brush.palette.paper;
    draw(list, inverse, text, x + padding, y + padding - 4, size.x);
}

void region(Brush& brush, const std::string& id, const ImRect& box,
            const std::function<float(float top)>& content) {
    if (box.GetHeight() < 1 || box.GetWidth() < 1) return;
    Painter::State& memory = brush.memory;
    Region& state = memory.regions[id];
    Region* const outer_region = brush.region;
    const ImRect outer_clip = brush.clip;

    const ImVec2 wheel_at{static_cast<float>(memory.wheel_at.x),
                          static_cast<float>(memory.wheel_at.y)};
    if (memory.wheel.height != 0 && box.Contains(wheel_at)) {
        state.scroll += static_cast<float>(memory.wheel.height);
        memory.wheel = {};
    }
    state.height = box.GetHeight();
    const float range = std::max(0.0F, state.content - state.height);
    state.scroll = std::round(std::clamp(state.scroll, 0.0F, range));

    brush.region = &state;
    brush.clip = box;
    ImGui::PushClipRect(box.Min, box.Max, true);
    const float top = box.Min.y - state.scroll;
    const float before = state.scroll;
    const float height = content(top) - top;
    if (std::abs(height - state.content) > 0.5F && before > std::max(0.0F, height - state.height))
        brush.result.wants_frame = true;
    state.content = height;
    state.scroll = std::clamp(state.scroll, 0.0F, std::max(0.0F, height - state.height));
    scrollbar(brush, id, box, state);
    ImGui::PopClipRect();
    brush.clip = outer_clip;
    brush.region = outer_region;
}

}  // namespace fulcrum
