// Glyphs of text that the embedded faces lack, painted by a face of the host's into the atlas of
// Dear ImGui: one glyph for a whole run (picture/fallback_text.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fulcrum {

struct RunImage {
    int left = 0, top = 0;  // px from the run's origin on the baseline, y downwards
    int width = 0, height = 0;
    bool coloured = false;              // keeps its colours; else it is white, to be inked
    std::vector<std::uint32_t> pixels;  // rows from the top; bytes red, green, blue, opacity
};
// size: px of the em. returns false when the host cannot.
using PaintRun = bool (*)(std::string_view run, bool bold, double size, RunImage& image);
void lend_fallback_face(PaintRun paint);

// Gives the last face of the atlas the glyphs of runs.
void add_fallback_face();

// What the next glyph of a text is: a code point, or the one that stands for a run.
struct NextGlyph {
    unsigned int code_point = 0;
    std::size_t length = 1;  // bytes of the text
};
NextGlyph next_glyph(std::string_view text);

}  // namespace fulcrum
