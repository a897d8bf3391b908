#include "base/by_id.h"
#include "base/figure.h"
#include "base/order.h"
#include "chart/tornado.h"
#include "model/find.h"
#include "page/flip_parts.h"
#include "page/parts.h"
#include "page/views/flips_spread.h"
#include "page/views/flips_tests.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace parts;

struct Flipping {
    const Session& session;
    const OneWay& found;
    const Document& document = session.document();
    std::vector<NamedOption> options = named_options(document);
    std::vector<PlacedNumber> numbers = numbers_of(document);

    std::string name(const std::string& id) const { return number_name(numbers, id); }
    std::string unit(const std::string& id) const {
        const PlacedNumber* const number = by_id(numbers, id);
        return number == nullptr ? "" : number->unit;
    }

    Prose flips(const InputFlips& input) const {
        Prose text = flips_text(input, *found.lead.leader, options, unit(input.id));
        if (input.has_undefined) text.push_back(quiet("; " + words().flips.undefined_somewhere));
        return text;
    }

    TableCell worth(const std::string& id) const {
        const InputInformation* const information = by_id(found.information, id);
        if (information == nullptr) return {.text = prose(words().figures.absent)};
        return {.text = prose(information->value > information->error
                                  ? figure(information->value, found.unit)
                                  : words().flips.worth_nothing),
                .note = words().flips.error(figure(information->error, found.unit)),
                .inquiry = {compared_by(session)}};
    }

    TableRow line(const InputFlips& input) const {
        std::string range;
        if (input.low < input.high) range = fulcrum::range(input.low, input.high, unit(input.id));
        TableRow row{.key = "flips/" + input.id, .cells = {}};
        row.cells.push_back({.text = prose(name(input.id)), .note = range});
        row.cells.push_back({.text = prose(figure(input.now, unit(input.id)))});
        row.cells.push_back({.text = flips(input), .inquiry = {compared_by(session)}});
        row.cells.push_back(worth(input.id));
        return row;
    }

    std::size_t rank(const std::string& id) const {
        const Swing* const swing = by_id(found.swings, id);
        return swing == nullptr ? found.swings.size()
                                : static_cast<std::size_t>(swing - found.swings.data());
    }
};

struct Groups {
    std::vector<const InputFlips*> within, beyond, never, not_part, cells;
};

Groups groups_of(const Flipping& flipping) {
    Groups groups;
    for (const InputFlips& input : flipping.found.flips) {
        if (input.is_cell) {
            if (!input.flips.empty()) groups.cells.push_back(&input);
            continue;
        }
        auto& group = !input.matters          ? groups.not_part
                      : input.flips.empty()   ? groups.never
                      : flips_in_range(input) ? groups.within
                                              : groups.beyond;
        group.push_back(&input);
    }
    for (auto* group : {&groups.within, &groups.beyond, &groups.never})
        sort_by(*group, [&](const InputFlips* input) {
            return static_cast<double>(flipping.rank(input->id));
        });
    return groups;
}

void add_table(Page& page, const Flipping& flipping, const Groups& groups) {
    const FlipWords& text = words().flips;
    Table table{.key = "flips/assumptions",
                .caption = text.caption(flipping.found.premise == Premise::Estimate),
                .columns = {{.title = prose(text.assumption), .share = 3, .min_width = 120},
                            {.title = prose(text.now), .align = Align::Right},
                            {.title = prose(text.flips), .share = 3, .min_width = 120},
                            {.title = prose(text.worth), .align = Align::Right}},
                .rows = {}};
    for (const auto& [title, group] :
         {std::pair(&text.within, &groups.within), std::pair(&text.beyond, &groups.beyond)}) {
        if (group->empty()) continue;
        table.rows.push_back(
            {.key = table.key + "/" + *title, .cells = {{.text = prose(*title)}}, .heading = true});
        for (const InputFlips* input : *group) table.rows.push_back(flipping.line(*input));
    }
    if (!table.rows.empty()) page.blocks.push_back({std::move(table)});
    const auto list = [&](const std::vector<const InputFlips*>& group,
                          std::string (*words)(const std::vector<std::string>&)) {
        std::vector<std::string> names;
        names.reserve(group.size());
        for (const InputFlips* input : group) names.push_back(flipping.name(input->id));
        if (!names.empty()) page.blocks.push_back(paragraph(words(names)));
    };
    list(groups.never, text.never);
    list(groups.not_part, text.not_part);
}

