// A slider: label, value field, track with band, tick, ends and thumb, what its range means.
#include "base/checksum.h"
#include "ui/blocks.h"
#include "ui/control.h"
#include "words/painter_words.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr float thumb_radius = 8;
constexpr float side = 104;  // column of reset and pin
constexpr float small_icon = 24;
constexpr std::string_view moving_keys[] = {"ArrowLeft",  "ArrowDown", "PageDown", "Home",
                                            "ArrowRight", "ArrowUp",   "PageUp",   "End"};

// From the values of a slider to px and back.
struct Track {
    float left, right, middle;
    double from, to;
    float at(double value) const {
        if (to <= from) return left;
        const double share = std::clamp((value - from) / (to - from), 0.0, 1.0);
        return left + static_cast<float>(share) * (right - left);
    }
    double value_at(float x) const {
        const double share = std::clamp((x - left) / (right - left), 0.0F, 1.0F);
        return from + share * (to - from);
    }
};

double rounded_to(double value, double step) {
    if (step <= 0) return value;
    // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
    const double per_unit = std::round(1 / step);
    if (per_unit > 1 && std::abs(per_unit * step - 1) < 1e-9)
        return std::round(value * per_unit) / per_unit;
    return std::round(value / step) * step;
}

double drag_value(const Slider& slider, const Track& track, float x) {
    constexpr float catches = 4;
    if (slider.reference && std::abs(track.at(*slider.reference) - x) <= catches)
        return *slider.reference;
    const double value = rounded_to(track.value_at(x), slider.step);
    return std::clamp(value, slider.from, slider.to);
}

// begin, change, commit of something that is dragged; the pointer's state is in `state`.
void drag(Brush& brush, const std::string& key, const ControlState& state, const Slider& slider,
          const Track& track, double value) {
    std::optional<HeldSlider>& held = brush.memory.held;
    const float mouse = ImGui::GetIO().MousePos.x;
    if (state.began) {
        const float distance = mouse - track.at(value);
        const bool on_it = std::abs(distance) <= thumb_radius + 4;
        held = HeldSlider{.key = key, .value = value, .offset = on_it ? distance : 0};
        report(brush, key, Phase::Begin);
    }
    if (!held || held->key != key || held->by_key) return;
    if (!held->cancelled && state.held) {
        const double wanted = drag_value(slider, track, mouse - held->offset);
        if (wanted != held->value) {
            held->value = wanted;
            report(brush, key, Phase::Change, wanted);
        }
    }
    if (!state.held) {
        if (!held->cancelled) report(brush, key, Phase::Commit, held->value);
        held.reset();
    }
}

double step_of(const Slider& slider, const KeyPress& press) {
    const double step = slider.step > 0 ? slider.step : (slider.to - slider.from) / 100;
    if (press.name == "PageUp" || press.name == "PageDown") return step * 10;
    return press.shift ? step / 10 : step;
}

// Arrow keys: pressing is begin and change, holding more changes, letting go the commit.
void keys(Brush& brush, const std::string& key, const Slider& slider, double value) {
    std::optional<HeldSlider>& held = brush.memory.held;
    while (const auto press = take_key(brush, key, moving_keys)) {
        if (held && !held->by_key) continue;
        if (!held) {
            held = HeldSlider{.key = key, .value = value, .by_key = true};
            report(brush, key, Phase::Begin);
        }
        const double step = step_of(slider, *press);
        const bool down =
            press->name == "ArrowLeft" || press->name == "ArrowDown" || press->name == "PageDown";
        double wanted = rounded_to(held->value + (down ? -step : step), step);
        if (press->name == "Home") wanted = slider.from;
        if (press->name == "End") wanted = slider.to;
        held->value = std::clamp(wanted, slider.from, slider.to);
        report(brush, key, Phase::Change, held->value);
    }
    const bool up = take_key(brush, key, moving_keys, false).has_value();
    const bool lost = brush.memory.focus != key || brush.memory.blurred;
    if (held && held->by_key && held->key == key && (up || lost)) {
        report(brush, key, Phase::Commit, held->value);
        held.reset();
    }
}

