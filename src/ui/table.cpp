// Tables: text left, figures right, wide ones as lists where there is no room for columns.
#include "ui/blocks.h"
#include "ui/control.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace fulcrum {
namespace {

constexpr float gap = 3 * grid;  // between columns
constexpr float row_padding = 0.75F * grid;

bool is_empty(const Prose& prose) {
    return std::all_of(prose.begin(), prose.end(), [](const Run& run) { return run.text.empty(); });
}

float natural_width(const Prose& prose, TypeSize size, bool bold) {
    float width = 0;
    for (const Run& run : prose) width += width_of(run.text, size, bold || run.bold);
    return std::ceil(width);
}

// What each cell would take on one line. Changes since the grab do not count, or the columns would
// move when a slider is taken.
class CellWidths {
  public:
    explicit CellWidths(const Table& table) : columns_(table.columns.size()) {
        widths_.reserve(table.rows.size() * columns_);
        for (const TableRow& row : table.rows)
            for (std::size_t c = 0; c < columns_; ++c)
                widths_.push_back(c < row.cells.size()
                                      ? natural_width(row.cells[c].text, TypeSize::Body, row.total)
                                      : 0);
    }

    std::span<const float> of(std::size_t row) const {
        return std::span(widths_).subspan(row * columns_, columns_);
    }

  private:
    std::size_t columns_;
    std::vector<float> widths_;  // [row][column]
};

// What each column would take; figures of one kind alike.
std::vector<float> natural_widths(const Table& table, const CellWidths& cells) {
    const std::size_t count = table.columns.size();
    std::vector<float> natural(count);
    for (std::size_t c = 0; c < count; ++c)
        natural[c] = natural_width(table.columns[c].title, TypeSize::Small, true);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; !table.rows[r].heading && c < count; ++c)
            natural[c] = std::max(natural[c], cells.of(r)[c]);
    const auto alike = [&](std::size_t c, std::size_t d) {
        return table.columns[c].align == table.columns[d].align &&
               table.columns[c].share == table.columns[d].share;
    };
    for (std::size_t c = 1; c < count; ++c)
        for (std::size_t d = 1; d < count; ++d)
            if (alike(c, d)) natural[c] = std::max(natural[c], natural[d]);
    return natural;
}

constexpr float change_width = 64;  // CSS px, of what stands beside a figure while a slider is held

