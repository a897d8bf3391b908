#include "chart/charts/series.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double axis_height = 24;

std::size_t last_month(const ChartLine& line) {
    std::size_t months = 1;
    for (const ChartCell& cell : line.cells)
        if (!cell.at.empty()) months = std::max(months, cell.at.size() - 1);
    return months;
}

// The last month with a value.
std::optional<std::size_t> last_known(const ChartCell& cell) {
    for (std::size_t month = cell.at.size(); month-- > 0;)
        if (cell.at[month]) return month;
    return std::nullopt;
}

std::string end_text(const ChartInput& input, std::size_t option) {
    const ChartCell& cell = input.lines.front().cells[option];
    const auto month = last_known(cell);
    return input.options[option].letter + " " +
           (month ? figure(cell.at[*month]->p50, input.unit) : words().figures.undefined);
}

// Bands and lines break where a value is missing.
void curves(Picture& picture, const ChartCell& cell, const NamedOption& option, bool bands) {
    Band outer, inner;
    Line line;
    const auto flush = [&] {
        if (line.points.size() > 1) {
            if (bands) {
                picture.marks.push_back({outer, ink_of(option, 0.12), ""});
                picture.marks.push_back({inner, ink_of(option, 0.22), ""});
            } else {
                picture.marks.push_back({line, ink_of(option), ""});
            }
        }
        outer = inner = {};
        line = {};
    };
    for (std::size_t month = 0; month < cell.at.size(); ++month) {
        if (!cell.at[month]) {
            flush();
            continue;
        }
        const Statistics& at = *cell.at[month];
        const double x = picture.x(static_cast<double>(month));
        outer.upper.push_back({x, picture.y(at.p95)});
        outer.lower.push_back({x, picture.y(at.p5)});
        inner.upper.push_back({x, picture.y(at.p75)});
        inner.lower.push_back({x, picture.y(at.p25)});
        line.points.push_back({x, picture.y(at.p50)});
    }
    flush();
}

// A mark at every quarter of the months, so that hover and keyboard reach exact values.
void points(Picture& picture, const ChartInput& input, std::size_t option) {
    const ChartCell& cell = input.lines.front().cells[option];
    const NamedOption& named = input.options[option];
    const std::size_t last = last_month(input.lines.front());
    const std::size_t step = std::max<std::size_t>(1, last / 4);
    for (std::size_t month = 0; month < cell.at.size(); ++month) {
        if (!cell.at[month] || (month % step != 0 && month != last)) continue;
        const Statistics& at = *cell.at[month];
        picture.marks.push_back(
            {Dot{.centre = {picture.x(static_cast<double>(month)), picture.y(at.p50)},
                 .radius = 3.5,
                 .shape = shape_of(named.index)},
             ink_of(named), note_of(input, option, words().figures.month(month), at)});
    }
    for (const StatedPoint& stated : cell.stated)
        picture.marks.push_back(
            {Dot{.centre = {picture.x(static_cast<double>(stated.month)), picture.y(stated.value)},
                 .radius = 6,
                 .shape = Shape::Diamond,
                 .hollow = true},
             ink_of(named), stated_note_of(input, option, stated)});
}

void end_labels(Picture& picture, const ChartInput& input) {
    std::vector<double> centres;
    for (const ChartCell& cell : input.lines.front().cells) {
        const auto month = last_known(cell);
        centres.push_back(picture.y(month ? cell.at[*month]->p50 : 0));
    }
    const Box& plot = picture.plot;
    const auto places = spread_apart(centres, line_height, plot.y + 2, plot.y + plot.height - 2);
    for (std::size_t option = 0; option < input.options.size(); ++option)
        picture.marks.push_back(
            {Label{.at = {plot.x + plot.width + 12, places[option] + 0.36 * label_size},
                   .text = end_text(input, option),
                   .bold = true},
             ink_of(input.options[option]), ""});
}

void month_axis(Picture& picture, std::size_t last) {
    const Box& plot = picture.plot;
    const double baseline = plot.y + plot.height + line_height + 2;
    const std::string text = words().chart.months(last);
    const double end = std::min(picture.size.width, picture.x(static_cast<double>(last)) +
                                                        text_width(text, label_size) / 2);
    picture.marks.push_back({Label{.at = {end, baseline}, .text = text, .align = Align::Right},
                             {.role = Role::Quiet},
                             ""});
    const double free = end - text_width(text, label_size) - 8;
    std::size_t step = std::max<std::size_t>(1, last / 4);
    while (step < last && picture.x(static_cast<double>(step)) - plot.x < 24) step *= 2;
    for (std::size_t month = 0; month < last; month += step) {
        const Label label{.at = {picture.x(static_cast<double>(month)), baseline},
                          .text = std::to_string(month),
                          .align = Align::Centre};
        const Box box = label_box(label);
        if (box.x + box.width < free) picture.marks.push_back({label, {.role = Role::Quiet}, ""});
    }
}

void value_axis_left(Picture& picture, const std::vector<double>& values,
                     const std::vector<std::string>& texts) {
    const Box& plot = picture.plot;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const double y = picture.y(values[k]);
        picture.marks.push_back({Rule{.from = {plot.x, y}, .to = {plot.x + plot.width, y}},
                                 {.role = values[k] == 0 ? Role::Zero : Role::Axis},
                                 ""});
        picture.marks.push_back({Label{.at = {plot.x - 8, y + 0.36 * label_size},
                                       .text = texts[k],
                                       .align = Align::Right},
                                 {.role = Role::Quiet},
                                 ""});
    }
}

Picture draw(const ChartInput& input, Size size) {
    const ChartLine& line = input.lines.front();
    const std::size_t last = last_month(line);
    const double labels = line_height * static_cast<double>(input.options.size());
    const double top = 10;
    Picture picture;
    picture.size = {size.width, std::max(size.height, top + labels + axis_height)};
    const double height = picture.size.height - top - axis_height;

    const auto values = value_ticks(input, std::clamp(static_cast<int>(height / 36), 3, 8));
    const auto texts = tick_texts(values, input.unit);
    double left = 0, right = 0;
    for (const std::string& text : texts) left = std::max(left, text_width(text, label_size) + 8);
    for (std::size_t option = 0; option < input.options.size(); ++option)
        right = std::max(right, text_width(end_text(input, option), label_size, true) + 12);
    picture.plot = {left, top, std::max(1.0, size.width - left - right), height};
    picture.x = {.from = 0,
                 .to = static_cast<double>(last),
                 .start = left,
                 .end = left + picture.plot.width};
    picture.y = scale_over(values, top + height, top);

    value_axis_left(picture, values, texts);
    month_axis(picture, last);
    for (std::size_t option = 0; option < input.options.size(); ++option)
        curves(picture, line.cells[option], input.options[option], true);
    for (std::size_t option = 0; option < input.options.size(); ++option)
        curves(picture, line.cells[option], input.options[option], false);
    for (std::size_t option = 0; option < input.options.size(); ++option)
        points(picture, input, option);
    end_labels(picture, input);
    return picture;
}

}  // namespace

extern const Chart series_chart{.id = "series", .draw = draw};

}  // namespace fulcrum
