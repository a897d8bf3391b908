// Analyses that are asked for by name, results("precision"): a function and a line in sections.def
// each.
#pragma once

#include "engine/model.h"

#include <span>
#include <string>
#include <string_view>

namespace fulcrum {

struct Section {
    std::string_view id;
    // Of so many draws, run to the end. document and model belong together.
    std::string (*json)(const Document& document, const Model& model, std::size_t draws);
};

std::span<const Section> sections();  // in the order of sections.def
const Section* find_section(std::string_view id);

}  // namespace fulcrum
