#include "page/parts.h"

#include "base/figure.h"
#include "base/order.h"
#include "model/find.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace fulcrum::parts {

std::vector<NamedOption> named_options(const Document& document) {
    std::vector<NamedOption> options;
    for (std::size_t option = 0; option < document.options.size(); ++option)
        options.push_back({.index = static_cast<int>(option),
                           .letter = option_letter(option),
                           .name = document.options[option].name});
    return options;
}

std::string assumption_name(const Document& document, const std::string& id) {
    for (const PlacedAssumption& placed : assumptions_of(document))
        if (placed.id == id)
            return placed.option.empty() ? placed.name : placed.name + " @ " + placed.option;
    return id;
}

Prose inked(const Sentence& sentence) {
    Prose prose;
    for (const Piece& piece : sentence) {
        Run run{.text = piece.text, .ink = {}, .bold = piece.bold};
        if (piece.option >= 0) run.ink = {.role = Role::Option, .option = piece.option};
        prose.push_back(std::move(run));
    }
    return prose;
}

Prose option_title(const NamedOption& option) {
    return {Run{.text = words().option(option),
                .ink = {.role = Role::Option, .option = option.index},
                .bold = true}};
}

Run quiet(std::string text) {
    return {.text = std::move(text), .ink = {.role = Role::Quiet}};
}

Block heading(int level, std::string text) {
    return {Heading{.level = level, .text = prose(std::move(text))}};
}

void mark_busy(Page& page, std::size_t from, const Session& session, StudyKind kind) {
    for (std::size_t b = from; b < page.blocks.size(); ++b)
        page.blocks[b].is_busy = !session.is_current(kind);
}

Block paragraph(std::string text, Weight weight, Role role) {
    return {Paragraph{.text = prose(std::move(text), role), .weight = weight, .note = ""}};
}

Block paragraph(const Sentence& sentence, Weight weight) {
    return {Paragraph{.text = inked(sentence), .weight = weight, .note = ""}};
}

Block askable(Block paragraph, TracedFigure figure) {
    std::get<Paragraph>(paragraph.form).inquiry.figure = std::move(figure);
    return paragraph;
}

const Outcome* outcome(const Results& results, std::size_t row, std::size_t option,
                       std::size_t month) {
    if (row >= results.rows.size()) return nullptr;
    const auto& outcomes = results.rows[row].outcome;
    if (option >= outcomes.size() || month >= outcomes[option].size()) return nullptr;
    return outcomes[option][month] ? &*outcomes[option][month] : nullptr;
}

const Statistics* statistics(const Outcome* outcome) {
    return outcome == nullptr ? nullptr : std::get_if<Statistics>(&outcome->over_draws);
}

std::size_t months(const Results& results, std::size_t row) {
    if (row >= results.rows.size()) return 0;
    std::size_t count = 1;
    for (const auto& option : results.rows[row].outcome) count = std::max(count, option.size());
    return count - 1;
}

namespace {

std::string change_of(const Session& session, std::size_t row, std::size_t option,
                      std::size_t month, double Statistics::*which) {
    const Results* before = session.results_at_grab();
    if (before == nullptr) return "";
    const Statistics* was = statistics(outcome(*before, row, option, month));
    const Statistics* is = statistics(outcome(session.results(), row, option, month));
    if (was == nullptr || is == nullptr) return "";
    return change(is->*which - was->*which, session.document().rows[row].unit);
}

}  // namespace

std::string mean_change(const Session& session, std::size_t row, std::size_t option) {
    return change_of(session, row, option, 0, &Statistics::mean);
}

std::string middle_change(const Session& session, std::size_t row, std::size_t option,
                          std::size_t month) {
    return change_of(session, row, option, month, &Statistics::p50);
}

std::vector<const Claim*> claims_of(const Document& document, const Row& row, std::size_t option) {
    std::vector<const Claim*> claims;
    for (const Claim& claim : document.claims)
        if (claim.row == row.id && claim.option == document.options[option].id && claim.value &&
            claim.month.has_value() == row.months.has_value())
            claims.push_back(&claim);
    return claims;
}

