#include "app/page_app.h"

#include "analysis/results_json.h"
#include "analysis/section.h"
#include "builtin/builtin.h"
#include "form/difference.h"
#include "form/form.h"
#include "link/link.h"
#include "model/document_json.h"
#include "picture/fallback_text.h"
#include "words/app_words.h"
#include "words/sentence.h"

#include <limits>
#include <utility>

namespace fulcrum {
namespace {

std::string sentence_of(const Diagnostics& findings) {
    const Error& first = findings.front();
    const AppWords& words = app_words();
    return words.not_opened(first.line > 0
                                ? words.at_line(first.message, first.line, first.column, first.path)
                                : first.message,
                            findings.size() - 1);
}

OpenedText opened_fragment(std::string_view fragment) {
    Result<OpenedLink> link = open_link(fragment);
    if (!link) return {{}, {}, {link.error()}};
    Diagnostics findings = Session::findings(link->document);
    if (!findings.empty()) return {{}, {}, std::move(findings)};
    OpenedLink opened = *std::move(link);
    return {std::move(opened.document), std::move(opened.reference), {}};
}

}  // namespace

std::unique_ptr<PageApp> PageApp::start(const Faces& faces, std::string_view fragment,
                                        std::string_view saved, std::string address) {
    OpenedText opened;
    std::string notice;
    const auto attempt = [&](OpenedText found) {
        if (found.diagnostics.empty()) {
            opened = std::move(found);
            return true;
        }
        if (notice.empty()) notice = sentence_of(found.diagnostics);
        return false;
    };
    if (fragment.starts_with('#')) fragment.remove_prefix(1);
    const bool found = (!fragment.empty() && attempt(opened_fragment(fragment))) ||
                       (!saved.empty() && attempt(open_text(saved))) ||
                       attempt(open_text(builtins().front().json));
    if (!found) return nullptr;
    Result<Session> session =
        Session::open(std::move(opened.document), std::move(opened.reference));
    if (!session) return nullptr;
    std::unique_ptr<PageApp> app(new PageApp(faces, *std::move(session), std::move(address)));
    app->notice_.text = std::move(notice);
    app->remark_on_script();
    return app;
}

PageApp::PageApp(const Faces& faces, Session session, std::string address)
    : session_(std::move(session)), stage_(faces), address_(std::move(address)) {}

void PageApp::surround(const Surroundings& surroundings) {
    surroundings_ = surroundings;
    stage_.resize(surroundings.size, surroundings.ratio);
}

void PageApp::pointer(PointerEvent event, Point at) {
    stage_.pointer(event, at, false);
}

void PageApp::touch(TouchEvent event, Point at, double seconds) {
    touch_.event(event, at, seconds, stage_, painter_);
}

bool PageApp::key(const KeyEvent& event) {
    return painter_.key(event);
}

template <class Act>
void PageApp::measured(const Act& act) {
    const double begin = clock_();
    act();
    engine_ms_ += clock_() - begin;
}

void PageApp::refresh() {
    if (const View* view = find_view(session_.look().view))
        measured([&] { session_.show(shown_by(*view, session_)); });
    if (shown_version_ == session_.version()) return;
    shown_version_ = session_.version();
    screen_ = screen(session_);
}

// What another view shows is computed in a frame of its own, under the picture of the view before:
// in a large decision it takes as long as a picture. returns whether this is that frame
bool PageApp::take_up_view() {
    const View* view = find_view(session_.look().view);
    if (view == nullptr || view->id == view_) return false;
    const bool is_first = view_.empty();
    view_ = view->id;
    const std::uint64_t version = session_.version();
    measured([&] { session_.show(shown_by(*view, session_)); });
    return !is_first && session_.version() != version;
}

void PageApp::paint_once() {
    refresh();
    const Theme theme = session_.look().theme;
    const bool dark = theme == Theme::Dark || (theme == Theme::System && surroundings_.dark);
    stage_.begin_frame(frame_seconds_);
    painted_ =
        painter_.paint(screen_, surroundings_.size, dark, surroundings_.coarse_pointer, notice_);
    stage_.end_frame();
}

bool PageApp::frame(double seconds) {
    constexpr int most_passes = 4;  // after the events; what still changes waits for a frame
    frame_seconds_ = seconds;
    engine_ms_ = 0;
    has_painted_ = !take_up_view();
    if (!has_painted_) return painted_.wants_frame = true;
    const bool coasts = touch_.coast(seconds, painter_);
    for (int pass = 0; pass < most_passes;) {
        paint_once();
        const bool changed = !painted_.inputs.empty();
        apply(painted_.inputs);
        // Each pass takes an event, and none may wait: a click's command has to run in its handler.
        if (stage_.has_events()) continue;
        if (!changed || session_.look().view != view_) break;
        ++pass;
    }
    return painted_.wants_frame || coasts || stage_.has_events() ||
           shown_version_ != session_.version();
}

std::string PageApp::form_steps(double figure_width) {
    constexpr std::size_t part = 40;  // blocks: some 30 ms of a browser's work
    engine_ms_ = 0;
    refresh();
    if (form_is_whole_ && form_version_ == shown_version_ && form_notice_ == notice_.text &&
        form_figure_width_ == figure_width)
        return "[]";
    if (!form_is_whole_) form_room_ += part;
    form_version_ = shown_version_;
    form_notice_ = notice_.text;
    form_figure_width_ = figure_width;
    ScreenForm now = form_of(screen_, notice_.text, figure_width, form_room_);
    std::string steps = difference_json(form_, now.elements);
    form_ = std::move(now.elements);
    form_is_whole_ = now.is_whole;
    return steps;
}

std::string PageApp::verdict_line() const {
    std::string line;
    for (const Block& block : screen_.verdict.blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block.form))
            line += (line.empty() ? "" : " ") + plain(paragraph->text);
    return line;
}

