#include "ui/fallback_face.h"

#include "picture/fallback_text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <map>
#include <string>

namespace fulcrum {
namespace {

// Code points that stand for runs: the embedded faces hold none of these, and so no text that is
// painted by its own code points needs one. Low, because Dear ImGui keeps a table up to the
// highest.
constexpr unsigned int first_stand_in = 0x500, last_stand_in = 0x1FFF;

struct Runs {
    std::map<std::string, unsigned int, std::less<>> stand_in;
    std::vector<const std::string*> text;  // by stand-in
};

Runs& runs() {
    static Runs all;
    return all;
}

bool paints_nothing(std::string_view, bool, double, RunImage&) {
    return false;
}
PaintRun lent_face = paints_nothing;

bool is_stand_in(unsigned int code_point) {
    return code_point >= first_stand_in && code_point - first_stand_in < runs().text.size();
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
    return is_stand_in(code_point);
}

bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
          ImFontGlyph* glyph, float* advance) {
    if (!is_stand_in(code_point)) return false;
    const std::string& run = *runs().text[code_point - first_stand_in];
    const bool bold = baked->ContainerFont != atlas->Fonts.front();
    const float width = static_cast<float>(fallback_width(run, bold)) * baked->Size;
    if (advance != nullptr) {
        *advance = width;
        return true;
    }
    const float density = baked->RasterizerDensity;
    RunImage image;
    if (!lent_face(run, bold, static_cast<double>(baked->Size * density), image)) return false;
    glyph->AdvanceX = width;
    if (image.width == 0 || image.height == 0) return true;
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, image.width, image.height);
    if (place == ImFontAtlasRectId_Invalid) return false;
    glyph->X0 = static_cast<float>(image.left) / density;
    glyph->Y0 = static_cast<float>(image.top) / density + baked->Ascent;
    glyph->X1 = glyph->X0 + static_cast<float>(image.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(image.height) / density;
    glyph->Visible = true;
    glyph->Colored = image.coloured;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                       ImFontAtlasPackGetRect(atlas, place),
                                       reinterpret_cast<const unsigned char*>(image.pixels.data()),
                                       ImTextureFormat_RGBA32, image.width * 4);
    return true;
}

}  // namespace

void lend_fallback_face(PaintRun paint) {
    lent_face = paint;
}

void add_fallback_face() {
    static ImFontLoader loader;
    loader.Name = "fallback";
    loader.FontSrcContainsGlyph = contains;
    loader.FontBakedLoadGlyph = load;
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = &loader;
    config.SizePixels = -1;
    config.GlyphMaxAdvanceX = -1e6F;  // none, as in stage.cpp
    ImGui::GetIO().Fonts->AddFont(&config);
}

NextGlyph next_glyph(std::string_view text) {
    const std::size_t length = fallback_run(text);
    if (length == 0) {
        const CodePoint own = first_code_point(text);
        return {own.value, own.length};
    }
    Runs& all = runs();
    const std::string_view run = text.substr(0, length);
    const auto found = all.stand_in.find(run);
    if (found != all.stand_in.end()) return {found->second, length};
    const auto next = first_stand_in + static_cast<unsigned int>(all.text.size());
    if (next > last_stand_in) return {0xFFFD, length};
    const auto added = all.stand_in.emplace(run, next).first;
    all.text.push_back(&added->first);
    return {next, length};
}

}  // namespace fulcrum
