#include "chart/parts.h"

#include "base/figure.h"
#include "base/order.h"
#include "words/words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum::chart {
namespace {

void reach(double& low, double& high, double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
}

}  // namespace

Shape shape_of(int option) {
    constexpr Shape shapes[] = {Shape::Disc, Shape::Square, Shape::Triangle, Shape::Diamond,
                                Shape::Cross};
    return shapes[static_cast<std::size_t>(std::max(0, option)) % std::size(shapes)];
}

Ink ink_of(const NamedOption& option, double strength) {
    return {.role = Role::Option, .option = option.index, .strength = strength};
}

std::vector<double> value_ticks(const ChartInput& input, int count) {
    double low = 0, high = 0;
    for (const ChartLine& line : input.lines)
        for (const ChartCell& cell : line.cells) {
            for (const auto& at : cell.at)
                if (at) {
                    reach(low, high, at->p5);
                    reach(low, high, at->p95);
                }
            for (const StatedPoint& stated : cell.stated) reach(low, high, stated.value);
        }
    return ticks(low, high, count);
}

Scale scale_over(const std::vector<double>& ticks, double start, double end) {
    if (ticks.empty()) return {.from = 0, .to = 1, .start = start, .end = end};
    return {.from = ticks.front(), .to = ticks.back(), .start = start, .end = end};
}

std::vector<std::string> tick_texts(const std::vector<double>& ticks, std::string_view unit) {
    std::vector<std::string> texts;
    std::size_t farthest = 0;
    for (std::size_t k = 0; k < ticks.size(); ++k) {
        texts.push_back(bare_figure(ticks[k], unit));
        if (std::fabs(ticks[k]) >= std::fabs(ticks[farthest])) farthest = k;
    }
    if (!ticks.empty()) texts[farthest] = figure(ticks[farthest], unit);
    return texts;
}

void value_axis_below(Picture& picture, const std::vector<double>& ticks, std::string_view unit) {
    const Box& plot = picture.plot;
    const std::vector<std::string> texts = tick_texts(ticks, unit);
    const double baseline = plot.y + plot.height + line_height;
    std::vector<Box> taken;
    // The ends first, then zero, then the rest: what the reader needs most is kept.
    std::vector<double> ranks;
    for (std::size_t k = 0; k < ticks.size(); ++k)
        ranks.push_back(texts[k] == figure(ticks[k], unit) && ticks[k] != 0 ? 0
                        : ticks[k] == 0                                     ? 1
                        : k == 0 || k + 1 == ticks.size()                   ? 2
                                                                            : 3);
    for (const std::size_t k : ascending_order(ranks)) {
        const double x = picture.x(ticks[k]);
        const bool zero = ticks[k] == 0;
        picture.marks.push_back({Rule{.from = {x, plot.y}, .to = {x, plot.y + plot.height}},
                                 {.role = zero ? Role::Zero : Role::Axis},
                                 ""});
        Label label{.at = {x, baseline}, .text = texts[k], .align = Align::Centre};
        const double half = text_width(label.text, label.size) / 2;
        label.at.x = std::clamp(x, half, std::max(half, picture.size.width - half));
        Box box = label_box(label);
        box.x -= 4;
        box.width += 8;
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const Box& other) { return overlap(box, other); }))
            continue;
        taken.push_back(box);
        picture.marks.push_back({label, {.role = Role::Quiet}, ""});
    }
}

void spread_marks(Picture& picture, const ChartInput& input, const ChartLine& line,
                  std::size_t option, double y, double thickness) {
    const NamedOption& named = input.options[option];
    const ChartCell& cell = line.cells[option];
    const std::string where = input.lines.size() > 1 ? line.name : "";
    for (const StatedPoint& stated : cell.stated)
        picture.marks.push_back({Dot{.centre = {picture.x(stated.value), y},
                                     .radius = 6,
                                     .shape = Shape::Diamond,
                                     .hollow = true},
                                 ink_of(named), stated_note_of(input, option, stated)});
    if (!cell.at.empty() && cell.at.front()) {
        const Statistics& at = *cell.at.front();
        const std::string note = note_of(input, option, where, at);
        const double p5 = picture.x(at.p5), p95 = picture.x(at.p95);
        const double p25 = picture.x(at.p25), p75 = picture.x(at.p75);
        if (at.p5 < at.p95)
            picture.marks.push_back(
                {Rule{.from = {p5, y}, .to = {p95, y}, .width = 1.5}, ink_of(named), note});
        if (at.p25 < at.p75)
            picture.marks.push_back(
                {Bar{{p25, y - thickness / 2, p75 - p25, thickness}}, ink_of(named, 0.45), note});
        picture.marks.push_back(
            {Dot{.centre = {picture.x(at.p50), y}, .radius = 5, .shape = shape_of(named.index)},
             ink_of(named), note});
    }
}

std::string note_of(const ChartInput& input, std::size_t option, const std::string& where,
                    const Statistics& at) {
    const std::string values =
        at.p5 == at.p95
            ? words().figures.exact_note(at.p50, input.unit)
            : words().figures.spread_note({at.mean, at.p5, at.p25, at.p50, at.p75, at.p95},
                                          std::nullopt, input.unit, input.draws);
    return words().chart.at(words().option(input.options[option]), where, values);
}

std::string stated_note_of(const ChartInput& input, std::size_t option, const StatedPoint& stated) {
    return words().chart.stated(words().option(input.options[option]),
                                figure(stated.value, input.unit), stated.note);
}

double option_labels(Picture& picture, const std::vector<NamedOption>& options,
                     const std::vector<double>& y, double width) {
    double letters = 0, names = 0;
    for (const NamedOption& option : options) {
        letters = std::max(letters, text_width(option.letter, label_size, true));
        names = std::max(names, text_width(words().option(option), label_size, true));
    }
    const bool named = names <= width;
    for (std::size_t k = 0; k < options.size(); ++k)
        picture.marks.push_back(
            {Label{.at = {0, y[k] + 0.36 * label_size},
                   .text = named ? words().option(options[k]) : options[k].letter,
                   .bold = true},
             ink_of(options[k]), words().option(options[k])});
    return named ? names : letters;
}

}  // namespace fulcrum::chart
