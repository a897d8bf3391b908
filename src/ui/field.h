// The typed field: what the painter does while it owns a text.
#pragma once

#include "ui/memory.h"

namespace fulcrum {

// Reports the text, unless it is the one that stood there before.
void commit_edit(Painter::State& memory, PaintResult& result);

// UTF-16 units <-> bytes of UTF-8; beyond the end: the end.
std::size_t utf16_length(std::string_view text);
std::size_t byte_of(std::string_view text, std::size_t utf16);

}  // namespace fulcrum