Colour band_colour(const Brush& brush, const Slider& slider) {
    return slider.option_index >= 0
               ? colour(brush.palette, {Role::Option, slider.option_index, 0.55})
               : with_opacity(brush.palette.axis, 0.6);
}

void paint_track(Brush& brush, const Slider& slider, const Track& track,
                 const ControlState& state) {
    const Palette& palette = brush.palette;
    ImDrawList& list = brush.list;
    const float y = std::round(track.middle);
    list.AddRectFilled({track.left, y - 1}, {track.right, y + 1}, with_opacity(palette.axis, 0.55));
    if (slider.low && slider.high && !slider.known)
        list.AddRectFilled({track.at(*slider.low), y - 3}, {track.at(*slider.high), y + 3},
                           band_colour(brush, slider), 1);
    if (slider.reference) {
        const float x = std::round(track.at(*slider.reference));
        list.AddRectFilled({x - 1, y - 10}, {x + 1, y + 10}, palette.quiet);
    }
    // Where another option leads from there on: in its colour, pointing at the track.
    for (const Slider::FlipMark& flip : slider.flips) {
        if (flip.at < slider.from || flip.at > slider.to) continue;
        const float x = std::round(track.at(flip.at));
        const double strength = slider.flips_are_current ? 1 : 0.4;
        list.AddTriangleFilled({x - 5, y - 12}, {x + 5, y - 12}, {x, y - 4},
                               colour(palette, {Role::Option, flip.option, strength}));
    }
    const ImVec2 thumb{track.at(slider.value), y};
    const float radius = thumb_radius - (slider.known ? 1.0F : 0.0F);
    list.AddCircleFilled(thumb, radius + 2, palette.margin);
    if (slider.known)
        list.AddRectFilled({thumb.x - radius + 1, y - radius + 1},
                           {thumb.x + radius - 1, y + radius - 1}, palette.ink, 1);
    else
        list.AddCircleFilled(thumb, state.held ? radius + 1 : radius, palette.ink);
    if (state.hovered && !state.held)
        list.AddCircle(thumb, radius + 4, with_opacity(palette.ink, 0.35), 0, 2);
}

void end_handle(Brush& brush, const Slider& slider, const Track& track, const ImRect& zone,
                const std::string& key, double value, const std::string& words) {
    const ControlState state =
        control(brush, key, zone, {.drags = true, .cursor = "ew-resize", .ring = 1});
    drag(brush, key, state, slider, track, value);
    keys(brush, key, slider, value);
    if (!state.held) note(brush, words, zone);
    // Under a finger the track and its ends are apart, to be told from each other.
    const float x = std::round(track.at(value));
    const float top = brush.coarse ? zone.Min.y + 2 : std::round(track.middle) + 6;
    const Colour ink = state.hovered || state.held ? brush.palette.ink : brush.palette.axis;
    brush.list.AddTriangleFilled({x, top}, {x + 5, top + 8}, {x - 5, top + 8}, ink);
}

void paint_ends(Brush& brush, const Slider& slider, const Track& track, float top, float height) {
    if (!slider.low || !slider.high || slider.known) return;
    const float low = track.at(*slider.low), high = track.at(*slider.high);
    const float reach = brush.coarse ? 22.0F : 12.0F;
    const float between = (low + high) / 2;
    const PainterWords& words = painter_words();
    end_handle(brush, slider, track,
               {low - reach, top, std::min(low + reach, between), top + height},
               slider.key + "/low", *slider.low, words.low_end);
    end_handle(brush, slider, track,
               {std::max(high - reach, between), top, high + reach, top + height},
               slider.key + "/high", *slider.high, words.high_end);
}