// Where there is no room beside the text for its change, what follows the figure has a line of its
// own, held or not: nothing moves when a slider is grabbed.
Prose with_room(const TableCell& cell, float width) {
    Prose text = cell.text;
    if (cell.may_change && text.size() > 1 &&
        natural_width(text, TypeSize::Body, false) + grid + change_width > width) {
        text.front().text += "\n";
        std::string& rest = text[1].text;
        rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return text;
}

// What some columns leave over goes to those whose text would wrap, alike where they want alike,
// then to figures, whose changes stand beside them while a slider is held.
void share_out(std::vector<float>& widths, const std::vector<float>& natural, float spare) {
    float wanted = 0;
    for (std::size_t c = 0; c < widths.size(); ++c)
        wanted += std::max(0.0F, natural[c] - widths[c]);
    const float granted = wanted > 0 ? std::min(1.0F, spare / wanted) : 0;
    for (std::size_t c = 0; c < widths.size(); ++c)
        widths[c] += std::max(0.0F, natural[c] - widths[c]) * granted;
    spare -= wanted * granted;
    if (widths.size() < 2) return;
    const float each = spare / static_cast<float>(widths.size() - 1);
    for (std::size_t c = 1; c < widths.size(); ++c)
        widths[c] += std::clamp(each, 0.0F, change_width);
}

// As wide as its content wants within the share that the table gives.
std::vector<float> column_widths(const Table& table, const CellWidths& cells, float width) {
    const std::size_t count = table.columns.size();
    const std::vector<float> natural = natural_widths(table, cells);
    float free = width - gap * static_cast<float>(count - 1), shares = 0;
    for (const TableColumn& column : table.columns) {
        free -= static_cast<float>(column.min_width);
        shares += static_cast<float>(column.share);
    }
    std::vector<float> widths(count);
    float spare = 0;
    for (std::size_t c = 0; c < count; ++c) {
        const auto least = static_cast<float>(table.columns[c].min_width);
        const float share = shares > 0 ? static_cast<float>(table.columns[c].share) / shares : 0;
        const float given = least + std::max(0.0F, free) * share;
        widths[c] = std::min(given, std::max(natural[c], least));
        spare += given - widths[c];
    }
    share_out(widths, natural, spare);
    for (float& column : widths) column = std::floor(column);
    return widths;
}

void rule(Brush& brush, float left, float right, float y, Colour ink) {
    brush.list.AddRectFilled({left, std::round(y)}, {right, std::round(y) + 1}, ink);
}

struct Cell {
    float left = 0, width = 0;
    Align align = Align::Left;
    bool last = false;  // nothing may stand beyond it
};

// Its first line can be pressed.
void paint_press(Brush& brush, const TableCell& cell, const TextBlock& text, const Cell& at,
                 float top) {
    const TextLine& line = text.lines.front();
    if (line.pieces.empty()) return;
    const float left = at.align == Align::Right ? at.left + at.width - line.width : at.left;
    float asked = line.pieces.front().width;  // up to what is quiet
    for (const TextPiece& piece : line.pieces) {
        if (piece.ink.role == Role::Quiet) break;
        asked = piece.x + piece.width;
    }
    paint_inquiry(brush, cell.inquiry, {left, top, left + line.width, top + line_height(text.size)},
                  asked, text.size);
}

void paint_cell(Brush& brush, const TableCell& cell, const TextBlock& text, const Cell& at,
                float top) {
    if (!cell.inquiry.key.empty() && !text.lines.empty()) paint_press(brush, cell, text, at, top);
    draw(brush.list, brush.palette, text, at.left, top, at.width, at.align);
    if (!cell.change.empty() && !text.lines.empty()) {
        const float width = width_of(cell.change, TypeSize::Small, true);
        const float line = text.lines.front().width;
        const bool to_the_left = at.align == Align::Right;
        const float beyond = to_the_left || at.last ? 0 : gap - grid;
        const bool fits = line + width + grid <= at.width + beyond;
        const float x =
            to_the_left ? at.left + at.width - line - grid - width : at.left + line + grid;
        if (fits)
            draw_in_line(brush.list, cell.change, x, top + 2, TypeSize::Small, true,
                         brush.palette.quiet);
    }
    note(brush, cell.note,
         {at.left, top, at.left + at.width, top + std::max(text.height(), line_height(text.size))});
}

bool is_wanted(const Brush& brush, const TableRow& row) {
    return !brush.memory.reveal.empty() &&
           std::any_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) {
               return cell.inquiry.key == brush.memory.reveal;
           });
}

// Of a row in which each cell has one line.
float least_height() {
    return line_height(TypeSize::Body) + 2 * row_padding;
}

// Out of sight, and as high as can be told without its text being set?
bool is_passed(const Brush& brush, const TableRow& row, std::span<const float> natural,
               const std::vector<float>& widths, float top) {
    if (row.heading || brush.in_sight(top, top + least_height()) || is_wanted(brush, row))
        return false;
    for (std::size_t c = 0; c < std::min(widths.size(), row.cells.size()); ++c) {
        const float room = row.cells[c].may_change ? grid + change_width : 1;
        if (natural[c] + room > widths[c]) return false;
        for (const Run& run : row.cells[c].text)
            if (run.text.find('\n') != std::string::npos) return false;
    }
    return true;
}

float paint_row(Brush& brush, const Table& table, const TableRow& row,
                const std::vector<float>& widths, Place place) {
    const std::size_t count = std::min(widths.size(), row.cells.size());
    std::vector<Prose> proses;  // which the texts refer to
    std::vector<TextBlock> texts;
    proses.reserve(count);
    float height = line_height(TypeSize::Body);
    for (std::size_t c = 0; c < count; ++c) {
        const float width = row.heading ? place.width : widths[c];
        const float beyond = c + 1 == widths.size() ? 0 : gap - grid;
        proses.push_back(with_room(row.cells[c], width + beyond));
        texts.push_back(set_text(proses.back(), TypeSize::Body, width, row.total || row.heading));
        height = std::max(height, texts.back().height());
        if (row.heading) break;
    }
    const float above = row.heading ? 2.5F * grid : row_padding;
    const float top = place.top + above, bottom = top + height + row_padding;
    if (!brush.in_sight(place.top, bottom) && !is_wanted(brush, row)) return bottom;

    float x = place.left;
    for (std::size_t c = 0; c < texts.size(); ++c) {
        paint_cell(brush, row.cells[c], texts[c],
                   {x, row.heading ? place.width : widths[c], table.columns[c].align,
                    c + 1 == widths.size()},
                   top);
        x += widths[c] + gap;
    }
    const float right = place.left + place.width;
    if (row.total) rule(brush, place.left, right, place.top, brush.palette.axis);
    rule(brush, place.left, right, bottom - 1,
         row.heading ? brush.palette.axis : brush.palette.hairline);
    return bottom;
}

