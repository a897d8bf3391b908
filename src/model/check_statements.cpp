#include "base/text.h"
#include "model/check_context.h"
#include "model/find.h"
#include "model/pointer.h"

#include <algorithm>

namespace fulcrum {
namespace {

void check_criterion(CheckContext& context, const std::string& path, const Criterion& criterion) {
    if (criterion.row.empty()) context.add(path, "a criterion names its row");
    context.refers(path + "/row", criterion.row, context.rows, "row");
    context.refers(path + "/group", criterion.group, context.groups, "group");
    context.not_negative(path + "/weight", "weight", criterion.weight);
    const Row* row = find_row(context.document, criterion.row);
    if (row == nullptr) return;
    if (row->kind == RowKind::Text)
        context.add(path + "/row", "the text row '" + row->id + "' cannot be a criterion");
    if (row->months)
        context.add(path + "/row", "the series '" + row->id +
                                       "' cannot be a criterion: make a row like at(" + row->id +
                                       ", " + std::to_string(*row->months) + ")");
    if (row->kind != RowKind::Number) return;
    if (!criterion.worst || !criterion.best)
        context.add(path, "the criterion '" + row->id +
                              "' needs worst and best: the levels that are worth nothing and all");
    else if (*criterion.worst == *criterion.best)
        context.add(path + "/best",
                    "worst and best are both " + shortest(*criterion.best) + ": they must differ");
}

void check_given(CheckContext& context, const std::string& path,
                 const std::vector<std::pair<std::string, double>>& given) {
    for (const auto& [id, value] : given)
        if (!context.inputs.has(id))
            context.add(
                path + "/given" + pointer_step(id),
                "there is no assumption '" + id + "'" + context.suggestion(id, context.inputs));
}

void check_claim(CheckContext& context, const std::string& path, const Claim& claim) {
    context.refers(path + "/option", claim.option, context.options, "option");
    context.refers(path + "/row", claim.row, context.rows, "row");
    context.in_order(path, "low", claim.low, "high", claim.high);
    const Row* row = find_row(context.document, claim.row);
    if (claim.month && row != nullptr) {
        if (!row->months)
            context.add(path + "/month", "the row '" + claim.row + "' is no series");
        else if (*claim.month < 0 || *claim.month > *row->months)
            context.add(path + "/month",
                        "month " + std::to_string(*claim.month) + " is outside the series '" +
                            claim.row + "', which has months 0 to " + std::to_string(*row->months));
    }
    check_given(context, path, claim.given);
    for (std::size_t r = 0; r < claim.readings.size(); ++r)
        check_given(context, path + "/readings" + pointer_step(r), claim.readings[r].given);
    for (std::size_t k = 0; k < claim.rows.size(); ++k)
        context.refers(path + "/rows" + pointer_step(k), claim.rows[k], context.rows, "row");
}

}  // namespace

void check_score(CheckContext& context) {
    const Scoring& scoring = context.document.scoring;
    IdSet seen_groups, seen_rows;
    for (std::size_t g = 0; g < scoring.groups.size(); ++g) {
        const std::string path = "/scoring/groups" + pointer_step(g);
        context.names(path + "/id", scoring.groups[g].id, seen_groups, true);
        context.not_negative(path + "/weight", "weight", scoring.groups[g].weight);
    }
    for (std::size_t c = 0; c < scoring.criteria.size(); ++c) {
        const std::string path = "/scoring/criteria" + pointer_step(c);
        check_criterion(context, path, scoring.criteria[c]);
        if (!seen_rows.add(scoring.criteria[c].row))
            context.add(path + "/row",
                        "the row '" + scoring.criteria[c].row + "' is a criterion twice");
    }
    IdSet seen_gates;
    for (std::size_t g = 0; g < context.document.gates.size(); ++g) {
        const Gate& gate = context.document.gates[g];
        const std::string path = "/gates" + pointer_step(g);
        context.names(path + "/id", gate.id, seen_gates, true);
        if (gate.row.empty()) context.add(path, "a gate names its row");
        context.refers(path + "/row", gate.row, context.rows, "row");
        context.in_order(path, "at_least", gate.at_least, "at_most", gate.at_most);
    }
}

void check_statements(CheckContext& context) {
    const Document& document = context.document;
    IdSet seen_stakeholders, seen_claims, seen_questions;
    for (std::size_t s = 0; s < document.stakeholders.size(); ++s) {
        const Stakeholder& stakeholder = document.stakeholders[s];
        const std::string path = "/stakeholders" + pointer_step(s);
        context.names(path + "/id", stakeholder.id, seen_stakeholders, true);
        for (const auto& [option, quote] : stakeholder.quotes)
            context.refers(path + "/quotes" + pointer_step(option), option, context.options,
                           "option");
        for (const auto& [row, weight] : stakeholder.weights) {
            const std::string own = path + "/weights" + pointer_step(row);
            context.refers(own, row, context.criteria, "criterion");
            context.not_negative(own, "weight", weight);
        }
    }
    for (std::size_t c = 0; c < document.claims.size(); ++c) {
        const std::string path = "/claims" + pointer_step(c);
        context.names(path + "/id", document.claims[c].id, seen_claims, true);
        check_claim(context, path, document.claims[c]);
    }
    for (std::size_t q = 0; q < document.questions.size(); ++q)
        context.names("/questions" + pointer_step(q) + "/id", document.questions[q].id,
                      seen_questions, true);

    const Recommendation& recommendation = document.recommendation;
    context.refers("/recommendation/option", recommendation.option, context.options, "option");
    for (std::size_t r = 0; r < recommendation.rationale.size(); ++r)
        context.refers("/recommendation/rationale" + pointer_step(r) + "/claim",
                       recommendation.rationale[r].claim, context.claims, "claim");
    for (std::size_t a = 0; a < recommendation.alternatives.size(); ++a)
        context.refers("/recommendation/alternatives" + pointer_step(a) + "/option",
                       recommendation.alternatives[a].option, context.options, "option");
    context.refers("/decision/choice", document.decision.choice, context.options, "option");
}

}  // namespace fulcrum
