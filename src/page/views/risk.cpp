// Risk: the scores line by line with their total, what the document states of it, and the levels in
// words.
#include "base/figure.h"
#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"

#include <algorithm>

namespace fulcrum {

using namespace parts;

namespace {

std::vector<std::size_t> risk_lines(const Document& document, const Topic& topic) {
    std::vector<std::size_t> rows = rows_of_topic(document, topic.id);
    std::erase_if(rows, [&](std::size_t row) { return document.rows[row].months.has_value(); });
    return rows;
}

// Number rows that can share one axis: those in the unit of the topic's total, or of its first one.
std::vector<std::size_t> on_one_axis(const Document& document,
                                     const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> shared;
    const Row* lead = nullptr;
    for (const std::size_t r : rows) {
        const Row& row = document.rows[r];
        if (row.kind == RowKind::Number && (lead == nullptr || (row.total && !lead->total)))
            lead = &row;
    }
    for (const std::size_t r : rows)
        if (lead != nullptr && document.rows[r].kind == RowKind::Number &&
            document.rows[r].unit == lead->unit)
            shared.push_back(r);
    return shared;
}

// What the document states of one cell, beside a computed figure that reads differently.
void add_stated(TableCell& cell, const Session& session, std::size_t r, std::size_t option) {
    const Document& document = session.document();
    const Row& row = document.rows[r];
    const Statistics* at = statistics(outcome(session.results(), r, option));
    for (const Claim* claim : claims_of(document, row, option)) {
        const std::string stated = figure(*claim->value, row.unit);
        if (at != nullptr && figure(at->p50, row.unit) == stated) continue;
        const std::string wording(find_text(row.stated, document.options[option].id));
        if (cell.text.back().text == words().figures.stated_words(wording))
            cell.text.pop_back();  // said here with the difference
        cell.text.push_back(
            quiet(words().risk.document_states(wording.empty() ? stated : wording)));
        cell.note += (cell.note.empty() ? "" : ". ") + claim_note(document, *claim);
    }
}

void add_figure(Page& page, const Session& session, const Topic& topic,
                const std::vector<std::size_t>& rows) {
    const Document& document = session.document();
    const std::vector<std::size_t> lines = on_one_axis(document, rows);
    if (lines.empty()) return;
    const auto total = std::find_if(lines.begin(), lines.end(),
                                    [&](std::size_t row) { return document.rows[row].total; });
    const std::size_t said = total == lines.end() ? lines.front() : *total;
    const Row& row = document.rows[said];
    Figure figure =
        figure_of("levels", "risk/" + topic.id + "/figure", chart_input(session, lines));
    figure.sentence = caption(inked(words().risk.levels(row.name, by_middle(session, said),
                                                        row.direction == Direction::Less,
                                                        row.direction == Direction::More)),
                              TracedFigure{row.id, ""});
    figure.description = words().risk.levels_description(topic.name, lines.size());
    figure.aspect = 0.4;
    figure.max_height = 4000;  // as many lines as there are
    page.blocks.push_back({std::move(figure)});
}

void add_topic(Page& page, const Session& session, const Topic& topic) {
    const std::vector<std::size_t> rows = risk_lines(session.document(), topic);
    if (rows.empty()) return;
    page.blocks.push_back(heading(2, topic.name));
    if (!topic.note.empty())
        page.blocks.push_back(paragraph(topic.note, Weight::Small, Role::Quiet));
    add_figure(page, session, topic, rows);
    Table table = rows_table(session, "risk/" + topic.id, rows);
    for (std::size_t line = 0; line < rows.size(); ++line)
        for (std::size_t option = 0; option < session.document().options.size(); ++option)
            add_stated(table.rows[line].cells[option + 1], session, rows[line], option);
    page.blocks.push_back({std::move(table)});
}

// What the document calls each option's risk, and why.
void add_levels(Page& page, const Document& document) {
    Table table{
        .key = "risk/levels", .caption = "", .columns = option_columns(document, ""), .rows = {}};
    const auto add = [&](const std::string& key, const std::string& title,
                         std::string Option::*field) {
        TableRow row{.key = table.key + "/" + key, .cells = {{.text = prose(title)}}};
        bool any = false;
        for (const Option& option : document.options) {
            row.cells.push_back({.text = prose(option.*field)});
            any = any || !(option.*field).empty();
        }
        if (any) table.rows.push_back(std::move(row));
    };
    add("level", words().risk.level, &Option::risk_level);
    add("note", words().risk.note, &Option::risk_note);
    if (table.rows.empty()) return;
    page.blocks.push_back(heading(2, words().risk.risk_levels));
    page.blocks.push_back({std::move(table)});
}

}  // namespace

std::vector<std::size_t> risk_rows(const Document& document) {
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        if (row.kind == RowKind::Text || row.months) continue;
        for (const Topic* topic : topics_of_view(document, "risk"))
            if (row.topic == topic->id) {
                rows.push_back(r);
                break;
            }
    }
    return rows;
}

Page risk_view(const Session& session) {
    const Document& document = session.document();
    Page page{.id = "risk", .title = words().views.risk, .blocks = {}};
    for (const Topic* topic : topics_of_view(document, "risk")) add_topic(page, session, *topic);
    add_levels(page, document);
    for (Block& block : undefined_reasons(session, risk_rows(document)))
        page.blocks.push_back(std::move(block));
    if (page.blocks.empty()) page.blocks.push_back(paragraph(words().risk.nothing));
    return page;
}

}  // namespace fulcrum
