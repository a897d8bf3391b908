#include "ui/blocks.h"

#include "ui/control.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr float gutter = 4 * grid;  // between columns

float gap_between(const Block& before, const Block& after) {
    const auto* heading = std::get_if<Heading>(&after.form);
    if (heading) return heading->level <= 2 ? 5 * grid : 3 * grid;
    if (std::holds_alternative<Heading>(before.form))
        return std::holds_alternative<Table>(after.form) ? grid : grid / 2;
    if (std::holds_alternative<Slider>(before.form) && std::holds_alternative<Slider>(after.form))
        return 2 * grid;
    if (std::holds_alternative<Details>(after.form)) return 1.5F * grid;
    if (std::holds_alternative<Figure>(after.form) || std::holds_alternative<Figure>(before.form))
        return 4 * grid;
    if (std::holds_alternative<Table>(after.form) || std::holds_alternative<Table>(before.form))
        return 2 * grid;
    return grid;
}

TypeSize size_of(const Heading& heading) {
    if (heading.level <= 1) return TypeSize::Title;
    return heading.level == 2 ? TypeSize::Section : TypeSize::Body;
}

TypeSize size_of(Weight weight) {
    if (weight == Weight::Lead) return TypeSize::Section;
    return weight == Weight::Small ? TypeSize::Small : TypeSize::Body;
}

}  // namespace

float paint_blocks(Brush& brush, const Blocks& blocks, Place place) {
    const Block* before = nullptr;
    for (const Block& block : blocks) {
        if (before) place.top += gap_between(*before, block);
        const Colour ink = brush.palette.ink;
        if (block.is_busy) brush.palette.ink = brush.palette.quiet;
        place.top =
            std::visit([&](const auto& form) { return paint(brush, form, place); }, block.form);
        brush.palette.ink = ink;
        before = &block;
    }
    return place.top;
}

float paint(Brush& brush, const Heading& heading, Place place) {
    const TextBlock text =
        set_text(heading.text, size_of(heading), std::min(place.width, text_measure * 1.3F), true);
    draw(brush.list, brush.palette, text, place.left, place.top, place.width);
    return place.top + text.height();
}

void paint_inquiry(Brush& brush, const Inquiry& inquiry, const ImRect& line, float underlined,
                   TypeSize size) {
    const ControlState state = control(brush, inquiry.key, line, {.ring = 1});
    if (state.pressed) report(brush, inquiry.key, Phase::Commit, true);
    const bool is_marked = state.hovered || state.held || inquiry.is_open;
    if (!is_marked && !brush.coarse) return;
    const float y = std::round(line.Min.y + baseline_of(size)) + 2;
    brush.list.AddRectFilled({line.Min.x, y}, {line.Min.x + underlined, y + 1},
                             is_marked ? brush.palette.quiet : brush.palette.axis);
}

float paint(Brush& brush, const Paragraph& paragraph, Place place) {
    TypeSize size = size_of(paragraph.weight);
    const bool lead = paragraph.weight == Weight::Lead;
    if (lead && place.width < 480) size = TypeSize::Body;
    const float measure = lead ? text_measure * 1.8F : text_measure;
    const Inquiry& inquiry = paragraph.inquiry;
    Prose prose = paragraph.text;  // which the text refers to
    if (paragraph.weight == Weight::Caption)
        for (Run& run : prose) run.bold = true;
    if (!inquiry.key.empty()) {
        prose.push_back({.text = " "});
        prose.push_back({.text = inquiry.label, .ink = {.role = Role::Quiet}});
    }
    const TextBlock text = set_text(prose, size, std::min(place.width, measure), lead);
    const float bottom = place.top + text.height();
    const bool is_wanted = !inquiry.key.empty() && inquiry.key == brush.memory.reveal;
    if (brush.in_sight(place.top, bottom) || is_wanted) {
        if (!inquiry.key.empty()) {  // the last piece of text
            const TextPiece& label = text.lines.back().pieces.back();
            const float left = place.left + label.x;
            paint_inquiry(brush, inquiry,
                          {left, bottom - line_height(size), left + label.width, bottom},
                          label.width, size);
        }
        draw(brush.list, brush.palette, text, place.left, place.top, place.width);
        note(brush, paragraph.note,
             {place.left, place.top, place.left + std::max(text.width(), 1.0F), bottom});
    }
    return bottom;
}

