#include "analysis/section.h"

namespace fulcrum {

namespace section {
#define SECTION(id) std::string id(const Document& document, const Model& model, std::size_t draws);
#include "analysis/sections.def"
#undef SECTION
}  // namespace section

std::span<const Section> sections() {
    static constexpr Section in_order[] = {
#define SECTION(id) {#id, section::id},
#include "analysis/sections.def"
#undef SECTION
    };
    return in_order;
}

const Section* find_section(std::string_view id) {
    for (const Section& section : sections())
        if (section.id == id) return &section;
    return nullptr;
}

}  // namespace fulcrum
