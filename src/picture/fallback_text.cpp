#include "picture/fallback_text.h"

#include "picture/advance_widths.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr std::size_t longest = 24;  // code points of a run: it must fit a texture

struct Range {
    char32_t first, last;
};
template <std::size_t Count>
bool is_in(const Range (&ranges)[Count], char32_t value) {
    return std::any_of(std::begin(ranges), std::end(ranges), [value](const Range& range) {
        return range.first <= value && value <= range.last;
    });
}

// Combining marks, joiners and selectors (The Unicode Standard, blocks.txt).
constexpr Range joining[] = {{0x300, 0x36F},   {0x1AB0, 0x1AFF},  {0x1DC0, 0x1DFF},
                             {0x200C, 0x200D}, {0x20D0, 0x20FF},  {0xFE00, 0xFE0F},
                             {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
// Kana, ideographs, their punctuation and wide forms.
constexpr Range ideographs[] = {
    {0x2E80, 0xA4CF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFF60}, {0x20000, 0x3FFFF}};
constexpr Range right_to_left[] = {
    {0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
// What no line begins with: closing marks, the long vowel, small kana (JIS X 4051).
constexpr std::u32string_view closing =
    U"、。，．：；？！）］｝」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";

bool is_held(char32_t value) {
    const auto glyphs = regular_advance_widths.glyphs;
    return value < 0x7F || std::binary_search(glyphs.begin(), glyphs.end(), GlyphAdvance{value, 0},
                                              [](const GlyphAdvance& a, const GlyphAdvance& b) {
                                                  return a.code_point < b.code_point;
                                              });
}

double usual_width(std::string_view run, bool) {
    double em = 0;
    while (!run.empty()) {
        const CodePoint next = first_code_point(run);
        const bool is_wide = is_in(ideographs, next.value) || next.value >= 0x1F000;
        if (!is_in(joining, next.value)) em += is_wide ? 1 : 0.6;
        run.remove_prefix(next.length);
    }
    return em;
}

double (*lent_width)(std::string_view, bool) = usual_width;

}  // namespace

CodePoint first_code_point(std::string_view text) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || lead < 0xC0 || text.size() < length) return {lead, 1};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k) value = (value << 6) | (byte(k) & 0x3Fu);
    return {value, length};
}

std::size_t fallback_run(std::string_view text) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    constexpr unsigned char first_joining = 0xCC;  // of U+0300, in UTF-8
    if (byte(0) < 0x7F && (text.size() == 1 || byte(1) < first_joining)) return 0;
    std::size_t length = 0;
    bool lacks = false, is_closed = false;
    for (std::size_t count = 0; length < text.size() && count < longest; ++count) {
        const CodePoint next = first_code_point(text.substr(length));
        const bool joins = is_in(joining, next.value), is_ideograph = is_in(ideographs, next.value);
        if (count > 0 && !joins && (is_closed || is_ideograph || is_held(next.value))) break;
        // the letter that a mark joins belongs to its run
        lacks = lacks || joins || !is_held(next.value);
        is_closed = is_closed || is_ideograph || (count == 0 && is_held(next.value));
        length += next.length;
    }
    return lacks ? length : 0;
}

bool breaks_between(char32_t before, char32_t after) {
    if (before < ideographs[0].first && after < ideographs[0].first) return false;
    const bool is_figure = before >= U'0' && before <= U'9';  // and what it counts
    return (is_in(ideographs, before) || is_in(ideographs, after)) && !is_figure &&
           !is_in(joining, after) && closing.find(after) == std::u32string_view::npos;
}

bool has_right_to_left(std::string_view text) {
    while (!text.empty()) {
        const CodePoint next = first_code_point(text);
        if (is_in(right_to_left, next.value)) return true;
        text.remove_prefix(next.length);
    }
    return false;
}

double fallback_width(std::string_view run, bool bold) {
    return lent_width(run, bold);
}

void lend_fallback_width(double (*width)(std::string_view, bool)) {
    lent_width = width;
}

}  // namespace fulcrum
