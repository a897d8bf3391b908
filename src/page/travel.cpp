#include "page/travel.h"

#include "picture/picture.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

// Of an assumption or a component.
template <class Stated>
void hold_range(const Stated& stated, double& low, double& high) {
    if (stated.low) low = std::min(low, *stated.low);
    if (stated.high) high = std::max(high, *stated.high);
    for (const double value : stated.values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

// The range of the draws, or a guess around the base where there is none.
void reference_range(const Assumption& reference, bool by_ratio, double& low, double& high) {
    low = high = reference.base;
    if (reference.sd) {
        low -= 2 * *reference.sd;
        high += 2 * *reference.sd;
        if (by_ratio && low <= 0) low = reference.base / 4;
    }
    hold_range(reference, low, high);
    for (const Component& component : reference.components) {
        low = std::min(low, component.base);
        high = std::max(high, component.base);
        hold_range(component, low, high);
    }
    if (low == high) {
        const double around = low == 0 ? 1 : std::fabs(low) / 3;
        low -= around;
        high += around;
    }
}

double step_of(double span, bool whole_numbers) {
    const auto marks = ticks(0, span, 150);
    const double step = marks.size() > 1 && marks[1] > 0 ? marks[1] : span / 150;
    return whole_numbers ? std::max(1.0, step) : step;
}

// From the hard limits where they are near the range, else its own width beyond it.
Travel around_reference(const Assumption& reference, double low, double high) {
    const double width = high - low;
    const double near = 1.5 * width;
    Travel travel;
    travel.from = reference.min && low - *reference.min <= near ? *reference.min : low - width;
    travel.to = reference.max && *reference.max - high <= near ? *reference.max : high + width;
    return travel;
}

// The present range around the reference: what the reader widened by its ends.
void hold_ends(Travel& travel, const Assumption& now, double reference, bool by_ratio) {
    for (const auto& end : {now.low, now.high}) {
        if (!end) continue;
        const double around =
            by_ratio && now.base > 0 ? reference * *end / now.base : reference + (*end - now.base);
        if (!std::isfinite(around)) continue;
        travel.from = std::min(travel.from, around);
        travel.to = std::max(travel.to, around);
    }
}

void round_outwards(Travel& travel, const Assumption& reference) {
    travel.from = std::floor(travel.from / travel.step + 1e-9) * travel.step;
    travel.to = std::ceil(travel.to / travel.step - 1e-9) * travel.step;
    if (reference.min) travel.from = std::max(travel.from, *reference.min);
    if (reference.max) travel.to = std::min(travel.to, *reference.max);
}

// Doubled until the value is inside: it must not creep while a value outside is dragged back.
void hold_value(Travel& travel, const Assumption& now) {
    double span = travel.to - travel.from;
    while (now.base < travel.from && std::isfinite(span)) travel.from = travel.to - (span *= 2);
    while (now.base > travel.to && std::isfinite(span)) travel.to = travel.from + (span *= 2);
    if (now.min && now.base >= *now.min) travel.from = std::max(travel.from, *now.min);
    if (now.max && now.base <= *now.max) travel.to = std::min(travel.to, *now.max);
}

}  // namespace

Travel travel(const Assumption& now, const Assumption& reference, bool whole_numbers,
              bool by_ratio) {
    double low = 0, high = 0;
    reference_range(reference, by_ratio, low, high);
    Travel travel = around_reference(reference, low, high);
    if (by_ratio && low > 0) travel.from = std::max(travel.from, low / 4);
    hold_ends(travel, now, reference.base, by_ratio);
    travel.step = step_of(travel.to - travel.from, whole_numbers);
    round_outwards(travel, reference);
    travel.from = std::min(travel.from, low);  // a range beyond its own limits is shown as it is
    travel.to = std::max(travel.to, high);
    hold_value(travel, now);
    return travel;
}

}  // namespace fulcrum
