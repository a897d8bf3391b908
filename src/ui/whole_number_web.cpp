// Stands in for sscanf in Dear ImGui, as imgui_config.h says why.
#include <cstdarg>

// Reads text that begins as format does up to its first "%", and goes on with digits.
// returns    1 and the number in the first argument after format, or 0 and nothing
extern "C" int read_whole_number(const char* text, const char* format, ...) {
    while (*format != '\0' && *format != '%' && *text == *format) ++text, ++format;
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (*format != '%' || !is_digit(*text)) return 0;

    int number = 0;
    for (; is_digit(*text) && number < 100'000'000; ++text) number = 10 * number + (*text - '0');

    std::va_list arguments;  // NOLINT(cppcoreguidelines-init-variables): va_start does
    va_start(arguments, format);
    *va_arg(arguments, int*) = number;
    va_end(arguments);
    return 1;
}
