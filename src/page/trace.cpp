// What was asked about a figure, below the table that it stands in: its formula, the same with
// present values, what feeds it. Views only say which figure a cell shows.
#include "analysis/trace.h"

#include "analysis/base_case.h"
#include "analysis/extent.h"
#include "analysis/pinned.h"
#include "base/figure.h"
#include "chart/tornado.h"
#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fulcrum {

using namespace parts;

namespace {

constexpr std::string_view feeds_key = "trace/feeds", inputs_key = "trace/inputs";

std::string name_of(const Session& session, const TraceEntry& entry, std::size_t option) {
    const TraceWords& text = words().trace;
    std::string name = entry.name;
    if (entry.kind == TraceEntry::Kind::Assumption) return name;
    if (entry.kind == TraceEntry::Kind::Months)
        name = text.total(name);
    else if (session.document().rows[entry.cell.row].months)
        name = text.month(name, entry.cell.month);
    return entry.cell.option == option ? name
                                       : text.of_option(name, option_letter(entry.cell.option));
}

std::string range_of(const Session& session, const TraceEntry& entry) {
    if (entry.off) return words().trace.off;
    if (const Assumption* assumption = find_assumption(session.document(), entry.id))
        return words().slider.range(meaning(*assumption, entry.unit));
    if (!entry.formula) return words().trace.same;
    if (entry.kind == TraceEntry::Kind::Months) return "";
    const CellPlace& cell = entry.cell;
    const Statistics* at =
        statistics(outcome(session.results(), cell.row, cell.option, cell.month));
    if (at == nullptr) return "";
    return at->p5 == at->p95 ? words().trace.same
                             : words().trace.nine_in_ten(range(at->p5, at->p95, entry.unit));
}

std::string shown(double value, const TraceEntry& entry) {
    return entry.word.empty() ? figure(value, entry.unit) : entry.word;
}

// What is asked next when its value is pressed.
LookChange further(const Session& session, const TraceEntry& entry) {
    ShowTrace next = session.look().trace;
    const Document& document = session.document();
    next.way.push_back({document.rows[entry.cell.row].id, document.options[entry.cell.option].id,
                        entry.cell.month});
    return next;
}

Table entries_table(const Session& session, std::string_view key, std::string caption,
                    const std::vector<TraceEntry>& entries, std::size_t option) {
    const TraceWords& text = words().trace;
    Table table{.key = std::string(key), .caption = std::move(caption)};
    table.columns = {{.title = prose(text.name), .share = 1.4, .min_width = 120},
                     {.title = prose(text.value), .align = Align::Right, .share = 0.5},
                     {.title = prose(text.range), .min_width = 120},
                     {.title = prose(text.source), .min_width = 120}};
    for (const TraceEntry& entry : entries) {
        TableRow row{.key = table.key + "/" + entry.id};
        TableCell value{.text = prose(shown(entry.value, entry)),
                        .note = words().figures.base_note(entry.value, entry.unit)};
        if (entry.formula) {
            value.key = row.key;
            value.action = further(session, entry);
        }
        std::string source = text.whose(voice(entry.basis), entry.source, entry.owner);
        if (source.empty() && entry.formula) source = text.from_formula;
        row.cells = {{.text = prose(name_of(session, entry, option)), .note = entry.note},
                     std::move(value),
                     {.text = prose(range_of(session, entry))},
                     {.text = prose(source, Role::Quiet)}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

Block labelled(const std::string& label, const std::string& text, const std::string& note = "") {
    return {Paragraph{.text = {quiet(label), {.text = text}}, .note = note}};
}

std::string figures(const Session& session, const Trace& trace) {
    const std::string& unit = trace.figure.unit;
    if (trace.undefined) return words().trace.undefined(trace.undefined->reason);
    TraceWords::Figures said{.base = shown(trace.figure.value, trace.figure),
                             .formula = trace.figure.formula};
    if (const std::optional<Statistics>& at = trace.over_draws) {
        said.draws = session.results().draws_of(session.document().rows[trace.figure.cell.row]);
        if (at->p5 != at->p95) {
            said.mean = figure(at->mean, unit);
            said.middle = figure(at->p50, unit);
        }
    }
    const Outcome* drawn = outcome(session.results(), trace.figure.cell.row,
                                   trace.figure.cell.option, trace.figure.cell.month);
    const auto* undefined = drawn ? std::get_if<Undefined>(&drawn->over_draws) : nullptr;
    return words().trace.figures(said) +
           (undefined ? " " + words().figures.undefined_because(undefined->reason) + "." : "");
}

// What stands there.
void add_origin(Blocks& blocks, const Trace& trace) {
    const TraceWords& text = words().trace;
    if (trace.figure.formula) {
        blocks.push_back(labelled(text.formula, trace.formula));
        if (trace.with_values != trace.formula)
            blocks.push_back(labelled(text.with_values, trace.with_values, trace.exact));
        return;
    }
    std::string said = trace.figure.off                        ? text.off
                       : !trace.figure.word.empty()            ? text.word(trace.figure.word)
                       : trace.kind == CellSource::Kind::Range ? text.estimate
                                                               : text.number;
    blocks.push_back(paragraph(std::move(said)));
}

Prose title_of(const Session& session, const Trace& trace) {
    const std::size_t option = trace.figure.cell.option;
    Prose title = prose(name_of(session, trace.figure, option) + " · ");
    for (Run& run : option_title(named_options(session.document())[option]))
        title.push_back(std::move(run));
    return title;
}

// controls   what can be done with it; none on paper
Blocks blocks_of(const Session& session, const Trace& trace, ButtonRow controls) {
    Blocks blocks;
    add_origin(blocks, trace);
    blocks.push_back(paragraph(figures(session, trace)));
    if (!controls.buttons.empty()) blocks.push_back({std::move(controls)});
    const std::size_t option = trace.figure.cell.option;
    if (!trace.figure.formula)
        blocks.push_back({entries_table(session, feeds_key, "", {trace.figure}, option)});
    else if (!trace.feeds.empty())
        blocks.push_back(
            {entries_table(session, feeds_key, words().trace.feeds, trace.feeds, option)});
    return blocks;
}

// A chart of more bars tells nothing at a glance, and takes a while to compute.
constexpr std::size_t most_bars = 40;

// How far each number that it rests on moves it.
std::optional<TornadoInput> swings_of(const Session& session, const Trace& trace) {
    const Document& document = session.document();
    const Model& model = session.model();
    const CellPlace& cell = trace.figure.cell;
    const NodeId node = *model.rows[cell.row].node[cell.option][cell.month];
    const std::vector<std::uint32_t> inputs = inputs_of(model.program, node);
    if (trace.undefined || inputs.size() > most_bars) return std::nullopt;
    const NamedOption option = named_options(document)[cell.option];
    TornadoInput input{.unit = trace.figure.unit,
                       .leader = option,
                       .runner_up = option,
                       .now = trace.figure.value,
                       .has_zero = false};
    const std::vector<PlacedAssumption> all = assumptions_of(document);
    for (const BaseSwing& swing : swings_at_base(document, model, node, inputs)) {
        const auto placed = std::find_if(all.begin(), all.end(), [&](const PlacedAssumption& one) {
            return one.id == swing.id;
        });
        const auto [low, high] = range_of_numbers(*placed->assumption);
        TornadoBar& bar = input.bars.emplace_back();
        bar.name = assumption_name(document, swing.id);
        bar.unit = placed->unit;
        if (std::isfinite(swing.at_low) && std::isfinite(swing.at_high))
            bar.points = {{low, swing.at_low}, {high, swing.at_high}};
    }
    return input.bars.empty() ? std::nullopt : std::optional(std::move(input));
}

// Folded, what it rests on is not looked for.
Details rests_on(const Session& session, const Trace& trace, bool open) {
    const TraceWords& text = words().trace;
    const CellPlace& cell = trace.figure.cell;
    Details folded = details(session, std::string(inputs_key), text.inputs, open);
    if (!folded.open) return folded;
    folded.blocks.push_back(
        {entries_table(session, inputs_key, "",
                       trace_inputs(session.document(), session.model(), cell), cell.option)});
    if (const auto swings = swings_of(session, trace))
        folded.blocks.push_back(
            {Figure{.key = "trace/swings",
                    .sentence = prose(text.swings),
                    .description = text.swings_description,
                    .draw = [input = *swings](Size size) { return tornado_chart(input, size); }}});
    return folded;
}

Button button(std::string_view key, const std::string& label, const std::string& note,
              Action action) {
    return {.key = std::string(key), .label = label, .note = note, .action = std::move(action)};
}

ButtonRow buttons_of(const ShowTrace& shown) {
    const TraceWords& text = words().trace;
    ButtonRow row;
    if (shown.way.size() > 1) {
        ShowTrace before = shown;
        before.way.pop_back();
        row.buttons.push_back(
            button("trace/back", text.back, text.back_note, LookChange{std::move(before)}));
    }
    row.buttons.push_back(button("trace/save", text.save, text.save_note, Command::SaveDraws));
    row.buttons.push_back(
        button(trace_close_key, text.close, text.close_note, LookChange{ShowTrace{}}));
    return row;
}

std::optional<Trace> trace_of(const Session& session, const TracedFigure& figure) {
    const std::optional<CellPlace> place = place_of(session.document(), figure);
    if (!place) return std::nullopt;
    return trace(session.document(), session.model(), *place, &session.results());
}

// The one that the look names.
std::optional<Trace> shown_trace(const Session& session) {
    const std::vector<TracedFigure>& way = session.look().trace.way;
    return way.empty() ? std::nullopt : trace_of(session, way.back());
}

class Asked {
  public:
    explicit Asked(const Session& session)
        : session_(session), shown_(session.look().trace), trace_(shown_trace(session)) {}

    // level   of the heading that the blocks stand below
    void in(Blocks& blocks, int level) {
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            auto& form = blocks[b].form;
            if (const auto* heading = std::get_if<Heading>(&form)) level = heading->level;
            if (auto* details = std::get_if<Details>(&form)) in(details->blocks, level + 1);
            if (auto* columns = std::get_if<Columns>(&form))
                for (Blocks& column : columns->columns) in(column, level);
            auto* table = std::get_if<Table>(&form);
            if (table == nullptr || !is_asked_in(*table) || !trace_) continue;
            Blocks answer = answered(std::min(level + 1, 3));
            const auto behind = blocks.begin() + static_cast<std::ptrdiff_t>(b) + 1;
            b += answer.size();
            blocks.insert(behind, std::make_move_iterator(answer.begin()),
                          std::make_move_iterator(answer.end()));
        }
    }

  private:
    // Makes its figures askable.
    bool is_asked_in(Table& table) const {
        bool found = false;
        for (TableRow& row : table.rows)
            for (TableCell& cell : row.cells) {
                if (!cell.figure || cell.text.empty()) continue;
                cell.key = row.key + "/" + cell.figure->option;
                cell.is_open = trace_ && cell.key == shown_.key;
                cell.action =
                    LookChange{cell.is_open ? ShowTrace{} : ShowTrace{cell.key, {*cell.figure}}};
                found = found || cell.is_open;
            }
        return found;
    }

    Blocks answered(int level) const {
        Blocks blocks = blocks_of(session_, *trace_, buttons_of(shown_));
        blocks.insert(blocks.begin(), {Heading{level, title_of(session_, *trace_)}});
        if (trace_->figure.formula) blocks.push_back({rests_on(session_, *trace_, false)});
        return blocks;
    }

    const Session& session_;
    const ShowTrace& shown_;
    std::optional<Trace> trace_;
};

}  // namespace

std::optional<CellPlace> place_of(const Document& document, const TracedFigure& figure) {
    const auto row = row_index(document, figure.row);
    const auto option = option_index(document, figure.option);
    if (!row || !option) return std::nullopt;
    return CellPlace{*row, *option, figure.month};
}

Page page_of(const View& view, const Session& session) {
    Page page = view.page(session);
    Asked(session).in(page.blocks, 1);
    return page;
}

std::vector<std::size_t> rows_of(const View& view, const Session& session) {
    std::vector<std::size_t> rows = view.rows(session.document());
    const std::optional<Trace> trace = shown_trace(session);
    if (!trace) return rows;
    const auto add = [&](const TraceEntry& entry) {
        const bool is_new = std::find(rows.begin(), rows.end(), entry.cell.row) == rows.end();
        if (entry.kind != TraceEntry::Kind::Assumption && is_new) rows.push_back(entry.cell.row);
    };
    add(trace->figure);
    for (const TraceEntry& feed : trace->feeds) add(feed);
    return rows;
}

std::optional<Page> trace_page(const Session& session, const TracedFigure& figure) {
    const std::optional<Trace> trace = trace_of(session, figure);
    if (!trace) return std::nullopt;
    Page page{.id = "trace", .title = plain(title_of(session, *trace)), .blocks = {}};
    page.blocks = blocks_of(session, *trace, {});
    if (trace->figure.formula) page.blocks.push_back({rests_on(session, *trace, true)});
    return page;
}

}  // namespace fulcrum
