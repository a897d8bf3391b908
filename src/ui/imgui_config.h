#pragma once

// What Dear ImGui is built with. imgui.h includes this first, in its own files and in ours, so that
// all see the same structures.

#define IMGUI_USE_WCHAR32
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

#ifdef __EMSCRIPTEN__
#define IMGUI_IMPL_OPENGL_ES3
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS  // format_web.cpp
#endif
