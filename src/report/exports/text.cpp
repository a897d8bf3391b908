#include "page/page.h"
#include "report/export.h"

namespace fulcrum::exports_of {
namespace {

// The verdict, then every view, as a terminal shows them.
std::string write(const Session& session) {
    std::string text = as_text(verdict(session));
    for (const View& view : views()) text += '\n' + as_text(view.page(session));
    return text;
}

}  // namespace

extern const Export text{.id = "text", .extension = "txt", .name = "Text", .write = write};

}  // namespace fulcrum::exports_of
