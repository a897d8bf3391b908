#include "app/host_web.h"

#include "picture/fallback_text.h"
#include "ui/fallback_face.h"
#include "ui/renderer.h"

#include <GLES3/gl3.h>
#include <emscripten/em_js.h>
#include <emscripten/html5.h>

// web/glyphs.js, as the module's own settings.
EM_JS(double, run_width, (const char* text, int length, int bold),
      { return Module.runWidth(UTF8ToString(text, length), bold); });
// box: left, top, width, height, whether it is coloured
EM_JS(void, paint_run, (const char* text, int length, int bold, double size, int* box),
      { HEAP32.set(Module.paintRun(UTF8ToString(text, length), bold, size), box >> 2); });
EM_JS(void, take_run, (void* pixels), { HEAPU8.set(Module.takeRun(), pixels); });

namespace fulcrum {
namespace {

double width_in_browser(std::string_view run, bool bold) {
    return run_width(run.data(), static_cast<int>(run.size()), bold ? 1 : 0);
}

bool paint_in_browser(std::string_view run, bool bold, double size, RunImage& image) {
    int box[5] = {};
    paint_run(run.data(), static_cast<int>(run.size()), bold ? 1 : 0, size, box);
    image = {box[0], box[1], box[2], box[3], box[4] != 0, {}};
    image.pixels.resize(static_cast<std::size_t>(box[2]) * static_cast<std::size_t>(box[3]));
    take_run(image.pixels.data());
    return true;
}

}  // namespace

void lend_faces() {
    lend_fallback_width(width_in_browser);
    lend_fallback_face(paint_in_browser);
}

bool make_context(const char* selector) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false;  // Dear ImGui smooths its own edges
    attributes.majorVersion = 2;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
        emscripten_webgl_create_context(selector, &attributes);
    if (context <= 0) return false;
    emscripten_webgl_make_context_current(context);
    return start_renderer();
}

void context_changed(bool alive) {
    if (alive)
        start_renderer();
    else
        stop_renderer();
}

void show_frame() {
    render_frame();
}

}  // namespace fulcrum
