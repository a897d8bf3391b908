// The options side by side: the outcome first, then every factor, cost, risk and rank, then what
// the document says of each in words.
#include "base/figure.h"
#include "base/order.h"
#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"
#include "page/views/option_prose.h"

#include <algorithm>

namespace fulcrum {

using namespace parts;

namespace {

// Points of P(best) since the grab; "" while nothing is held.
std::string chance_change(const Session& session, int index) {
    const auto option = static_cast<std::size_t>(index);
    const Results* before = session.results_at_grab();
    if (before == nullptr || option >= before->lead.p_best.size()) return "";
    return words().verdict.points(session.results().lead.p_best[option] -
                                  before->lead.p_best[option]);
}

TableCell chance_cell(const Session& session, std::size_t option) {
    const Lead& lead = session.results().lead;
    if (option >= lead.p_best.size() || !lead.leader)
        return {.text = prose(words().figures.undefined), .note = "", .change = ""};
    TableCell cell{.text = {Run{.text = share(lead.p_best[option]), .ink = {}, .bold = true}},
                   .note = words().compare.p_best_note,
                   .change = ""};
    cell.inquiry.figure = compared_by(session);
    cell.change = chance_change(session, static_cast<int>(option));
    return cell;
}

TableCell score_cell(const Session& session, std::size_t option) {
    const Outcome& outcome = session.results().score->score[option];
    const Statistics* at = statistics(&outcome);
    if (at == nullptr)
        return {.text = prose(words().figures.undefined),
                .note = std::get_if<Undefined>(&outcome.over_draws)->reason,
                .change = ""};
    TableCell cell{.text = {Run{.text = words().verdict.score(at->mean), .ink = {}}},
                   .note = words().compare.score_note,
                   .change = "",
                   .inquiry = {TracedFigure{"", session.document().options[option].id}}};
    const Results* before = session.results_at_grab();
    if (before != nullptr && before->score && option < before->score->score.size())
        if (const Statistics* was = statistics(&before->score->score[option]))
            cell.change = words().verdict.points((at->mean - was->mean) / 100);
    return cell;
}

TableCell mean_cell(const Session& session, std::size_t row, std::size_t option) {
    TableCell cell = spread_cell(session, row, option);
    if (const Statistics* at = statistics(outcome(session.results(), row, option))) {
        cell.text = {Run{
            .text = figure(at->mean, session.document().rows[row].unit), .ink = {}, .bold = true}};
        cell.change = mean_change(session, row, option);
    }
    return cell;
}

template <class CellOf>
void add_row(Table& table, const Document& document, const std::string& key,
             const std::string& title, CellOf cell_of) {
    TableRow row{.key = table.key + "/" + key,
                 .cells = {{.text = prose(title), .note = "", .change = ""}}};
    bool any = false;
    for (std::size_t option = 0; option < document.options.size(); ++option) {
        row.cells.push_back(cell_of(option));
        any = any || !row.cells.back().text.empty();
    }
    if (any) table.rows.push_back(std::move(row));
}

Table headline(const Session& session) {
    const Document& document = session.document();
    const CompareWords& text = words().compare;
    Table table{.key = "compare/headline",
                .caption = text.headline,
                .columns = option_columns(document, ""),
                .rows = {}};
    const auto says = [&](std::string Option::*field) {
        return [&document, field](std::size_t option) {
            return TableCell{.text = prose(document.options[option].*field)};
        };
    };
    if (const auto objective = row_index(document, document.objective)) {
        const std::string& name = document.rows[*objective].name;
        add_row(table, document, "expected", text.expected(name),
                [&](std::size_t option) { return mean_cell(session, *objective, option); });
        add_row(table, document, "middle", text.middle(name), [&](std::size_t option) {
            TableCell cell = spread_cell(session, *objective, option);
            cell.change = middle_change(session, *objective, option, 0);
            cell.may_change = true;
            return cell;
        });
    }
    if (session.results().lead.leader || !session.results().lead.undefined.empty())
        add_row(table, document, "p_best", text.p_best,
                [&](std::size_t option) { return chance_cell(session, option); });
    if (session.results().score)
        add_row(table, document, "score", text.score,
                [&](std::size_t option) { return score_cell(session, option); });
    add_row(table, document, "stance", text.stance, says(&Option::stance));
    add_row(table, document, "timeline", text.timeline, says(&Option::timeline));
    add_row(table, document, "cost", text.cost, says(&Option::cost));
    add_row(table, document, "risk_level", text.risk_level, says(&Option::risk_level));
    return table;
}

Figure chances(const Session& session) {
    const Document& document = session.document();
    const Lead& lead = session.results().lead;
    ChartLine line;
    std::vector<OptionFigure> figures;
    std::vector<double> keys;
    const std::vector<NamedOption> options = named_options(document);
    for (const NamedOption& option : options) {
        const double p = lead.p_best[static_cast<std::size_t>(option.index)];
        line.cells.push_back({.at = {Statistics{p, p, p, p, p, p}}, .stated = {}});
        figures.push_back({option, share(p), chance_change(session, option.index)});
        keys.push_back(-p);
    }
    figures = in_order(std::move(figures), ascending_order(keys));
    const Row* objective = lead.by_score ? nullptr : find_row(document, document.objective);
    Figure figure = figure_of("share", "compare/chances",
                              {.unit = "%", .options = options, .lines = {line}, .draws = 0});
    figure.sentence =
        caption(inked(words().compare.chances(
                    figures, objective ? objective->name : words().compare.on_the_score)),
                compared_by(session));
    figure.description = words().compare.chances_description;
    figure.aspect = 0.1;
    figure.min_height = 56;
    return figure;
}

// ---------------------------------------------------------------- factors

TableRow factor(const Session& session, std::size_t c) {
    const Document& document = session.document();
    const Criterion& criterion = document.scoring.criteria[c];
    const auto row = row_index(document, criterion.row);
    const auto& score = session.results().score;
    TableRow line{.key = "compare/factors/" + criterion.row, .cells = {}};
    line.cells.push_back(row ? row_title(document.rows[*row])
                             : TableCell{.text = prose(criterion.row)});
    const bool weighed = score && c < score->weight.size();
    line.cells.push_back({.text = weighed ? prose(share(score->weight[c]), Role::Quiet) : Prose{}});
    for (std::size_t option = 0; option < document.options.size(); ++option) {
        TableCell cell = row ? row_cell(session, *row, option) : TableCell{};
        if (row && weighed && document.rows[*row].kind == RowKind::Number && criterion.worst &&
            criterion.best && c < score->base_value.size() && option < score->base_value[c].size())
            cell.note +=
                (cell.note.empty() ? "" : ". ") +
                words().compare.value_note(score->base_value[c][option],
                                           figure(*criterion.worst, document.rows[*row].unit),
                                           figure(*criterion.best, document.rows[*row].unit));
        line.cells.push_back(std::move(cell));
    }
    return line;
}

void add_group(Table& table, const Session& session, const std::string& name,
               const std::vector<std::size_t>& criteria) {
    const auto& score = session.results().score;
    double weight = 0;
    for (const std::size_t c : criteria)
        if (score && c < score->weight.size()) weight += score->weight[c];
    if (!name.empty() && !criteria.empty())
        table.rows.push_back(
            {.key = table.key + "/" + name,
             .cells = {{.text = prose(words().compare.group(name, score ? share(weight) : ""))}},
             .heading = true});
    for (const std::size_t c : criteria) table.rows.push_back(factor(session, c));
}

void add_factors(Page& page, const Session& session) {
    const Document& document = session.document();
    const Scoring& scoring = document.scoring;
    if (scoring.criteria.empty()) return;
    Table table{.key = "compare/factors",
                .caption = "",
                .columns = option_columns(document, ""),
                .rows = {}};
    table.columns.insert(table.columns.begin() + 1,
                         {.title = prose(words().compare.weight, Role::Quiet),
                          .align = Align::Right,
                          .share = 0.2,
                          .min_width = 64});
    const auto in_group = [&](const auto& wanted) {
        std::vector<std::size_t> criteria;
        for (std::size_t c = 0; c < scoring.criteria.size(); ++c)
            if (wanted(scoring.criteria[c].group)) criteria.push_back(c);
        return criteria;
    };
    add_group(table, session, "", in_group([&](const std::string& id) {
                  return std::none_of(scoring.groups.begin(), scoring.groups.end(),
                                      [&](const CriterionGroup& group) { return group.id == id; });
              }));
    for (const CriterionGroup& group : scoring.groups)
        add_group(table, session, group.name.empty() ? group.id : group.name,
                  in_group([&](const std::string& id) { return id == group.id; }));
    page.blocks.push_back(heading(2, words().compare.factors));
    page.blocks.push_back(paragraph(
        scoring.equal_weights ? words().compare.factors_equal : words().compare.factors_note,
        Weight::Small, Role::Quiet));
    page.blocks.push_back({std::move(table)});
}

// ---------------------------------------------------------------- the grid's other rows

bool is_criterion(const Document& document, const Row& row) {
    return std::any_of(document.scoring.criteria.begin(), document.scoring.criteria.end(),
                       [&](const Criterion& criterion) { return criterion.row == row.id; });
}

// Lines of a sum stay together; elsewhere what stands among the factors is not said twice.
std::vector<std::size_t> grid_rows(const Document& document, const Topic& topic) {
    std::vector<std::size_t> rows = rows_of_topic(document, topic.id);
    std::erase_if(rows, [&](std::size_t row) { return document.rows[row].months.has_value(); });
    const bool sum = std::any_of(rows.begin(), rows.end(),
                                 [&](std::size_t row) { return document.rows[row].total; });
    if (!sum)
        std::erase_if(rows,
                      [&](std::size_t row) { return is_criterion(document, document.rows[row]); });
    return rows;
}

}  // namespace

std::vector<std::size_t> compare_rows(const Document& document) {
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < document.rows.size(); ++r) {
        const Row& row = document.rows[r];
        if (row.kind == RowKind::Text) continue;
        const bool shown = row.id == document.objective || is_criterion(document, row) ||
                           (!row.topic.empty() && !row.months);
        if (shown) rows.push_back(r);
    }
    return rows;
}

Page compare_view(const Session& session) {
    const Document& document = session.document();
    Page page{.id = "compare", .title = words().views.compare, .blocks = {}};
    if (!document.purpose.empty()) page.blocks.push_back(paragraph(document.purpose));
    if (!document.question.empty())
        page.blocks.push_back(paragraph(document.question, Weight::Small, Role::Quiet));
    page.blocks.push_back({headline(session)});
    if (session.results().lead.leader && document.options.size() > 1)
        page.blocks.push_back({chances(session)});
    add_factors(page, session);
    for (const Topic& topic : document.topics) {
        const std::vector<std::size_t> rows = grid_rows(document, topic);
        if (rows.empty() || topic.view.empty()) continue;
        page.blocks.push_back(heading(2, topic.name));
        if (!topic.note.empty())
            page.blocks.push_back(paragraph(topic.note, Weight::Small, Role::Quiet));
        page.blocks.push_back({rows_table(session, "compare/" + topic.id, rows)});
    }
    for (Block& block : undefined_reasons(session, compare_rows(document)))
        page.blocks.push_back(std::move(block));
    for (Block& block : option_prose(session)) page.blocks.push_back(std::move(block));
    return page;
}

}  // namespace fulcrum
