#include "chart/chart.h"

#include <array>

namespace fulcrum {

#define CHART(id) extern const Chart id##_chart;
#include "chart/charts.def"
#undef CHART

std::span<const Chart* const> charts() {
    static constexpr std::array all{
#define CHART(id) &id##_chart,
#include "chart/charts.def"
#undef CHART
    };
    return all;
}

const Chart* find_chart(std::string_view id) {
    for (const Chart* chart : charts())
        if (chart->id == id) return chart;
    return nullptr;
}

}  // namespace fulcrum
