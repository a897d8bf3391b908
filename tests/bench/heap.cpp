#include "bench/heap.h"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::size_t live = 0, peak = 0;  // one thread

void* counted(void* block) {
    if (block == nullptr) std::abort();
    live += malloc_usable_size(block);
    peak = std::max(peak, live);
    return block;
}

void forget(void* block) {
    live -= malloc_usable_size(block);
    std::free(block);
}

}  // namespace

namespace fulcrum {

std::size_t heap_bytes() {
    return live;
}

std::size_t heap_peak() {
    return peak;
}

void forget_heap_peak() {
    peak = live;
}

}  // namespace fulcrum

// The forms of the standard that are not here call these.
void* operator new(std::size_t size) {
    return counted(std::malloc(std::max<std::size_t>(size, 1)));
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto whole = static_cast<std::size_t>(alignment);
    return counted(
        std::aligned_alloc(whole, (std::max<std::size_t>(size, 1) + whole - 1) / whole * whole));
}

void operator delete(void* block) noexcept {
    if (block != nullptr) forget(block);
}

void operator delete(void* block, std::size_t) noexcept {
    operator delete(block);
}

void operator delete(void* block, std::align_val_t) noexcept {
    operator delete(block);
}

void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
    operator delete(block);
}
