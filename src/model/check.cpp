#include "model/check.h"

#include "base/text.h"
#include "model/check_context.h"
#include "model/find.h"
#include "model/pointer.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr std::int64_t least_draws = 256, most_draws = 1 << 20;

void check_simulation(CheckContext& context) {
    const Simulation& simulation = context.document.simulation;
    const std::int64_t draws = simulation.draws;
    if (draws < least_draws || draws > most_draws) {
        context.add("/simulation/draws", std::to_string(draws) + " draws: use " +
                                             std::to_string(least_draws) + " to " +
                                             std::to_string(most_draws));
    } else if ((draws & (draws - 1)) != 0) {
        std::int64_t next = least_draws;
        while (next < draws) next *= 2;
        context.add("/simulation/draws", std::to_string(draws) + " draws is no power of two: use " +
                                             std::to_string(next));
    }
    context.not_negative("/simulation/seed", "seed", static_cast<double>(simulation.seed));
    context.not_negative("/simulation/next_stream", "next_stream",
                         static_cast<double>(simulation.next_stream));
}

void check_headline(CheckContext& context) {
    const Headline& headline = context.document.headline;
    if (headline.threshold < 0 || headline.threshold > 1)
        context.add("/headline/threshold", "threshold " + shortest(headline.threshold) +
                                               " is no probability: use 0 to 1 (60 % is 0.6)");
    context.not_negative("/headline/matters", "matters", headline.matters);
}

void check_options(CheckContext& context) {
    if (context.document.options.empty())
        context.add("/options", "there is no option: a decision has at least one");
    IdSet seen;
    for (std::size_t o = 0; o < context.document.options.size(); ++o)
        context.names("/options" + pointer_step(o) + "/id", context.document.options[o].id, seen,
                      true);
}

void check_topics(CheckContext& context) {
    IdSet views, seen;
    for (const char* view : {"compare", "money", "risk"}) views.add(view);
    for (std::size_t t = 0; t < context.document.topics.size(); ++t) {
        const Topic& topic = context.document.topics[t];
        const std::string path = "/topics" + pointer_step(t);
        context.names(path + "/id", topic.id, seen, true);
        if (!topic.view.empty() && !views.has(topic.view))
            context.add(path + "/view", "there is no view '" + topic.view +
                                            "': use compare, money or risk" +
                                            context.suggestion(topic.view, views));
    }
}

void check_objective(CheckContext& context) {
    const std::string& objective = context.document.objective;
    context.refers("/objective", objective, context.rows, "row");
    const Row* row = find_row(context.document, objective);
    if (objective.empty() || row == nullptr) return;
    if (row->kind != RowKind::Number)
        context.add("/objective", "the objective '" + objective +
                                      "' is no number row: it must be a row of figures");
    else if (row->months)
        context.add("/objective", "the objective '" + objective +
                                      "' is a series: make a row like at(" + objective + ", " +
                                      std::to_string(*row->months) + ") the objective");
}

void check_waiting(CheckContext& context) {
    const Waiting& waiting = context.document.waiting;
    context.refers("/waiting/by", waiting.by, context.rows, "row");
    context.refers("/waiting/row", waiting.row, context.rows, "row");
    for (const auto& [field, id] : {std::pair("by", waiting.by), std::pair("row", waiting.row)}) {
        const Row* row = find_row(context.document, id);
        if (row != nullptr && row->kind != RowKind::Number)
            context.add("/waiting/" + std::string(field), "'" + id + "' is no number row");
    }
    if (waiting.by.empty() != waiting.row.empty())
        context.add("/waiting", "waiting needs both 'by' and 'row'");
}

// Known ones too: they may be drawn again later.
bool is_uncertain(const Assumption& assumption) {
    if (!assumption.family.empty()) return assumption.family != "point";
    return assumption.low || assumption.high;
}

}  // namespace

Diagnostics check(const Document& document) {
    CheckContext context(document);
    check_finite(context);
    if (!context.findings.empty()) return std::move(context.findings);  // the rest compares numbers
    if (document.semantics < 1 || document.semantics > semantics_version)
        context.add("/semantics", "this file has semantics " + std::to_string(document.semantics) +
                                      "; this program computes by semantics " +
                                      std::to_string(semantics_version));
    check_simulation(context);
    check_headline(context);
    check_options(context);
    check_topics(context);
    IdSet names;  // assumptions and rows share one space
    check_assumptions(context, names);
    check_rows(context, names);
    check_correlations(context);
    check_objective(context);
    check_waiting(context);
    check_tests(context);
    check_score(context);
    check_statements(context);
    check_tree(context);
    return std::move(context.findings);
}

Document with_streams(Document document) {
    std::int64_t next = document.simulation.next_stream;
    std::vector<Assumption*> without;
    for (const PlacedAssumption& placed : assumptions_of(document)) {
        const Assumption& assumption = *placed.assumption;
        if (assumption.stream)
            next = std::max(next, *assumption.stream + 1);
        else if (is_uncertain(assumption))
            without.push_back(const_cast<Assumption*>(placed.assumption));
    }
    for (Assumption* assumption : without) assumption->stream = next++;
    if (next > 0) document.simulation.next_stream = next;
    return document;
}

}  // namespace fulcrum
