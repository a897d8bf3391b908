#include "ui/layout.h"

#include "ui/blocks.h"
#include "ui/control.h"
#include "words/painter_words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr float lowest = 480;  // CSS px; below it, height is saved

struct Measures {
    bool narrow;
    bool low;      // a phone on its side, a projector magnified
    float margin;  // left and right of everything
    float column;  // of the assumptions; 0 when they are a drawer
};

Measures measures(ImVec2 extent) {
    const bool narrow = extent.x < narrow_below;
    const float column = narrow ? 0 : std::round(std::clamp(extent.x * 0.3F, 304.0F, 432.0F));
    return {narrow, extent.y < lowest,
            extent.x < 480    ? 2 * grid
            : extent.x < 1000 ? 3 * grid
                              : 4 * grid,
            column};
}

void fill(Brush& brush, float left, float top, float right, float bottom, Colour colour) {
    brush.list.AddRectFilled({left, top}, {right, bottom}, colour);
}

// The bar's title and what state the decision is in. Returns their bottom.
float paint_title(Brush& brush, const Page& page, Place place, bool narrow) {
    float y = place.top;
    for (const Block& block : page.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.form)) {
            const TypeSize size = narrow ? TypeSize::Body : TypeSize::Section;
            const TextBlock text = set_text(heading->text, size, place.width, true);
            draw(brush.list, brush.palette, text, place.left, y, place.width);
            y += text.height();
        } else if (const auto* state = std::get_if<Paragraph>(&block.form)) {
            const TextBlock text = set_text(state->text, TypeSize::Small, place.width);
            // A longer state must not push the page down in the middle of a drag.
            float& height = brush.memory.state_height;
            if (!brush.memory.held) height = text.height();
            brush.list.PushClipRect({place.left, y}, {place.left + place.width, y + height}, true);
            draw(brush.list, brush.palette, text, place.left, y, place.width);
            brush.list.PopClipRect();
            note(brush, state->note, {place.left, y, place.left + text.width(), y + height});
            y += height;
        }
    }
    return y;
}

// Title and state on the left; the buttons right of them, or below where there is no room. Where
// it is height that lacks, they stay beside them as long as they can.
float paint_bar(Brush& brush, const Page& page, Place place, bool low) {
    float buttons_width = 0, least_width = 0;
    for (const Block& block : page.blocks)
        if (const auto* row = std::get_if<ButtonRow>(&block.form)) {
            buttons_width += width_of(*row);
            least_width += least_width_of(*row);
        }
    const float usual_width = buttons_width;
    if (low && place.width - buttons_width < 280) buttons_width = least_width;
    const bool below = place.width - buttons_width < 280;
    const float offset =
        below && usual_width > place.width + 2 * grid ? 7 : 1.5F * grid;  // of text in a button
    const float text_width = below ? place.width : place.width - buttons_width - 3 * grid;
    const float top = place.top + 1.5F * grid;
    const float title_bottom = paint_title(brush, page, {place.left, top, text_width}, below);

    Place buttons{place.left - offset, title_bottom + grid / 2, place.width + 2 * offset};
    if (!below)
        buttons = {place.left + place.width - buttons_width + offset, top, buttons_width + grid};
    for (const Block& block : page.blocks)
        if (const auto* row = std::get_if<ButtonRow>(&block.form))
            buttons.top = paint(brush, *row, buttons);
    return std::max(title_bottom, buttons.top) + (below ? grid / 2 : 1.5F * grid);
}

float paint_notice(Brush& brush, const Notice& notice, Place place, float margin) {
    if (notice.text.empty()) return place.top;
    constexpr float icon = 32;
    const Prose prose{{notice.text, {}, false}};
    const float width = place.width - 2 * margin - icon - grid;
    const TextBlock text = set_text(prose, TypeSize::Body, std::min(width, text_measure * 1.4F));
    const float height = text.height() + 2 * grid;
    fill(brush, place.left, place.top, place.left + place.width, place.top + height,
         brush.palette.hover);
    draw(brush.list, brush.palette, text, place.left + margin, place.top + grid, width);
    const float right = place.left + place.width - margin + grid;
    const ImRect box{right - icon, place.top + (height - icon) / 2, right,
                     place.top + (height + icon) / 2};
    const std::string key(notice_close_key);
    const ControlState state = control(brush, key, box, {.ring = 0});
    if (state.pressed) report(brush, key, Phase::Commit, true);
    if (state.hovered) brush.list.AddRectFilled(box.Min, box.Max, brush.palette.hairline, 4);
    note(brush, painter_words().close, box);
    const ImVec2 c = box.GetCenter();
    brush.list.AddLine({c.x - 5, c.y - 5}, {c.x + 5, c.y + 5}, brush.palette.ink, 1.6F);
    brush.list.AddLine({c.x - 5, c.y + 5}, {c.x + 5, c.y - 5}, brush.palette.ink, 1.6F);
    return place.top + height;
}