PageApp::Refined PageApp::refine() {
    constexpr double enough_ms = 2;  // a piece takes less than that
    const double begin = clock_();
    const Refined refined = refine_until(begin + enough_ms);
    refine_ms_ = clock_() - begin;
    return refined;
}

// What is of an earlier moment is begun anew.
void PageApp::take_up_work() {
    if (!study_ || !study_->is_fresh(session_)) study_ = Study::of(session_);
    if (!study_ && (!refinement_ || !refinement_->is_fresh(session_)))
        refinement_ = Refinement::of(session_);
}

PageApp::Refined PageApp::refine_until(double until) {
    if (shown_version_ != session_.version()) {
        refresh();  // in a slice of its own, so that the frame has the picture alone to make
        return Refined::All;
    }
    if (saving_ && !is_saved_) return make_page(until) ? Refined::Some : Refined::All;
    if (draws_) return write_draws(until) ? Refined::Some : Refined::All;
    take_up_work();
    if (!study_ && !refinement_) return Refined::Nothing;
    const std::uint64_t version = session_.version();
    bool more = true;
    while (more && session_.version() == version && clock_() < until)
        more = study_ ? study_->step(session_) : refinement_->step(session_);
    if (!more) (study_ ? study_.reset() : refinement_.reset());
    return Refined::Some;
}

void PageApp::apply(const std::vector<Input>& inputs) {
    for (std::size_t n = 0; n < inputs.size(); ++n) {
        // Only the last of several changes in one frame counts.
        const bool overtaken = inputs[n].phase == Phase::Change && n + 1 < inputs.size() &&
                               inputs[n + 1].phase == Phase::Change &&
                               inputs[n + 1].key == inputs[n].key;
        if (!overtaken) apply(inputs[n]);
    }
}

void PageApp::apply(const Input& input) {
    if (input.key == notice_close_key) {
        notice_.text.clear();
        return;
    }
    const Action* action = find_action(screen_, input.key);
    if (action == nullptr) return;
    if (const auto* command = std::get_if<Command>(action)) {
        if (input.phase == Phase::Commit) ask(*command);
        return;
    }
    std::optional<Error> error;
    measured([&] { error = session_.input(*action, input.phase, input.value); });
    if (error)
        notice_.text = as_sentence(error->message);
    else if (input.phase == Phase::Commit && std::holds_alternative<Edit>(*action))
        notice_.text.clear();
    const auto* look = std::get_if<LookChange>(action);
    const auto* trace = look ? std::get_if<ShowTrace>(look) : nullptr;
    if (trace != nullptr && !trace->way.empty()) painter_.reveal(trace_close_key);
}

