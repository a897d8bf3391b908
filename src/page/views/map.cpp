#include "chart/map.h"

#include "base/figure.h"
#include "base/order.h"
#include "model/find.h"
#include "page/flip_parts.h"
#include "page/parts.h"

#include <cmath>

namespace fulcrum {
namespace {

using namespace parts;

struct Axes {
    const PlacedAssumption *x, *y;
};

std::string name_of(const PlacedAssumption& placed) {
    return placed.name + (placed.option.empty() ? "" : " @ " + placed.option);
}

// Of so many steps that a pixel is about one.
double step_of(const MapAxis& axis) {
    return std::pow(10, std::floor(std::log10((axis.to - axis.from) / 200)));
}

// All assumptions as buttons: the one that is pressed becomes the axis.
Block chooser(const Session& session, const std::vector<PlacedAssumption>& all, const Axes& axes,
              bool across) {
    const MapWords& text = words().map;
    const PlacedAssumption& chosen = across ? *axes.x : *axes.y;
    const PlacedAssumption& other = across ? *axes.y : *axes.x;
    Details folded =
        details(session, across ? "map/x" : "map/y",
                across ? text.across(name_of(chosen)) : text.up(name_of(chosen)), false);
    ButtonRow row;
    for (const PlacedAssumption& placed : all)
        row.buttons.push_back({.key = folded.key + "/" + placed.id,
                               .label = name_of(placed),
                               .action = LookChange{across ? SetMapAxes{placed.id, other.id}
                                                           : SetMapAxes{other.id, placed.id}},
                               .enabled = placed.id != chosen.id && placed.id != other.id});
    folded.blocks.push_back({std::move(row)});
    return {std::move(folded)};
}

std::vector<OptionFigure> shares(const DecisionMap& map, const std::vector<NamedOption>& options) {
    std::vector<double> keys;
    for (const double part : map.share) keys.push_back(-part);
    std::vector<OptionFigure> figures;
    for (const std::size_t option : ascending_order(keys))
        if (map.share[option] > 0)
            figures.push_back({options[option], share(map.share[option]), ""});
    return figures;
}

Block figure_of_map(const DecisionMap& map, const std::vector<NamedOption>& options,
                    const Axes& axes) {
    MapInput input{.map = map,
                   .options = options,
                   .x_name = name_of(*axes.x),
                   .y_name = name_of(*axes.y),
                   .x_unit = axes.x->unit,
                   .y_unit = axes.y->unit,
                   .x_now = axes.x->assumption->base,
                   .y_now = axes.y->assumption->base};
    Figure figure{.key = "map/map",
                  .sentence = {},
                  .description = words().map.description(input.x_name, input.y_name),
                  .aspect = 0.62,
                  .min_height = 280,
                  .max_height = 560};
    figure.drag = Figure::Drag{.key = "map/now",
                               .action = Edit{SetPoint{{axes.x->id, 0}, {axes.y->id, 0}}},
                               .step_x = step_of(map.x),
                               .step_y = step_of(map.y)};
    figure.draw = [input = std::move(input)](Size size) { return map_chart(input, size); };
    return {std::move(figure)};
}

}  // namespace

std::vector<std::size_t> map_rows(const Document&) {
    return {};
}

Page map_view(const Session& session) {
    const MapWords& text = words().map;
    Page page{.id = "map", .title = words().views.map, .blocks = {}};
    page.blocks.push_back(premises(session, "map"));
    const std::vector<PlacedAssumption> all = assumptions_of(session.document());
    const auto ids = session.map_axes();
    if (!ids) {
        page.blocks.push_back(paragraph(text.too_few));
        return page;
    }
    const auto placed = [&](const std::string& id) {
        return &*std::find_if(all.begin(), all.end(),
                              [&](const PlacedAssumption& one) { return one.id == id; });
    };
    const Axes axes{placed((*ids)[0]), placed((*ids)[1])};
    const std::optional<DecisionMap>& map = session.studies().map;
    if (!map || map->x.id != axes.x->id || map->y.id != axes.y->id) {
        page.blocks.push_back(paragraph(words().flips.pending));
    } else if (map->columns.empty()) {
        page.blocks.push_back(paragraph(session.results().lead.leader ? words().flips.one_option
                                                                      : words().flips.no_leader));
        return page;
    } else {
        const std::vector<NamedOption> options = named_options(session.document());
        page.blocks.push_back(askable(paragraph(text.shares(shares(*map, options)), Weight::Lead),
                                      compared_by(session)));
        page.blocks.push_back(figure_of_map(*map, options, axes));
        page.blocks.push_back(paragraph(text.drag_it, Weight::Small, Role::Quiet));
        if (map->both)
            page.blocks.push_back(paragraph(text.worth_both(figure(map->both->value, map->unit))));
        mark_busy(page, 1, session, StudyKind::Map);
    }
    page.blocks.push_back(chooser(session, all, axes, true));
    page.blocks.push_back(chooser(session, all, axes, false));
    return page;
}

}  // namespace fulcrum