std::string claim_note(const Document& document, const Claim& claim) {
    std::vector<std::string> given;
    if (claim.given.empty()) return words().figures.stated_note(claim.text, claim.where, given);
    for (const PlacedAssumption& placed : assumptions_of(document))
        for (const auto& [id, value] : claim.given)
            if (id == placed.id)
                given.push_back(words().figures.given(placed.name, figure(value, placed.unit)));
    return words().figures.stated_note(claim.text, claim.where, given);
}

ChartInput chart_input(const Session& session, std::span<const std::size_t> rows) {
    const Document& document = session.document();
    ChartInput input{
        .unit = rows.empty() ? "" : document.rows[rows.front()].unit,
        .options = named_options(document),
        .lines = {},
        .draws = rows.empty() ? 0 : session.results().draws_of(document.rows[rows.front()])};
    for (const std::size_t r : rows) {
        const Row& row = document.rows[r];
        ChartLine line{.name = row.name, .total = row.total, .cells = {}};
        const std::size_t last = months(session.results(), r);
        for (std::size_t option = 0; option < document.options.size(); ++option) {
            ChartCell cell;
            for (std::size_t month = 0; month <= last; ++month) {
                const Statistics* at = statistics(outcome(session.results(), r, option, month));
                cell.at.push_back(at ? std::optional(*at) : std::nullopt);
            }
            for (const Claim* claim : claims_of(document, row, option)) {
                const auto month = static_cast<std::size_t>(claim->month.value_or(0));
                if (month <= last)
                    cell.stated.push_back({month, *claim->value, claim_note(document, *claim)});
            }
            line.cells.push_back(std::move(cell));
        }
        input.lines.push_back(std::move(line));
    }
    return input;
}

Paragraph caption(Prose text, std::optional<TracedFigure> figure) {
    return {.text = std::move(text),
            .weight = Weight::Caption,
            .inquiry = {.figure = std::move(figure)}};
}

Figure figure_of(std::string_view chart, std::string key, ChartInput input) {
    const Chart* found = find_chart(chart);
    assert(found != nullptr);
    Figure figure{.key = std::move(key), .sentence = {}, .description = "", .draw = nullptr};
    figure.draw = [found, input = std::move(input)](Size size) { return found->draw(input, size); };
    return figure;
}

std::vector<OptionFigure> by_middle(const Session& session, std::size_t row, std::size_t month) {
    const Document& document = session.document();
    const Direction direction = document.rows[row].direction;
    std::vector<OptionFigure> figures;
    std::vector<double> keys;  // the best first, what is undefined last
    for (const NamedOption& option : named_options(document)) {
        const auto o = static_cast<std::size_t>(option.index);
        const Outcome* found = outcome(session.results(), row, o, month);
        if (found == nullptr) continue;
        const Statistics* at = statistics(found);
        figures.push_back(
            {option, at ? figure(at->p50, document.rows[row].unit) : words().figures.undefined,
             middle_change(session, row, o, month)});
        keys.push_back(at == nullptr                  ? std::numeric_limits<double>::infinity()
                       : direction == Direction::More ? -at->p50
                       : direction == Direction::Less ? at->p50
                                                      : 0);
    }
    return in_order(std::move(figures), ascending_order(keys));
}

std::vector<std::size_t> rows_of_topic(const Document& document, const std::string& topic) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < document.rows.size(); ++row)
        if (!topic.empty() && document.rows[row].topic == topic) rows.push_back(row);
    return rows;
}

std::vector<const Topic*> topics_of_view(const Document& document, std::string_view view) {
    std::vector<const Topic*> topics;
    for (const Topic& topic : document.topics)
        if (topic.view == view) topics.push_back(&topic);
    return topics;
}

Details details(const Session& session, const std::string& key, std::string title, bool open) {
    const auto& folds = session.look().open;
    const auto said = folds.find(key);
    return {.key = key,
            .title = prose(std::move(title)),
            .open = said == folds.end() ? open : said->second,
            .action = LookChange{Fold{key}},
            .blocks = {}};
}

}  // namespace fulcrum::parts
