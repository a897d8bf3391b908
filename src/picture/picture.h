// Charts as data: marks in CSS px with ink roles. One painter for the canvas, one for SVG; both
// show the same marks.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fulcrum {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};
struct Size {
    double width = 0, height = 0;
    bool operator==(const Size&) const = default;
};
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;
};

// What a mark is drawn with; the painter's theme knows the colours.
enum class Role { Text, Quiet, Axis, Zero, Ground, Accent, Option };
struct Ink {
    Role role = Role::Text;
    int option = 0;       // position of the option, with Role::Option
    double strength = 1;  // opacity in [0, 1]
    bool operator==(const Ink&) const = default;
};

enum class Shape { Disc, Square, Triangle, Diamond, Cross };
enum class Align { Left, Centre, Right };

struct Bar {
    Box box;
    bool operator==(const Bar&) const = default;
};
struct Rule {
    Point from, to;
    double width = 1;
    bool dashed = false;
    bool operator==(const Rule&) const = default;
};
struct Line {
    std::vector<Point> points;
    double width = 2;
    bool operator==(const Line&) const = default;
};
struct Band {  // between two lines over the same x
    std::vector<Point> upper, lower;
    bool operator==(const Band&) const = default;
};
struct Dot {
    Point centre;
    double radius = 4;
    Shape shape = Shape::Disc;
    bool hollow = false;
    bool operator==(const Dot&) const = default;
};
struct Label {
    Point at;  // on the text's baseline
    std::string text;
    Align align = Align::Left;
    double size = 13;
    bool bold = false;
    bool operator==(const Label&) const = default;
};

struct Mark {
    std::variant<Bar, Rule, Line, Band, Dot, Label> form;
    Ink ink;
    std::string note;  // exact values and where they come from: tooltip on the canvas, description
                       // in the form
    bool operator==(const Mark&) const = default;
};

// What the mark is inked with: rules of an axis and its grid stand back behind what they measure.
Ink ink_of(const Mark& mark);
// The corners of a shape's outline, in order. Disc: none; Cross: the ends of its two strokes.
std::vector<Point> outline(const Dot& dot);

// Linear: value -> px. Log and others come with the chart that needs them.
struct Scale {
    double from = 0, to = 1;    // values
    double start = 0, end = 1;  // px
    double operator()(double value) const;
    double value_at(double px) const;
    bool operator==(const Scale&) const = default;
};
// Round numbers that cover [low, high], zero among them when it lies inside; about `count` of them.
std::vector<double> ticks(double low, double high, int count);

struct Picture {
    Size size;
    Box plot;
    Scale x, y;
    std::vector<Mark> marks;  // painted in order
    bool operator==(const Picture&) const = default;
};

// Advance width in CSS px of UTF-8 text at a size; from the generated table of the embedded face.
double text_width(std::string_view text, double size, bool bold = false);

// The box that a label's letters take: from the top of the capitals to the foot of the descenders.
Box label_box(const Label& label);

// Do the insides of two boxes meet?
bool overlap(const Box& a, const Box& b);

// Moves centres apart along one axis so that neighbours keep `distance`, all stay inside
// [from, to] and nothing moves further than it must. Returns them in the order given. When the
// space is too short they are spread evenly over it.
std::vector<double> spread_apart(const std::vector<double>& centres, double distance, double from,
                                 double to);

// Breaks text at spaces so that no line is wider than `width`; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, double size, double width,
                                 bool bold = false);

}  // namespace fulcrum
