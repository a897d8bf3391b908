// The built-in decisions.
#pragma once

#include <span>
#include <string_view>

namespace fulcrum {

struct Builtin {
    std::string_view id;    // the document's id
    std::string_view json;  // canonical text
};

// In the order of builtins.def; the first is shown when nothing else was asked for.
std::span<const Builtin> builtins();
const Builtin* find_builtin(std::string_view id);  // nullptr when there is none

}  // namespace fulcrum
