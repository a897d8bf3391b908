// What a finding would change in the decision: edits, and what is known in place of a range.
#include "analysis/audit_parts.h"
#include "model/find.h"

#include <algorithm>

namespace fulcrum::auditing {
namespace {

// The stated figure as the content of its cell.
std::optional<Cell> stated_cell(const Claim& claim) {
    if (claim.value) return *claim.value;
    if (!claim.low || !claim.high) return std::nullopt;
    if (*claim.low == *claim.high) return *claim.low;
    Assumption range;
    range.base = *claim.low + (*claim.high - *claim.low) / 2;
    range.low = claim.low;
    range.high = claim.high;
    range.basis = Basis::Stated;
    range.range_basis = Basis::Stated;
    range.source = claim.where;
    return range;
}

bool holds(const Cell* cell, const Cell& stated) {
    if (cell == nullptr) return false;
    const Assumption* own = std::get_if<Assumption>(cell);
    const Assumption* range = std::get_if<Assumption>(&stated);
    if (own == nullptr || range == nullptr) return *cell == stated;
    return own->low == range->low && own->high == range->high && own->source == range->source;
}

// Where a cell is computed, and its figure is stated otherwise.
void add_stated(const Subject& subject, Finding& finding, std::vector<Effect>& effects) {
    const Claim& claim = subject.claim;
    const auto row = row_index(subject.document, claim.row);
    const auto option = option_index(subject.document, claim.option);
    const auto stated = stated_cell(claim);
    if (!row || !option || !stated || claim.month) return;
    const Row& own = subject.document.rows[*row];
    const bool fits = own.kind == RowKind::Number && !own.months && own.unit == claim.unit &&
                      subject.lines.cell(*row, *option, 0);
    if (!fits) return;
    const Row* original = find_row(subject.reference, claim.row);
    const Cell* was = original == nullptr ? nullptr : find_cell(*original, claim.option);
    finding.uses_stated = holds(find_cell(own, claim.option), *stated) && !holds(was, *stated);
    const bool is_other = finding.accord == Accord::Differs || finding.accord == Accord::Follows;
    if (finding.uses_stated || !is_other) return;
    effects.push_back({.of = Effect::Of::StatedFigure,
                       .edit = Edit{SetCell{claim.row, claim.option, stated}},
                       .lead = {}});
}

}  // namespace

std::vector<Effect> effects_of(const Subject& subject, Finding& finding) {
    const Claim& claim = subject.claim;
    std::vector<Effect> effects;
    if (claim.kind == ClaimKind::Figure) add_stated(subject, finding, effects);
    for (std::size_t reading = 0; reading < claim.readings.size(); ++reading)
        if (!claim.readings[reading].given.empty())
            effects.push_back(
                {.of = Effect::Of::Reading, .which = reading, .edit = {}, .lead = {}});
    if (claim.kind != ClaimKind::Overlap || finding.shared.empty()) return effects;
    for (const std::string& id : claim.rows)
        if (const auto row = row_index(subject.document, id))
            effects.push_back({.of = Effect::Of::RowOff,
                               .which = *row,
                               .edit = Edit{SetRowOff{id, !subject.document.rows[*row].off}},
                               .lead = {}});
    return effects;
}

Result<Document> with_effect(const Document& document, const Claim& claim, const Effect& effect) {
    if (effect.edit) return apply(document, *effect.edit, family_traits);
    Document changed = document;
    for (const auto& [id, value] : claim.readings[effect.which].given) {
        Assumption* assumption = find_assumption(changed, id);
        if (assumption == nullptr) continue;
        assumption->known = true;
        assumption->base = value;
        if (assumption->low) assumption->low = std::min(*assumption->low, value);
        if (assumption->high) assumption->high = std::max(*assumption->high, value);
    }
    return changed;
}

}  // namespace fulcrum::auditing
