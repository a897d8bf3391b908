#include "picture/picture.h"

namespace fulcrum {

Ink ink_of(const Mark& mark) {
    Ink ink = mark.ink;
    if (std::holds_alternative<Rule>(mark.form) && ink.role == Role::Axis) ink.strength *= 0.4;
    return ink;
}

std::vector<Point> outline(const Dot& dot) {
    const Point& c = dot.centre;
    const double r = dot.radius;
    switch (dot.shape) {
        case Shape::Square: {
            const double s = r * 0.88;
            return {{c.x - s, c.y - s}, {c.x + s, c.y - s}, {c.x + s, c.y + s}, {c.x - s, c.y + s}};
        }
        case Shape::Triangle:
            return {{c.x, c.y - r * 1.1}, {c.x + r, c.y + r * 0.75}, {c.x - r, c.y + r * 0.75}};
        case Shape::Diamond: {
            const double d = r * 1.2;
            return {{c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, {c.x - d, c.y}};
        }
        case Shape::Cross: {
            const double s = r * 0.85;
            return {{c.x - s, c.y - s}, {c.x + s, c.y + s}, {c.x + s, c.y - s}, {c.x - s, c.y + s}};
        }
        case Shape::Disc:
            break;
    }
    return {};
}

}  // namespace fulcrum
