// What Dear ImGui formats here is names and whole numbers: the C library's function for numbers of
// every kind would be 10 KB of the page's program.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdarg>

extern "C" int vsniprintf(char* text, std::size_t size, const char* format, std::va_list arguments);

int ImFormatStringV(char* buf, std::size_t buf_size, const char* fmt, std::va_list args) {
    const int length = vsniprintf(buf, buf_size, fmt, args);
    if (buf == nullptr) return length;
    const int most = static_cast<int>(buf_size) - 1;
    return length < 0 ? most : std::min(length, most);
}

int ImFormatString(char* buf, std::size_t buf_size, const char* fmt, ...) {
    std::va_list args;  // NOLINT(cppcoreguidelines-init-variables): va_start does
    va_start(args, fmt);
    const int length = ImFormatStringV(buf, buf_size, fmt, args);
    va_end(args);
    return length;
}