// Always in sight; when it is long for the screen it scrolls by itself.
float paint_verdict(Brush& brush, const Page& page, Place place, float tallest, float space) {
    Painter::State& memory = brush.memory;
    if (memory.verdict_height <= 0) memory.verdict_height = tallest;
    const float height = std::min(memory.verdict_height, tallest);
    region(
        brush, "verdict", {place.left, place.top, place.left + place.width, place.top + height},
        [&](float top) {
            return paint_blocks(brush, page.blocks, {place.left, top + space, place.width}) + space;
        });
    // Changes since the grab make it longer for a moment; nothing below may move meanwhile.
    const bool steady = memory.held || memory.edit;
    const float room = memory.drawer ? line_height(TypeSize::Body) : 0;
    const float wanted = memory.regions["verdict"].content + room;
    if (!steady && std::abs(wanted - memory.verdict_height) > 0.5F) {
        memory.verdict_height = wanted;
        brush.result.wants_frame = true;
    }
    return place.top + height;
}

void paint_assumptions(Brush& brush, const Page& page, const ImRect& box, float margin) {
    region(brush, "assumptions", box, [&](float top) {
        const Place place{box.Min.x + margin, top + 2 * grid, box.GetWidth() - 2 * margin};
        return paint_blocks(brush, page.blocks, place) + 4 * grid;
    });
}

void paint_view(Brush& brush, const Page& page, const ImRect& box, float margin) {
    constexpr float widest = 1120;
    region(brush, "view", box, [&](float top) {
        const Place place{box.Min.x + margin, top + 3 * grid,
                          std::min(widest, box.GetWidth() - 2 * margin)};
        return paint_blocks(brush, page.blocks, place) + 8 * grid;
    });
}

// Narrow screens: one button over the lower edge that changes between results and assumptions.
float paint_drawer_button(Brush& brush, ImVec2 extent, float margin) {
    Painter::State& memory = brush.memory;
    const float height = extent.y < lowest ? brush.target() : 44;
    const float top = extent.y - height - grid;
    const PainterWords& words = painter_words();
    const std::string& label = memory.drawer ? words.hide_assumptions : words.show_assumptions;
    const ImRect box{margin, top, extent.x - margin, top + height};
    const ControlState state = control(brush, "drawer", box, {.ring = 2});
    if (state.pressed) {
        memory.drawer = !memory.drawer;
        brush.result.wants_frame = true;
    }
    const Palette& palette = brush.palette;
    fill(brush, 0, top - grid, extent.x, extent.y, palette.margin);
    fill(brush, 0, top - grid, extent.x, top - grid + 1, palette.hairline);
    brush.list.AddRectFilled(box.Min, box.Max, state.held ? palette.quiet : palette.ink, 4);
    const float width = width_of(label, TypeSize::Body, true);
    draw_in_line(brush.list, label, std::round(box.GetCenter().x - width / 2),
                 top + (height - line_height(TypeSize::Body)) / 2, TypeSize::Body, true,
                 palette.paper);
    return top - grid;
}

}  // namespace

void paint_screen(Brush& brush, const Screen& screen, const Notice& notice, ImVec2 extent) {
    const Palette& palette = brush.palette;
    const Measures m = measures(extent);
    fill(brush, 0, 0, extent.x, extent.y, palette.paper);

    const float inner = extent.x - 2 * m.margin;
    brush.list.ChannelsSplit(2);  // the bar's ground is known after its text
    brush.list.ChannelsSetCurrent(1);
    float top = paint_bar(brush, screen.bar, {m.margin, 0, inner}, m.low);
    brush.list.ChannelsSetCurrent(0);
    fill(brush, 0, 0, extent.x, top, palette.margin);
    brush.list.ChannelsMerge();
    fill(brush, 0, top, extent.x, top + 1, palette.hairline);
    top = paint_notice(brush, notice, {0, top + 1, extent.x}, m.margin);

    const float tallest = std::max(72.0F, extent.y * (m.narrow ? 0.34F : 0.3F));
    top = paint_verdict(brush, screen.verdict, {m.margin, top, inner}, tallest,
                        m.low ? grid : 2 * grid);
    fill(brush, 0, top, extent.x, top + 1, palette.hairline);
    top += 1;

    if (m.narrow) {
        const float bottom = paint_drawer_button(brush, extent, m.margin);
        if (brush.memory.drawer) {
            fill(brush, 0, top, extent.x, bottom, palette.margin);
            paint_assumptions(brush, screen.assumptions, {0, top, extent.x, bottom}, m.margin);
            return;
        }
        top = paint(brush, screen.views, {m.margin, top, inner});
        paint_view(brush, screen.view, {0, top, extent.x, bottom}, m.margin);
        return;
    }
    fill(brush, 0, top, m.column, extent.y, palette.margin);
    fill(brush, m.column, top, m.column + 1, extent.y, palette.hairline);
    paint_assumptions(brush, screen.assumptions, {0, top, m.column, extent.y}, m.margin);
    const float left = m.column + 1;
    top = paint(brush, screen.views,
                {left + m.margin, top + grid / 2, extent.x - left - 2 * m.margin});
    paint_view(brush, screen.view, {left, top, extent.x, extent.y}, m.margin);
}

}  // namespace fulcrum
