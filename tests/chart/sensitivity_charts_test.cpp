// Charts of what a decision turns on: tornado, spider, map.
#include "chart/labels.h"
#include "chart/map.h"
#include "chart/tornado.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fulcrum;

namespace {

const std::vector<double> widths{288, 320, 390, 512, 680, 1024, 1400};
const NamedOption a{.index = 0, .letter = "A", .name = "Now"},
    b{.index = 1, .letter = "B", .name = "Rapid"};

// Each assumption moves the gap half as far as the one before; the second bends.
TornadoInput tornado(std::size_t bars) {
    TornadoInput input{.unit = "$K", .leader = a, .runner_up = b, .now = 50, .bars = {}};
    double reach = 120;
    for (std::size_t k = 0; k < bars; ++k, reach /= 2) {
        TornadoBar bar{.name = "Developer velocity after the clean-up, number " + std::to_string(k),
                       .unit = k % 2 == 0 ? "months" : "$K",
                       .points = {},
                       .flips = {}};
        for (int point = 0; point < 5; ++point) {
            const double share = point / 4.0;
            bar.points.push_back(
                {100 * share, 50 + reach * ((k == 1 ? share * share : share) - 0.5)});
        }
        if (k == 0) bar.flips.push_back({8.333, b});
        input.bars.push_back(std::move(bar));
    }
    return input;
}

// B leads below the line y = x, A above; columns from 0 to 1.
MapInput map() {
    MapInput input{.map = {.draws = 256,
                           .leader = 0,
                           .runner_up = 1,
                           .unit = "$K",
                           .x = {"x", 0, 1, 0.2, 0.8, 0.5},
                           .y = {"y", 0, 1, 0.2, 0.8, 0.7},
                           .levels = {0, 0.5, 1}},
                   .options = {a, b},
                   .x_name = "Share of users who notice an outage of the database @ B",
                   .y_name = "Time before velocity shows",
                   .x_unit = "%",
                   .y_unit = "months",
                   .x_now = 0.5,
                   .y_now = 0.7};
    for (int k = 1; k < 10; ++k) {
        const double x = k / 10.0;
        MapColumn column{.x = x, .edges = {x}, .leaders = {1, 0}, .gaps = {}};
        for (const double y : input.map.levels) column.gaps.emplace_back(100 * (y - x));
        input.map.columns.push_back(std::move(column));
    }
    return input;
}

std::size_t dots_of(const Picture& picture) {
    std::size_t dots = 0;
    for (const Mark& mark : picture.marks) dots += std::holds_alternative<Dot>(mark.form) ? 1 : 0;
    return dots;
}

}  // namespace

TEST_CASE("labels of tornado and spider keep clear of each other at every width") {
    for (const std::size_t bars : {0u, 1u, 5u, 30u})
        for (const double width : widths) {
            CAPTURE(bars);
            CAPTURE(width);
            CHECK(label_fault(tornado_chart(tornado(bars), {width, 300})) == "");
            CHECK(tornado_chart(tornado(bars), {width, 300}).size.width <= width);
            CHECK(label_fault(spider_chart(tornado(bars), {width, 300})) == "");
        }
}

TEST_CASE("a bar is in the leader's colour above zero and in the other's below, with its flip") {
    const Picture picture = tornado_chart(tornado(1), {680, 300});
    double below = 0, above = 0;
    for (const Mark& mark : picture.marks)
        if (const auto* bar = std::get_if<Bar>(&mark.form))
            (mark.ink.option == 1 ? below : above) += bar->box.width;
    // From -10 to 110: a twelfth below zero.
    CHECK(std::fabs(below / (below + above) - 1.0 / 12) < 1e-6);
    CHECK(dots_of(picture) == 1);  // a straight bar has none but its flip
    CHECK(dots_of(tornado_chart(tornado(2), {680, 300})) == 6);
}

TEST_CASE("what moves nothing stands at zero swing") {
    TornadoInput input = tornado(1);
    for (TornadoBar::Point& point : input.bars[0].points) point.gap = 50;
    input.bars[0].flips.clear();
    const Picture picture = tornado_chart(input, {680, 300});
    CHECK(label_fault(picture) == "");
    for (const Mark& mark : picture.marks) CHECK_FALSE(std::holds_alternative<Bar>(mark.form));
}

TEST_CASE("a map fills its plot with the leaders' areas, and its cross is where things stand") {
    for (const double width : widths) {
        CAPTURE(width);
        const Picture picture = map_chart(map(), {width, 320});
        double area = 0;
        bool crossed = false;
        for (const Mark& mark : picture.marks) {
            if (const auto* band = std::get_if<Band>(&mark.form))
                for (std::size_t p = 1; p < band->upper.size(); ++p)
                    area += (band->upper[p].x - band->upper[p - 1].x) *
                            (band->lower[p].y - band->upper[p].y + band->lower[p - 1].y -
                             band->upper[p - 1].y) /
                            2;
            if (const auto* dot = std::get_if<Dot>(&mark.form))
                crossed = std::fabs(picture.x.value_at(dot->centre.x) - 0.5) < 1e-9 &&
                          std::fabs(picture.y.value_at(dot->centre.y) - 0.7) < 1e-9;
        }
        CHECK(crossed);
        CHECK(std::fabs(area - 0.8 * picture.plot.width * picture.plot.height) < 1);
    }
}
