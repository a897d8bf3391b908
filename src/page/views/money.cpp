// Money: the objective's range per option, the lines of the costs, and what runs over months.
#include "base/figure.h"
#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"

#include <algorithm>

namespace fulcrum {

using namespace parts;

namespace {

// Money rows that are no series, and series, in document order.
std::vector<std::size_t> lines_of(const Document& document, const Topic& topic, bool series) {
    std::vector<std::size_t> rows = rows_of_topic(document, topic.id);
    std::erase_if(rows,
                  [&](std::size_t row) { return document.rows[row].months.has_value() != series; });
    return rows;
}

bool has_stated(const Document& document, std::size_t row) {
    for (std::size_t option = 0; option < document.options.size(); ++option)
        if (!claims_of(document, document.rows[row], option).empty()) return true;
    return false;
}

void add_objective(Page& page, const Session& session) {
    const Document& document = session.document();
    const auto row = row_index(document, document.objective);
    if (!row) return;
    const std::vector<std::size_t> rows{*row};
    Figure figure = figure_of("ranges", "money/objective", chart_input(session, rows));
    figure.sentence =
        caption(inked(words().money.objective(document.rows[*row].name, by_middle(session, *row))),
                TracedFigure{document.rows[*row].id, ""});
    figure.description = words().money.ranges_description(document.rows[*row].name);
    figure.aspect = 0.2;
    figure.min_height = 24 + 36 * static_cast<double>(document.options.size());
    page.blocks.push_back(heading(2, document.rows[*row].name));
    if (!document.rows[*row].note.empty())
        page.blocks.push_back(paragraph(document.rows[*row].note, Weight::Small, Role::Quiet));
    page.blocks.push_back({std::move(figure)});
}

// Stated months, else the quarters, and the last one always.
std::vector<std::size_t> months_shown(const Document& document, std::size_t row, std::size_t last) {
    std::vector<std::size_t> shown{last};
    for (std::size_t option = 0; option < document.options.size(); ++option)
        for (const Claim* claim : claims_of(document, document.rows[row], option)) {
            const auto month = static_cast<std::size_t>(claim->month.value_or(0));
            if (month <= last) shown.push_back(month);
        }
    if (shown.size() == 1)
        for (std::size_t quarter = 1; quarter < 4; ++quarter)
            if (last * quarter >= 4) shown.push_back(last * quarter / 4);
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    return shown;
}

TableCell month_cell(const Session& session, std::size_t row, std::size_t option,
                     std::size_t month) {
    const Document& document = session.document();
    TableCell cell = spread_cell(session, row, option, month);
    for (const Claim* claim : claims_of(document, document.rows[row], option)) {
        if (claim->month != static_cast<std::int64_t>(month)) continue;
        cell.text.push_back(
            quiet(words().figures.stated(figure(*claim->value, document.rows[row].unit))));
        cell.note += (cell.note.empty() ? "" : ". ") + claim_note(document, *claim);
    }
    return cell;
}

Table months_table(const Session& session, std::size_t row, std::size_t last) {
    const Document& document = session.document();
    Table table{
        .key = "money/" + document.rows[row].id,
        .caption = words().money.series_caption(document.rows[row].name, has_stated(document, row)),
        .columns = option_columns(document, ""),
        .rows = {}};
    for (const std::size_t month : months_shown(document, row, last)) {
        TableRow line{.key = table.key + "/" + std::to_string(month),
                      .cells = {{.text = prose(words().figures.month(month))}}};
        for (std::size_t option = 0; option < document.options.size(); ++option)
            line.cells.push_back(month_cell(session, row, option, month));
        table.rows.push_back(std::move(line));
    }
    return table;
}

void add_series(Page& page, const Session& session, std::size_t row) {
    const Document& document = session.document();
    const std::size_t last = months(session.results(), row);
    if (last == 0) return;  // not computed
    const std::string& name = document.rows[row].name;
    const std::vector<std::size_t> rows{row};
    Figure figure = figure_of("series", "money/" + document.rows[row].id + "/figure",
                              chart_input(session, rows));
    figure.sentence = caption(inked(words().money.series(name, last, by_middle(session, row, last),
                                                         has_stated(document, row))),
                              TracedFigure{document.rows[row].id, "", last});
    figure.description = words().money.series_description(name, last);
    figure.aspect = 0.45;
    figure.min_height = 220;
    page.blocks.push_back(heading(2, name));
    if (!document.rows[row].note.empty())
        page.blocks.push_back(paragraph(document.rows[row].note, Weight::Small, Role::Quiet));
    page.blocks.push_back({std::move(figure)});
    page.blocks.push_back({months_table(session, row, last)});
}

void add_lines(Page& page, const Session& session, const Topic& topic) {
    const std::vector<std::size_t> rows = lines_of(session.document(), topic, false);
    if (rows.empty()) return;
    page.blocks.push_back(heading(2, topic.name));
    if (!topic.note.empty())
        page.blocks.push_back(paragraph(topic.note, Weight::Small, Role::Quiet));
    Table table = rows_table(session, "money/" + topic.id, rows);
    table.caption = words().money.cells_caption;
    page.blocks.push_back({std::move(table)});
}

}  // namespace

std::vector<std::size_t> money_rows(const Document& document) {
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        if (row.kind == RowKind::Text) continue;
        bool shown = row.id == document.objective;
        for (const Topic* topic : topics_of_view(document, "money"))
            shown = shown || row.topic == topic->id;
        if (shown) rows.push_back(r);
    }
    return rows;
}

Page money_view(const Session& session) {
    const Document& document = session.document();
    Page page{.id = "money", .title = words().views.money, .blocks = {}};
    add_objective(page, session);
    for (const Topic* topic : topics_of_view(document, "money"))
        for (const std::size_t row : lines_of(document, *topic, true))
            add_series(page, session, row);
    for (const Topic* topic : topics_of_view(document, "money")) add_lines(page, session, *topic);
    for (Block& block : undefined_reasons(session, money_rows(document)))
        page.blocks.push_back(std::move(block));
    if (page.blocks.empty()) page.blocks.push_back(paragraph(words().money.nothing));
    return page;
}

}  // namespace fulcrum
