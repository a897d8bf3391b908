#include "picture/svg.h"

#include "base/text.h"
#include "picture/palette.h"

#include <cmath>

namespace fulcrum {
namespace {

constexpr double usual_size = 13;  // of a label's type, CSS px

std::string number(double value) {
    const double rounded = std::round(value * 10) / 10;
    return shortest(rounded == 0 ? 0 : rounded);
}

std::string at(const Point& point) {
    return number(point.x) + " " + number(point.y);
}

std::string path_of(const std::vector<Point>& points) {
    std::string path;
    for (const Point& point : points) path += (path.empty() ? "M" : "L") + at(point);
    return path;
}

std::string class_of(const Ink& ink) {
    switch (ink.role) {
        case Role::Quiet:
            return "q";
        case Role::Axis:
            return "x";
        case Role::Ground:
            return "g";
        case Role::Option:
            return "o" + std::to_string(option_colour(ink.option));
        case Role::Text:
        case Role::Accent:
        case Role::Zero:
            break;
    }
    return {};
}

class Drawing {
  public:
    explicit Drawing(bool notes) : notes_(notes) {}

    void add(const Mark& mark) {
        ink_ = ink_of(mark);
        std::visit([this](const auto& form) { draw(form); }, mark.form);
        if (notes_ && !mark.note.empty() && !shapes_.empty())
            shapes_.back().children.push_back({"title", mark.note});
    }

    Elements take() { return std::move(shapes_); }

  private:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    void put(std::string tag, Attributes attributes, std::string text = {}, bool is_line = false) {
        std::string name = class_of(ink_);
        if (is_line) name += name.empty() ? "l" : " l";
        if (!name.empty()) attributes.insert(attributes.begin(), {"class", name});
        if (ink_.strength < 1) attributes.emplace_back("opacity", shortest(ink_.strength));
        shapes_.push_back({std::move(tag), std::move(text), std::move(attributes)});
    }

    void stroke(std::string path, double width, Attributes more = {}) {
        more.insert(more.begin(), {"d", std::move(path)});
        if (width != 1) more.emplace_back("stroke-width", number(width));
        put("path", std::move(more), {}, true);
    }

    void draw(const Bar& bar) {
        put("rect", {{"x", number(bar.box.x)},
                     {"y", number(bar.box.y)},
                     {"width", number(bar.box.width)},
                     {"height", number(bar.box.height)}});
    }

    void draw(const Rule& rule) {
        Attributes dashes;
        if (rule.dashed) dashes = {{"stroke-dasharray", "4"}};
        stroke(path_of({rule.from, rule.to}), rule.width, std::move(dashes));
    }

    void draw(const Line& line) { stroke(path_of(line.points), line.width); }

    void draw(const Band& band) {
        std::vector<Point> around = band.upper;
        around.insert(around.end(), band.lower.rbegin(), band.lower.rend());
        put("path", {{"d", path_of(around) + "Z"}});
    }

    void draw(const Dot& dot) {
        const std::vector<Point> corners = outline(dot);
        if (dot.shape == Shape::Cross)
            return stroke(path_of({corners[0], corners[1]}) + path_of({corners[2], corners[3]}), 2);
        Attributes place{{"d", path_of(corners) + "Z"}};
        if (dot.shape == Shape::Disc)
            place = {{"cx", number(dot.centre.x)},
                     {"cy", number(dot.centre.y)},
                     {"r", number(dot.radius)}};
        const std::string tag = dot.shape == Shape::Disc ? "circle" : "path";
        if (!dot.hollow) return put(tag, std::move(place));
        const Ink ink = ink_;
        ink_ = {Role::Ground};
        put(tag, place);
        ink_ = ink;
        for (const auto& [name, value] :
             Attributes{{"fill", "none"}, {"stroke", "currentColor"}, {"stroke-width", "1.5"}})
            place.emplace_back(name, value);
        put(tag, std::move(place));
    }

    void draw(const Label& label) {
        Attributes place{{"x", number(label.at.x)}, {"y", number(label.at.y)}};
        if (label.align == Align::Centre) place.emplace_back("text-anchor", "middle");
        if (label.align == Align::Right) place.emplace_back("text-anchor", "end");
        if (label.size != usual_size) place.emplace_back("font-size", number(label.size));
        if (label.bold) place.emplace_back("font-weight", "500");
        put("text", std::move(place), label.text);
    }

    bool notes_;
    Ink ink_;
    Elements shapes_;
};

std::string hex(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const int shift : {4, 0, 12, 8, 20, 16}) text += digits[colour >> shift & 0xFu];
    return text;
}

}  // namespace

Element svg(const Picture& picture, const std::string& name, bool notes) {
    Drawing drawing(notes);
    for (const Mark& mark : picture.marks) drawing.add(mark);
    return {"svg",
            "",
            {{"role", "img"},
             {"aria-label", name},
             {"viewBox", "0 0 " + number(picture.size.width) + " " + number(picture.size.height)},
             {"width", number(picture.size.width)},
             {"font-size", number(usual_size)},
             {"fill", "currentColor"}},
            drawing.take()};
}

std::string svg_style(bool dark) {
    const Palette& inks = palette(dark);
    std::string style = "svg .l{fill:none;stroke:currentColor}svg{color:" + hex(inks.ink) +
                        "}.q{color:" + hex(inks.quiet) + "}.x{color:" + hex(inks.axis) +
                        "}.g{color:" + hex(inks.paper) + "}";
    for (std::size_t option = 0; option < inks.option.size(); ++option)
        style += ".o" + std::to_string(option) + "{color:" + hex(inks.option[option]) + "}";
    return style;
}

std::string svg_file(const Picture& picture, const std::string& name) {
    Element drawn = svg(picture, name);
    drawn.attributes.insert(
        drawn.attributes.begin(),
        {{"xmlns", "http://www.w3.org/2000/svg"}, {"font-family", "Roboto, Arial, sans-serif"}});
    drawn.children.insert(drawn.children.begin(), {"style", svg_style(false)});
    return markup({drawn});
}

}  // namespace fulcrum
