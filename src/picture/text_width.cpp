#include "picture/advance_widths.h"
#include "picture/fallback_text.h"
#include "picture/picture.h"

#include <algorithm>

namespace fulcrum {
namespace {

const GlyphAdvance* find_glyph(const AdvanceWidths& widths, char32_t code_point) {
    // They begin with a row without gaps, the letters of English.
    const std::size_t in_row = code_point - widths.glyphs.front().code_point;
    if (in_row < widths.glyphs.size() && widths.glyphs[in_row].code_point == code_point)
        return &widths.glyphs[in_row];
    const auto glyph = std::lower_bound(
        widths.glyphs.begin(), widths.glyphs.end(), code_point,
        [](const GlyphAdvance& entry, char32_t value) { return entry.code_point < value; });
    return glyph != widths.glyphs.end() && glyph->code_point == code_point ? &*glyph : nullptr;
}

double advance(bool bold, char32_t code_point) {
    const GlyphAdvance* glyph = bold ? find_glyph(medium_advance_widths, code_point) : nullptr;
    if (glyph == nullptr) glyph = find_glyph(regular_advance_widths, code_point);
    if (glyph != nullptr) return glyph->advance;
    return bold ? medium_advance_widths.missing : regular_advance_widths.missing;
}

}  // namespace

double text_width(std::string_view text, double size, bool bold) {
    double units = 0;  // whole numbers: their sum is exact
    double em = 0;
    while (!text.empty()) {
        if (const std::size_t run = fallback_run(text)) {
            em += fallback_width(text.substr(0, run), bold);
            text.remove_prefix(run);
            continue;
        }
        const CodePoint next = first_code_point(text);
        units += advance(bold, next.value);
        text.remove_prefix(next.length);
    }
    return units * size / regular_advance_widths.units_per_em + em * size;  // that of both faces
}

std::vector<std::string> wrapped(std::string_view text, double size, double width, bool bold) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
        if (word.empty()) continue;
        const std::string longer =
            line.empty() ? std::string(word) : line + " " + std::string(word);
        if (!line.empty() && text_width(longer, size, bold) > width) {
            lines.push_back(std::move(line));
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

Box label_box(const Label& label) {
    const double width = text_width(label.text, label.size, label.bold);
    const double shift = label.align == Align::Left    ? 0
                         : label.align == Align::Right ? width
                                                       : width / 2;
    return {label.at.x - shift, label.at.y - 0.75 * label.size, width, 0.97 * label.size};
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

}  // namespace fulcrum
