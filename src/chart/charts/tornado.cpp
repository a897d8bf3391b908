#include "chart/tornado.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double axis_height = 24;
constexpr double bar_height = 14;
constexpr double gap_to_text = 6;

double gap_at(const TornadoBar& bar, double value) {
    const auto next =
        std::find_if(bar.points.begin(), bar.points.end(),
                     [&](const TornadoBar::Point& point) { return point.value >= value; });
    if (next == bar.points.end()) return bar.points.back().gap;
    if (next == bar.points.begin()) return next->gap;
    const TornadoBar::Point& before = *(next - 1);
    return before.gap +
           (value - before.value) / (next->value - before.value) * (next->gap - before.gap);
}

struct Ends {
    TornadoBar::Point least, greatest;  // by gap
};
Ends ends_of(const TornadoBar& bar) {
    const auto by_gap = [](const TornadoBar::Point& a, const TornadoBar::Point& b) {
        return a.gap < b.gap;
    };
    return {*std::min_element(bar.points.begin(), bar.points.end(), by_gap),
            *std::max_element(bar.points.begin(), bar.points.end(), by_gap)};
}

std::string note_of(const TornadoInput& input, const TornadoBar& bar) {
    std::string note = bar.name + ":";
    for (std::size_t k = 0; k < bar.points.size(); ++k)
        note += (k == 0 ? " " : ", ") + words().flips.point(figure(bar.points[k].value, bar.unit),
                                                            figure(bar.points[k].gap, input.unit));
    return note;
}

// Does the gap bend along the range? A straight line has nothing to show between its ends.
bool bends(const TornadoBar& bar) {
    const TornadoBar::Point &first = bar.points.front(), &last = bar.points.back();
    const Ends ends = ends_of(bar);
    const double enough = 0.02 * (ends.greatest.gap - ends.least.gap);
    return std::any_of(bar.points.begin(), bar.points.end(), [&](const TornadoBar::Point& point) {
        const double share = (point.value - first.value) / (last.value - first.value);
        const double straight = first.gap + share * (last.gap - first.gap);
        return std::fabs(point.gap - straight) > enough;
    });
}

// Shapes of one bar, on the scale of the picture.
void bar_marks(Picture& picture, const TornadoInput& input, const TornadoBar& bar, double y) {
    const auto [least, greatest] = ends_of(bar);
    const std::string note = note_of(input, bar);
    const double from = picture.x(least.gap), to = picture.x(greatest.gap), zero = picture.x(0);
    const auto part = [&](double left, double right, const NamedOption& option) {
        if (right > left)
            picture.marks.push_back({Bar{{left, y - bar_height / 2, right - left, bar_height}},
                                     ink_of(option, 0.45), note});
    };
    part(from, std::min(to, zero), input.runner_up);
    part(std::max(from, zero), to, input.leader);
    if (least.gap == greatest.gap)
        picture.marks.push_back(
            {Rule{.from = {from, y - bar_height / 2}, .to = {from, y + bar_height / 2}, .width = 2},
             {.role = Role::Quiet},
             note});
    else if (bends(bar))
        for (const TornadoBar::Point& point : bar.points)
            picture.marks.push_back(
                {Dot{.centre = {picture.x(point.gap), y}, .radius = 2}, {.role = Role::Quiet}, ""});
    for (const TornadoBar::Flip& flip : bar.flips)
        picture.marks.push_back(
            {Dot{.centre = {picture.x(gap_at(bar, flip.value)), y},
                 .radius = 5,
                 .shape = shape_of(flip.to.index)},
             ink_of(flip.to),
             bar.name + ": " +
                 words().flips.mark(words().option(flip.to), figure(flip.value, bar.unit))});
}

void end_labels(Picture& picture, const TornadoBar& bar, double y) {
    const auto [least, greatest] = ends_of(bar);
    if (least.gap == greatest.gap) return;
    const double baseline = y + 0.36 * label_size;
    const auto label = [&](const TornadoBar::Point& point, Align align, double x) {
        picture.marks.push_back(
            {Label{.at = {x, baseline}, .text = bare_figure(point.value, bar.unit), .align = align},
             {.role = Role::Quiet},
             figure(point.value, bar.unit)});
    };
    label(least, Align::Right, picture.x(least.gap) - gap_to_text);
    label(greatest, Align::Left, picture.x(greatest.gap) + gap_to_text);
}

