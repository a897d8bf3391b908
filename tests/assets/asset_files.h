// The files in assets/, and looking things up in their JSON.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fulcrum::test {

using Json = nlohmann::ordered_json;

// All decisions in assets/, in the order of their names; the schema is none.
std::vector<std::filesystem::path> decision_files();

// The whole text, "" when it cannot be read.
std::string text_of(const std::filesystem::path& path);

const Json& phase0();

// Where a path like "rows/weeks/cells/B/base" leads: a list is searched for the id, or by number.
// null when it leads nowhere.
Json at_path(const Json& json, std::string_view path);

}  // namespace fulcrum::test
