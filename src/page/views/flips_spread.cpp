#include "page/views/flips_spread.h"

#include "base/figure.h"
#include "page/flip_parts.h"
#include "page/parts.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using namespace parts;

constexpr double least_shown = 0.01;

// With true minus and two decimals: "−0.35".
std::string coefficient(double value) {
    return figure(std::round(value * 100) / 100, "");
}

std::string share_of(const VarianceShare& estimate) {
    return share(std::clamp(estimate.share, 0.0, 1.0));
}

TableCell share_cell(const std::optional<VarianceShare>& estimate) {
    if (!estimate) return {.text = prose(words().figures.absent)};
    return {.text = prose(share_of(*estimate)),
            .note = words().flips.error(share(std::min(1.0, estimate->error)))};
}

TableRow line(const InputSpread& input, const std::string& name) {
    TableRow row{.key = "flips/spread/" + input.id, .cells = {{.text = prose(name)}}};
    row.cells.push_back(share_cell(input.alone));
    row.cells.push_back(share_cell(input.with_others));
    row.cells.push_back(
        {.text = prose(input.spearman ? coefficient(*input.spearman) : words().figures.absent),
         .note = words().spread.closeness(
             input.kendall ? coefficient(*input.kendall) : words().figures.absent,
             coefficient(input.standardised))});
    return row;
}

std::string said(const GapSpread& spread, const std::string& name, const SpreadWords& text) {
    const InputSpread& first = spread.inputs.front();
    if (!first.alone || !first.with_others) return text.follows(name);
    if (first.alone->share < least_shown) return text.together(name, share_of(*first.with_others));
    double all = 0;
    for (const InputSpread& input : spread.inputs) all += std::max(0.0, input.alone->share);
    return text.most(name, share_of(*first.alone), share(std::min(1.0, all)));
}

bool counts(const InputSpread& input) {
    return input.with_others ? input.with_others->share >= least_shown
                             : std::fabs(input.spearman.value_or(0)) >= 10 * least_shown;
}

void add_inputs(Page& page, const Session& session, const GapSpread& spread) {
    const SpreadWords& text = words().spread;
    const std::vector<PlacedNumber> numbers = numbers_of(session.document());
    page.blocks.push_back(
        askable(paragraph(said(spread, number_name(numbers, spread.inputs.front().id), text)),
                compared_by(session)));
    Table table{
        .key = "flips/spread",
        .caption = text.caption,
        .columns = {{.title = prose(words().flips.assumption), .share = 3, .min_width = 120},
                    {.title = prose(text.alone), .align = Align::Right},
                    {.title = prose(text.with_others), .align = Align::Right},
                    {.title = prose(text.rank), .align = Align::Right}},
        .rows = {}};
    std::vector<std::string> little;
    for (const InputSpread& input : spread.inputs) {
        const std::string name = number_name(numbers, input.id);
        if (counts(input))
            table.rows.push_back(line(input, name));
        else
            little.push_back(name);
    }
    if (!table.rows.empty()) page.blocks.push_back({std::move(table)});
    const bool known = spread.shares == GapSpread::Shares::Known;
    if (!little.empty()) page.blocks.push_back(paragraph(text.little(little, known)));
    page.blocks.push_back(paragraph(
        known ? text.method(spread.share_draws * spread.scramblings, share(spread.r_squared))
        : spread.shares == GapSpread::Shares::Correlated ? text.correlated
                                                         : text.undefined,
        Weight::Small, Role::Quiet));
}

}  // namespace

void add_spread(Page& page, const Session& session) {
    const std::optional<GapSpread>& spread = session.studies().spread;
    if (!spread || !spread->lead.gap) return;
    const std::size_t first = page.blocks.size();
    page.blocks.push_back(heading(2, words().spread.title));
    if (spread->inputs.empty())
        page.blocks.push_back(paragraph(words().spread.flat));
    else
        add_inputs(page, session, *spread);
    mark_busy(page, first, session, StudyKind::Spread);
}

}  // namespace fulcrum