float paint_header(Brush& brush, const Table& table, const std::vector<float>& widths,
                   Place place) {
    if (std::all_of(table.columns.begin(), table.columns.end(),
                    [](const TableColumn& column) { return is_empty(column.title); }))
        return place.top;
    std::vector<TextBlock> texts;
    float height = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        texts.push_back(set_text(table.columns[c].title, TypeSize::Small, widths[c], true));
        height = std::max(height, texts.back().height());
    }
    const float bottom = place.top + height + row_padding;
    float x = place.left;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        draw(brush.list, brush.palette, texts[c], x, place.top + height - texts[c].height(),
             widths[c], table.columns[c].align);
        x += widths[c] + gap;
    }
    rule(brush, place.left, place.left + place.width, bottom - 1, brush.palette.axis);
    return bottom;
}

// No room for columns: each row is its name, and below it one line per column.
float paint_as_list(Brush& brush, const Table& table, Place place) {
    const float right = place.left + place.width;
    for (const TableRow& row : table.rows) {
        if (row.cells.empty()) continue;
        const TextBlock name = set_text(row.cells[0].text, TypeSize::Body, place.width, true);
        place.top += row.heading ? 2.5F * grid : grid;
        draw(brush.list, brush.palette, name, place.left, place.top, place.width);
        note(brush, row.cells[0].note, {place.left, place.top, right, place.top + name.height()});
        place.top += name.height();
        for (std::size_t c = 1;
             !row.heading && c < std::min(row.cells.size(), table.columns.size()); ++c) {
            if (is_empty(row.cells[c].text)) continue;
            const TextBlock title =
                set_text(table.columns[c].title, TypeSize::Small, place.width * 0.45F);
            const Prose prose = with_room(row.cells[c], place.width * 0.5F);
            const TextBlock text = set_text(prose, TypeSize::Body, place.width * 0.5F, row.total);
            draw(brush.list, brush.palette, title, place.left, place.top + 2, place.width);
            paint_cell(brush, row.cells[c], text,
                       {place.left + place.width * 0.5F, place.width * 0.5F, Align::Right, true},
                       place.top);
            place.top += std::max(title.height() + 4, text.height());
        }
        place.top += row_padding;
        rule(brush, place.left, right, place.top - 1,
             row.heading ? brush.palette.axis : brush.palette.hairline);
    }
    return place.top;
}

}  // namespace

float paint(Brush& brush, const Table& table, Place place) {
    if (table.columns.empty()) return place.top;
    if (!table.caption.empty()) {
        const Prose caption{{table.caption, {Role::Quiet}, false}};
        const TextBlock text =
            set_text(caption, TypeSize::Small, std::min(place.width, text_measure));
        draw(brush.list, brush.palette, text, place.left, place.top, place.width);
        place.top += text.height() + grid;
    }
    float least = gap * static_cast<float>(table.columns.size() - 1);
    for (const TableColumn& column : table.columns) least += static_cast<float>(column.min_width);
    if (least > place.width + 0.5F) return paint_as_list(brush, table, place);

    const CellWidths cells(table);
    const std::vector<float> widths = column_widths(table, cells, place.width);
    float used = gap * static_cast<float>(widths.size() - 1);
    for (const float width : widths) used += width;
    place.width = std::min(place.width, used);
    place.top = paint_header(brush, table, widths, place);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        place.top = is_passed(brush, table.rows[r], cells.of(r), widths, place.top)
                        ? place.top + least_height()
                        : paint_row(brush, table, table.rows[r], widths, place);
    return place.top;
}

}  // namespace fulcrum
