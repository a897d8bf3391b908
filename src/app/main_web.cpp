// What the page's script may call: about twenty functions, numbers and text in, numbers and text
// out. Text that is returned holds until the next call.
#include "app/host_web.h"
#include "app/page_app.h"
#include "base/json_writer.h"
#include "words/app_words.h"
#include "words/painter_words.h"
#include "words/words.h"

#include <cstdint>
#include <emscripten/emscripten.h>
#include <memory>

namespace {

using namespace fulcrum;

struct Page {
    std::unique_ptr<PageApp> app;
    PageParts parts;
    bool renders = false;
    std::string answer;
    std::string told;  // the state that the script knows
};

Page& page() {
    static Page instance;
    return instance;
}

const char* answer(std::string text) {
    page().answer = std::move(text);
    return page().answer.c_str();
}

// What the script mirrors: the pointer, the focus, and the text that the keyboard writes into.
std::string state_json() {
    const PaintResult& painted = page().app->painted();
    JsonWriter json;
    json.begin_object();
    json.member("cursor", painted.cursor);
    json.member("focus", painted.edited_key.empty() ? painted.focus : painted.edited_key);
    if (!painted.edited_key.empty()) {
        const TextEdit& edit = painted.edit;
        json.key("edit");
        json.begin_object();
        json.member("key", edit.key);
        json.member("text", edit.text);
        json.member("from", static_cast<std::int64_t>(edit.from));
        json.member("to", static_cast<std::int64_t>(edit.to));
        json.member("x", edit.box.x);
        json.member("y", edit.box.y);
        json.member("w", edit.box.width);
        json.member("h", edit.box.height);
        json.end_object();
    }
    json.end_object();
    return std::move(json).text();
}

std::string rect_json(const std::string& key) {
    const std::optional<Box> box = page().app->rect(key);
    if (!box) return "null";
    JsonWriter json;
    json.begin_object();
    json.member("x", box->x);
    json.member("y", box->y);
    json.member("w", box->width);
    json.member("h", box->height);
    json.end_object();
    return std::move(json).text();
}

// Of the script's own buttons.
const std::string& label(std::string_view name) {
    const PainterWords& words = painter_words();
    if (name == "as_text") return words.as_text;
    return name == "as_picture" ? words.as_picture : words.to_assumptions;
}

}  // namespace

