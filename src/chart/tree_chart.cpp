#include "chart/tree_chart.h"

#include "chart/parts.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace fulcrum {
namespace {

using namespace chart;

constexpr double radius = 6;
constexpr double text_gap = 14;            // from a node's centre to its text
constexpr double slant = 28;               // of a branch before its label
constexpr double text_room = 10;           // between a text and its branches
constexpr double node_text = 150;          // width of a node's text beside its symbol
constexpr double cap = 0.36 * label_size;  // from a line's middle to its baseline

// The text, shortened to the width where it is wider.
std::string cut(std::string text, double width, bool bold) {
    if (text_width(text, label_size, bold) <= width) return text;
    constexpr std::string_view dots = "…";
    while (!text.empty() && text_width(text + std::string(dots), label_size, bold) > width) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
            text.pop_back();
        if (!text.empty()) text.pop_back();
    }
    return text + std::string(dots);
}

struct TextLine {
    std::string text;
    bool bold = false;
    Ink ink;
};

void add_lines(std::vector<TextLine>& lines, const std::string& text, double width, bool bold,
               const Ink& ink) {
    if (text.empty()) return;
    for (std::string& line : wrapped(text, label_size, width, bold))
        lines.push_back({cut(std::move(line), width, bold), bold, ink});
}

Ink ink_of_node(const TreeChartNode& node) {
    if (node.option >= 0) return {.role = Role::Option, .option = node.option};
    return {.role = node.strong ? Role::Text : Role::Quiet};
}

// What stands beside the node's symbol.
std::vector<TextLine> lines_of(const TreeChartNode& node, double width) {
    std::vector<TextLine> lines;
    add_lines(lines, node.text, width, node.strong, ink_of_node(node));
    add_lines(lines, node.value, width, true, {.role = node.strong ? Role::Text : Role::Quiet});
    return lines;
}

double widest(const std::vector<TextLine>& lines) {
    double width = 0;
    for (const TextLine& line : lines)
        width = std::max(width, text_width(line.text, label_size, line.bold));
    return width;
}

// Lines centred on y.
void put_lines(Picture& picture, const std::vector<TextLine>& lines, double x, double y,
               const std::string& note) {
    double middle = y - 0.5 * line_height * (static_cast<double>(lines.size()) - 1);
    for (const TextLine& line : lines) {
        picture.marks.push_back(
            {Label{.at = {x, middle + cap}, .text = line.text, .bold = line.bold}, line.ink, note});
        middle += line_height;
    }
}

void put_symbol(Picture& picture, const TreeChartNode& node, Point at) {
    Ink ink = ink_of_node(node);
    picture.marks.push_back(
        {Dot{.centre = at, .radius = radius, .shape = node.shape}, ink, node.note});
}

void put_way(Picture& picture, std::vector<Point> points, bool strong, const std::string& note) {
    picture.marks.push_back({Line{.points = std::move(points), .width = strong ? 3.0 : 1.0},
                             {.role = strong ? Role::Text : Role::Axis},
                             note});
}

// A node where it comes in the order of reading.
struct Visit {
    std::size_t node = 0, depth = 0;
    std::size_t from = 0;  // index of the visit of its parent
    const TreeChartBranch* branch = nullptr;
};

std::vector<Visit> in_reading_order(const TreeChart& tree) {
    std::vector<Visit> order, waiting{{}};
    while (!waiting.empty()) {
        const Visit visit = waiting.back();
        waiting.pop_back();
        const auto& branches = tree.nodes[visit.node].branches;
        for (std::size_t b = branches.size(); b-- > 0;)
            waiting.push_back({branches[b].to, visit.depth + 1, order.size(), &branches[b]});
        order.push_back(visit);
    }
    return order;
}

// ---------------------------------------------------------------- from left to right

struct Columns {
    std::vector<double> x, text;  // [depth] the symbols, and where their texts end
    double right = 0;             // of everything
    double row_height = 40;
};

Columns columns_of(const TreeChart& tree, const std::vector<Visit>& order) {
    std::size_t deepest = 0;
    for (const Visit& visit : order) deepest = std::max(deepest, visit.depth);
    std::vector<double> text(deepest + 1, 0.0), branch(deepest + 1, 0.0), end(deepest + 1, 0.0);
    Columns columns;
    for (const Visit& visit : order) {
        const TreeChartNode& node = tree.nodes[visit.node];
        const std::vector<TextLine> lines = lines_of(node, node_text);
        columns.row_height =
            std::max(columns.row_height, line_height * static_cast<double>(lines.size()) + 12);
        double& own = node.branches.empty() ? end[visit.depth] : text[visit.depth];
        own = std::max(own, widest(lines));
        for (const TreeChartBranch& each : node.branches)
            branch[visit.depth] =
                std::max({branch[visit.depth], text_width(each.label, label_size, each.strong),
                          text_width(each.figures, label_size)});
    }
    double x = radius + 2;
    for (std::size_t depth = 0; depth <= deepest; ++depth) {
        columns.x.push_back(x);
        columns.text.push_back(x + text_gap + text[depth]);
        columns.right = std::max({columns.right, columns.text[depth], x + text_gap + end[depth]});
        x = columns.text[depth] + slant + branch[depth] + 12 + 2 * radius;
    }
    return columns;
}

