// How wide the characters of the embedded faces are; the tables are generated from the subset fonts
// (tools/advance_widths.py), so that a text is measured as it will be painted.
#pragma once

#include <cstdint>
#include <span>

namespace fulcrum {

struct GlyphAdvance {
    char32_t code_point;
    std::uint16_t advance;  // font units
};

// All in font units; a text of size s px is scaled by s / units_per_em. What the medium face has no
// glyph for is set in the regular one.
struct AdvanceWidths {
    std::uint16_t units_per_em;
    std::uint16_t ascent, descent;  // above and below the baseline, both positive
    std::uint16_t missing;          // advance of the box drawn for a code point without a glyph
    std::span<const GlyphAdvance> glyphs;  // by ascending code point
};

extern const AdvanceWidths regular_advance_widths;
extern const AdvanceWidths medium_advance_widths;

}  // namespace fulcrum
