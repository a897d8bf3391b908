#include "assets/asset_files.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace fulcrum::test {

std::vector<std::filesystem::path> decision_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(FULCRUM_ASSETS_DIR)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".json" && name != "decision.schema.json")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const Json& phase0() {
    static const Json json = Json::parse(
        text_of(std::filesystem::path(FULCRUM_ASSETS_DIR) / "phase0.json"), nullptr, false);
    return json;
}

Json at_path(const Json& json, std::string_view path) {
    Json here = json;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string step(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
        Json next;
        if (here.is_object() && here.contains(step)) next = here[step];
        for (std::size_t n = 0; here.is_array() && n < here.size(); ++n)
            if (std::to_string(n) == step ||
                (here[n].is_object() && here[n].value("id", "") == step))
                next = here[n];
        here = std::move(next);
    }
    return here;
}

}  // namespace fulcrum::test
