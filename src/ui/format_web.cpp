// What Dear ImGui formats here is names and whole numbers: the C library's function for numbers of
// every kind would be 10 KB of the page's program.
#include <algorithm>
#include <cstdarg>
#include <imgui.h>
#include <imgui_internal.h>

extern "C" int vsniprintf(char* text, std::size_t size, const char* format, std::va_list arguments);

int ImFormatStringV(char* text, std::size_t size, const char* format, std::va_list arguments) {
    const int length = vsniprintf(text, size, format, arguments);
    if (text == nullptr) return length;
    return length < 0 ? static_cast<int>(size) - 1 : std::min(length, static_cast<int>(size) - 1);
}

int ImFormatString(char* text, std::size_t size, const char* format, ...) {
    std::va_list arguments;  // NOLINT(cppcoreguidelines-init-variables): va_start does
    va_start(arguments, format);
    const int length = ImFormatStringV(text, size, format, arguments);
    va_end(arguments);
    return length;
}