void PageApp::ask(Command command) {
    if (command == Command::Undo || command == Command::Redo || command == Command::RestoreAll)
        session_.input(Action{command}, Phase::Commit, {});
    else if (command == Command::SavePage)
        begin_saving();
    else if (command == Command::SaveDraws)
        begin_draws_table();
    else
        commands_.push_back(command);
}

std::optional<Command> PageApp::take_command() {
    if (commands_.empty()) return std::nullopt;
    const Command command = commands_.front();
    commands_.erase(commands_.begin());
    return command;
}

std::string PageApp::take(OpenedText opened) {
    if (!opened.diagnostics.empty()) return notice_.text = sentence_of(opened.diagnostics);
    const Look look = session_.look();
    Result<Session> session =
        Session::open(std::move(opened.document), std::move(opened.reference));
    if (!session) return notice_.text = sentence_of({session.error()});
    session_ = *std::move(session);
    session_.input(Action{LookChange{ShowView{look.view}}}, Phase::Commit, {});
    session_.input(Action{LookChange{SetTheme{look.theme}}}, Phase::Commit, {});
    shown_version_.reset();
    form_version_.reset();
    notice_.text = app_words().opened(session_.document().title);
    remark_on_script();
    return {};
}

void PageApp::remark_on_script() {
    if (!has_right_to_left(document())) return;
    notice_.text += (notice_.text.empty() ? "" : " ") + app_words().right_to_left;
}

std::string PageApp::open(std::string_view text) {
    return take(open_text(text));
}

std::string PageApp::open_fragment(std::string_view fragment) {
    return take(opened_fragment(fragment));
}

std::string PageApp::set(const std::string& id, std::string_view value) {
    const std::optional<Error> error = session_.set(id, std::string(value));
    return error ? error->message : std::string();
}

std::string PageApp::view(const std::string& id) {
    if (!find_view(id)) return app_words().unknown_view;
    session_.input(Action{LookChange{ShowView{id}}}, Phase::Commit, {});
    return {};
}

std::string PageApp::document() const {
    return canonical(session_.document());
}

std::string PageApp::results(std::string_view section) const {
    const Document& document = session_.document();
    if (section.empty()) return results_json(document, session_.all_results());
    if (const Section* found = find_section(section))
        return found->json(document, session_.model(),
                           static_cast<std::size_t>(document.simulation.draws));
    return undefined_json(app_words().unknown_section);
}

std::string PageApp::text(const std::string& id) const {
    constexpr int no_wrap = std::numeric_limits<int>::max();
    Session session = session_;
    if (id == "verdict") return as_text(verdict(session), no_wrap);
    if (id == "bar") return as_text(bar(session), no_wrap);
    if (id == "assumptions") return as_text(assumptions(session));
    const View* view = find_view(id.empty() ? session.look().view : id);
    if (!view) return {};
    if (view->id != session.look().view)
        session.input(Action{LookChange{ShowView{id}}}, Phase::Commit, {});
    session.show(shown_by(*view, session));
    session.study();
    return as_text(page_of(*view, session));
}

std::string PageApp::link_base() const {
    const std::string_view home = home_address();
    return home.empty() ? address_ : std::string(home);
}

std::string PageApp::link() const {
    return link_text(session_.document(), link_base());
}

std::optional<Box> PageApp::rect(const std::string& key) {
    constexpr int most_frames = 8;  // a drawer opens, then it scrolls
    for (int frames = 0; frames < most_frames; ++frames) {
        const auto found = painted_.rects.find(key);
        const bool is_there = found != painted_.rects.end();
        if (is_there && frames > 0 && !painted_.wants_frame) return found->second;
        if (!is_there) painter_.reveal(key);
        frame(0);
    }
    return std::nullopt;
}

}  // namespace fulcrum
