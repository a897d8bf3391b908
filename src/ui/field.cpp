#include "ui/field.h"

#include "ui/blocks.h"
#include "ui/control.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr TypeSize size = TypeSize::Body;
constexpr float padding = 6;

// The place between two characters that is nearest to x px from the text's start, in UTF-16 units.
std::size_t nearest_place(std::string_view text, float x) {
    std::size_t best = 0;
    float distance = std::abs(x);
    for (std::size_t unit = 1; unit <= utf16_length(text); ++unit) {
        const float there = width_of(text.substr(0, byte_of(text, unit)), size);
        if (std::abs(there - x) < distance) {
            distance = std::abs(there - x);
            best = unit;
        }
    }
    return best;
}

void paint_edit(Brush& brush, TextEdit& edit, const ImRect& box, const ControlState& state) {
    const Palette& palette = brush.palette;
    const float width = width_of(edit.text, size);
    const float left = std::min(box.Max.x - padding - width, box.Max.x - padding);
    const float mouse = ImGui::GetIO().MousePos.x - left;
    if (state.began) edit.from = edit.to = nearest_place(edit.text, mouse);
    if (state.held && ImGui::IsMouseDragging(0, 2)) edit.to = nearest_place(edit.text, mouse);

    brush.list.AddRectFilled(box.Min, box.Max, palette.paper, 3);
    brush.list.AddRect(box.Min, box.Max, palette.ink, 3, 0, 2);
    const auto x_of = [&](std::size_t unit) {
        return left +
               width_of(std::string_view(edit.text).substr(0, byte_of(edit.text, unit)), size);
    };
    const float from = x_of(std::min(edit.from, edit.to)), to = x_of(std::max(edit.from, edit.to));
    if (to > from)
        brush.list.AddRectFilled({from, box.Min.y + 4}, {to, box.Max.y - 4}, palette.selection);
    draw_in_line(brush.list, edit.text, left, box.Min.y + (box.GetHeight() - line_height(size)) / 2,
                 size, false, palette.ink);
    const float caret = std::round(x_of(edit.to));
    brush.list.AddRectFilled({caret, box.Min.y + 4}, {caret + 1.5F, box.Max.y - 4}, palette.ink);
    edit.box = {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()};
}

// Nothing is reported until the text is whole: what is half typed changes no result.
void begin_edit(Brush& brush, const std::string& key, const std::string& text) {
    brush.memory.edit = TextEdit{key, text, 0, utf16_length(text), {}};
    brush.memory.edit_original = text;
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if ((value & 0xC0u) != 0x80u) units += value >= 0xF0u ? 2 : 1;
    }
    return units;
}

std::size_t byte_of(std::string_view text, std::size_t utf16) {
    std::size_t at = 0;
    while (at < text.size() && utf16_length(text.substr(0, at)) < utf16) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
    }
    return at;
}

void commit_edit(Painter::State& memory, PaintResult& result) {
    if (!memory.edit) return;
    if (memory.edit->text != memory.edit_original)
        result.inputs.push_back({memory.edit->key, Phase::Commit, memory.edit->text});
    memory.edit.reset();
}

float paint_field(Brush& brush, const Slider& slider, float right, float top) {
    const std::string key = slider.key + "/value";
    Painter::State& memory = brush.memory;
    const bool unit_is_said = slider.unit.empty() || slider.text.ends_with(slider.unit);
    const float unit_width = unit_is_said ? 0 : width_of(slider.unit, TypeSize::Small);
    const float field_right = right + padding - (unit_is_said ? 0 : unit_width + padding + 4);
    const bool editing = memory.edit && memory.edit->key == key;
    const float text_width = width_of(editing ? memory.edit->text : slider.text, size);
    const float width = std::max(editing ? 88.0F : 48.0F, std::ceil(text_width)) + 2 * padding;
    const ImRect box{field_right - width, top, field_right, top + line_height(size)};

    const ControlState state =
        control(brush, key, box, {.drags = true, .cursor = "text", .ring = 0});
    const bool by_tab = state.focused && memory.focus_visible;
    if (!editing && (state.began || by_tab)) begin_edit(brush, key, slider.text);
    if (memory.edit && memory.edit->key == key) {
        paint_edit(brush, *memory.edit, box, editing ? state : ControlState{});
    } else {
        if (state.hovered) brush.list.AddRectFilled(box.Min, box.Max, brush.palette.hover, 3);
        draw_in_line(brush.list, slider.text, field_right - padding - text_width, top, size, true,
                     brush.palette.ink);
        brush.list.AddRectFilled({field_right - padding - text_width, box.Max.y - 3},
                                 {field_right - padding, box.Max.y - 2},
                                 with_opacity(brush.palette.axis, 0.7));
    }
    if (!unit_is_said)
        draw_in_line(brush.list, slider.unit, right - unit_width, top + 2, TypeSize::Small, false,
                     brush.palette.quiet);
    return box.Min.x;
}

}  // namespace fulcrum
