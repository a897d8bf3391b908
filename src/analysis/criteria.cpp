#include "analysis/criteria.h"

#include "model/find.h"

namespace fulcrum {
namespace {

// Why the row cannot be a criterion; "" when it can.
std::string unfit(const Criterion& criterion, const Row& row) {
    const std::string name = "criterion '" + row.id + "' ";
    if (row.kind == RowKind::Text) return name + "is a row of text: it has no number";
    if (row.months) return name + "has a value for every month: a score needs one";
    if (row.kind == RowKind::Level) return "";
    if (!criterion.worst || !criterion.best)
        return name + "has no fixed ends: say which level is worst and which is best";
    return "";
}

}  // namespace

BoundCriteria bound_criteria(const Document& document, const Model& model,
                             const std::vector<double>& weights) {
    BoundCriteria bound;
    if (weights.empty()) bound.reason = "all weights are 0: give one criterion a weight";
    for (std::size_t c = 0; c < document.scoring.criteria.size(); ++c) {
        const Criterion& criterion = document.scoring.criteria[c];
        BoundCriterion& own = bound.criteria.emplace_back();
        own.criterion = c;
        own.row = criterion.row;
        own.weight = weights.empty() ? 0.0 : weights[c];
        own.anchors = {criterion.worst.value_or(0.0), criterion.best.value_or(100.0)};
        own.level.resize(document.options.size());
        const std::optional<std::size_t> row = row_index(document, criterion.row);
        std::string reason = row ? unfit(criterion, document.rows[*row])
                                 : "criterion '" + criterion.row + "' is no row";
        if (reason.empty() && own.anchors.worst == own.anchors.best)
            reason = "criterion '" + criterion.row + "' has the same worst and best level";
        if (!reason.empty()) {
            if (own.weight > 0 && bound.reason.empty()) bound.reason = reason;
            continue;
        }
        for (std::size_t option = 0; option < own.level.size(); ++option)
            own.level[option] = model.rows[*row].node[option].front();
    }
    return bound;
}

}  // namespace fulcrum
