#include "builtin/builtin.h"

#include <array>
#include <cstddef>

namespace fulcrum {

// The bytes of assets/*.json; the build makes their definitions.
namespace builtin_bytes {
// NOLINTBEGIN(bugprone-macro-parentheses): a declared name takes none
#define BUILTIN(name)                  \
    extern const unsigned char name[]; \
    extern const std::size_t name##_size;
#include "builtin/builtins.def"
#undef BUILTIN
// NOLINTEND(bugprone-macro-parentheses)
}  // namespace builtin_bytes

namespace {

std::string_view text_of(const unsigned char* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::span<const Builtin> builtins() {
    static const std::array in_order{
#define BUILTIN(name) Builtin{#name, text_of(builtin_bytes::name, builtin_bytes::name##_size)},
#include "builtin/builtins.def"
#undef BUILTIN
    };
    return in_order;
}

const Builtin* find_builtin(std::string_view id) {
    for (const Builtin& builtin : builtins())
        if (builtin.id == id) return &builtin;
    return nullptr;
}

}  // namespace fulcrum
