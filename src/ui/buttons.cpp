// Buttons, tabs and toggles: text that can be pressed.
#include "ui/blocks.h"
#include "ui/control.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fulcrum {
namespace {

constexpr float usual_padding = 1.5F * grid;
constexpr float tight_padding = 7;  // narrow screens

// How a row is set: with room, close together, and close with its brief labels.
struct Setting {
    float padding = usual_padding;
    float space = grid / 2;
    bool brief = false;
};
constexpr Setting settings[] = {{}, {tight_padding, 0, false}, {tight_padding, 0, true}};

const std::string& label_of(const Button& button, const Setting& setting) {
    return setting.brief && !button.brief.empty() ? button.brief : button.label;
}

float width_of(const Button& button, const Setting& setting) {
    return std::ceil(width_of(label_of(button, setting), TypeSize::Small, true)) +
           2 * setting.padding;
}

float width_of(const ButtonRow& row, const Setting& setting) {
    float width = 0;
    for (const Button& button : row.buttons) width += width_of(button, setting) + setting.space;
    return std::max(0.0F, width - setting.space);
}

// The first that fits, else the last, in several lines.
const Setting& setting_for(const ButtonRow& row, float width) {
    for (const Setting& setting : settings)
        if (width_of(row, setting) <= width) return setting;
    return settings[std::size(settings) - 1];
}

void paint_button(Brush& brush, const Button& button, const ImRect& box, const Setting& setting) {
    const ControlState state =
        control(brush, button.key, box, {.enabled = button.enabled, .ring = 2});
    if (state.pressed) report(brush, button.key, Phase::Commit, true);
    const Palette& palette = brush.palette;
    Colour ink = button.enabled ? palette.ink : with_opacity(palette.quiet, 0.55);
    if (button.primary && button.enabled) {
        brush.list.AddRectFilled(box.Min, box.Max, state.held ? palette.quiet : palette.ink, 4);
        ink = palette.paper;
    } else if (state.hovered || state.held) {
        brush.list.AddRectFilled(box.Min, box.Max, state.held ? palette.hairline : palette.hover,
                                 4);
    }
    const float top = box.GetCenter().y - line_height(TypeSize::Small) / 2;
    draw_in_line(brush.list, label_of(button, setting), box.Min.x + setting.padding,
                 std::round(top), TypeSize::Small, true, ink);
    note(brush, button.note, box);
}

}  // namespace

float width_of(const ButtonRow& row) {
    return width_of(row, settings[0]);
}

float least_width_of(const ButtonRow& row) {
    return width_of(row, settings[std::size(settings) - 1]);
}

float paint(Brush& brush, const ButtonRow& row, Place place) {
    float x = place.left, top = place.top;
    const Setting& setting = setting_for(row, place.width);
    for (const Button& button : row.buttons) {
        const float width = std::min(width_of(button, setting), place.width);
        if (x > place.left && x + width > place.left + place.width + 0.5F) {
            x = place.left;
            top += brush.target() + grid / 2;
        }
        paint_button(brush, button, {x, top, x + width, top + brush.target()}, setting);
        x += width + setting.space;
    }
    return row.buttons.empty() ? top : top + brush.target();
}

void paint_check(Brush& brush, float left, float top, float size, bool on, Colour ink) {
    brush.list.AddRect({left + 0.5F, top + 0.5F}, {left + size - 0.5F, top + size - 0.5F}, ink, 2,
                       0, 1.2F);
    if (!on) return;
    const ImVec2 tick[] = {{left + size * 0.22F, top + size * 0.52F},
                           {left + size * 0.42F, top + size * 0.72F},
                           {left + size * 0.78F, top + size * 0.28F}};
    brush.list.AddPolyline(tick, 3, ink, 0, 2);
}

float paint(Brush& brush, const Toggle& toggle, Place place) {
    constexpr float check = 16;
    const Prose label{{toggle.label, {}, false}};
    const TextBlock text = set_text(label, TypeSize::Body, place.width - 3 * grid);
    const float height = std::max(brush.target(), text.height());
    const ImRect box{place.left, place.top, place.left + 3 * grid + text.width(),
                     place.top + height};
    const ControlState state = control(brush, toggle.key, box, {.ring = 2});
    if (state.pressed) report(brush, toggle.key, Phase::Commit, !toggle.on);
    const float top = place.top + (height - text.height()) / 2;
    const Colour ink = state.hovered ? brush.palette.ink : brush.palette.quiet;
    paint_check(brush, place.left, top + (line_height(TypeSize::Body) - check) / 2, check,
                toggle.on, ink);
    draw(brush.list, brush.palette, text, place.left + 3 * grid, top, place.width);
    note(brush, toggle.note, box);
    return place.top + height;
}

float paint(Brush& brush, const Tabs& tabs, Place place) {
    const Palette& palette = brush.palette;
    const float height = std::max(brush.target(), 5 * grid);
    const float space = place.width < 480 ? 2.5F * grid : 4 * grid;
    float x = place.left, top = place.top;
    for (std::size_t t = 0; t < tabs.tabs.size(); ++t) {
        const Tabs::Tab& tab = tabs.tabs[t];
        const bool selected = t == tabs.selected;
        const float width = std::ceil(width_of(tab.label, TypeSize::Body, true));
        if (x > place.left && x + width > place.left + place.width) {
            x = place.left;
            top += height;
        }
        const ImRect box{x, top, x + width, top + height};
        const ControlState state = control(brush, tab.key, box, {.ring = 2});
        if (state.pressed && !selected) report(brush, tab.key, Phase::Commit, true);
        const Colour ink = selected || state.hovered ? palette.ink : palette.quiet;
        draw_in_line(brush.list, tab.label, x, top + (height - line_height(TypeSize::Body)) / 2,
                     TypeSize::Body, selected, ink);
        if (selected)
            brush.list.AddRectFilled({x, top + height - 2}, {x + width, top + height}, palette.ink);
        x += width + space;
    }
    top += height;
    brush.list.AddRectFilled({place.left, top}, {place.left + place.width, top + 1},
                             palette.hairline);
    return top + 1;
}

}  // namespace fulcrum
