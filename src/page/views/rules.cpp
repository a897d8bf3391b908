// What other rules than the expected value would choose.
#include "base/figure.h"
#include "page/flip_parts.h"
#include "page/page.h"
#include "page/parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fulcrum {
namespace {

using namespace parts;

struct Ruling {
    const Session& session;
    const Rules& rules;
    double tolerance;
    std::vector<double> worth = certainty_equivalents(rules.utility, tolerance);
    const Corners& corners = rules.corners[static_cast<std::size_t>(session.look().ends)];
    std::optional<DecisionCriteria> criteria = {};
    const Document& document = session.document();
    std::vector<NamedOption> options = named_options(document);

    std::string utility(double value) const {
        return figure(rules.is_less ? -value : value, rules.unit);
    }
    const NamedOption& chosen_by_worth() const {
        return options[static_cast<std::size_t>(std::max_element(worth.begin(), worth.end()) -
                                                worth.begin())];
    }
    std::string objective() const {
        return rules.lead.by_score ? words().compare.score
                                   : document.rows[*session.model().objective].name;
    }
};

// To two digits, and what stands for one of the last: 31.27 -> 31, 1.
std::pair<double, double> two_digits(double value) {
    double power = 1, parts = 1;  // a power of ten, or one over it
    while (value >= 100 * power && power < 1e300) power *= 10;
    while (value * parts < 10) parts *= 10;
    return power > 1 ? std::pair(std::round(value / power) * power, power)
                     : std::pair(std::round(value * parts) / parts, 1 / parts);
}

using RuleLine = std::pair<const RuleWords::Rule*, const CriterionChoice*>;

std::vector<RuleLine> lines_of(const DecisionCriteria& found) {
    const RuleWords& text = words().rules;
    return {{&text.maximin, &found.maximin},
            {&text.maximax, &found.maximax},
            {&text.hurwicz, &found.hurwicz},
            {&text.laplace, &found.laplace},
            {&text.regret, &found.minimax_regret}};
}

Block intro(const Ruling& ruling) {
    std::vector<RuleWords::Otherwise> otherwise;
    const auto add = [&](const NamedOption& option, const std::string& rule) {
        if (option.index == ruling.options[*ruling.rules.lead.leader].index) return;
        for (RuleWords::Otherwise& known : otherwise)
            if (known.option == option) return known.rules.push_back(rule);
        otherwise.push_back({option, {rule}});
    };
    if (ruling.criteria)
        for (const auto& [rule, found] : lines_of(*ruling.criteria))
            add(ruling.options[found->choice], rule->name);
    add(ruling.chosen_by_worth(),
        words().rules.risk_averse(figure(ruling.tolerance, ruling.rules.unit)));
    return paragraph(words().rules.intro(ruling.options[*ruling.rules.lead.leader], otherwise),
                     Weight::Lead);
}

Block frontier(const Ruling& ruling, const std::string& one, const std::string& other,
               const std::vector<bool>& on_frontier) {
    std::vector<NamedOption> on;
    for (std::size_t option = 0; option < on_frontier.size(); ++option)
        if (on_frontier[option]) on.push_back(ruling.options[option]);
    return paragraph(words().rules.frontier(one, other, on, on.size() == ruling.options.size()));
}

void add_dominance(Page& page, const Ruling& ruling) {
    const RuleWords& text = words().rules;
    const auto& kind = ruling.rules.dominance;
    page.blocks.push_back(heading(2, text.dominance));
    List said;
    for (std::size_t a = 0; a < kind.size(); ++a)
        for (std::size_t b = 0; b < kind.size(); ++b) {
            if (kind[a][b] == Dominance::None) continue;
            const auto sentence = kind[a][b] == Dominance::Outcome      ? text.in_every_draw
                                  : kind[a][b] == Dominance::FirstOrder ? text.first_order
                                                                        : text.second_order;
            said.entries.push_back(inked(sentence(ruling.options[a], ruling.options[b])));
        }
    if (said.entries.empty())
        page.blocks.push_back(paragraph(text.none_dominates));
    else
        page.blocks.push_back({std::move(said)});
    page.blocks.push_back(frontier(ruling, text.expected(ruling.objective()), text.bad_end,
                                   ruling.rules.on_frontier));
    if (const auto& tradeoff = ruling.rules.tradeoff)
        page.blocks.push_back(frontier(ruling, ruling.document.rows[tradeoff->cost].name,
                                       ruling.document.rows[tradeoff->risk].name,
                                       tradeoff->on_frontier));
}

Block ends_tabs(const Session& session) {
    const RuleWords& text = words().rules;
    return {Tabs{.key = "rules/ends",
                 .tabs = {{.key = "rules/ends/range",
                           .label = text.range,
                           .action = LookChange{SetEnds{Ends::Range}}},
                          {.key = "rules/ends/p5_p95",
                           .label = text.nine_in_ten,
                           .action = LookChange{SetEnds{Ends::NineInTen}}}},
                 .selected = static_cast<std::size_t>(session.look().ends)}};
}

// The options' figures, and at the end the one that is chosen.
TableRow rule_line(const Ruling& ruling, const RuleWords::Rule& rule, const CriterionChoice& found,
                   bool is_regret) {
    TableRow row{.key = "rules/criteria/" + rule.name,
                 .cells = {{.text = prose(rule.name), .note = rule.note}}};
    for (std::size_t option = 0; option < found.figure.size(); ++option) {
        const double value = found.figure[option];
        row.cells.push_back(
            {.text = prose(is_regret ? figure(value, ruling.rules.unit) : ruling.utility(value)),
             .inquiry = {is_regret ? compared_by(ruling.session)
                                   : compared_by(ruling.session, option)}});
    }
    row.cells.push_back({.text = option_title(ruling.options[found.choice])});
    return row;
}

void add_table(Page& page, const Ruling& ruling) {
    const RuleWords& text = words().rules;
    Table table{.key = "rules/criteria",
                .caption = "",
                .columns = option_columns(ruling.document, text.rule, Align::Right),
                .rows = {}};
    table.columns.push_back({.title = prose(text.chooses)});
    for (const auto& [rule, found] : lines_of(*ruling.criteria))
        table.rows.push_back(rule_line(ruling, *rule, *found, rule == &text.regret));
    const auto& regret = ruling.rules.regret;
    const CriterionChoice average{
        regret,
        static_cast<std::size_t>(std::min_element(regret.begin(), regret.end()) - regret.begin())};
    table.rows.push_back(rule_line(ruling, text.average_regret, average, true));
    page.blocks.push_back({std::move(table)});
}

void add_criteria(Page& page, const Ruling& ruling) {
    const RuleWords& text = words().rules;
    page.blocks.push_back(heading(2, text.distrust));
    page.blocks.push_back(ends_tabs(ruling.session));
    if (!ruling.criteria) {
        page.blocks.push_back(paragraph(text.undefined));
        return;
    }
    const double optimism = ruling.session.look().optimism;
    page.blocks.push_back({Slider{.key = "rules/optimism",
                                  .label = text.optimism,
                                  .value = optimism,
                                  .text = typed_text(optimism, "%"),
                                  .step = 0.01,
                                  .range = text.optimism_range,
                                  .set = LookChange{SetOptimism{}}}});
    add_table(page, ruling);
    std::vector<std::string> moved;
    for (const std::string& id : ruling.corners.moved)
        moved.push_back(assumption_name(ruling.document, id));
    std::string said = text.corners(ruling.corners.payoff.columns(), moved);
    if (!ruling.corners.held.empty()) said += " " + text.held(ruling.corners.held.size());
    if (!moved.empty())
        page.blocks.push_back(paragraph(std::move(said), Weight::Small, Role::Quiet));
}

Block tolerance_slider(const Ruling& ruling) {
    const RuleWords& text = words().rules;
    const std::string& unit = ruling.rules.unit;
    const double scale = ruling.rules.scale;
    Slider slider{
        .key = "rules/tolerance",
        .label = text.tolerance,
        .unit = unit,
        .value = ruling.tolerance,
        .text = typed_text(ruling.tolerance, unit),
        .from = std::min(ruling.tolerance, two_digits(scale * least_tolerance).first),
        .to = std::max(ruling.tolerance, two_digits(scale * most_tolerance).first),
        .reference = two_digits(scale).first,
        .step = two_digits(ruling.tolerance).second,
        .range = text.bet(figure(ruling.tolerance, unit), figure(ruling.tolerance / 2, unit)),
        .explanation = text.tolerance_note,
        .set = LookChange{SetRiskTolerance{}}};
    for (const Flip& flip : ruling.rules.tolerances)
        slider.flips.push_back({flip.at, static_cast<int>(flips_to(flip, ruling.tolerance,
                                                                   *ruling.rules.lead.leader))});
    slider.flips_are_current = ruling.session.is_current(StudyKind::Rules);
    return {std::move(slider)};
}

void add_tolerance(Page& page, const Ruling& ruling) {
    const RuleWords& text = words().rules;
    page.blocks.push_back(heading(2, text.averse));
    page.blocks.push_back(tolerance_slider(ruling));
    page.blocks.push_back(paragraph(text.certain_choice(figure(ruling.tolerance, ruling.rules.unit),
                                                        ruling.chosen_by_worth())));
    Table table{.key = "rules/worth",
                .caption = "",
                .columns = option_columns(ruling.document, "", Align::Right),
                .rows = {}};
    const auto line = [&](const std::string& name, const std::string& key, auto value) {
        TableRow row{.key = table.key + key, .cells = {{.text = prose(name)}}};
        for (std::size_t option = 0; option < ruling.options.size(); ++option)
            row.cells.push_back(
                {.text = prose(value(option)), .inquiry = {compared_by(ruling.session, option)}});
        table.rows.push_back(std::move(row));
    };
    const std::vector<double>& mean = ruling.rules.expected;
    line(text.mean, "/mean", [&](std::size_t o) { return ruling.utility(mean[o]); });
    line(text.certain, "/sure", [&](std::size_t o) { return ruling.utility(ruling.worth[o]); });
    line(text.premium, "/premium", [&](std::size_t o) {
        return figure(std::max(0.0, mean[o] - ruling.worth[o]), ruling.rules.unit);
    });
    page.blocks.push_back({std::move(table)});
    for (const Flip& flip : ruling.rules.tolerances)
        page.blocks.push_back(
            paragraph(text.changes(figure(flip.at, ruling.rules.unit), ruling.options[flip.below],
                                   ruling.options[flip.above])));
    if (ruling.rules.tolerances.empty()) page.blocks.push_back(paragraph(text.never_changes));
}

}  // namespace

