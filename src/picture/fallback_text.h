// Text that the embedded faces lack: other scripts, emoji. A host sets it in faces of its own (font
// fallback), a run at a time, so that letters that join and signs of several code points stay
// whole.
#pragma once

#include <cstddef>
#include <string_view>

namespace fulcrum {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  // bytes
};
// Lenient: a wrong byte stands for itself. Requires that text is not empty.
CodePoint first_code_point(std::string_view text);

// Bytes of the run that text begins with; 0: it begins with what the embedded faces hold. A run
// ends at a space, at what those faces hold, and beside an ideograph, where lines may break.
std::size_t fallback_run(std::string_view text);

// May a line break between these two?
bool breaks_between(char32_t before, char32_t after);

// Is there a letter of a script that is written from right to left (Hebrew, Arabic, Syriac, ...)?
bool has_right_to_left(std::string_view text);

// Advance width of a run, in em: as the host's faces have it, and where none are lent about what
// is usual: 1 for an ideograph, 0 for a mark that joins the letter before it.
double fallback_width(std::string_view run, bool bold);
void lend_fallback_width(double (*width)(std::string_view run, bool bold));

}  // namespace fulcrum
