#include "chart/charts/levels.h"

#include "base/figure.h"
#include "chart/parts.h"
#include "words/words.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double axis_height = 24;
constexpr double track_height = 40;  // letters above, marks below
constexpr double total_gap = 12;

struct NamePlan {
    bool beside = true;  // names left of the lines, else above
    double width = 0;    // of the column of names
    std::vector<std::vector<std::string>> lines;
};

NamePlan plan_names(const ChartInput& input, double width) {
    NamePlan plan;
    double widest = 0;
    for (const ChartLine& line : input.lines)
        widest = std::max(widest, text_width(line.name, label_size, line.total));
    plan.width = std::min(widest, 0.4 * width);
    plan.beside = width >= 480 && widest <= 1.6 * plan.width;
    const double room = plan.beside ? plan.width : width;
    for (const ChartLine& line : input.lines)
        plan.lines.push_back(wrapped(line.name, label_size, room, line.total));
    for (std::size_t line = 0; plan.beside && line < plan.lines.size(); ++line)
        for (const std::string& text : plan.lines[line])
            if (text_width(text, label_size, input.lines[line].total) > room + 0.5)
                plan.beside = false;  // a word wider than its column
    if (!plan.beside)
        for (std::size_t line = 0; line < plan.lines.size(); ++line)
            plan.lines[line] =
                wrapped(input.lines[line].name, label_size, width, input.lines[line].total);
    return plan;
}

void names(Picture& picture, const ChartLine& line, const std::vector<std::string>& texts,
           double baseline) {
    for (const std::string& text : texts) {
        picture.marks.push_back({Label{.at = {0, baseline}, .text = text, .bold = line.total},
                                 {.role = Role::Text},
                                 ""});
        baseline += line_height;
    }
}

// One mark per option and its letter above; letters of marks that stand close are moved apart.
void track(Picture& picture, const ChartInput& input, const ChartLine& line, double y) {
    const Box& plot = picture.plot;
    picture.marks.push_back({Rule{.from = {plot.x, y}, .to = {plot.x + plot.width, y}},
                             {.role = Role::Axis, .strength = 0.6},
                             ""});
    std::vector<std::size_t> shown;
    std::vector<double> centres;
    double widest = 0;
    for (std::size_t option = 0; option < input.options.size(); ++option) {
        const ChartCell& cell = line.cells[option];
        if (cell.at.empty() || !cell.at.front()) continue;
        spread_marks(picture, input, line, option, y, 8);
        shown.push_back(option);
        centres.push_back(picture.x(cell.at.front()->p50));
        widest = std::max(widest, text_width(input.options[option].letter, label_size, true));
    }
    const auto places =
        spread_apart(centres, widest + 3, plot.x + widest / 2, plot.x + plot.width - widest / 2);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const NamedOption& option = input.options[shown[k]];
        const Statistics& at = *line.cells[shown[k]].at.front();
        picture.marks.push_back({Label{.at = {places[k], y - 9},
                                       .text = option.letter,
                                       .align = Align::Centre,
                                       .bold = true},
                                 ink_of(option), note_of(input, shown[k], line.name, at)});
    }
}

Picture draw(const ChartInput& input, Size size) {
    const NamePlan plan = plan_names(input, size.width);
    Picture picture;
    const double left = plan.beside ? plan.width + 16 : 8;
    picture.plot = {left, 0, std::max(1.0, size.width - left - 8), 0};

    std::vector<double> y, name_baseline, rule_above;
    double top = 0;
    for (std::size_t line = 0; line < input.lines.size(); ++line) {
        const double text = line_height * static_cast<double>(plan.lines[line].size());
        if (input.lines[line].total && line > 0) {
            rule_above.push_back(top + total_gap / 2);
            top += total_gap;
        }
        if (plan.beside) {
            const double height = std::max(track_height, text + 8);
            y.push_back(top + height / 2 + 8);
            name_baseline.push_back(top + height / 2 + 8 - text / 2 + 12);
            top += height;
        } else {
            name_baseline.push_back(top + line_height);
            y.push_back(top + text + track_height - 10);
            top += text + track_height;
        }
    }
    picture.plot.height = top;
    picture.size = {size.width, top + axis_height};

    const auto marks = value_ticks(input, std::max(4, static_cast<int>(picture.plot.width / 90)));
    picture.x = scale_over(marks, picture.plot.x, picture.plot.x + picture.plot.width);
    picture.y = {.from = 0, .to = std::max(1.0, top), .start = 0, .end = std::max(1.0, top)};
    if (plan.beside) {
        value_axis_below(picture, marks, input.unit);
    } else {  // rules would cross the names: only the texts of the axis
        Picture axis = picture;
        value_axis_below(axis, marks, input.unit);
        for (const Mark& mark : axis.marks)
            if (std::holds_alternative<Label>(mark.form)) picture.marks.push_back(mark);
    }
    for (const double rule : rule_above)
        picture.marks.push_back(
            {Rule{.from = {0, rule}, .to = {size.width, rule}}, {.role = Role::Axis}, ""});
    for (std::size_t line = 0; line < input.lines.size(); ++line) {
        names(picture, input.lines[line], plan.lines[line], name_baseline[line]);
        track(picture, input, input.lines[line], y[line]);
    }
    return picture;
}

}  // namespace

extern const Chart levels_chart{.id = "levels", .draw = draw};

}  // namespace fulcrum
