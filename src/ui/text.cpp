#include "ui/text.h"

#include "base/checksum.h"
#include "picture/advance_widths.h"
#include "picture/fallback_text.h"
#include "ui/fallback_face.h"
#include "ui/stage.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace fulcrum {
namespace {

constexpr std::string_view hyphen_like[] = {"-", "/", "–", "—"};
constexpr std::string_view no_break_space = "\u00a0";

// The end of the stretch that must stay on one line, with the spaces behind it.
std::size_t next_break(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') {
        for (const std::string_view mark : hyphen_like) {
            if (!text.substr(at).starts_with(mark)) continue;
            const std::size_t end = at + mark.size();
            const std::string_view before = text.substr(0, at);
            const bool inside = at > 0 && end < text.size() && !before.ends_with(' ');
            const bool held =
                before.ends_with(no_break_space) || text.substr(end).starts_with(no_break_space);
            if (inside && !held) return end;
        }
        const CodePoint here = first_code_point(text.substr(at));
        at += here.length;
        if (at < text.size() && breaks_between(here.value, first_code_point(text.substr(at)).value))
            return at;
    }
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    return at;
}

std::string_view without_end_spaces(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

// Where a line may break before it breaks within a word.
bool ends_in_held_space(std::string_view text) {
    constexpr std::string_view held[] = {no_break_space, "\u202f", "\u2009"};
    return std::any_of(std::begin(held), std::end(held),
                       [&](std::string_view space) { return text.ends_with(space); });
}

// Bytes of what no line break parts.
std::size_t unit_length(std::string_view text) {
    const std::size_t run = fallback_run(text);
    return run > 0 ? run : first_code_point(text).length;
}

class Setter {
  public:
    Setter(TypeSize size, float width) : size_(size), limit_(std::max(width, 8.0F)) {
        block_.size = size;
    }

    void add(const Run& run, bool bold) {
        if (block_.lines.empty()) block_.lines.emplace_back();
        std::string_view rest = run.text;
        while (!rest.empty()) {
            const std::size_t length = next_break(rest, 0);
            add_word(rest.substr(0, length), run.ink, bold || run.bold);
            const char last = rest[length - 1];
            if (last == '\n') new_line();
            rest.remove_prefix(length);
            may_break_ = !rest.empty() || last == ' ' || last == '\n';
        }
    }

    TextBlock take() && {
        for (TextLine& line : block_.lines) finish(line);
        return std::move(block_);
    }

  private:
    void add_word(std::string_view word, const Ink& ink, bool bold) {
        const auto shown_width = [&] { return width_of(without_end_spaces(word), size_, bold); };
        const auto fits = [this](float width) { return x_ + width <= limit_ + 0.01F; };
        float width = shown_width();
        if (x_ > 0 && !fits(width)) break_line();
        while (!fits(width)) {
            std::size_t part = unit_length(word), held = 0;
            while (part < word.size()) {
                const std::size_t more = part + unit_length(word.substr(part));
                if (x_ + width_of(word.substr(0, more), size_, bold) > limit_) break;
                part = more;
                if (ends_in_held_space(word.substr(0, part))) held = part;
            }
            if (part >= word.size()) break;
            if (held > 0) part = held;
            append(word.substr(0, part), ink, bold);
            new_line();
            word.remove_prefix(part);
            width = shown_width();
        }
        append(word, ink, bold);
    }

    void append(std::string_view text, const Ink& ink, bool bold) {
        if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
        std::vector<TextPiece>& pieces = block_.lines.back().pieces;
        if (may_break_) word_begin_ = pieces.size();
        may_break_ = false;
        pieces.push_back({text, ink, bold, x_, width_of(text, size_, bold)});
        x_ += pieces.back().width;
    }

    void new_line() {
        block_.lines.emplace_back();
        x_ = 0;
        word_begin_ = 0;
        may_break_ = true;
    }

    // A new line, which takes along what the next word may not be parted from: the end of another
    // run.
    void break_line() {
        if (may_break_ || word_begin_ == 0) return new_line();
        std::vector<TextPiece>& pieces = block_.lines.back().pieces;
        const auto from = pieces.begin() + static_cast<std::ptrdiff_t>(word_begin_);
        std::vector<TextPiece> taken(from, pieces.end());
        pieces.erase(from, pieces.end());
        new_line();
        may_break_ = false;
        for (TextPiece& piece : taken) {
            piece.x = x_;
            x_ += piece.width;
        }
        block_.lines.back().pieces = std::move(taken);
    }

    // Words of one run become one piece; spaces at the end of the line are none of its width.
    void finish(TextLine& line) const {
        std::vector<TextPiece> merged;
        for (const TextPiece& piece : line.pieces) {
            const bool goes_on =
                !merged.empty() && merged.back().ink == piece.ink &&
                merged.back().bold == piece.bold &&
                merged.back().text.data() + merged.back().text.size() == piece.text.data();
            if (!goes_on) {
                merged.push_back(piece);
                continue;
            }
            TextPiece& whole = merged.back();
            whole.text = {whole.text.data(), whole.text.size() + piece.text.size()};
            whole.width += piece.width;
        }
        line.pieces = std::move(merged);
        line.width = 0;
        if (line.pieces.empty()) return;
        TextPiece& last = line.pieces.back();
        last.text = without_end_spaces(last.text);
        last.width = width_of(last.text, size_, last.bold);
        line.width = last.x + last.width;
    }

    TypeSize size_;
    float limit_;
    float x_ = 0;
    bool may_break_ = true;       // before the next word
    std::size_t word_begin_ = 0;  // the piece of the line before which it may break last
    TextBlock block_;
};

}  // namespace

