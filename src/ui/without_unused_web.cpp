// The page lays its tables itself (ui/table), so that Dear ImGui's, and its older columns, are not
// built for the browser: they would be 40 KB of the program. These are the functions of theirs that
// the rest of Dear ImGui names. The first three run at start and while idle, with no table to look
// after; the others need a table or columns that were begun, and nobody can begin one.
//
// So do the last three: they close tabs, selections and menu bars that a caller forgot to close.
// tools/dependencies.cmake gives Dear ImGui's own another name, which nobody calls.
#include <imgui.h>
#include <imgui_internal.h>

#include <cassert>

void ImGui::TableSettingsAddSettingsHandler() {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}

void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {
    assert(false);
}
void ImGui::EndTable() {
    assert(false);
}
void ImGui::TablePushColumnChannel(int) {
    assert(false);
}
void ImGui::TablePopColumnChannel() {
    assert(false);
}
void ImGui::TablePushBackgroundChannel() {
    assert(false);
}
void ImGui::TablePopBackgroundChannel() {
    assert(false);
}
void ImGui::EndColumns() {
    assert(false);
}
void ImGui::PushColumnsBackground() {
    assert(false);
}
void ImGui::PopColumnsBackground() {
    assert(false);
}
void ImGui::EndTabBar() {
    assert(false);
}
ImGuiMultiSelectIO* ImGui::EndMultiSelect() {
    assert(false);
    return nullptr;
}
void ImGui::EndMenuBar() {
    assert(false);
}
