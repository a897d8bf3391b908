// Parts of the C library, in the size that the page's program needs: the library's own would be 35
// KB of it. They are linked into the page alone; tests have the whole library.
//   sine, power and others  circles, colours and coasting on the screen; what is computed from a
//                           document is math/elementary's
//   strtod and its kin      the JSON library reads each number once more than we do
//   snprintf                the JSON library prints whole numbers
//   sscanf                  Dear ImGui reads the number in "#version 300 es"; its settings are off
#include "base/text.h"

#include <cstdarg>
#include <cstddef>
#include <emscripten.h>

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name, cert-dcl50-cpp): the C library's
extern "C" {

EM_JS(double, js_sine, (double angle), { return Math.sin(angle); })
EM_JS(double, js_cosine, (double angle), { return Math.cos(angle); })
EM_JS(double, js_arc_cosine, (double cosine), { return Math.acos(cosine); })
EM_JS(double, js_power, (double base, double exponent), { return Math.pow(base, exponent); })

float sinf(float angle) {
    return static_cast<float>(js_sine(angle));
}
float cosf(float angle) {
    return static_cast<float>(js_cosine(angle));
}
float acosf(float cosine) {
    return static_cast<float>(js_arc_cosine(cosine));
}
double pow(double base, double exponent) {
    return js_power(base, exponent);
}

double strtod(const char* text, char** end) {
    const bool is_negative = *text == '-';
    const fulcrum::LeadingNumber number = fulcrum::leading_decimal(text + (is_negative ? 1 : 0));
    const std::size_t length = number.length + (is_negative && number.length > 0 ? 1 : 0);
    if (end != nullptr) *end = const_cast<char*>(text) + length;
    return is_negative ? -number.value : number.value;
}

float strtof(const char* text, char** end) {
    return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
    return strtod(text, end);
}

int vsniprintf(char* text, std::size_t size, const char* format, std::va_list arguments);

int snprintf(char* text, std::size_t size, const char* format, ...) {
    std::va_list arguments;  // NOLINT(cppcoreguidelines-init-variables): va_start does
    va_start(arguments, format);
    const int length = vsniprintf(text, size, format, arguments);
    va_end(arguments);
    return length;
}

// Reads text that begins as format does up to its first "%", and goes on with digits.
// returns    1 and the number in the first argument after format, or 0 and nothing
int sscanf(const char* text, const char* format, ...) {
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

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name, cert-dcl50-cpp)
