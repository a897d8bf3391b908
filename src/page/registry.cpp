#include "page/page.h"
#include "page/parts.h"
#include "words/words.h"

namespace fulcrum {

#define VIEW(id, ...)                       \
    Page id##_view(const Session& session); \
    std::vector<std::size_t> id##_rows(const Document& document);
#include "page/views.def"
#undef VIEW

std::vector<View> views() {
    return {
#define VIEW(name, printed, tree, ...) \
    View{.id = #name,                  \
         .title = words().views.name,  \
         .page = name##_view,          \
         .rows = name##_rows,          \
         .on_paper = OnPaper::printed, \
         .shows_tree = tree,           \
         .studies = {__VA_ARGS__}},
#include "page/views.def"
#undef VIEW
    };
}

const View* find_view(std::string_view id) {
    static const std::vector<View> all = views();
    for (const View& view : all)
        if (view.id == id) return &view;
    return nullptr;
}

Screen screen(const Session& session) {
    const std::vector<View> all = views();
    Screen screen{.bar = bar(session),
                  .verdict = asked_verdict(session),
                  .assumptions = assumptions(session),
                  .views = {.key = "views", .tabs = {}},
                  .view = {}};
    for (std::size_t view = 0; view < all.size(); ++view) {
        screen.views.tabs.push_back({.key = "views/" + std::string(all[view].id),
                                     .label = std::string(all[view].title),
                                     .action = LookChange{ShowView{std::string(all[view].id)}}});
        if (all[view].id == session.look().view) screen.views.selected = view;
    }
    screen.view = page_of(all[screen.views.selected], session);
    Page last = about();
    Details folded = parts::details(session, last.id, last.title, false);
    folded.blocks = std::move(last.blocks);
    screen.assumptions.blocks.push_back({std::move(folded)});
    return screen;
}

}  // namespace fulcrum
