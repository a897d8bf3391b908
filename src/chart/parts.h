// What charts are put together from.
#pragma once

#include "chart/chart.h"

#include <string>
#include <vector>

namespace fulcrum::chart {

inline constexpr double label_size = 13;
inline constexpr double line_height = 16;

// Shapes go by position, so that colour is never alone.
Shape shape_of(int option);
Ink ink_of(const NamedOption& option, double strength = 1);

// From zero, and as far as the values and stated points of all lines reach. Round at both ends.
// count   about how many ticks
std::vector<double> value_ticks(const ChartInput& input, int count);
// Scale over ticks.
Scale scale_over(const std::vector<double>& ticks, double start, double end);
// Tick texts: the unit stands once, at the tick farthest from zero.
std::vector<std::string> tick_texts(const std::vector<double>& ticks, std::string_view unit);

// Vertical rules at the ticks and their texts below: labels that would touch are left out, the ones
// at the ends are moved inside.
void value_axis_below(Picture& picture, const std::vector<double>& ticks, std::string_view unit);

// Thin line P5-P95, thick bar P25-P75, dot for the median, hollow diamonds for what is stated; all
// centred on y, along picture.x.
void spread_marks(Picture& picture, const ChartInput& input, const ChartLine& line,
                  std::size_t option, double y, double thickness);

// "C · Full roadmap, month 12: middle $297K, ..."
std::string note_of(const ChartInput& input, std::size_t option, const std::string& where,
                    const Statistics& at);
std::string stated_note_of(const ChartInput& input, std::size_t option, const StatedPoint& stated);

// The names of the options as labels left of the rows at `y`, on one line each: letter and name
// when all fit in `width`, else letters alone. Returns the width taken.
double option_labels(Picture& picture, const std::vector<NamedOption>& options,
                     const std::vector<double>& y, double width);

}  // namespace fulcrum::chart