// Those within its range.
std::vector<TornadoBar::Flip> flips_on_bar(const Flipping& flipping, const std::string& id) {
    std::vector<TornadoBar::Flip> marks;
    const InputFlips* const input = by_id(flipping.found.flips, id);
    if (input == nullptr) return marks;
    marks.reserve(input->flips.size());
    for (const Flip& flip : input->flips)
        if (flip.at > input->low && flip.at < input->high)
            marks.push_back(
                {flip.at,
                 flipping.options[flips_to(flip, input->now, *flipping.found.lead.leader)]});
    return marks;
}

TornadoInput tornado_input(const Flipping& flipping) {
    const OneWay& found = flipping.found;
    TornadoInput input{.unit = found.unit,
                       .leader = flipping.options[*found.lead.leader],
                       .runner_up = flipping.options[*found.lead.runner_up],
                       .now = found.gap_now,
                       .bars = {}};
    for (const Swing& swing : found.swings) {
        TornadoBar bar{.name = flipping.name(swing.id),
                       .unit = flipping.unit(swing.id),
                       .points = {},
                       .flips = flips_on_bar(flipping, swing.id)};
        for (const Swing::Point& point : swing.points)
            if (point.gap) bar.points.push_back({point.value, *point.gap});
        input.bars.push_back(std::move(bar));
    }
    return input;
}

Sentence widest(const TornadoInput& input) {
    const TornadoBar& bar = input.bars.front();
    double least = input.now, greatest = input.now;
    for (const TornadoBar::Point& point : bar.points) {
        least = std::min(least, point.gap);
        greatest = std::max(greatest, point.gap);
    }
    return words().flips.widest(input.leader, input.runner_up, figure(input.now, input.unit),
                                bar.name, figure(least, input.unit), figure(greatest, input.unit));
}

void add_tornado(Page& page, const Flipping& flipping) {
    const FlipWords& text = words().flips;
    const TornadoInput input = tornado_input(flipping);
    if (input.bars.empty()) return;
    page.blocks.push_back(heading(2, text.tornado));
    Figure tornado{.key = "flips/tornado",
                   .sentence = caption(inked(widest(input)), compared_by(flipping.session)),
                   .description = text.tornado_description,
                   .draw = [input](Size size) { return tornado_chart(input, size); }};
    page.blocks.push_back({std::move(tornado)});
    Figure spider{.key = "flips/spider",
                  .sentence = caption(prose(text.spider_sentence)),
                  .description = text.spider_description,
                  .aspect = 0.5,
                  .min_height = 240,
                  .draw = [input](Size size) { return spider_chart(input, size); }};
    Details folded = details(flipping.session, "flips/along", text.spider, false);
    folded.blocks.push_back({std::move(spider)});
    page.blocks.push_back({std::move(folded)});
}

void add_information(Page& page, const Flipping& flipping) {
    const FlipWords& text = words().flips;
    const OneWay& found = flipping.found;
    page.blocks.push_back(heading(2, text.information));
    std::string said = text.evpi(figure(found.lead.evpi, found.unit));
    if (const InputInformation* most = worth_most(found))
        said += " " + text.worth_at_most(figure(most->value, found.unit), flipping.name(most->id),
                                         waiting_text(flipping.document, found));
    page.blocks.push_back(askable(paragraph(said), compared_by(flipping.session)));
    page.blocks.push_back(paragraph(text.worth_note, Weight::Small, Role::Quiet));
}

