// Views as data: headings, sentences, tables, controls, figures. One description, several painters.
//
// A painter knows kinds of block, never a view. A control has a stable key, a path of ids ("price",
// "price/low"), and an Action whose value is open. Text is text: no markup, no format strings.
#pragma once

#include "picture/picture.h"
#include "session/session.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace fulcrum {

// A stretch of text with one ink.
struct Run {
    std::string text;
    Ink ink;  // Text, Quiet, Accent, or Option with its index
    bool bold = false;
    bool operator==(const Run&) const = default;
};
using Prose = std::vector<Run>;  // one paragraph; wraps
Prose prose(std::string text, Role role = Role::Text);
std::string plain(const Prose& prose);

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    int level = 2;  // 1 title (28 px), 2 section (20), 3 part (16 bold)
    Prose text;
};

// What a figure can be asked: where it comes from. A view says of which figure, the rest is made
// for the screen (see page_of).
struct Inquiry {
    std::optional<TracedFigure> figure = {};  // shown here, or what the one here is worked out from
    std::string key = {};                     // "" = nothing to be asked
    std::string label = {};                   // what is pressed, behind a paragraph
    bool is_open = false;                     // the answer is on the page
};

enum class Weight { Body, Lead, Small, Caption };  // Caption: of a figure
struct Paragraph {
    Prose text;
    Weight weight = Weight::Body;
    std::string note = {};
    Inquiry inquiry = {};  // about its figures
};

struct List {
    std::vector<Prose> entries;
    bool numbered = false;
    std::string mark = {};  // before every entry: "+", "−", "" = a dot
};

// Figures stand right-aligned with tabular digits, text left. The page sorts, painters do not.
struct TableCell {
    Prose text;
    std::string note = {};    // exact value and where it comes from
    std::string change = {};  // "+12K" while a slider is held, "" otherwise
    bool may_change = false;  // keep room for it beside the first run
    Inquiry inquiry = {};     // about its runs up to a quiet one
};
struct TableColumn {
    Prose title;
    Align align = Align::Left;
    double share = 1;       // of the width that is free
    double min_width = 80;  // CSS px
};
struct TableRow {
    std::string key;
    std::vector<TableCell> cells;  // one per column; the first is the row's header
    bool total = false;            // set apart by a rule and weight
    bool heading = false;          // a group's title: only the first cell
};
struct Table {
    std::string key;
    std::string caption;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
};

// One assumption: label, typed value with unit, slider with band, tick and ends, reset, pin.
// Without an action to set it there is no pin.
// Sub-keys: key (slider), key/value (typed field), key/low, key/high (the ends), key/known (pin),
// key/reset.
struct Slider {
    std::string key;
    std::string label = {};
    std::string unit = {};
    std::string option = {};  // letter of the option it belongs to, "" = all
    int option_index = -1;
    double value = 0;
    std::string text = {};  // as the typed field shows it
    // The slider's travel; it holds still while the value inside it is dragged. So a band that is
    // dragged along may reach past it: painters clip the band and its ends at the travel.
    double from = 0, to = 1;
    std::optional<double> low = {}, high = {};  // the band
    std::optional<double> reference = {};       // tick at the document's own value
    struct FlipMark {
        double at = 0;
        int option = 0;  // that leads beyond it
    };
    std::vector<FlipMark> flips = {};
    bool flips_are_current = true;  // else of an earlier document
    double step = 0;                // arrow key; Shift finer, Page keys coarser
    bool known = false;
    bool changed = false;
    std::string was = {};          // "was $50" when changed
    std::string range = {};        // "$40 – $60, every value alike": what low and high mean
    std::string explanation = {};  // what a drag does to the range, whose value it is, source, note
    Action set = {}, set_low = {}, set_high = {}, set_known = {}, restore = {};
    bool can_be_known() const { return !std::holds_alternative<std::monostate>(set_known); }
};

struct Button {
    std::string key;
    std::string label;
    std::string note;
    Action action;
    bool enabled = true;
    bool primary = false;
    std::string brief = {};  // label where the row has little room; "" = the same
};
struct ButtonRow {
    std::vector<Button> buttons;
};

