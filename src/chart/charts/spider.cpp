#include "base/figure.h"
#include "chart/parts.h"
#include "chart/tornado.h"
#include "words/words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using namespace chart;

constexpr std::size_t most_named = 6;
constexpr double axis_height = 24;

std::vector<double> gap_ticks(const TornadoInput& input, std::span<const TornadoBar> bars) {
    double low = std::min(0.0, input.now), high = std::max(0.0, input.now);
    for (const TornadoBar& bar : bars)
        for (const TornadoBar::Point& point : bar.points) {
            low = std::min(low, point.gap);
            high = std::max(high, point.gap);
        }
    return ticks(low, high, 5);
}

std::vector<Point> line_of(const Picture& picture, const TornadoBar& bar) {
    std::vector<Point> line;
    const double low = bar.points.front().value, high = bar.points.back().value;
    for (const TornadoBar::Point& point : bar.points)
        line.push_back({picture.x(high > low ? (point.value - low) / (high - low) : 0.5),
                        picture.y(point.gap)});
    return line;
}

// Names right of the lines' ends, moved apart; cut where the room is short.
void names(Picture& picture, std::span<const TornadoBar> bars, double room) {
    std::vector<double> wanted;
    for (const TornadoBar& bar : bars) wanted.push_back(picture.y(bar.points.back().gap));
    const std::vector<double> y =
        spread_apart(wanted, line_height, picture.plot.y + line_height / 2,
                     picture.plot.y + picture.plot.height - line_height / 2);
    for (std::size_t k = 0; k < bars.size(); ++k) {
        const std::vector<std::string> lines = wrapped(bars[k].name, label_size, room);
        std::string text = lines.front();
        if (lines.size() > 1) text += "…";
        while (text_width(text, label_size) > room && text.size() > 4)
            text = text.substr(0, text.size() - 5) + "…";
        picture.marks.push_back(
            {Label{.at = {picture.plot.x + picture.plot.width + 8, y[k] + 0.36 * label_size},
                   .text = text},
             {.role = Role::Text},
             bars[k].name});
    }
}

}  // namespace

Picture spider_chart(const TornadoInput& input, Size size) {
    std::vector<TornadoBar> bars;
    for (const TornadoBar& bar : input.bars)
        if (bars.size() < most_named && bar.points.size() > 1) bars.push_back(bar);
    Picture picture;
    picture.size = {size.width, size.height};
    const std::vector<double> marks = gap_ticks(input, bars);
    const std::vector<std::string> texts = tick_texts(marks, input.unit);
    double left = 0;
    for (const std::string& text : texts) left = std::max(left, text_width(text, label_size));
    left += 8;
    const double room = std::min(0.4 * size.width, 220.0);
    picture.plot = {left, line_height / 2, std::max(1.0, size.width - left - room - 8),
                    std::max(1.0, size.height - axis_height - line_height / 2)};
    const Box& plot = picture.plot;
    picture.x = {.from = 0, .to = 1, .start = plot.x + 4, .end = plot.x + plot.width};
    picture.y = scale_over(marks, plot.y + plot.height, plot.y);
    for (std::size_t k = 0; k < marks.size(); ++k) {
        const double y = picture.y(marks[k]);
        picture.marks.push_back({Rule{.from = {plot.x, y}, .to = {plot.x + plot.width, y}},
                                 {.role = marks[k] == 0 ? Role::Zero : Role::Axis},
                                 ""});
        picture.marks.push_back(
            {Label{
                 .at = {left - 8, y + 0.36 * label_size}, .text = texts[k], .align = Align::Right},
             {.role = Role::Quiet},
             ""});
    }
    const double below = plot.y + plot.height + line_height;
    picture.marks.push_back(
        {Label{.at = {plot.x, below}, .text = words().flips.low_end}, {.role = Role::Quiet}, ""});
    picture.marks.push_back({Label{.at = {plot.x + plot.width, below},
                                   .text = words().flips.high_end,
                                   .align = Align::Right},
                             {.role = Role::Quiet},
                             ""});
    for (const TornadoBar& bar : bars) {
        picture.marks.push_back({Line{.points = line_of(picture, bar), .width = 2},
                                 {.role = Role::Text, .strength = 0.7},
                                 bar.name});
        for (const TornadoBar::Flip& flip : bar.flips) {
            const double low = bar.points.front().value, high = bar.points.back().value;
            picture.marks.push_back(
                {Dot{.centre = {picture.x((flip.value - low) / (high - low)), picture.y(0)},
                     .radius = 5,
                     .shape = shape_of(flip.to.index)},
                 ink_of(flip.to),
                 bar.name + ": " +
                     words().flips.mark(words().option(flip.to), figure(flip.value, bar.unit))});
        }
    }
    names(picture, bars, room);
    return picture;
}

}  // namespace fulcrum
