// Ink on paper: the colours of the page and of its pictures, light and dark.
//
// A colour means an option and nothing else; everything else is ink, lighter ink and paper. Text
// has a contrast of at least 4.5 : 1 on its ground, marks at least 3 : 1 (WCAG 2.1, 1.4.3
// and 1.4.11).
#pragma once

#include "picture/picture.h"

#include <array>
#include <cstdint>

namespace fulcrum {

// Bytes in the order red, green, blue, opacity from the lowest (as Dear ImGui packs them).
using Colour = std::uint32_t;

constexpr Colour rgb(std::uint32_t hex) {
    return 0xFF000000u | (hex & 0xFFu) << 16 | (hex & 0xFF00u) | (hex >> 16 & 0xFFu);
}
Colour with_opacity(Colour colour, double opacity);

struct Palette {
    Colour paper;     // ground of the view
    Colour margin;    // ground of the column of assumptions and of the bar
    Colour ink;       // text, thumbs, focus
    Colour quiet;     // second text: units, notes
    Colour axis;      // marks that are not text: axes, ends, ticks
    Colour hairline;  // between rows; decoration
    Colour hover;     // ground of what the pointer is on
    Colour selection;
    std::array<Colour, 6> option;  // blue, orange, bluish green, purple, ochre, grey
};

const Palette& palette(bool dark);
Colour colour(const Palette& palette, const Ink& ink);
// Which of the colours an option has, by its position.
std::size_t option_colour(int position);

// (L1 + 0.05) / (L2 + 0.05) of the relative luminances, 1 .. 21; opacity is not looked at.
double contrast(Colour one, Colour other);

}  // namespace fulcrum
