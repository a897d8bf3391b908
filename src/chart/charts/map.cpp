#include "chart/map.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double title_height = 22;
constexpr double axis_height = 44;
constexpr double least_for_letter = 26;  // px, of an area's height and width

// Columns in which the same options lead in the same order, from x to x.
struct Strip {
    std::size_t first, last;
    double from, to;
};

std::vector<Strip> runs_of(const DecisionMap& map) {
    std::vector<Strip> runs;
    const std::vector<MapColumn>& columns = map.columns;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const bool goes_on = !runs.empty() && columns[k].leaders == columns[k - 1].leaders;
        if (goes_on) {
            runs.back().last = k;
            runs.back().to = columns[k].x;
            continue;
        }
        const double border = runs.empty() ? columns[k].x : (columns[k - 1].x + columns[k].x) / 2;
        if (!runs.empty()) runs.back().to = border;
        runs.push_back({k, k, border, columns[k].x});
    }
    return runs;
}

// The n-th edge of a column, its ends among them.
double edge_of(const DecisionMap& map, const MapColumn& column, std::size_t n) {
    if (n == 0) return map.y.from;
    return n > column.edges.size() ? map.y.to : column.edges[n - 1];
}

std::vector<Point> edge_points(const Picture& picture, const DecisionMap& map, const Strip& run,
                               std::size_t n) {
    std::vector<Point> points;
    const auto add = [&](double x, const MapColumn& column) {
        points.push_back({picture.x(x), picture.y(edge_of(map, column, n))});
    };
    if (run.from < map.columns[run.first].x) add(run.from, map.columns[run.first]);
    for (std::size_t k = run.first; k <= run.last; ++k) add(map.columns[k].x, map.columns[k]);
    if (run.to > map.columns[run.last].x) add(run.to, map.columns[run.last]);
    return points;
}

struct Letter {
    double room = 0;
    Point at;
};

void areas(Picture& picture, const MapInput& input) {
    const DecisionMap& map = input.map;
    std::vector<Letter> letters(input.options.size());
    for (const Strip& run : runs_of(map)) {
        const auto& leaders = map.columns[run.first].leaders;
        std::vector<Point> lower = edge_points(picture, map, run, 0);
        for (std::size_t layer = 0; layer < leaders.size(); ++layer) {
            std::vector<Point> upper = edge_points(picture, map, run, layer + 1);
            if (leaders[layer] && upper.size() > 1) {
                const NamedOption& option = input.options[*leaders[layer]];
                picture.marks.push_back({Band{.upper = upper, .lower = lower}, ink_of(option, 0.32),
                                         words().map.leads(words().option(option))});
                const std::size_t middle = upper.size() / 2;
                const double room =
                    std::min(lower[middle].y - upper[middle].y, upper.back().x - upper.front().x);
                Letter& letter = letters[*leaders[layer]];
                if (room > letter.room)
                    letter = {room, {upper[middle].x, (lower[middle].y + upper[middle].y) / 2}};
            }
            if (layer + 1 < leaders.size() && upper.size() > 1)
                picture.marks.push_back(
                    {Line{.points = upper, .width = 1.5}, {.role = Role::Text}, ""});
            lower = std::move(upper);
        }
    }
    for (std::size_t option = 0; option < letters.size(); ++option)
        if (letters[option].room >= least_for_letter)
            picture.marks.push_back(
                {Label{.at = {letters[option].at.x, letters[option].at.y + 0.36 * 20},
                       .text = input.options[option].letter,
                       .align = Align::Centre,
                       .size = 20,
                       .bold = true},
                 ink_of(input.options[option]), words().option(input.options[option])});
}

// Where along a column the gap has a value: straight between two levels.
std::vector<double> crossings(const DecisionMap& map, const MapColumn& column, double gap) {
    std::vector<double> y;
    for (std::size_t k = 1; k < column.gaps.size(); ++k) {
        if (!column.gaps[k - 1] || !column.gaps[k]) continue;
        const double from = *column.gaps[k - 1] - gap, to = *column.gaps[k] - gap;
        if ((from < 0) == (to < 0)) continue;
        y.push_back(map.levels[k - 1] + from / (from - to) * (map.levels[k] - map.levels[k - 1]));
    }
    return y;
}

void isoline(Picture& picture, const MapInput& input, double gap, std::vector<Box>& taken) {
    const DecisionMap& map = input.map;
    std::vector<std::vector<Point>> lines;
    std::size_t before = 0;
    for (const MapColumn& column : map.columns) {
        const std::vector<double> y = crossings(map, column, gap);
        if (y.size() != before) lines.insert(lines.end(), y.size(), {});
        for (std::size_t k = 0; k < y.size(); ++k)
            lines[lines.size() - y.size() + k].push_back({picture.x(column.x), picture.y(y[k])});
        before = y.size();
    }
    const std::string text = figure(gap, map.unit);
    for (const std::vector<Point>& line : lines) {
        if (line.size() < 2) continue;
        picture.marks.push_back(
            {Line{.points = line, .width = 1}, {.role = Role::Quiet, .strength = 0.6}, text});
        Label label{.at = line[line.size() / 4], .text = text, .align = Align::Centre};
        const double half = text_width(text, label.size) / 2 + 2;
        label.at.x =
            std::clamp(label.at.x, picture.plot.x + half,
                       std::max(picture.plot.x + half, picture.plot.x + picture.plot.width - half));
        label.at.y = std::clamp(label.at.y - 3, picture.plot.y + 14,
                                picture.plot.y + picture.plot.height - 6);
        const Box box = label_box(label);
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const Box& other) { return overlap(other, box); }))
            continue;
        taken.push_back(box);
        picture.marks.push_back({label, {.role = Role::Quiet}, ""});
    }
}

