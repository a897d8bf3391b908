// What options are compared by: the figure of each, side by side.
#include "base/figure.h"
#include "model/find.h"
#include "page/parts.h"
#include "page/trace_answer.h"

namespace fulcrum {

using namespace parts;

namespace {

// One option's figure among those compared.
struct Compared {
    std::size_t option = 0;
    const Outcome* outcome = nullptr;
};

TableRow compared_row(const Session& session, const TracedFigure& asked, const Compared& one,
                      const std::string& unit) {
    const FigureWords& text = words().figures;
    const std::string& id = session.document().options[one.option].id;
    TableRow row{.key = std::string(feeds_key) + "/" + id};
    row.cells = {{.text = option_title(named_options(session.document())[one.option])}};
    const double* base = std::get_if<double>(&one.outcome->base);
    TableCell value = base ? text_cell(figure(*base, unit), text.base_note(*base, unit))
                           : text_cell(text.undefined);
    value.inquiry.figure = {asked.row, id, asked.month};
    row.cells.push_back(std::move(value));
    if (const Statistics* at = statistics(one.outcome)) {
        row.cells.push_back(text_cell(figure(at->mean, unit)));
        row.cells.push_back(text_cell(figure(at->p50, unit)));
        row.cells.back().text.push_back(
            {.text = " (" + range(at->p5, at->p95, unit) + ")", .ink = {.role = Role::Quiet}});
    } else {
        const std::string& reason = std::get_if<Undefined>(&one.outcome->over_draws)->reason;
        row.cells.push_back(text_cell(text.undefined, reason));
        row.cells.push_back(text_cell(text.undefined, reason));
    }
    return row;
}

Block compared_table(const Session& session, const TracedFigure& asked,
                     const std::vector<Compared>& all, const std::string& unit) {
    const TraceWords& text = words().trace;
    Table table{.key = std::string(feeds_key), .caption = text.feeds};
    table.columns = {{.title = prose(text.name), .share = 1.4, .min_width = 120},
                     {.title = prose(text.value), .align = Align::Right, .share = 0.5},
                     {.title = prose(text.average), .align = Align::Right, .share = 0.5},
                     {.title = prose(text.middle), .align = Align::Right, .min_width = 140}};
    for (const Compared& one : all)
        if (one.outcome != nullptr) table.rows.push_back(compared_row(session, asked, one, unit));
    return {std::move(table)};
}

TraceAnswer compared(const Session& session, const TracedFigure& asked, const std::string& name,
                     const std::vector<Compared>& all, const std::string& unit) {
    TraceAnswer answer{.title = prose(words().trace.of_all(name))};
    if (asked.row == compared_by(session).row) answer.said = {paragraph(words().trace.compared)};
    answer.feeds = {compared_table(session, asked, all, unit)};
    return answer;
}

}  // namespace

std::optional<TraceAnswer> comparison_answer(const Session& session, const TracedFigure& asked) {
    const Document& document = session.document();
    std::vector<Compared> all(document.options.size());
    for (std::size_t option = 0; option < all.size(); ++option) all[option].option = option;
    if (asked.row.empty()) {
        if (!session.results().score) return std::nullopt;
        for (Compared& one : all) one.outcome = &session.results().score->score[one.option];
        return compared(session, asked, words().compare.score, all, "");
    }
    const auto row = row_index(document, asked.row);
    if (!row) return std::nullopt;
    TracedFigure last = asked;
    last.month = last_month(document.rows[*row]);
    for (Compared& one : all)
        one.outcome = outcome(session.results(), *row, one.option, last.month);
    TraceAnswer answer =
        compared(session, last, document.rows[*row].name, all, document.rows[*row].unit);
    for (const Compared& one : all)
        if (session.model().rows[*row].node[one.option].size() > last.month &&
            session.model().rows[*row].node[one.option][last.month])
            answer.cells.push_back({*row, one.option, last.month});
    return answer;
}

}  // namespace fulcrum
