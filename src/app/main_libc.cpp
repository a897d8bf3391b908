// Parts of the C library, in the size that the page's program needs: the library's own would be 35
// KB of it. They are linked into the page alone; tests have the whole library.
//   sine, power and others  circles, colours and coasting on the screen; what is computed from a
//                           document is math/elementary's
//   strtod and its kin      the JSON library reads each number once more than we do
//   snprintf and its kin    the JSON library prints whole numbers, Dear ImGui names
//   sscanf                  Dear ImGui reads the number in "#version 300 es"; its settings are off
#include "base/text.h"

#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <emscripten.h>

namespace {

// What has been written, and what would have been with more room.
struct Written {
    char* text = nullptr;
    std::size_t size = 0, length = 0;
    void put(char letter) {
        if (length + 1 < size) text[length] = letter;
        ++length;
    }
    void put(const char* letters, int count, char filling, int width) {
        for (; width > count; --width) put(filling);
        for (int k = 0; k < count; ++k) put(letters[k]);
    }
};

struct Arguments {
    std::va_list list;
};

// What follows a "%": "04X" or ".*s".
struct Directive {
    char filling = ' ';
    int width = 0, precision = -1;
    char kind = '%';
};

int number(const char*& format, Arguments& arguments) {
    int value = 0;
    if (*format == '*') {
        ++format;
        value = va_arg(arguments.list, int);
    }
    for (; *format >= '0' && *format <= '9'; ++format) value = 10 * value + (*format - '0');
    return value;
}

// format is left at the last letter of the directive.
Directive directive(const char*& format, Arguments& arguments) {
    Directive found;
    if (*format == '0') found.filling = '0';
    found.width = number(format, arguments);
    if (*format == '.') found.precision = number(++format, arguments);
    while (*format == 'l' || *format == 'z') ++format;  // all are as wide as an int here
    found.kind = *format;
    return found;
}

void write_number(Written& written, const Directive& as, Arguments& arguments) {
    const bool is_signed = as.kind == 'd' || as.kind == 'i';
    const unsigned base = is_signed || as.kind == 'u' ? 10 : 16;
    auto value = va_arg(arguments.list, unsigned);
    const bool is_negative = is_signed && static_cast<int>(value) < 0;
    if (is_negative) value = 0 - value;
    char digits[16];
    char* const end = digits + sizeof digits;
    char* at = end;
    const int least = std::clamp(as.precision, 1, 14);
    for (; value != 0 || end - at < least; value /= base)
        *--at = (as.kind == 'x' ? "0123456789abcdef" : "0123456789ABCDEF")[value % base];
    if (is_negative) *--at = '-';
    written.put(at, static_cast<int>(end - at), as.filling, as.width);
}

void write(Written& written, const Directive& as, Arguments& arguments) {
    if (as.kind == 's') {
        const char* const text = va_arg(arguments.list, const char*);
        int count = 0;
        while (count != as.precision && text[count] != '\0') ++count;
        written.put(text, count, ' ', as.width);
    } else if (as.kind == 'c') {
        written.put(static_cast<char>(va_arg(arguments.list, int)));
    } else if (as.kind == '%') {
        written.put('%');
    } else {
        write_number(written, as, arguments);
    }
}

}  // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name, cert-dcl50-cpp): the C library's
extern "C" {

EM_JS(double, js_sine, (double angle), { return Math.sin(angle); })
EM_JS(double, js_cosine, (double angle), { return Math.cos(angle); })
EM_JS(double, js_arc_cosine, (double cosine), { return Math.acos(cosine); })
EM_JS(void, js_complain, (const char* text), { console.error(UTF8ToString(text)); })
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

// Whole numbers, letters and texts, with a width, leading zeros and a precision; nothing else is
// asked for here.
int vsniprintf(char* text, std::size_t size, const char* format, std::va_list list) {
    Written written{text, size};
    Arguments arguments{};
    va_copy(arguments.list, list);
    for (; *format != '\0'; ++format) {
        if (*format == '%')
            write(written, directive(++format, arguments), arguments);
        else
            written.put(*format);
    }
    va_end(arguments.list);
    if (size > 0) text[std::min(written.length, size - 1)] = '\0';
    return static_cast<int>(written.length);
}

// What the drawing library says when a shader fails; the compiler asks for the second where no
// number has a point.
int fprintf(std::FILE* /*to*/, const char* format, ...) {
    js_complain(format);
    return 0;
}
int fiprintf(std::FILE* /*to*/, const char* format, ...) {
    js_complain(format);
    return 0;
}

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
