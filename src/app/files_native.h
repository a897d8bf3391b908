// Whole files, for the command line.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fulcrum {

// At most limit + 1 bytes are read, so that a file that is too large is known as such and never
// held.
Result<std::string> read_file(const std::string& path, std::size_t limit);

// Empty on success.
std::optional<Error> write_file(const std::string& path, std::string_view bytes);

}  // namespace fulcrum