void paint_reset(Brush& brush, const Slider& slider, float right, float middle) {
    if (!slider.changed) return;
    const ImRect box{right - small_icon, middle - small_icon / 2, right, middle + small_icon / 2};
    const std::string key = slider.key + "/reset";
    const ControlState state = control(brush, key, box, {.ring = 0});
    if (state.pressed) report(brush, key, Phase::Commit, true);
    if (state.hovered) brush.list.AddRectFilled(box.Min, box.Max, brush.palette.hover, 4);
    note(brush, painter_words().reset, box);
    const ImVec2 centre = box.GetCenter();
    constexpr float radius = 5.5F, pi = 3.14159265F;
    brush.list.PathArcTo(centre, radius, -0.75F * pi, 0.9F * pi, 20);
    brush.list.PathStroke(brush.palette.ink, 0, 1.6F);
    const ImVec2 tip{centre.x - radius * 0.72F, centre.y - radius * 0.72F};
    brush.list.AddTriangleFilled({tip.x - 3.5F, tip.y - 2.5F}, {tip.x + 3.5F, tip.y - 2.5F},
                                 {tip.x - 2.5F, tip.y + 4}, brush.palette.ink);
}

// Returns its left edge.
float paint_pin(Brush& brush, const Slider& slider, float right, float top) {
    const std::string& label = painter_words().known;
    constexpr float check = 14;
    const float width = width_of(label, TypeSize::Small);
    const float height = line_height(TypeSize::Small);
    const ImRect box{right - width - check - 6, top, right, top + height};
    const std::string key = slider.key + "/known";
    const ControlState state = control(brush, key, box, {.ring = 1});
    if (state.pressed) report(brush, key, Phase::Commit, !slider.known);
    const Colour ink = state.hovered || slider.known ? brush.palette.ink : brush.palette.quiet;
    paint_check(brush, box.Min.x, top + 3, check, slider.known, ink);
    draw_in_line(brush.list, label, box.Min.x + check + 6, top, TypeSize::Small, false, ink);
    note(brush, painter_words().known_note, box);
    return box.Min.x;
}

struct LabelSize {
    float height;
    float last_line;  // how far to the right it goes, with the sign
};

// The label, with the sign that opens the explanation behind its last word.
LabelSize paint_label(Brush& brush, const Slider& slider, Place place) {
    Prose label;
    if (!slider.option.empty())
        label.push_back(
            {slider.option + "\u00a0\u00a0", {Role::Option, slider.option_index}, true});
    label.push_back({slider.label, {}, false});
    const TextBlock text = set_text(label, TypeSize::Body, place.width - small_icon);
    draw(brush.list, brush.palette, text, place.left, place.top, place.width);
    if (!slider.explanation.empty() && !text.lines.empty()) {
        const float left = place.left + text.lines.back().width + 2;
        const float top = place.top + text.height() - line_height(TypeSize::Body);
        const ImRect box{left, top, left + small_icon, top + small_icon};
        const std::string key = slider.key + "/explain";
        const ControlState state = control(brush, key, box, {.ring = 0});
        const bool open = brush.memory.explained.contains(slider.key);
        if (state.pressed && open) brush.memory.explained.erase(slider.key);
        if (state.pressed && !open) brush.memory.explained.insert(slider.key);
        brush.result.wants_frame |= state.pressed;
        const Colour ink = state.hovered || open ? brush.palette.ink : brush.palette.axis;
        const ImVec2 centre{left + small_icon / 2, top + small_icon / 2};
        brush.list.AddCircle(centre, 6.5F, ink, 0, 1.2F);
        brush.list.AddRectFilled({centre.x - 0.8F, centre.y - 1},
                                 {centre.x + 0.8F, centre.y + 3.5F}, ink);
        brush.list.AddCircleFilled({centre.x, centre.y - 3.2F}, 1, ink);
        if (!open) note(brush, slider.explanation, box);
    }
    const float last_line = text.lines.empty() ? 0 : text.lines.back().width + 2 + small_icon;
    return {std::max(text.height(), line_height(TypeSize::Body)), last_line};
}

// What stood before, left of the value. Returns whether there was room.
bool paint_was(Brush& brush, const Slider& slider, float left, float right, float top) {
    const float width = width_of(slider.was, TypeSize::Small);
    if (!slider.changed || left + width > right) return false;
    draw_in_line(brush.list, slider.was, right - width, top + 2, TypeSize::Small, false,
                 brush.palette.quiet);
    return true;
}