float TextBlock::width() const {
    float widest = 0;
    for (const TextLine& line : lines) widest = std::max(widest, line.width);
    return widest;
}

// A screen sets the same words in every frame. Words of the page's own face alone: those of others
// may change when a face arrives.
float width_of(std::string_view text, TypeSize size, bool bold) {
    constexpr std::size_t words_kept = 4096, longest_kept = 24;
    struct Kept {
        std::uint64_t word = 0;  // 0: none
        float width = 0;
    };
    static std::array<Kept, words_kept> kept;
    const auto measured = [&] { return static_cast<float>(text_width(text, px(size), bold)); };
    const bool is_own =
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
    if (!is_own || text.size() > longest_kept) return measured();
    static_assert(static_cast<int>(TypeSize::Title) < 32);
    const std::uint64_t word = 64 * checksum(text) + 2 * static_cast<std::uint64_t>(size) + bold;
    Kept& known = kept[(word >> 6) % words_kept];
    if (known.word != word) known = {word, measured()};
    return known.width;
}

TextBlock set_text(const Prose& prose, TypeSize size, float width, bool bold) {
    Setter setter(size, width);
    for (const Run& run : prose) setter.add(run, bold);
    return std::move(setter).take();
}

float baseline_of(TypeSize size) {
    const AdvanceWidths& face = regular_advance_widths;
    const float em = px(size) / static_cast<float>(face.units_per_em);
    const float above = static_cast<float>(face.ascent) * em;
    const float below = static_cast<float>(face.descent) * em;
    return std::round((line_height(size) - above - below) / 2 + above);
}

void draw_line(ImDrawList& list, std::string_view text, float left, float baseline, float size,
               bool bold, Colour colour) {
    if (text.empty() || (colour >> 24) == 0) return;
    const ImVec2 low = list.GetClipRectMin(), high = list.GetClipRectMax();
    if (baseline + size < low.y || baseline - size * 1.5F > high.y || left > high.x) return;

    ImFont* font = face(bold);
    ImFontBaked* baked = font->GetFontBaked(size);
    const float scale = size / baked->Size;
    const float density = baked->RasterizerDensity;
    const auto snapped = [&](float position) { return std::round(position * density) / density; };

    int glyphs = 0;
    for (std::string_view rest = text; !rest.empty();
         ++glyphs) {  // first, so that no texture moves below
        const NextGlyph next = next_glyph(rest);
        baked->FindGlyph(static_cast<ImWchar>(next.code_point));
        rest.remove_prefix(next.length);
    }
    list.PushTexture(font->ContainerAtlas->TexRef);
    list.PrimReserve(glyphs * 6, glyphs * 4);
    int skipped = 0;
    float x = left;
    const float top = snapped(baseline) - baked->Ascent * scale;
    for (std::string_view rest = text; !rest.empty();) {
        const NextGlyph next = next_glyph(rest);
        rest.remove_prefix(next.length);
        const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(next.code_point));
        const float from_x = snapped(x + glyph->X0 * scale),
                    from_y = snapped(top + glyph->Y0 * scale);
        if (glyph->Visible)
            list.PrimRectUV({from_x, from_y},
                            {from_x + (glyph->X1 - glyph->X0) * scale,
                             from_y + (glyph->Y1 - glyph->Y0) * scale},
                            {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                            glyph->Colored ? colour | 0xFFFFFFu : colour);
        else
            ++skipped;
        x += glyph->AdvanceX * scale;
    }
    list.PrimUnreserve(skipped * 6, skipped * 4);
    list.PopTexture();
}

void draw_in_line(ImDrawList& list, std::string_view text, float left, float top, TypeSize size,
                  bool bold, Colour colour) {
    draw_line(list, text, left, top + baseline_of(size), px(size), bold, colour);
}

void draw(ImDrawList& list, const Palette& palette, const TextBlock& text, float left, float top,
          float width, Align align, double strength) {
    for (const TextLine& line : text.lines) {
        float x = left;
        if (align == Align::Right) x += width - line.width;
        if (align == Align::Centre) x += (width - line.width) / 2;
        for (const TextPiece& piece : line.pieces)
            draw_in_line(list, piece.text, x + piece.x, top, text.size, piece.bold,
                         with_opacity(colour(palette, piece.ink), strength));
        top += line_height(text.size);
    }
}

}  // namespace fulcrum
