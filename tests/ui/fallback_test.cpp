#include "ui/canvas.h"
#include "ui/fallback_face.h"
#include "ui/stage.h"
#include "ui/text.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

namespace fulcrum {
namespace {

struct Painted {
    std::string run;
    bool bold = false;
    double size = 0;
};
std::vector<Painted> painted;

bool paint_white(std::string_view run, bool bold, double size, RunImage& image) {
    painted.push_back({std::string(run), bold, size});
    image = {1, -static_cast<int>(size), static_cast<int>(size), static_cast<int>(size), false, {}};
    image.pixels.assign(static_cast<std::size_t>(image.width * image.height), 0xFFFFFFFFu);
    return true;
}

ImFontBaked& baked(bool bold, float size) {
    return *face(bold)->GetFontBaked(size);
}

}  // namespace

TEST_CASE("a run is one glyph of the host's, letters beside it stay those of the embedded face") {
    const Faces faces = test_faces();
    painted.clear();
    lend_fallback_face(paint_white);
    Stage stage(faces);
    stage.resize({400, 200}, 1);
    stage.begin_frame(0.1);
    const float bold_width =
        baked(true, 20).FindGlyph('C')->X1 - baked(true, 20).FindGlyph('C')->X0;
    draw_line(*ImGui::GetForegroundDrawList(), "C · לחכות 東京", 0, 100, 20, true, 0xFFFFFFFFu);
    REQUIRE(painted.size() == 3);
    CHECK(painted[0].run == "לחכות");
    CHECK(painted[1].run == "東");
    CHECK(painted[0].bold);
    CHECK(painted[0].size == 20);
    const ImFontGlyph* letter = baked(true, 20).FindGlyph('C');
    CHECK(letter->X1 - letter->X0 == bold_width);
    CHECK(letter->SourceIdx == 0);
    draw_line(*ImGui::GetForegroundDrawList(), "東", 0, 100, 20, true, 0xFFFFFFFFu);
    CHECK(painted.size() == 3);  // it is in the atlas
    stage.end_frame();
    stage.discard_textures();
}

}  // namespace fulcrum