// An end has a row of its own, another node stands in the middle of what it leads to.
std::vector<double> heights(const TreeChart& tree, const std::vector<Visit>& order, double row) {
    std::vector<double> y(order.size(), 0.0), first(order.size(), -1.0);
    double rows = 0;
    for (std::size_t v = 0; v < order.size(); ++v)
        if (tree.nodes[order[v].node].branches.empty()) y[v] = row * (rows++ + 0.5);
    for (std::size_t v = order.size(); v-- > 1;) {  // the last child comes first
        double& last = first[order[v].from];
        if (last < 0) last = y[v];
        y[order[v].from] = 0.5 * (last + y[v]);
    }
    return y;
}

Picture across(const TreeChart& tree, const std::vector<Visit>& order, const Columns& columns,
               double width) {
    const std::vector<double> y = heights(tree, order, columns.row_height);
    Picture picture;
    picture.size = {width, 0};
    for (const bool strong : {false, true})  // strong ways lie above weak ones
        for (std::size_t v = 1; v < order.size(); ++v) {
            const TreeChartBranch& branch = *order[v].branch;
            if (branch.strong != strong) continue;
            const Visit& parent = order[order[v].from];
            const double text = widest(lines_of(tree.nodes[parent.node], node_text));
            const double start = columns.text[parent.depth] + text_room;
            put_way(picture,
                    {{columns.x[parent.depth] + text_gap + text + text_room, y[order[v].from]},
                     {start, y[order[v].from]},
                     {start + slant - text_room, y[v]},
                     {columns.x[order[v].depth] - radius - 2, y[v]}},
                    strong, branch.note);
        }
    for (std::size_t v = 0; v < order.size(); ++v) {
        const TreeChartNode& node = tree.nodes[order[v].node];
        const double x = columns.x[order[v].depth];
        put_symbol(picture, node, {x, y[v]});
        put_lines(picture, lines_of(node, node_text), x + text_gap, y[v], node.note);
        picture.size.height = std::max(picture.size.height, y[v] + 0.5 * columns.row_height);
        if (order[v].branch == nullptr) continue;
        const TreeChartBranch& branch = *order[v].branch;
        const double at = columns.text[order[v].depth - 1] + slant + 2;
        if (!branch.label.empty())
            picture.marks.push_back(
                {Label{.at = {at, y[v] - 6}, .text = branch.label, .bold = branch.strong},
                 {.role = Role::Text},
                 branch.note});
        if (!branch.figures.empty())
            picture.marks.push_back({Label{.at = {at, y[v] + 15}, .text = branch.figures},
                                     {.role = Role::Quiet},
                                     branch.note});
    }
    return picture;
}

// ---------------------------------------------------------------- from top to bottom

Picture outline(const TreeChart& tree, const std::vector<Visit>& order, double width) {
    std::size_t deepest = 1;
    for (const Visit& visit : order) deepest = std::max(deepest, visit.depth);
    const double step = std::min(24.0, 0.4 * width / static_cast<double>(deepest));
    Picture picture;
    picture.size = {width, 0};
    std::vector<Point> at;
    std::vector<Mark> labels;
    for (const Visit& visit : order) {
        const TreeChartNode& node = tree.nodes[visit.node];
        const double x = radius + 2 + step * static_cast<double>(visit.depth);
        const double room = width - x - text_gap;
        std::vector<TextLine> lines;
        if (visit.branch != nullptr) {
            add_lines(lines, visit.branch->label, room, visit.branch->strong, {.role = Role::Text});
            add_lines(lines, visit.branch->figures, room, false, {.role = Role::Quiet});
        }
        const std::vector<TextLine> own = lines_of(node, room);
        lines.insert(lines.end(), own.begin(), own.end());
        const double height =
            line_height * static_cast<double>(std::max<std::size_t>(1, lines.size()));
        at.push_back({x, picture.size.height + 0.5 * line_height + 2});
        put_lines(picture, lines, x + text_gap, picture.size.height + 0.5 * height + 2, node.note);
        picture.size.height += height + 10;
    }
    labels.swap(picture.marks);
    for (const bool strong : {false, true})
        for (std::size_t v = 1; v < order.size(); ++v)
            if (const Point from = at[order[v].from]; order[v].branch->strong == strong)
                put_way(picture, {from, {from.x, at[v].y}, at[v]}, strong, order[v].branch->note);
    for (std::size_t v = 0; v < order.size(); ++v)
        put_symbol(picture, tree.nodes[order[v].node], at[v]);
    picture.marks.insert(picture.marks.end(), labels.begin(), labels.end());
    return picture;
}

}  // namespace

Picture draw_tree(const TreeChart& tree, Size size) {
    assert(!tree.nodes.empty());
    const std::vector<Visit> order = in_reading_order(tree);
    const Columns columns = columns_of(tree, order);
    Picture picture = columns.right <= size.width ? across(tree, order, columns, size.width)
                                                  : outline(tree, order, size.width);
    picture.plot = {0, 0, picture.size.width, picture.size.height};
    return picture;
}

}  // namespace fulcrum
