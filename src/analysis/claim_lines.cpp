#include "analysis/claim_lines.h"

#include "base/order.h"
#include "model/find.h"

#include <algorithm>

namespace fulcrum {
namespace {

InputRange range_of(const Assumption& assumption) {
    const double base = assumption.base;
    if (assumption.known || assumption.family == "point") return {base, base, base};
    InputRange range{base, assumption.low.value_or(base), assumption.high.value_or(base)};
    constexpr double nine_in_ten = 1.6448536269514722;  // standard deviations
    if (assumption.sd) {
        range.low -= nine_in_ten * *assumption.sd;
        range.high += nine_in_ten * *assumption.sd;
    }
    for (const double value : assumption.values) {
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
    for (const Component& component : assumption.components) {
        range.low = std::min(range.low, component.low.value_or(component.base));
        range.high = std::max(range.high, component.high.value_or(component.base));
    }
    if (assumption.min) range.low = std::max(range.low, *assumption.min);
    if (assumption.max) range.high = std::min(range.high, *assumption.max);
    return {base, std::min(range.low, base), std::max(range.high, base)};
}

InputRange range_of(const Claim& claim) {
    if (claim.value) return {*claim.value, *claim.value, *claim.value};
    const double low = claim.low.value_or(0), high = claim.high.value_or(low);
    return {low + (high - low) / 2, low, high};
}

bool states_a_cell(const Claim& claim) {
    return claim.kind == ClaimKind::Figure && !claim.month && !claim.row.empty() &&
           !claim.option.empty() && (claim.value || (claim.low && claim.high));
}

Error no_value(const Reference& reference, const std::string& option) {
    return {.path = {},
            .message =
                "'" + reference.name + "' has no value" +
                (option.empty() ? std::string(": say of which option") : " for option " + option),
            .at = reference.at};
}

}  // namespace

ClaimLines::ClaimLines(const Document& document, const Model& model)
    : document_(document), model_(model), names_(document) {
    if (document.claims.empty()) return;
    program_ = model.program;
    for (const PlacedAssumption& placed : assumptions_of(document))
        ranges_.push_back(range_of(*placed.assumption));
    for (const Claim& claim : document.claims) ranges_.push_back(range_of(claim));
}

// A claim about no row stands where a row without months would.
CellPlace ClaimLines::place_of(const Claim& claim) const {
    CellPlace place{
        .row = 0,
        .option = option_index(document_, claim.option).value_or(document_.options.size()),
        .month = static_cast<std::size_t>(claim.month.value_or(0))};
    const auto row = row_index(document_, claim.row);
    while (!row && place.row + 1 < document_.rows.size() && document_.rows[place.row].months)
        ++place.row;
    if (row) place.row = *row;
    return place;
}

std::optional<std::size_t> ClaimLines::stated_by(const CellPlace& cell, const Claim& claim) const {
    const Row& row = document_.rows[cell.row];
    const std::string& option = document_.options[cell.option].id;
    if (row.months || (claim.row == row.id && claim.option == option)) return std::nullopt;
    for (std::size_t c = 0; c < document_.claims.size(); ++c) {
        const Claim& other = document_.claims[c];
        if (states_a_cell(other) && other.row == row.id && other.option == option &&
            other.unit == row.unit)
            return c;
    }
    return std::nullopt;
}

std::optional<NodeId> ClaimLines::cell(std::size_t row, std::size_t option,
                                       std::size_t month) const {
    const auto& nodes = model_.rows[row].node;
    if (option >= nodes.size() || month >= nodes[option].size()) return std::nullopt;
    return nodes[option][month];
}

Result<NodeId> ClaimLines::node_of(const Target& target, const Reference& reference) const {
    const CellPlace& place = target.cell;
    if (place.option >= document_.options.size()) return no_value(reference, "");
    if (const auto node = cell(place.row, place.option, place.month)) return *node;
    return no_value(reference, document_.options[place.option].id);
}

Unit ClaimLines::unit_of(const Target& target) const {
    const Result<Unit> unit =
        parse_unit(target.is_assumption ? document_.assumptions[target.assumption].unit
                                        : document_.rows[target.cell.row].unit);
    return unit ? *unit : Unit::unknown();
}

// Where the line is stated, and that is asked for, an input of its own.
Result<NodeId> ClaimLines::line_node(const Target& target, const Reference& reference,
                                     const Claim* claim) {
    if (target.is_assumption) return program_.input(static_cast<std::uint32_t>(target.assumption));
    Result<NodeId> own = node_of(target, reference);
    const auto stated = own && claim != nullptr ? stated_by(target.cell, *claim) : std::nullopt;
    if (!stated) return own;
    return program_.input(static_cast<std::uint32_t>(model_.inputs.size() + *stated));
}

Result<UnitSeries> ClaimLines::series(Target target, const Reference& reference) const {
    UnitSeries series{.months = {}, .unit = unit_of(target)};
    for (std::size_t month = 0; month < target.months; ++month, ++target.cell.month) {
        const Result<NodeId> node = node_of(target, reference);
        if (!node) return node.error();
        series.months.push_back(*node);
    }
    return series;
}

Result<NodeId> ClaimLines::build(const std::string& formula, const Claim& claim, bool from_stated) {
    const Result<ParsedFormula> parsed = parse_formula(formula);
    if (!parsed) return parsed.error();
    const CellPlace from = place_of(claim);
    Scope scope;
    scope.resolve = [&](const Reference& reference) -> Result<UnitNode> {
        const Result<Target> target = names_.target(reference, from);
        if (!target) return target.error();
        const Result<NodeId> node = line_node(*target, reference, from_stated ? &claim : nullptr);
        if (!node) return node.error();
        return UnitNode{*node, unit_of(*target)};
    };
    scope.series = [&](const Reference& reference) -> Result<UnitSeries> {
        const Result<Target> target = names_.target(reference, from);
        if (!target) return target.error();
        return series(*target, reference);
    };
    if (!claim.row.empty() && document_.rows[from.row].months)
        scope.month = static_cast<int>(from.month);
    const Result<UnitNode> built = fulcrum::build(*parsed, scope, program_);
    if (!built) return built.error();
    return built->node;
}

std::vector<ClaimLine> ClaimLines::lines(const std::string& formula, const Claim& claim,
                                         std::span<const InputRange> ranges) {
    std::vector<ClaimLine> lines;
    const Result<ParsedFormula> parsed = parse_formula(formula);
    if (!parsed) return lines;
    const CellPlace from = place_of(claim);
    for (const FormulaNode& node : parsed->nodes) {
        if (node.kind != FormulaKind::Name) continue;
        const Result<Target> target = names_.target(parsed->references[node.reference], from);
        if (!target || target->months > 1) continue;
        const Reference& reference = parsed->references[node.reference];
        const Result<NodeId> at = line_node(*target, reference, &claim);
        if (!at) continue;
        ClaimLine line{.begin = node.begin, .end = node.end};
        if (target->is_assumption) {
            const Assumption& assumption = document_.assumptions[target->assumption];
            line.name = assumption.name;
            line.unit = assumption.unit;
        } else {
            const Row& row = document_.rows[target->cell.row];
            line.name = row.name;
            line.unit = row.unit;
            line.option = document_.options[target->cell.option].id;
            line.stated = stated_by(target->cell, claim);
        }
        line.extent = extent(*at, ranges);
        lines.push_back(std::move(line));
    }
    sort_by(lines, [](const ClaimLine& line) { return static_cast<double>(line.begin); });
    return lines;
}

std::vector<InputRange> ClaimLines::ranges(const Given& given) const {
    std::vector<InputRange> ranges = ranges_;
    for (const auto& [id, value] : given)
        for (std::size_t input = 0; input < model_.inputs.size(); ++input)
            if (model_.inputs[input].id == id) ranges[input] = {value, value, value};
    return ranges;
}

std::string ClaimLines::input_id(std::uint32_t input) const {
    if (input < model_.inputs.size()) return model_.inputs[input].id;
    const Claim& claim = document_.claims[input - model_.inputs.size()];
    return claim.row + "@" + claim.option;
}

}  // namespace fulcrum
