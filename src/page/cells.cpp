// Table cells and tables of parts.h.
#include "base/figure.h"
#include "model/find.h"
#include "page/parts.h"

#include <algorithm>

namespace fulcrum::parts {
namespace {

std::optional<double> base_value(const Outcome& outcome) {
    const double* base = std::get_if<double>(&outcome.base);
    return base ? std::optional(*base) : std::nullopt;
}

bool was_computed(const Results& results, std::size_t row) {
    return row < results.rows.size() && !results.rows[row].outcome.empty();
}

// How a level row's number is called, when it is exactly one of its levels.
std::string level_name(const Row& row, double value) {
    for (const Level& level : row.scale)
        if (level.value == value) return level.name;
    return "";
}

TableCell level_cell(const Session& session, std::size_t row, std::size_t option) {
    TableCell cell = spread_cell(session, row, option);
    const Statistics* at = statistics(outcome(session.results(), row, option));
    if (at == nullptr || at->p5 != at->p95) return cell;
    const std::string name = level_name(session.document().rows[row], at->p50);
    if (!name.empty()) cell.text = prose(name);
    cell.note = words().compare.level_note(at->p50);
    return cell;
}

TracedFigure traced(const Document& document, std::size_t row, std::size_t option,
                    std::size_t month) {
    return {document.rows[row].id, document.options[option].id, month};
}

void add_reasons(const RowResult& row, std::vector<std::string>& reasons) {
    for (const auto& option : row.outcome)
        for (const auto& found : option) {
            const Undefined* undefined =
                found ? std::get_if<Undefined>(&found->over_draws) : nullptr;
            if (undefined != nullptr &&
                std::find(reasons.begin(), reasons.end(), undefined->reason) == reasons.end())
                reasons.push_back(undefined->reason);
        }
}

}  // namespace

TableCell text_cell(std::string text, std::string note) {
    return {.text = prose(std::move(text)), .note = std::move(note)};
}

TracedFigure compared_by(const Session& session) {
    return {session.results().lead.by_score ? "" : session.document().objective, ""};
}

TracedFigure compared_by(const Session& session, std::size_t option) {
    TracedFigure figure = compared_by(session);
    figure.option = session.document().options[option].id;
    return figure;
}

TableCell spread_cell(const Session& session, std::size_t row, std::size_t option,
                      std::size_t month) {
    const Results& results = session.results();
    if (!was_computed(results, row)) return text_cell(words().figures.pending);
    const Outcome* found = outcome(results, row, option, month);
    if (found == nullptr) return text_cell(words().figures.absent);
    const std::string& unit = session.document().rows[row].unit;
    if (const Undefined* undefined = std::get_if<Undefined>(&found->over_draws)) {
        TableCell cell = text_cell(words().figures.undefined, undefined->reason);
        cell.inquiry.figure = traced(session.document(), row, option, month);
        return cell;
    }

    const Statistics& at = *statistics(found);
    TableCell cell{.text = {Run{.text = figure(at.p50, unit), .ink = {}}},
                   .inquiry = {traced(session.document(), row, option, month)}};
    if (at.p5 == at.p95) {
        cell.note = words().figures.exact_note(at.p50, unit);
        return cell;
    }
    cell.text.push_back(
        quiet(words().figures.beside(bare_figure(at.p5, unit), bare_figure(at.p95, unit))));
    cell.note = words().figures.spread_note({at.mean, at.p5, at.p25, at.p50, at.p75, at.p95},
                                            base_value(*found), unit,
                                            results.draws_of(session.document().rows[row]));
    return cell;
}

TableCell row_cell(const Session& session, std::size_t r, std::size_t option) {
    const Document& document = session.document();
    const Row& row = document.rows[r];
    const std::string& id = document.options[option].id;
    TableCell cell;
    if (row.kind == RowKind::Text) {
        const Cell* found = find_cell(row, id);
        const Word* word = found ? std::get_if<Word>(found) : nullptr;
        cell = text_cell(word ? word->text : words().figures.absent);
    } else if (row.kind == RowKind::Level) {
        cell = level_cell(session, r, option);
    } else {
        cell = spread_cell(session, r, option);
    }
    const std::string_view stated = find_text(row.stated, id);
    if (!stated.empty() && (cell.text.empty() || cell.text.front().text != stated))
        cell.text.push_back(quiet(words().figures.stated_words(std::string(stated))));
    return cell;
}

TableCell row_title(const Row& row) {
    TableCell cell{.text = prose(row.name), .note = row.note, .change = ""};
    if (row.off) cell.text.push_back(quiet(words().figures.switched_off));
    return cell;
}

std::vector<TableColumn> option_columns(const Document& document, const std::string& first,
                                        Align align) {
    std::vector<TableColumn> columns{
        {.title = prose(first), .align = Align::Left, .share = 1.4, .min_width = 120}};
    for (const NamedOption& option : named_options(document))
        columns.push_back({.title = option_title(option), .align = align});
    return columns;
}

Table rows_table(const Session& session, std::string key, std::span<const std::size_t> rows) {
    const Document& document = session.document();
    Table table{
        .key = std::move(key), .caption = "", .columns = option_columns(document, ""), .rows = {}};
    for (const std::size_t r : rows) {
        TableRow row{.key = table.key + "/" + document.rows[r].id,
                     .cells = {row_title(document.rows[r])},
                     .total = document.rows[r].total};
        for (std::size_t option = 0; option < document.options.size(); ++option)
            row.cells.push_back(row_cell(session, r, option));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Blocks undefined_reasons(const Session& session, std::span<const std::size_t> rows) {
    std::vector<std::string> reasons;
    const Results& results = session.results();
    for (const std::size_t row : rows)
        if (row < results.rows.size()) add_reasons(results.rows[row], reasons);
    Blocks blocks;
    if (reasons.empty()) return blocks;
    List list;
    for (std::string& reason : reasons)
        list.entries.push_back(prose(words().figures.undefined_because(reason)));
    blocks.push_back({std::move(list)});
    return blocks;
}

}  // namespace fulcrum::parts
