#include "chart/charts/share.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace chart;

Picture draw(const ChartInput& input, Size size) {
    const std::size_t count = input.options.size();
    const double row = 28, bar = 16;
    Picture picture;
    picture.size = {size.width, row * static_cast<double>(count)};
    std::vector<double> y;
    for (std::size_t option = 0; option < count; ++option)
        y.push_back(row * (static_cast<double>(option) + 0.5));
    const double left = option_labels(picture, input.options, y, 0.4 * size.width) + 16;
    const double right = text_width(share(1), label_size, true) + 12;
    picture.plot = {left, 0, std::max(1.0, size.width - left - right), picture.size.height};
    picture.x = {.from = 0, .to = 1, .start = left, .end = left + picture.plot.width};
    picture.y = {
        .from = 0, .to = static_cast<double>(count), .start = 0, .end = picture.plot.height};

    picture.marks.push_back(
        {Rule{.from = {left, 0}, .to = {left, picture.size.height}}, {.role = Role::Zero}, ""});
    for (std::size_t option = 0; option < count; ++option) {
        const ChartCell& cell = input.lines.front().cells[option];
        const bool known = !cell.at.empty() && cell.at.front();
        const double value = known ? std::clamp(cell.at.front()->mean, 0.0, 1.0) : 0;
        const std::string text = known ? share(value) : words().figures.absent;
        const std::string note = words().chart.share(words().option(input.options[option]), value);
        const double end = picture.x(value);
        if (value > 0)
            picture.marks.push_back({Bar{{left, y[option] - bar / 2, end - left, bar}},
                                     ink_of(input.options[option], 0.8), note});
        picture.marks.push_back(
            {Label{.at = {end + 8, y[option] + 0.36 * label_size}, .text = text, .bold = true},
             ink_of(input.options[option]), note});
    }
    return picture;
}

}  // namespace

extern const Chart share_chart{.id = "share", .draw = draw};

}  // namespace fulcrum