struct Toggle {
    std::string key;
    std::string label;
    bool on = false;
    std::string note;
    Action action;  // takes a bool
};

struct Tabs {
    std::string key;
    struct Tab {
        std::string key;
        std::string label;
        Action action;
    };
    std::vector<Tab> tabs;
    std::size_t selected = 0;
};

// A chart with its results bound, under the sentence that it answers.
struct Figure {
    std::string key;
    Paragraph sentence;
    std::string description;  // what the chart shows, for those who cannot see it
    double aspect = 0.5;      // height / width wanted
    double min_height = 160, max_height = 420;
    // Called with the width at hand and the height that the three above give. The picture's own
    // size holds: a chart of many rows is as tall as it needs, never wider than asked.
    std::function<Picture(Size)> draw;
    // What the pointer sets inside the plot: its place on both scales of the picture.
    struct Drag {
        std::string key;
        Action action;                  // takes a point
        double step_x = 0, step_y = 0;  // values are multiples
    };
    std::optional<Drag> drag = {};
};

// As wide as that, in whole px, and as high as the figure wants. Requires figure.draw.
Picture picture_of(const Figure& figure, double width);

struct Details {
    std::string key;
    Prose title;
    bool open = true;
    Action action;  // Fold{key}, takes a bool
    Blocks blocks;
};

// Side by side where each gets at least min_width, else one below the other.
struct Columns {
    double min_width = 280;
    std::vector<Blocks> columns;
};

struct Block {
    std::variant<Heading, Paragraph, List, Table, Slider, ButtonRow, Toggle, Tabs, Figure, Details,
                 Columns>
        form;
    bool is_busy = false;  // of an earlier document, and being worked out anew
};

struct Page {
    std::string id;
    std::string title;
    Blocks blocks;
    struct Asked {
        std::string key;  // of an inquiry
        Action action;
    };
    std::vector<Asked> asked = {};
};

// Of the button that closes the sentence of the app.
inline constexpr std::string_view notice_close_key = "notice/close";
// Of the one that closes where a figure comes from; it stands below the formula.
inline constexpr std::string_view trace_close_key = "trace/close";

// All that is on the screen at once.
struct Screen {
    Page bar;          // title, state, Undo, Redo, Copy link, Save page
    Page verdict;      // always in sight
    Page assumptions;  // left column on wide screens, a drawer on a phone
    Tabs views;
    Page view;  // the one that the look names
};

// What a report of a few pages has of a view.
enum class OnPaper { Whole, Lead /* its first sentences */, SaidByVerdict /* nothing again */ };

struct View {
    std::string_view id;     // stable for ever
    std::string_view title;  // from words
    Page (*page)(const Session&);
    std::vector<std::size_t> (*rows)(const Document&);  // rows whose results it shows
    OnPaper on_paper;
    bool shows_tree;                 // rolled back
    std::vector<StudyKind> studies;  // that it shows beside those of the verdict
};
// All views, in the order of the tabs (views.def).
std::vector<View> views();
const View* find_view(std::string_view id);

Page bar(const Session& session);
Page verdict(const Session& session);
Page assumptions(const Session& session);
Page about();  // what the page is and contains; on the screen folded below the assumptions
Screen screen(const Session& session);

// A view with what was asked about its figures: what shows one has a key and an action, and the
// trace that the look names stands below the block that it was asked in; asked in the verdict, at
// the top.
Page page_of(const View& view, const Session& session);
Page asked_verdict(const Session& session);  // the same of the verdict, without the answer
// What it shows; of rows those of the view, the traced figure's and what feeds that.
Shown shown_by(const View& view, const Session& session);

// Where the figure comes from, as a page of its own; absent where there is no such figure.
std::optional<Page> trace_page(const Session& session, const TracedFigure& figure);
// The figures of rows that it is, or is worked out from; none where there is no such figure.
std::vector<CellPlace> traced_cells(const Session& session, const TracedFigure& figure);

// The action behind a key (sub-keys too) anywhere on the screen; nullptr when there is none.
const Action* find_action(const Screen& screen, std::string_view key);

// The whole page as text of `width` columns: headings underlined, tables set in columns. What
// text(view) and `fulcrum report` give.
std::string as_text(const Page& page, int width = 100);

}  // namespace fulcrum
