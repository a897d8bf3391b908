// JSON pointers (RFC 6901) into a document.
#pragma once

#include <string>
#include <string_view>

namespace fulcrum {

// "/" and the key with ~ and / escaped: what one step adds to a pointer.
inline std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char c : key) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

inline std::string pointer_step(std::size_t index) {
    return "/" + std::to_string(index);
}

}  // namespace fulcrum
