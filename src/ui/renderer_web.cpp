#include "ui/renderer.h"

#include <imgui.h>

#include <backends/imgui_impl_opengl3.h>

namespace fulcrum {

bool start_renderer() {
    return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void stop_renderer() {
    ImGui_ImplOpenGL3_Shutdown();
    // Frames may be made without a renderer (read by the page's seam); glyphs are kept for the next
    // one.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void render_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace fulcrum
