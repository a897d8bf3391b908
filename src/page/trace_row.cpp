// A figure of one row: its formula, the same with present values, what feeds it.
#include "analysis/base_case.h"
#include "analysis/extent.h"
#include "analysis/pinned.h"
#include "base/figure.h"
#include "chart/tornado.h"
#include "model/find.h"
#include "page/parts.h"
#include "page/trace_answer.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {

using namespace parts;

namespace {

constexpr std::string_view inputs_key = "trace/inputs";

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

Table entries_table(const Session& session, std::string_view key, std::string caption,
                    const std::vector<TraceEntry>& entries, std::size_t option) {
    const TraceWords& text = words().trace;
    const Document& document = session.document();
    Table table{.key = std::string(key), .caption = std::move(caption)};
    table.columns = {{.title = prose(text.name), .share = 1.4, .min_width = 120},
                     {.title = prose(text.value), .align = Align::Right, .share = 0.5},
                     {.title = prose(text.range), .min_width = 120},
                     {.title = prose(text.source), .min_width = 120}};
    for (const TraceEntry& entry : entries) {
        TableRow row{.key = table.key + "/" + entry.id};
        TableCell value{.text = prose(traced_value(entry.value, entry)),
                        .note = words().figures.base_note(entry.value, entry.unit)};
        if (entry.formula)
            value.inquiry.figure = {document.rows[entry.cell.row].id,
                                    document.options[entry.cell.option].id, entry.cell.month};
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
    TraceWords::Figures said{.base = traced_value(trace.figure.value, trace.figure),
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

}  // namespace

std::string traced_value(double value, const TraceEntry& entry) {
    return entry.word.empty() ? figure(value, entry.unit) : entry.word;
}

std::optional<TraceAnswer> row_answer(const Session& session, const TracedFigure& asked) {
    const Document& document = session.document();
    const auto row = row_index(document, asked.row);
    const auto option = option_index(document, asked.option);
    if (!row || !option) return std::nullopt;
    const CellPlace place{*row, *option, asked.month};
    std::optional<Trace> trace =
        fulcrum::trace(document, session.model(), place, &session.results());
    if (!trace) return std::nullopt;
    TraceAnswer answer{.title = title_of(session, *trace)};
    add_origin(answer.said, *trace);
    answer.said.push_back(paragraph(figures(session, *trace)));
    if (!trace->figure.formula)
        answer.feeds.push_back({entries_table(session, feeds_key, "", {trace->figure}, *option)});
    else if (!trace->feeds.empty())
        answer.feeds.push_back(
            {entries_table(session, feeds_key, words().trace.feeds, trace->feeds, *option)});
    answer.cells = {place};
    answer.trace = std::move(trace);
    return answer;
}

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
                    .sentence = caption(prose(text.swings)),
                    .description = text.swings_description,
                    .draw = [input = *swings](Size size) { return tornado_chart(input, size); }}});
    return folded;
}

}  // namespace fulcrum