float paint_whole(Brush& brush, const Slider& slider, Place place) {
    // Fingers need room between what they touch.
    const float room = brush.coarse ? 10.0F : 0.0F;
    place.top += room;
    const float right = place.left + place.width;
    const float value_left = paint_field(brush, slider, right, place.top);
    const LabelSize label =
        paint_label(brush, slider, {place.left, place.top, value_left - place.left - grid});
    float top = place.top + label.height + room;
    const bool was_is_said = paint_was(brush, slider, place.left + label.last_line, value_left,
                                       top - room - line_height(TypeSize::Body));

    const float track_height = brush.coarse ? 44.0F : 24.0F;
    const ImRect track_box{place.left, top, right, top + track_height};
    const Track track{place.left + thumb_radius / 2, right - thumb_radius / 2,
                      top + track_height / 2, slider.from, slider.to};
    const ControlState state =
        control(brush, slider.key, track_box, {.drags = true, .cursor = "ew-resize", .ring = 1});
    drag(brush, slider.key, state, slider, track, slider.value);
    keys(brush, slider.key, slider, slider.value);
    if (brush.in_sight(track_box.Min.y - 8, track_box.Max.y + 24))
        paint_track(brush, slider, track, state);
    top += track_height;

    const float ends_height = brush.coarse ? 28.0F : 14.0F;
    const float ends_top = brush.coarse ? top : top - 6;  // close under the track's line
    paint_ends(brush, slider, track, std::max(ends_top, track_box.Max.y), ends_height);
    top += ends_height + room;
    const std::string was = slider.changed && !was_is_said ? slider.was + " · " : "";
    const Prose range{{was + slider.range, {Role::Quiet}, false}};
    const TextBlock text = set_text(range, TypeSize::Small, place.width - side - grid);
    draw(brush.list, brush.palette, text, place.left, top, place.width);
    const float pin_left = slider.can_be_known() ? paint_pin(brush, slider, right, top) : right;
    paint_reset(brush, slider, pin_left - grid, top + small_icon / 2);  // clear of the ends
    top += std::max(text.height(), line_height(TypeSize::Small)) + room;
    if (brush.memory.explained.contains(slider.key)) {
        const Prose prose{{slider.explanation, {Role::Quiet}, false}};
        const TextBlock lines = set_text(prose, TypeSize::Small, place.width);
        draw(brush.list, brush.palette, lines, place.left, top + grid / 2, place.width);
        top += lines.height() + grid / 2;
    }
    return top;
}

// Of all that its height follows from.
std::uint64_t words_of(const Brush& brush, const Slider& slider, float width) {
    std::uint64_t words = 2 * static_cast<std::uint64_t>(width * 512) + (brush.coarse ? 1 : 0);
    const auto add = [&](const std::string& text) { words = checksum(text, words + text.size()); };
    for (const std::string* text :
         {&slider.label, &slider.option, &slider.unit, &slider.text, &slider.range, &slider.was})
        add(*text);
    if (brush.memory.explained.contains(slider.key)) add(slider.explanation);
    return words;
}

bool is_in_hand(const Painter::State& memory, const std::string& slider) {
    const auto is_of_it = [&](const std::string& key) { return key.starts_with(slider); };
    return is_of_it(memory.focus) || is_of_it(memory.reveal) ||
           (memory.held && is_of_it(memory.held->key)) ||
           (memory.edit && is_of_it(memory.edit->key)) ||
           (memory.edit_request && is_of_it(*memory.edit_request));
}

}  // namespace

float paint(Brush& brush, const Slider& slider, Place place) {
    constexpr float beyond = 48;  // px; a finger's target goes beyond what is painted
    SliderHeight& kept = brush.memory.slider_heights[slider.key];
    const std::uint64_t words = words_of(brush, slider, place.width);
    const bool is_far = !brush.in_sight(place.top - beyond, place.top + kept.height + beyond);
    if (kept.words == words && is_far && !is_in_hand(brush.memory, slider.key))
        return place.top + kept.height;
    const float bottom = paint_whole(brush, slider, place);
    kept = {words, bottom - place.top};
    return bottom;
}

}  // namespace fulcrum
