// Figures: the sentence that a chart answers, and the marks of its Picture.
#include "ui/blocks.h"
#include "ui/control.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr float widest = 960;

class MarkPainter {
  public:
    MarkPainter(Brush& brush, ImVec2 origin) : brush_(brush), list_(brush.list), origin_(origin) {}

    void paint(const Mark& mark) {
        ink_ = colour(brush_.palette, ink_of(mark));
        bounds_ = {};
        std::visit([&](const auto& form) { draw(form); }, mark.form);
        if (!mark.note.empty()) {
            bounds_.Expand(4);
            note(brush_, mark.note, bounds_);
        }
    }

  private:
    ImVec2 at(const Point& point) const {
        return {origin_.x + static_cast<float>(point.x), origin_.y + static_cast<float>(point.y)};
    }
    std::vector<ImVec2> all(const std::vector<Point>& points) const {
        std::vector<ImVec2> result;
        result.reserve(points.size());
        for (const Point& point : points) result.push_back(at(point));
        return result;
    }
    void bound(const ImVec2& point) {
        if (bounds_.Max.x == 0 && bounds_.Max.y == 0 && bounds_.Min.x == 0)
            bounds_ = {point, point};
        else
            bounds_.Add(point);
    }

    void draw(const Bar& bar) {
        const ImVec2 low = at({bar.box.x, bar.box.y});
        const ImVec2 high = at({bar.box.x + bar.box.width, bar.box.y + bar.box.height});
        list_.AddRectFilled(low, high, ink_);
        bounds_ = {low, high};
    }
    void draw(const Rule& rule) {
        const auto width = static_cast<float>(rule.width);
        ImVec2 from = at(rule.from), to = at(rule.to);
        bounds_ = {ImMin(from, to), ImMax(from, to)};
        if (rule.from.x == rule.to.x || rule.from.y == rule.to.y) {
            straight(from, to, width, rule.dashed);
            return;
        }
        if (!rule.dashed) {
            list_.AddLine(from, to, ink_, width);
            return;
        }
        dashes(from, to, [&](ImVec2 a, ImVec2 b) { list_.AddLine(a, b, ink_, width); });
    }
    // Level and upright rules lie on whole pixels.
    void straight(ImVec2 from, ImVec2 to, float width, bool dashed) {
        const bool upright = from.x == to.x;
        const float thickness = std::max(1.0F, std::round(width));
        const auto bar = [&](ImVec2 a, ImVec2 b) {
            if (upright) {
                const float x = std::round(a.x - thickness / 2);
                list_.AddRectFilled({x, ImMin(a.y, b.y)}, {x + thickness, ImMax(a.y, b.y)}, ink_);
            } else {
                const float y = std::round(a.y - thickness / 2);
                list_.AddRectFilled({ImMin(a.x, b.x), y}, {ImMax(a.x, b.x), y + thickness}, ink_);
            }
        };
        if (dashed)
            dashes(from, to, bar);
        else
            bar(from, to);
    }
    template <class Stroke>
    void dashes(ImVec2 from, ImVec2 to, const Stroke& stroke) {
        constexpr float dash = 4, pause = 4;
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length < 1) return;
        const ImVec2 step{(to.x - from.x) / length, (to.y - from.y) / length};
        const int count = static_cast<int>(std::min(length, 10'000.0F) / (dash + pause)) + 1;
        for (int n = 0; n < count; ++n) {
            const float d = static_cast<float>(n) * (dash + pause);
            const float end = std::min(length, d + dash);
            stroke({from.x + step.x * d, from.y + step.y * d},
                   {from.x + step.x * end, from.y + step.y * end});
        }
    }
    void draw(const Line& line) {
        const std::vector<ImVec2> points = all(line.points);
        for (const ImVec2& point : points) bound(point);
        list_.AddPolyline(points.data(), static_cast<int>(points.size()), ink_, 0,
                          static_cast<float>(line.width));
    }
    void draw(const Band& band) {
        const std::vector<ImVec2> upper = all(band.upper), lower = all(band.lower);
        const std::size_t count = std::min(upper.size(), lower.size());
        for (std::size_t p = 0; p < count; ++p) {
            bound(upper[p]);
            bound(lower[p]);
        }
        const ImDrawListFlags flags = list_.Flags;
        list_.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // seams between the strips otherwise
        for (std::size_t p = 1; p < count; ++p)
            list_.AddQuadFilled(upper[p - 1], upper[p], lower[p], lower[p - 1], ink_);
        list_.Flags = flags;
    }
    void draw(const Dot& dot) {
        const ImVec2 centre = at(dot.centre);
        const auto radius = static_cast<float>(dot.radius);
        bounds_ = {centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius};
        const std::vector<ImVec2> corners = all(outline(dot));
        const int count = static_cast<int>(corners.size());
        if (dot.shape == Shape::Cross) {
            list_.AddLine(corners[0], corners[1], ink_, 2);
            list_.AddLine(corners[2], corners[3], ink_, 2);
        } else if (dot.shape == Shape::Disc) {
            list_.AddCircleFilled(centre, radius, dot.hollow ? brush_.palette.paper : ink_);
            if (dot.hollow) list_.AddCircle(centre, radius, ink_, 0, 1.5F);
        } else {
            list_.AddConvexPolyFilled(corners.data(), count,
                                      dot.hollow ? brush_.palette.paper : ink_);
            if (dot.hollow)
                list_.AddPolyline(corners.data(), count, ink_, ImDrawFlags_Closed, 1.5F);
        }
    }
    void draw(const Label& label) {
        const auto size = static_cast<float>(label.size);
        const auto width = static_cast<float>(text_width(label.text, label.size, label.bold));
        ImVec2 start = at(label.at);
        if (label.align == Align::Right) start.x -= width;
        if (label.align == Align::Centre) start.x -= width / 2;
        bounds_ = {start.x, start.y - size, start.x + width, start.y + 4};
        draw_line(list_, label.text, start.x, start.y, size, label.bold, ink_);
    }

    Brush& brush_;
    ImDrawList& list_;
    ImVec2 origin_;
    Colour ink_ = 0;
    ImRect bounds_;
};

double in_steps(double value, double step) {
    return step > 0 ? std::round(value / step) * step : value;
}

// begin, change, commit of the point that is dragged over the plot.
void drag_point(Brush& brush, const Figure::Drag& drag, const Picture& picture, ImVec2 origin) {
    const Box& plot = picture.plot;
    const ImRect box{origin.x + static_cast<float>(plot.x), origin.y + static_cast<float>(plot.y),
                     origin.x + static_cast<float>(plot.x + plot.width),
                     origin.y + static_cast<float>(plot.y + plot.height)};
    const ControlState state =
        control(brush, drag.key, box,
                {.focusable = false, .drags = true, .cursor = "crosshair", .ring = 1});
    std::optional<HeldSlider>& held = brush.memory.held;
    if (state.began) {
        held = HeldSlider{.key = drag.key};
        report(brush, drag.key, Phase::Begin);
    }
    if (!held || held->key != drag.key) return;
    if (!held->cancelled && state.held) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const auto x =
            std::clamp(static_cast<double>(mouse.x - origin.x), plot.x, plot.x + plot.width);
        const auto y =
            std::clamp(static_cast<double>(mouse.y - origin.y), plot.y, plot.y + plot.height);
        const std::array<double, 2> point{in_steps(picture.x.value_at(x), drag.step_x),
                                          in_steps(picture.y.value_at(y), drag.step_y)};
        if (point != held->point) {
            held->point = point;
            report(brush, drag.key, Phase::Change, point);
        }
    }
    if (!state.held) {
        if (!held->cancelled) report(brush, drag.key, Phase::Commit, held->point);
        held.reset();
    }
}

}  // namespace

float paint(Brush& brush, const Figure& figure, Place place) {
    if (!figure.sentence.text.empty()) place.top = paint(brush, figure.sentence, place) + grid;
    if (!figure.draw) return place.top;

    const Picture picture = picture_of(figure, std::min(place.width, widest));
    const auto tall = static_cast<float>(picture.size.height);
    const float bottom = place.top + tall;
    if (brush.in_sight(place.top, bottom)) {
        MarkPainter painter(brush, {std::round(place.left), std::round(place.top)});
        for (const Mark& mark : picture.marks) painter.paint(mark);
        if (figure.drag)
            drag_point(brush, *figure.drag, picture,
                       {std::round(place.left), std::round(place.top)});
    }
    return bottom;
}

}  // namespace fulcrum
