#include "report/export.h"

namespace fulcrum {

namespace exports_of {
#define EXPORT(id) extern const Export id;
#include "report/exports.def"
#undef EXPORT
}  // namespace exports_of

std::span<const Export* const> exports() {
    static constexpr const Export* in_order[] = {
#define EXPORT(id) &exports_of::id,
#include "report/exports.def"
#undef EXPORT
    };
    return in_order;
}

const Export* find_export(std::string_view id) {
    for (const Export* form : exports())
        if (form->id == id) return form;
    return nullptr;
}

}  // namespace fulcrum