extern "C" {

// returns 0: no decision could be opened; 1: it runs without a picture; 2: it paints
EMSCRIPTEN_KEEPALIVE int fulcrum_start(const char* regular, int regular_size, const char* medium,
                                       int medium_size, const char* fragment, const char* saved,
                                       const char* address) {
    const Faces faces{{regular, static_cast<std::size_t>(regular_size)},
                      {medium, static_cast<std::size_t>(medium_size)}};
    lend_faces();
    page().app = PageApp::start(faces, fragment, saved, address);
    if (!page().app) return 0;
    page().app->lend_clock(emscripten_get_now);
    page().renders = make_context("#canvas");
    return page().renders ? 2 : 1;
}

EMSCRIPTEN_KEEPALIVE void fulcrum_surround(double width, double height, double ratio, int dark,
                                           int coarse) {
    page().app->surround({{width, height}, ratio, dark != 0, coarse != 0});
}

EMSCRIPTEN_KEEPALIVE void fulcrum_pointer(int event, double x, double y) {
    page().app->pointer(static_cast<PointerEvent>(event), {x, y});
}

EMSCRIPTEN_KEEPALIVE void fulcrum_touch(int event, double x, double y, double seconds) {
    page().app->touch(static_cast<TouchEvent>(event), {x, y}, seconds);
}

EMSCRIPTEN_KEEPALIVE void fulcrum_wheel(double x, double y, double across, double along) {
    page().app->painter().wheel({x, y}, {across, along});
}

EMSCRIPTEN_KEEPALIVE int fulcrum_key(const char* name, int shift, int down) {
    return page().app->key({name, shift != 0, down != 0}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void fulcrum_text(const char* text, int from, int to) {
    page().app->painter().text(text, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
}

// An element has the focus of the keyboard: that of a control, or another ("").
EMSCRIPTEN_KEEPALIVE void fulcrum_focus(const char* key) {
    page().app->painter().focus(key);
}

EMSCRIPTEN_KEEPALIVE void fulcrum_blur() {
    page().app->painter().blur();
}

// returns 1: draw again soon; +2: fulcrum_state() has changed
EMSCRIPTEN_KEEPALIVE int fulcrum_frame(double seconds) {
    const bool again = page().app->frame(seconds);
    if (page().renders && page().app->has_painted()) show_frame();
    std::string state = state_json();
    const bool news = state != page().told;
    page().told = std::move(state);
    return (again ? 1 : 0) + (news ? 2 : 0);
}

// The steps that bring the page's elements up to date, as JSON.
EMSCRIPTEN_KEEPALIVE const char* fulcrum_form(double figure_width) {
    return answer(page().app->form_steps(figure_width));
}

// Is there no more to come when nothing changes?
EMSCRIPTEN_KEEPALIVE int fulcrum_form_whole() {
    return page().app->form_is_whole() ? 1 : 0;
}

// What happened to one of these elements. phase: 0 begin, 1 change, 2 commit. kind: 1 number,
// 2 truth (of number), 3 text
EMSCRIPTEN_KEEPALIVE void fulcrum_input(const char* key, int phase, int kind, double number,
                                        const char* text) {
    Value value = number;
    if (kind == 2) value = number != 0;
    if (kind == 3) value = std::string(text);
    page().app->input({key, static_cast<Phase>(phase), std::move(value)});
}

// While nothing happens. returns 0: nothing to do; 1: call again; 2: draw
// returns whether there is more to do
EMSCRIPTEN_KEEPALIVE int fulcrum_prepare_report() {
    return page().app->prepare_report() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int fulcrum_refine() {
    return static_cast<int>(page().app->refine());
}

// Of the last frame: ms spent on edits and fresh results.
EMSCRIPTEN_KEEPALIVE double fulcrum_engine_ms() {
    return page().app->engine_ms();
}

// Of the last call of fulcrum_refine: how long it took, in ms.
EMSCRIPTEN_KEEPALIVE double fulcrum_refine_ms() {
    return page().app->refine_ms();
}

EMSCRIPTEN_KEEPALIVE const char* fulcrum_state() {
    return page().told.c_str();
}

// The graphics context was lost (0) or came back (1).
EMSCRIPTEN_KEEPALIVE void fulcrum_context(int alive) {
    page().renders = alive != 0;
    context_changed(alive != 0);
}

// 0 none, 1 copy the link, 2 save the page, 3 open a file, 4 show the page as text, 5 save the
// table of draws
EMSCRIPTEN_KEEPALIVE int fulcrum_command() {
    const std::optional<Command> command = page().app->take_command();
    if (!command) return 0;
    switch (*command) {
        case Command::CopyLink:
            return 1;
        case Command::SavePage:
            return 2;
        case Command::OpenFile:
            return 3;
        case Command::ShowText:
            return 4;
        case Command::SaveDraws:
            return 5;
        case Command::Undo:
        case Command::Redo:
        case Command::RestoreAll:
            break;  // done by the program itself
    }
    return 0;
}

// 0 redo, 1 undo, 2 save the page
EMSCRIPTEN_KEEPALIVE void fulcrum_ask(int what) {
    constexpr Command commands[] = {Command::Redo, Command::Undo, Command::SavePage};
    page().app->ask(commands[what]);
}

// 0 link copied, 1 link not taken, 2 page saved, 3 there is no picture, 4 draws saved, 5 the page
// began again
EMSCRIPTEN_KEEPALIVE void fulcrum_said(int what) {
    const AppWords& words = app_words();
    const std::size_t length = page().app->link().size();
    const bool has_address = page().app->link_has_address();
    if (what == 0) page().app->say(words.copied(length, has_address));
    if (what == 1) page().app->say(words.not_copied(length, has_address));
    if (what == 2) page().app->say(words.saved);
    if (what == 3) page().app->say(words.no_picture);
    if (what == 4) page().app->say(fulcrum::words().trace.saved);
    if (what == 5) page().app->say(words.begun_again);
}

// returns "" or why nothing was opened
EMSCRIPTEN_KEEPALIVE const char* fulcrum_open(const char* text, int is_fragment) {
    return answer(is_fragment != 0 ? page().app->open_fragment(text) : page().app->open(text));
}

EMSCRIPTEN_KEEPALIVE const char* fulcrum_set(const char* id, const char* value) {
    return answer(page().app->set(id, value));
}

EMSCRIPTEN_KEEPALIVE const char* fulcrum_view(const char* id) {
    return answer(page().app->view(id));
}

// The exact content of the page's elements, needed once before read("page").
EMSCRIPTEN_KEEPALIVE void fulcrum_part(int which, const char* content) {
    PageParts& parts = page().parts;
    std::string* const fields[] = {&parts.policy, &parts.style, &parts.regular, &parts.medium,
                                   &parts.wasm,   &parts.glue,  &parts.host};
    *fields[which] = content;
}

EMSCRIPTEN_KEEPALIVE const char* fulcrum_read(const char* what, const char* argument) {
    const std::string name(what);
    PageApp& app = *page().app;
    if (name == "document") return answer(app.document());
    if (name == "results") return answer(app.results(argument));
    if (name == "text") return answer(app.text(argument));
    if (name == "link") return answer(app.link());
    if (name == "rect") return answer(rect_json(argument));
    if (name == "saved_page") return answer(app.saved_page(page().parts));
    if (name == "page") return answer(app.page(page().parts));
    if (name == "file_name") return answer(app.file_name());
    if (name == "draws") return answer(app.draws_table());
    if (name == "draws_name") return answer(app.draws_table_name());
    if (name == "notice") return answer(app.notice().text);
    if (name == "report") return answer(app.report_steps(argument));
    if (name == "verdict") return answer(app.verdict_line());
    if (name == "label") return answer(label(argument));
    return answer({});
}

}  // extern "C"

int main() {
    return 0;
}
