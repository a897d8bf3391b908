#include "app/host_web.h"

#include "ui/renderer.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

namespace fulcrum {

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
