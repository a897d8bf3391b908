// Numbers that begin at a cache line: loops over them never cross one in the middle of a vector.
// Those that no value is given for are not cleared: they are written before they are read.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace fulcrum {

template <class T>
struct CacheLineAllocator {
    using value_type = T;
    static constexpr std::align_val_t line{64};

    CacheLineAllocator() = default;
    template <class U>
    CacheLineAllocator(const CacheLineAllocator<U>&) {}  // NOLINT: allocators convert

    T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new(count * sizeof(T), line));
    }
    void deallocate(T* numbers, std::size_t) { ::operator delete(numbers, line); }
    void construct(T* number) { ::new (number) T; }
    template <class Value>
    void construct(T* number, const Value& value) {
        ::new (number) T(value);
    }
    bool operator==(const CacheLineAllocator&) const { return true; }
};

using AlignedDoubles = std::vector<double, CacheLineAllocator<double>>;

}  // namespace fulcrum
