// Runs of text broken into lines and painted glyph by glyph, crisp at every pixel ratio. Text of a
// document is only ever text here: no format strings, no ids.
#pragma once

#include "page/page.h"
#include "picture/palette.h"
#include "ui/type.h"

#include <imgui.h>

#include <string_view>
#include <vector>

namespace fulcrum {

struct TextPiece {
    std::string_view text;  // into the prose that was set
    Ink ink;
    bool bold = false;
    float x = 0, width = 0;  // from the line's start
};
struct TextLine {
    std::vector<TextPiece> pieces;
    float width = 0;
};

// Text set to a width. Refers to the prose it was made from.
struct TextBlock {
    std::vector<TextLine> lines;
    TypeSize size = TypeSize::Body;
    float height() const { return static_cast<float>(lines.size()) * line_height(size); }
    float width() const;  // of its widest line
};

// Breaks at spaces, after hyphens, dashes and slashes; a longer word is broken anywhere. No-break
// and thin spaces hold together, and so do runs with no space between them. Empty prose gives no
// line.
TextBlock set_text(const Prose& prose, TypeSize size, float width, bool bold = false);

float width_of(std::string_view text, TypeSize size, bool bold = false);

// left, top: of the first line's box. Lines are aligned within `width`.
void draw(ImDrawList& list, const Palette& palette, const TextBlock& text, float left, float top,
          float width, Align align = Align::Left, double strength = 1);

// One line on its baseline, at any size.
void draw_line(ImDrawList& list, std::string_view text, float left, float baseline, float size,
               bool bold, Colour colour);

// One line in a line box.
void draw_in_line(ImDrawList& list, std::string_view text, float left, float top, TypeSize size,
                  bool bold, Colour colour);

// From the top of a line's box to its baseline.
float baseline_of(TypeSize size);

}  // namespace fulcrum