void isolines(Picture& picture, const MapInput& input) {
    double low = 0, high = 0;
    for (const MapColumn& column : input.map.columns)
        for (const std::optional<double>& gap : column.gaps)
            if (gap) {
                low = std::min(low, *gap);
                high = std::max(high, *gap);
            }
    std::vector<Box> taken;
    for (const Mark& mark : picture.marks)
        if (const auto* label = std::get_if<Label>(&mark.form)) taken.push_back(label_box(*label));
    for (const double gap : ticks(low, high, 6))
        if (gap > low && gap < high && gap != 0) isoline(picture, input, gap, taken);
}

void left_axis(Picture& picture, const std::vector<double>& marks,
               const std::vector<std::string>& texts) {
    const Box& plot = picture.plot;
    for (std::size_t k = 0; k < marks.size(); ++k) {
        const double y = picture.y(marks[k]);
        if (y < plot.y || y > plot.y + plot.height) continue;
        picture.marks.push_back({Label{.at = {plot.x - 8, y + 0.36 * label_size},
                                       .text = texts[k],
                                       .align = Align::Right},
                                 {.role = Role::Quiet},
                                 ""});
    }
}

void bottom_axis(Picture& picture, const std::vector<double>& marks,
                 const std::vector<std::string>& texts) {
    const Box& plot = picture.plot;
    double last = -HUGE_VAL;
    for (std::size_t k = 0; k < marks.size(); ++k) {
        const double half = text_width(texts[k], label_size) / 2;
        const double x = picture.x(marks[k]);
        if (x < plot.x || x > plot.x + plot.width) continue;
        const double at = std::min(x, picture.size.width - half);
        if (at - half < last + 8) continue;
        last = at + half;
        picture.marks.push_back({Label{.at = {at, plot.y + plot.height + line_height},
                                       .text = texts[k],
                                       .align = Align::Centre},
                                 {.role = Role::Quiet},
                                 ""});
    }
}

std::string shortened(std::string text, double width) {
    if (text_width(text, label_size) <= width) return text;
    const std::vector<std::string> lines = wrapped(text, label_size, width - 12);
    return lines.front() + "…";
}

void titles(Picture& picture, const MapInput& input) {
    const Box& plot = picture.plot;
    picture.marks.push_back(
        {Label{.at = {0, 13}, .text = shortened(input.y_name, picture.size.width)},
         {.role = Role::Text},
         input.y_name});
    picture.marks.push_back(
        {Label{.at = {picture.size.width, plot.y + plot.height + 2 * line_height + 4},
               .text = shortened(input.x_name, picture.size.width),
               .align = Align::Right},
         {.role = Role::Text},
         input.x_name});
}

void frame_of_ranges(Picture& picture, const DecisionMap& map) {
    const double left = picture.x(map.x.low), right = picture.x(map.x.high);
    const double low = picture.y(map.y.low), high = picture.y(map.y.high);
    const Point corners[] = {{left, low}, {right, low}, {right, high}, {left, high}, {left, low}};
    for (int side = 0; side < 4; ++side)
        picture.marks.push_back(
            {Rule{.from = corners[side], .to = corners[side + 1], .dashed = true},
             {.role = Role::Quiet},
             words().map.ranges});
}

void crosshair(Picture& picture, const MapInput& input) {
    const Box& plot = picture.plot;
    const double x = std::clamp(picture.x(input.x_now), plot.x, plot.x + plot.width);
    const double y = std::clamp(picture.y(input.y_now), plot.y, plot.y + plot.height);
    const Ink ink{.role = Role::Text};
    const std::string note = words().map.now(input.x_name, figure(input.x_now, input.x_unit),
                                             input.y_name, figure(input.y_now, input.y_unit));
    picture.marks.push_back(
        {Rule{.from = {x, plot.y}, .to = {x, plot.y + plot.height}, .width = 1}, ink, note});
    picture.marks.push_back(
        {Rule{.from = {plot.x, y}, .to = {plot.x + plot.width, y}, .width = 1}, ink, note});
    picture.marks.push_back({Dot{.centre = {x, y}, .radius = 6}, ink, note});
}

}  // namespace

Picture map_chart(const MapInput& input, Size size) {
    const DecisionMap& map = input.map;
    Picture picture;
    picture.size = size;
    const std::vector<double> x_marks =
        ticks(map.x.from, map.x.to, std::max(3, static_cast<int>(size.width / 110)));
    const std::vector<double> y_marks = ticks(map.y.from, map.y.to, 6);
    const std::vector<std::string> x_texts = tick_texts(x_marks, input.x_unit);
    const std::vector<std::string> y_texts = tick_texts(y_marks, input.y_unit);
    double left = 0;
    for (const std::string& text : y_texts) left = std::max(left, text_width(text, label_size));
    left += 8;
    picture.plot = {left, title_height, std::max(1.0, size.width - left - 8),
                    std::max(1.0, size.height - title_height - axis_height)};
    const Box& plot = picture.plot;
    picture.x = {.from = map.x.from, .to = map.x.to, .start = plot.x, .end = plot.x + plot.width};
    picture.y = {.from = map.y.from, .to = map.y.to, .start = plot.y + plot.height, .end = plot.y};
    areas(picture, input);
    isolines(picture, input);
    frame_of_ranges(picture, map);
    left_axis(picture, y_marks, y_texts);
    bottom_axis(picture, x_marks, x_texts);
    titles(picture, input);
    crosshair(picture, input);
    return picture;
}

}  // namespace fulcrum
