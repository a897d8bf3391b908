#include "ui/stage.h"

#include "ui/fallback_face.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <cfloat>

namespace fulcrum {
namespace {

enum class FaceRole { Own, Fallback };

// A fallback gives the face before it the glyphs that this one lacks.
void add_face(std::string_view bytes, float em, FaceRole role = FaceRole::Own) {
    ImFontConfig config;
    config.MergeMode = role == FaceRole::Fallback;
    config.FontDataOwnedByAtlas = false;  // copied by AddFont
    config.FontData = const_cast<char*>(bytes.data());
    config.FontDataSize = static_cast<int>(bytes.size());
    config.SizePixels = -em;  // negative: the size of the em, as in CSS, not of ascent + descent
    config.GlyphMaxAdvanceX = -1e6F;  // none; it is scaled by size / SizePixels, which is negative
    ImGui::GetIO().Fonts->AddFont(&config);
}

void set_style() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.AntiAliasedLinesUseTex = true;
    style.CircleTessellationMaxError = 0.15F;
}

}  // namespace

Stage::Stage(const Faces& faces) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTrickleEventQueue = true;
    // A finger's moves get a frame of their own before the button changes. A mouse needs that too:
    // what is held follows the pointer only while the button is down, so it would not get to where
    // both came at once.
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.MouseDragThreshold = 4;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    add_face(faces.regular, 16);
    add_fallback_face();
    add_face(faces.medium, 16);
    add_face(faces.regular, 16, FaceRole::Fallback);
    add_fallback_face();
    set_style();
    resize({1, 1}, 1);
}

Stage::~Stage() {
    discard_textures();
    ImGui::DestroyContext();
}

void Stage::resize(Size size, double ratio) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(1.0F, static_cast<float>(size.width)),
                      std::max(1.0F, static_cast<float>(size.height))};
    const float scale = std::max(0.25F, static_cast<float>(ratio));
    io.DisplayFramebufferScale = {scale, scale};
}

void Stage::pointer(PointerEvent event, Point at, bool touch) {
    ImGuiIO& io = ImGui::GetIO();
    if (event == PointerEvent::Leave)
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else
        io.AddMousePosEvent(static_cast<float>(at.x), static_cast<float>(at.y));
    if (event == PointerEvent::Down) io.AddMouseButtonEvent(0, true);
    if (event == PointerEvent::Up) io.AddMouseButtonEvent(0, false);
    if (event == PointerEvent::Up && touch) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Stage::begin_frame(double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = std::clamp(static_cast<float>(seconds), 1e-4F, 0.1F);
    ImGui::NewFrame();
    for (ImFont* font : io.Fonts->Fonts)
        font->CurrentRasterizerDensity = io.DisplayFramebufferScale.x;
}

void Stage::end_frame() {
    ImGui::Render();
}

bool Stage::has_events() const {
    return GImGui->InputEventsQueue.Size > 0;
}

void Stage::discard_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

ImFont* face(bool bold) {
    const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
    assert(fonts.Size == 2);
    return fonts[bold ? 1 : 0];
}

}  // namespace fulcrum
