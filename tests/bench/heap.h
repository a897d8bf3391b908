// Bytes that operator new has given and operator delete has not taken back, in the program that
// links this. Counted as the allocator rounds them, without its own books.
#pragma once

#include <cstddef>

namespace fulcrum {

std::size_t heap_bytes();  // now
std::size_t heap_peak();   // the most since the last call of forget_heap_peak
void forget_heap_peak();

}  // namespace fulcrum
