// One function per kind of block. Each paints at (left, top) within a width and returns the bottom
// of what it painted.
#pragma once

#include "ui/memory.h"
#include "ui/type.h"

namespace fulcrum {

struct Place {
    float left = 0, top = 0, width = 0;
};

float paint_blocks(Brush& brush, const Blocks& blocks, Place place);

float paint(Brush& brush, const Heading& heading, Place place);
float paint(Brush& brush, const Paragraph& paragraph, Place place);
float paint(Brush& brush, const List& list, Place place);
float paint(Brush& brush, const Table& table, Place place);
float paint(Brush& brush, const Slider& slider, Place place);
float paint(Brush& brush, const ButtonRow& row, Place place);
float paint(Brush& brush, const Toggle& toggle, Place place);
float paint(Brush& brush, const Tabs& tabs, Place place);
float paint(Brush& brush, const Figure& figure, Place place);
float paint(Brush& brush, const Details& details, Place place);
float paint(Brush& brush, const Columns& columns, Place place);

// An inquiry where its words stand in a line, `underlined` px of it: under the pointer, and while
// its answer is open; for fingers always.
void paint_inquiry(Brush& brush, const Inquiry& inquiry, const ImRect& line, float underlined,
                   TypeSize size);

// A row of buttons from its right end; the width it needs.
float width_of(const ButtonRow& row);
float least_width_of(const ButtonRow& row);  // close together, with brief labels

// A box of `size` px with a tick in it when on.
void paint_check(Brush& brush, float left, float top, float size, bool on, Colour ink);

// The value field of a slider: text until it is pressed, then an edit. Returns the left end of its
// text; `right` is where unit and text end.
float paint_field(Brush& brush, const Slider& slider, float right, float top);

}  // namespace fulcrum
