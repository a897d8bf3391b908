// What a decision can be written as, beside its own file: one export per file in exports/, one line
// in exports.def.
#pragma once

#include "session/session.h"

#include <span>
#include <string>
#include <string_view>

namespace fulcrum {

struct Export {
    std::string_view id;                           // stable for ever: --format ID
    std::string_view extension;                    // of a file that holds it
    std::string_view name;                         // shown in menus
    std::string (*write)(const Session& session);  // requires that the session shows every row
};

// All exports, in menu order.
std::span<const Export* const> exports();
const Export* find_export(std::string_view id);  // nullptr when there is none

}  // namespace fulcrum