struct Layout {
    bool beside = false;  // names left of the bars, else above
    std::vector<std::vector<std::string>> names;
    double left = 0, right = 0;  // room beside the plot for names and end labels
};

Layout layout_of(const TornadoInput& input, double width) {
    Layout layout;
    double name = 0, end = 0;
    for (const TornadoBar& bar : input.bars) {
        name = std::max(name, text_width(bar.name, label_size));
        for (const TornadoBar::Point& point : bar.points)
            end = std::max(end, text_width(bare_figure(point.value, bar.unit), label_size));
    }
    layout.beside = width >= 560 && name <= 0.4 * width;
    for (const TornadoBar& bar : input.bars)
        layout.names.push_back(wrapped(bar.name, label_size, layout.beside ? name + 1 : width));
    layout.left = (layout.beside ? name + 16 : 0) + end + gap_to_text;
    layout.right = end + gap_to_text;
    return layout;
}

std::vector<double> gap_ticks(const TornadoInput& input, double width) {
    double low = input.now, high = input.now;
    if (input.has_zero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    for (const TornadoBar& bar : input.bars)
        for (const TornadoBar::Point& point : bar.points) {
            low = std::min(low, point.gap);
            high = std::max(high, point.gap);
        }
    return ticks(low, high, std::max(3, static_cast<int>(width / 90)));
}

void now_rule(Picture& picture, const TornadoInput& input) {
    const double x = picture.x(input.now);
    picture.marks.push_back({Rule{.from = {x, picture.plot.y},
                                  .to = {x, picture.plot.y + picture.plot.height},
                                  .dashed = true},
                             {.role = Role::Quiet},
                             words().flips.now_is(figure(input.now, input.unit))});
}

}  // namespace

Picture tornado_chart(const TornadoInput& input, Size size) {
    Picture picture;
    const Layout layout = layout_of(input, size.width);
    std::vector<double> y, name_baseline;
    double top = 0;
    for (const std::vector<std::string>& name : layout.names) {
        const double text = line_height * static_cast<double>(name.size());
        const double height =
            layout.beside ? std::max(text + 4, bar_height + 8) : text + bar_height + 12;
        y.push_back(layout.beside ? top + height / 2 : top + text + 4 + bar_height / 2);
        name_baseline.push_back(layout.beside ? top + height / 2 - text / 2 + 12 : top + 13);
        top += height;
    }
    picture.size = {size.width, top + axis_height};
    picture.plot = {layout.left, 0, std::max(1.0, size.width - layout.left - layout.right), top};
    const std::vector<double> marks = gap_ticks(input, picture.plot.width);
    picture.x = scale_over(marks, picture.plot.x, picture.plot.x + picture.plot.width);
    picture.y = {.from = 0, .to = std::max(1.0, top), .start = 0, .end = std::max(1.0, top)};
    Picture axis = picture;
    value_axis_below(axis, marks, input.unit);
    for (const Mark& mark : axis.marks)  // rules would cross names that stand above
        if (layout.beside || std::holds_alternative<Label>(mark.form) ||
            mark.ink.role == Role::Zero)
            picture.marks.push_back(mark);
    now_rule(picture, input);
    for (std::size_t bar = 0; bar < input.bars.size(); ++bar) {
        double baseline = name_baseline[bar];
        for (const std::string& text : layout.names[bar]) {
            picture.marks.push_back(
                {Label{.at = {0, baseline}, .text = text}, {.role = Role::Text}, ""});
            baseline += line_height;
        }
        if (input.bars[bar].points.empty()) continue;
        bar_marks(picture, input, input.bars[bar], y[bar]);
        end_labels(picture, input.bars[bar], y[bar]);
    }
    return picture;
}

}  // namespace fulcrum
