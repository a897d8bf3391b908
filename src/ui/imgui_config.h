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
#endif

#if defined(__EMSCRIPTEN__) && defined(FULCRUM_INSIDE_IMGUI)
// What Dear ImGui prints here is names and whole numbers, and all that it reads is the number in
// "#version 300 es": its settings, which would read more, are off. The C library's functions for
// numbers of every kind would be 35 KB of the program.
#define vsnprintf vsniprintf
#define sscanf read_whole_number  // whole_number_web.cpp
#endif
