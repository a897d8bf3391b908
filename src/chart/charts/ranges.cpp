#include "chart/charts/ranges.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double axis_height = 24;

std::string middle_text(const ChartInput& input, const ChartCell& cell) {
    if (cell.at.empty() || !cell.at.front()) return words().figures.undefined;
    return figure(cell.at.front()->p50, input.unit);
}

Picture draw(const ChartInput& input, Size size) {
    const std::size_t count = input.options.size();
    const double row =
        std::clamp((size.height - axis_height) / static_cast<double>(count), 28.0, 48.0);
    Picture picture;
    picture.size = {size.width, row * static_cast<double>(count) + axis_height};
    std::vector<double> y;
    for (std::size_t option = 0; option < count; ++option)
        y.push_back(row * (static_cast<double>(option) + 0.5));

    const ChartLine& line = input.lines.front();
    const double left = option_labels(picture, input.options, y, 0.35 * size.width) + 16;
    double right = 0;
    for (const ChartCell& cell : line.cells)
        right = std::max(right, text_width(middle_text(input, cell), label_size, true) + 16);
    picture.plot = {left, 0, std::max(1.0, size.width - left - right),
                    row * static_cast<double>(count)};

    const auto marks = value_ticks(input, std::max(4, static_cast<int>(picture.plot.width / 90)));
    picture.x = scale_over(marks, picture.plot.x, picture.plot.x + picture.plot.width);
    picture.y = {
        .from = 0, .to = static_cast<double>(count), .start = 0, .end = picture.plot.height};
    value_axis_below(picture, marks, input.unit);
    for (std::size_t option = 0; option < count; ++option) {
        spread_marks(picture, input, line, option, y[option], 10);
        picture.marks.push_back({Label{.at = {size.width, y[option] + 0.36 * label_size},
                                       .text = middle_text(input, line.cells[option]),
                                       .align = Align::Right,
                                       .bold = true},
                                 ink_of(input.options[option]), ""});
    }
    return picture;
}

}  // namespace

extern const Chart ranges_chart{.id = "ranges", .draw = draw};

}  // namespace fulcrum
