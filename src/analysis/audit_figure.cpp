// Figures: recomputed, compared at the digits that they are stated with.
#include "analysis/audit_parts.h"
#include "base/decimal.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr double same = 1e-9;  // relative: what the arithmetic of a sum may lose

bool is_near(double a, double b) {
    return std::fabs(a - b) <= same * std::max(std::fabs(a), std::fabs(b));
}

}  // namespace

Match match(double stated, double computed, std::string_view unit) {
    if (is_near(stated, computed)) return Match::Equal;
    const Decimal decimal = shortest_decimal(stated);
    const int shift = unit_dress(unit).percent ? 2 : 0;
    int places = std::max(0, static_cast<int>(decimal.digits.size()) - decimal.point - shift);
    double scale = 1;
    for (places += shift; places > 0; --places) scale *= 10;
    const double wanted = std::round(stated * scale), found = computed * scale;
    const double least_cut = 10;  // two digits
    const bool rounded = std::round(found * (1 + same)) == wanted;
    const bool cut = std::fabs(wanted) >= least_cut && std::trunc(found) == wanted;
    return rounded || cut ? Match::Rounded : Match::No;
}

namespace auditing {
namespace {

Accord accord_of(Match match) {
    return match == Match::Equal     ? Accord::Agrees
           : match == Match::Rounded ? Accord::Rounds
                                     : Accord::Differs;
}

// Without a stated figure there is nothing to compare with.
Accord compared(const Claim& claim, const Extent& extent, std::string_view unit) {
    if (claim.value) {
        const Accord at_base = accord_of(match(*claim.value, extent.base, unit));
        const bool inside = extent.low <= *claim.value && *claim.value <= extent.high;
        return at_base == Accord::Differs && inside ? Accord::Within : at_base;
    }
    Accord worst = Accord::Shown;
    if (claim.low) worst = std::min(worst, accord_of(match(*claim.low, extent.low, unit)));
    if (claim.high) worst = std::min(worst, accord_of(match(*claim.high, extent.high, unit)));
    return worst;
}

bool differs(Accord accord) {
    return accord == Accord::Differs;
}

// Is the extent another one, at the digits of the figure?
bool is_another(const Claim& claim, const Extent& a, const Extent& b, std::string_view unit) {
    Claim as_stated = claim;
    const auto at_digits = [&](std::optional<double> stated, double from, double to) {
        return !stated || is_near(from, to) ||
               match(*stated, *stated + (to - from), unit) != Match::No;
    };
    if (claim.value)
        return !at_digits(claim.value, a.low, b.low) || !at_digits(claim.value, a.high, b.high);
    return !at_digits(claim.low, a.low, b.low) || !at_digits(claim.high, a.high, b.high);
}

bool is_modelled(const Subject& subject) {
    const Row* row = find_row(subject.document, subject.claim.row);
    return row != nullptr && row->basis == Basis::Derived;
}

}  // namespace

std::string formula_of(const Subject& subject) {
    const Claim& claim = subject.claim;
    if (!claim.formula.empty()) return claim.formula;
    const Row* row = find_row(subject.reference, claim.row);
    if (row == nullptr) row = find_row(subject.document, claim.row);
    if (row == nullptr || row->kind == RowKind::Text) return "";
    const Cell* cell = find_cell(*row, claim.option);
    if (cell == nullptr) return row->formula;
    const Formula* formula = std::get_if<Formula>(cell);
    return formula == nullptr ? "" : formula->text;
}

namespace {

// The cell itself, where it is a number or a range.
Result<NodeId> plain_cell(const Subject& subject) {
    const Claim& claim = subject.claim;
    const auto row = row_index(subject.document, claim.row);
    const auto option = option_index(subject.document, claim.option);
    const auto month = static_cast<std::size_t>(claim.month.value_or(0));
    if (row && option)
        if (const auto node = subject.lines.cell(*row, *option, month)) return *node;
    return Error{.path = {},
                 .message = "'" + claim.row + "' has no number" +
                            (option ? " for option " + claim.option : std::string())};
}

std::optional<Extent> extent_of(const Subject& subject, const Result<NodeId>& node,
                                std::string& undefined) {
    if (!node) {
        undefined = node.error().message;
        return std::nullopt;
    }
    auto extent = subject.lines.extent(*node, subject.ranges);
    if (!extent) undefined = "it gives no finite number somewhere within the ranges of its lines";
    return extent;
}

// Stated lines whose own cells give something else.
void find_what_it_rests_on(const Subject& subject, Finding& finding) {
    const Document& document = subject.document;
    for (const ClaimLine& line : finding.lines) {
        if (!line.stated || !line.extent) continue;
        const Claim& stated = document.claims[*line.stated];
        const auto node = subject.lines.cell(*row_index(document, stated.row),
                                             *option_index(document, stated.option), 0);
        const auto own = node ? subject.lines.extent(*node, subject.ranges) : std::nullopt;
        if (own && is_another(stated, *line.extent, *own, stated.unit))
            finding.rests_on.push_back(*line.stated);
    }
}

}  // namespace

void recompute(const Subject& subject, Finding& finding) {
    const Claim& claim = subject.claim;
    finding.formula = formula_of(subject);
    if (finding.formula.empty() && claim.row.empty()) return;  // nothing says what should give it
    finding.modelled = is_modelled(subject);
    const bool is_plain = finding.formula.empty();
    const auto build = [&](bool from_stated) {
        return is_plain ? plain_cell(subject)
                        : subject.lines.build(finding.formula, claim, from_stated);
    };
    finding.recomputed = extent_of(subject, build(true), finding.undefined);
    if (!finding.recomputed) {
        finding.accord = Accord::Undefined;
        return;
    }
    finding.lines = subject.lines.lines(finding.formula, claim, subject.ranges);
    find_what_it_rests_on(subject, finding);
    const Extent& extent = *finding.recomputed;
    finding.accord = compared(claim, extent, claim.unit);
    if (const auto low = claim.value ? claim.value : claim.low) finding.low_off = extent.low - *low;
    if (const auto high = claim.value ? claim.value : claim.high)
        finding.high_off = extent.high - *high;

    std::string ignored;
    const auto through = extent_of(subject, build(false), ignored);
    if (!through || !is_another(claim, extent, *through, claim.unit)) return;
    finding.through = through;
    if (finding.accord != Accord::Differs && differs(compared(claim, *through, claim.unit)))
        finding.accord = Accord::Follows;
}

void read_otherwise(const Subject& subject, Finding& finding) {
    const Claim& claim = subject.claim;
    for (const Reading& reading : claim.readings) {
        ReadingResult& result = finding.readings.emplace_back();
        if (reading.formula.empty()) continue;
        Given given = claim.given;
        given.insert(given.end(), reading.given.begin(), reading.given.end());
        Subject otherwise{subject.document, subject.reference, subject.lines, claim,
                          subject.lines.ranges(given)};
        result.extent = extent_of(otherwise, subject.lines.build(reading.formula, claim, true),
                                  result.undefined);
        result.gives_stated = result.extent &&
                              compared(claim, *result.extent, claim.unit) >= Accord::Rounds &&
                              (claim.value || claim.low || claim.high);
    }
}

void show_rows(const Subject& subject, Finding& finding) {
    std::vector<std::string> ids = subject.claim.rows;
    if (subject.claim.kind == ClaimKind::Direction) ids.push_back(subject.claim.row);
    for (const std::string& id : ids) {
        const auto row = row_index(subject.document, id);
        if (!row) continue;
        const auto last = static_cast<std::size_t>(subject.document.rows[*row].months.value_or(0));
        RowExtents& extents = finding.rows.emplace_back(RowExtents{*row, {}});
        for (std::size_t option = 0; option < subject.document.options.size(); ++option) {
            const auto node = subject.lines.cell(*row, option, last);
            extents.at.push_back(node ? subject.lines.extent(*node, subject.ranges) : std::nullopt);
        }
    }
}

void carry_on(std::vector<Finding>& findings) {
    for (std::size_t f = 0; f < findings.size(); ++f) {
        if (!findings[f].through) continue;
        for (const std::size_t line : findings[f].rests_on)
            if (line < findings.size() && findings[line].accord <= Accord::Follows)
                findings[line].carried_to.push_back(f);
    }
}

}  // namespace auditing
}  // namespace fulcrum