float paint(Brush& brush, const List& list, Place place) {
    constexpr TypeSize size = TypeSize::Body;
    const float indent = list.numbered ? 3 * grid : 2.5F * grid;
    std::size_t number = 0;
    for (const Prose& entry : list.entries) {
        ++number;
        const TextBlock text = set_text(entry, size, std::min(place.width, text_measure) - indent);
        const float height = std::max(text.height(), line_height(size));
        if (brush.in_sight(place.top, place.top + height)) {
            if (list.numbered) {
                const std::string figure = std::to_string(number) + ".";
                draw_in_line(brush.list, figure, place.left, place.top, size, false,
                             brush.palette.quiet);
            } else if (!list.mark.empty()) {
                draw_in_line(brush.list, list.mark, place.left, place.top, size, true,
                             brush.palette.quiet);
            } else {
                const float middle = place.top + line_height(size) / 2 + 1;
                brush.list.AddCircleFilled({place.left + 4, middle}, 2, brush.palette.quiet);
            }
            draw(brush.list, brush.palette, text, place.left + indent, place.top, place.width);
        }
        place.top += height + grid / 2;
    }
    return list.entries.empty() ? place.top : place.top - grid / 2;
}

float paint(Brush& brush, const Details& details, Place place) {
    const float chevron = 2.5F * grid;
    const TextBlock title = set_text(details.title, TypeSize::Body, place.width - chevron, true);
    const float padding = (brush.target() - line_height(TypeSize::Body)) / 2;
    const float height = title.height() + 2 * padding;
    const ImRect box{place.left, place.top, place.left + place.width, place.top + height};
    const ControlState state = control(brush, details.key, box, {.ring = 0});
    if (state.pressed) report(brush, details.key, Phase::Commit, !details.open);

    const float middle = place.top + padding + line_height(TypeSize::Body) / 2;
    const ImVec2 centre{place.left + 5, middle};
    const Colour ink = state.hovered ? brush.palette.ink : brush.palette.quiet;
    if (details.open)
        brush.list.AddTriangleFilled({centre.x - 5, centre.y - 3}, {centre.x + 5, centre.y - 3},
                                     {centre.x, centre.y + 4}, ink);
    else
        brush.list.AddTriangleFilled({centre.x - 3, centre.y - 5}, {centre.x + 4, centre.y},
                                     {centre.x - 3, centre.y + 5}, ink);
    draw(brush.list, brush.palette, title, place.left + chevron, place.top + padding, place.width);
    float bottom = place.top + height;
    if (details.open && !details.blocks.empty())
        bottom = paint_blocks(brush, details.blocks, {place.left, bottom + grid / 2, place.width}) +
                 grid;
    return bottom;
}

float paint(Brush& brush, const Columns& columns, Place place) {
    const auto count = columns.columns.size();
    if (count == 0) return place.top;
    const auto least = static_cast<float>(columns.min_width);
    const float fitting = std::floor((place.width + gutter) / (std::max(1.0F, least) + gutter));
    std::size_t per_row =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1.0F, fitting)), 1, count);
    const std::size_t rows = (count + per_row - 1) / per_row;
    per_row = (count + rows - 1) / rows;
    const float width =
        (place.width - gutter * static_cast<float>(per_row - 1)) / static_cast<float>(per_row);

    for (std::size_t first = 0; first < count; first += per_row) {
        if (first > 0) place.top += 4 * grid;
        float bottom = place.top;
        for (std::size_t c = first; c < std::min(count, first + per_row); ++c) {
            const float left = place.left + static_cast<float>(c - first) * (width + gutter);
            bottom = std::max(bottom, paint_blocks(brush, columns.columns[c],
                                                   {std::round(left), place.top, width}));
        }
        place.top = bottom;
    }
    return place.top;
}

}  // namespace fulcrum
