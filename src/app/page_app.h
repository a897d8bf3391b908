// The page as a program: session, screen, painter and what the host must do. Knows no browser;
// main_web.cpp lends it one.
#pragma once

#include "analysis/trace_csv.h"
#include "app/open_text.h"
#include "base/element.h"
#include "report/decision_page.h"
#include "session/refinement.h"
#include "session/session.h"
#include "ui/paint.h"
#include "ui/stage.h"
#include "ui/touch.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fulcrum {

struct Surroundings {
    Size size;         // CSS px
    double ratio = 1;  // device px per CSS px
    bool dark = false;
    bool coarse_pointer = false;
};

class PageApp {
  public:
    // What is shown first: the link in the address, else the decision saved in the page, else the
    // first built-in one. What could not be opened is said in the notice. fragment  of the address,
    // with or without '#'; saved: the page's data element; both may be empty address   base of
    // links: the page's own address on http(s), "" on a disk
    // returns   nullptr when not even the built-in decision can be opened
    static std::unique_ptr<PageApp> start(const Faces& faces, std::string_view fragment,
                                          std::string_view saved, std::string address);

    void surround(const Surroundings& surroundings);
    void pointer(PointerEvent event, Point at);
    void touch(TouchEvent event, Point at, double seconds);
    bool key(const KeyEvent& event);
    Painter& painter() { return painter_; }

    // Applies what happened since the last frame and paints until nothing changes. returns whether
    // another frame is needed soon.
    bool frame(double seconds);
    const PaintResult& painted() const { return painted_; }
    bool has_painted() const { return has_painted_; }  // in the last frame

    // While nothing happens: makes the page to be saved, and the results finer, for some ms of the
    // clock.
    enum class Refined { Nothing, Some, All };  // All: there is something new to draw
    Refined refine();

    // Time that the last frame spent on the session, edits and fresh results, and that the last
    // call of refine took. 0 until a clock is lent; clock() is in ms.
    double engine_ms() const { return engine_ms_; }
    double refine_ms() const { return refine_ms_; }
    void lend_clock(double (*clock)()) { clock_ = clock; }
    const Notice& notice() const { return notice_; }
    void say(std::string text) { notice_.text = std::move(text); }

    // The page as elements: what changed since the last call, as steps (form/difference.h).
    // figure_width   of its figures in CSS px; 0 = their sentences alone
    std::string form_steps(double figure_width);
    // A form of many assumptions is made in parts, a part with each call.
    bool form_is_whole() const { return form_is_whole_; }
    // The printed report, as the steps that make it of nothing. date: as its reader writes it
    std::string report_steps(const std::string& date);
    // Makes a piece of the report ahead, while nothing happens: browsers give no time for it when
    // they print. returns whether there is more to do
    bool prepare_report();
    // The verdict as it is shown, in one line: for readers who hear it.
    std::string verdict_line() const;
    void input(const Input& input) { apply(input); }

    // What the reader asked the host to do, once each.
    std::optional<Command> take_command();
    // Undo and redo are done at once; a page to be saved and a table of draws are made while
    // nothing else happens.
    void ask(Command command);

    // Opens any text that holds a decision. returns "" or the sentence of the notice.
    std::string open(std::string_view text);
    std::string open_fragment(std::string_view fragment);
    std::string set(const std::string& id, std::string_view value);
    std::string view(const std::string& id);

    std::string document() const;
    // All results, or the analysis of that name (analysis/sections.def).
    std::string results(std::string_view section = {}) const;
    std::string text(const std::string& id) const;  // of a view, "verdict", "assumptions", "bar"
    std::string link() const;
    bool link_has_address() const { return !link_base().empty(); }
    // The page as a file, of the decision as it is.
    std::string page(const PageParts& parts) const;
    // The same as it was when it was asked to be saved, once after take_command() has said
    // SavePage; "" when it was asked for again since then.
    std::string saved_page(const PageParts& parts);
    std::string file_name() const;
    // The table of draws that was asked for last, and a name for its file.
    std::string draws_table() { return std::move(draws_table_); }
    std::string draws_table_name() const;
    // Of a control anywhere on the screen; scrolls it into sight first.
    std::optional<Box> rect(const std::string& key);

  private:
    PageApp(const Faces& faces, Session session, std::string address);
    std::string link_base() const;
    std::string take(OpenedText opened);
    void begin_draws_table();
    bool write_draws(double until);
    void remark_on_script();
    void begin_saving();
    Refined refine_until(double until);
    void take_up_work();
    bool make_page(double until);
    void refresh();
    bool take_up_view();
    void paint_once();
    void apply(const std::vector<Input>& inputs);
    void apply(const Input& input);
    template <class Act>
    void measured(const Act& act);

    Session session_;
    std::optional<DecisionPage> saving_;
    std::optional<PrintedReport> report_;
    std::uint64_t report_version_ = 0;  // of the session that it is of
    bool is_saved_ = false, is_report_made_ = false;
    std::optional<Study> study_;
    std::optional<Refinement> refinement_;
    Screen screen_;
    std::string view_;  // whose results have been asked for
    std::optional<std::uint64_t> shown_version_;
    Stage stage_;
    Painter painter_;
    Touch touch_;
    Surroundings surroundings_;
    PaintResult painted_;
    Elements form_;  // as the host has it
    std::optional<std::uint64_t> form_version_;
    std::string form_notice_;
    double form_figure_width_ = 0;
    std::size_t form_room_ = 0;  // for assumptions
    bool form_is_whole_ = false;
    bool has_painted_ = false;
    Notice notice_;
    std::vector<Command> commands_;
    std::optional<TraceCsv> draws_;  // being written
    std::string draws_table_;
    std::string address_;
    double frame_seconds_ = 0;
    double (*clock_)() = [] { return 0.0; };
    double engine_ms_ = 0, refine_ms_ = 0;
};

}  // namespace fulcrum