std::vector<std::size_t> rules_rows(const Document&) {
    return {};
}

Page rules_view(const Session& session) {
    Page page{.id = "rules", .title = words().views.rules, .blocks = {}};
    const std::optional<Rules>& rules = session.studies().rules;
    const bool is_of_this = rules && rules->dominance.size() == session.document().options.size();
    if (!rules || (rules->lead.runner_up && !is_of_this)) {
        page.blocks.push_back(paragraph(words().flips.pending));
        return page;
    }
    if (!rules->lead.runner_up) {
        page.blocks.push_back(
            paragraph(rules->lead.leader ? words().flips.one_option : words().flips.no_leader));
        return page;
    }
    const double usual = rules->scale > 0 ? two_digits(rules->scale).first : 1;
    Ruling ruling{session, *rules, session.look().risk_tolerance.value_or(usual)};
    if (ruling.corners.payoff.rows() > 0)
        ruling.criteria = decision_criteria(ruling.corners.payoff, session.look().optimism);
    page.blocks.push_back(intro(ruling));
    add_dominance(page, ruling);
    add_criteria(page, ruling);
    if (rules->scale > 0) add_tolerance(page, ruling);
    mark_busy(page, 0, session, StudyKind::Rules);
    return page;
}

}  // namespace fulcrum