void add_cells(Page& page, const Flipping& flipping, const Groups& groups) {
    if (groups.cells.empty()) return;
    const FlipWords& text = words().flips;
    page.blocks.push_back(heading(2, text.cells));
    Table table{.key = "flips/cells",
                .caption = text.cells_note,
                .columns = {{.title = prose(text.assumption), .share = 3, .min_width = 120},
                            {.title = prose(text.now), .align = Align::Right},
                            {.title = prose(text.flips), .share = 3, .min_width = 120}},
                .rows = {}};
    for (const InputFlips* input : groups.cells) {
        TableRow line = flipping.line(*input);
        line.cells.pop_back();
        table.rows.push_back(std::move(line));
    }
    page.blocks.push_back({std::move(table)});
}

std::string weight_name(const Document& document, const WeightFlips& weight) {
    if (!weight.is_group) return find_row(document, weight.id)->name;
    for (const CriterionGroup& group : document.scoring.groups)
        if (group.id == weight.id) return words().flips.group(group.name);
    return weight.id;
}

TableRow weight_line(const Flipping& flipping, const WeightFlips& weight) {
    const InputFlips as_input{.id = weight.id, .now = weight.now, .flips = weight.flips};
    return {.key = "flips/score/" + weight.id,
            .cells = {
                {.text = prose(weight_name(flipping.document, weight))},
                {.text = prose(share(weight.now))},
                {.text = flips_text(as_input, *flipping.found.score.leader, flipping.options, "%"),
                 .inquiry = {TracedFigure{}}}}};
}

void add_score(Page& page, const Flipping& flipping) {
    const FlipWords& text = words().flips;
    const ScoreFlips& score = flipping.found.score;
    if (!score.leader || flipping.options.size() < 2) return;
    Table table{.key = "flips/score",
                .caption = text.score_caption,
                .columns = {{.title = prose(text.criterion), .share = 3, .min_width = 120},
                            {.title = prose(text.share), .align = Align::Right},
                            {.title = prose(text.flips), .share = 3, .min_width = 120}},
                .rows = {}};
    for (const WeightFlips& weight : score.weights)
        if (!weight.flips.empty()) table.rows.push_back(weight_line(flipping, weight));
    page.blocks.push_back(heading(2, text.score));
    page.blocks.push_back(paragraph(text.score_intro(flipping.options[*score.leader],
                                                     table.rows.size(), score.weights.size())));
    if (!table.rows.empty()) page.blocks.push_back({std::move(table)});
    List words_of_table;
    for (const LevelFlips& cell : score.levels)
        for (const LevelFlips::To& to : cell.flips)
            words_of_table.entries.push_back(inked(
                text.levels(find_row(flipping.document, cell.row)->name,
                            flipping.options[cell.option], to.level, flipping.options[to.leader])));
    if (!words_of_table.entries.empty()) page.blocks.push_back({std::move(words_of_table)});
}

}  // namespace

std::vector<std::size_t> flips_rows(const Document&) {
    return {};
}

Page flips_view(const Session& session) {
    const FlipWords& text = words().flips;
    Page page{.id = "flips", .title = words().views.flips, .blocks = {}};
    const std::optional<OneWay>& found = session.studies().one_way;
    page.blocks.push_back(premises(session, "flips"));
    if (!found) {
        page.blocks.push_back(paragraph(text.pending));
        return page;
    }
    if (!found->lead.leader || !found->lead.runner_up) {
        page.blocks.push_back(paragraph(found->lead.leader ? text.one_option : text.no_leader));
        return page;
    }
    const Flipping flipping{session, *found};
    const Groups groups = groups_of(flipping);
    page.blocks.push_back(paragraph(
        text.intro(flipping.options[*found->lead.leader], groups.within.size(),
                   groups.beyond.size(), groups.never.size(), found->premise == Premise::Estimate),
        Weight::Lead));
    add_table(page, flipping, groups);
    add_tornado(page, flipping);
    if (found->premise == Premise::TurnedOut) add_information(page, flipping);
    mark_busy(page, 1, session, StudyKind::OneWay);
    if (found->premise == Premise::TurnedOut) add_tests(page, session);
    add_spread(page, session);
    const std::size_t last = page.blocks.size();
    add_cells(page, flipping, groups);
    add_score(page, flipping);
    mark_busy(page, last, session, StudyKind::OneWay);
    return page;
}

}  // namespace fulcrum
