#include "base/figure.h"
#include "chart/chart.h"
#include "chart/labels.h"
#include "chart/parts.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace fulcrum;

namespace {

const std::vector<double> widths{288, 320, 390, 512, 680, 1024, 1400};

Statistics around(double middle, double spread) {
    return {.mean = middle + spread / 10,
            .p5 = middle - spread,
            .p25 = middle - spread / 2,
            .p50 = middle,
            .p75 = middle + spread / 2,
            .p95 = middle + spread};
}

// `where` places option o on line l at a month.
template <class Where>
ChartInput made(std::size_t options, std::size_t lines, std::size_t months, Where where) {
    ChartInput input{.unit = "$K", .options = {}, .lines = {}, .draws = 16384};
    for (std::size_t o = 0; o < options; ++o)
        input.options.push_back({.index = static_cast<int>(o),
                                 .letter = std::string(1, static_cast<char>('A' + o)),
                                 .name = o % 2 == 0 ? "Full roadmap" : "Rapid"});
    for (std::size_t l = 0; l < lines; ++l) {
        ChartLine line{.name = "Schedule predictability " + std::to_string(l),
                       .total = l + 1 == lines,
                       .cells = {}};
        for (std::size_t o = 0; o < options; ++o) {
            ChartCell cell;
            for (std::size_t m = 0; m <= months; ++m) cell.at.push_back(where(o, l, m));
            cell.stated.push_back({.month = months, .value = cell.at.back()->p50, .note = "said"});
            line.cells.push_back(cell);
        }
        input.lines.push_back(line);
    }
    return input;
}

void check_all_charts(const ChartInput& input) {
    for (const Chart* chart : charts())
        for (const double width : widths) {
            const Picture picture = chart->draw(input, {width, 200});
            CAPTURE(chart->id);
            CAPTURE(width);
            CAPTURE(input.options.size());
            CHECK(label_fault(picture) == "");
            CHECK(picture.size.width <= width);
        }
}

const Dot* first_dot(const Picture& picture, int option, bool hollow) {
    for (const Mark& mark : picture.marks)
        if (const auto* dot = std::get_if<Dot>(&mark.form))
            if (mark.ink.option == option && dot->hollow == hollow) return dot;
    return nullptr;
}

}  // namespace

TEST_CASE("every chart can be found by its id, and ids are unique") {
    std::set<std::string_view> ids;
    for (const Chart* chart : charts()) {
        CHECK(find_chart(chart->id) == chart);
        CHECK(ids.insert(chart->id).second);
    }
    CHECK(find_chart("pie") == nullptr);
}

TEST_CASE("the check of labels finds what overlaps and what leaves the picture") {
    Picture picture;
    picture.size = {100, 40};
    const Label label{.at = {10, 20}, .text = "C $297K"};
    picture.marks.push_back({label, {}, ""});
    CHECK(label_fault(picture) == "");
    Label near = label;
    near.at.y += 8;
    picture.marks.push_back({near, {}, ""});
    CHECK(label_fault(picture) == "'C $297K' and 'C $297K' overlap");
    picture.marks.resize(1);
    picture.size.width = 30;
    CHECK(label_fault(picture) == "'C $297K' leaves the picture");
}

TEST_CASE("no chart's labels overlap or leave the picture, for 1 to 8 options") {
    for (std::size_t options = 1; options <= 8; ++options) {
        const auto apart = [&](std::size_t o, std::size_t l, std::size_t m) {
            return around(100.0 * static_cast<double>(o) - 150 + static_cast<double>(l),
                          static_cast<double>(m + 1));
        };
        check_all_charts(made(options, 6, 12, apart));
        const auto heaped = [](std::size_t, std::size_t, std::size_t) { return around(40, 0.1); };
        check_all_charts(made(options, 3, 12, heaped));
        const auto negative = [](std::size_t o, std::size_t, std::size_t m) {
            return around(-1e6 * static_cast<double>(o * m), 5e5);
        };
        check_all_charts(made(options, 2, 36, negative));
        const auto nothing = [](std::size_t, std::size_t, std::size_t) { return around(0, 0); };
        check_all_charts(made(options, 1, 1, nothing));
    }
}

TEST_CASE("very long and foreign names neither overlap nor leave the picture") {
    const auto where = [](std::size_t o, std::size_t, std::size_t) {
        return around(static_cast<double>(o), 1);
    };
    ChartInput input = made(4, 3, 12, where);
    input.options[0].name = std::string(300, 'W');
    input.options[1].name = "Ünïcode — 決定 и решение ✓ with a long tail of words after it all";
    input.lines[0].name = "A name of very many words that goes on and on until the line is full";
    input.lines[1].name = "Вероятность 予測可能性";
    check_all_charts(input);
}

TEST_CASE("an option without values leaves its place and the others stay") {
    const auto where = [](std::size_t o, std::size_t, std::size_t m) {
        return around(static_cast<double>(o * m), 1);
    };
    ChartInput input = made(3, 2, 12, where);
    for (ChartLine& line : input.lines)
        for (auto& at : line.cells[1].at) at.reset();
    check_all_charts(input);
    CHECK(first_dot(find_chart("ranges")->draw(input, {600, 200}), 1, false) == nullptr);
    CHECK(first_dot(find_chart("ranges")->draw(input, {600, 200}), 2, false) != nullptr);
}

TEST_CASE("ranges: the middle's dot and the stated diamond stand where the axis says") {
    const auto where = [](std::size_t o, std::size_t, std::size_t) {
        return around(100 * (static_cast<double>(o) + 1), 50);
    };
    ChartInput input = made(2, 1, 0, where);
    input.lines[0].cells[1].stated[0].value = 180;
    const Picture picture = find_chart("ranges")->draw(input, {700, 200});
    CHECK(picture.x.value_at(first_dot(picture, 1, false)->centre.x) == doctest::Approx(200));
    CHECK(picture.x.value_at(first_dot(picture, 1, true)->centre.x) == doctest::Approx(180));
    CHECK(picture.x.from <= 0);  // the zero line always
    bool zero = false;
    for (const Mark& mark : picture.marks) zero = zero || mark.ink.role == Role::Zero;
    CHECK(zero);
}

TEST_CASE("series: the line ends at its last month's middle and carries letter and figure") {
    const auto where = [](std::size_t o, std::size_t, std::size_t m) {
        return around((o == 0 ? -20.0 : 25.0) * static_cast<double>(m), 10);
    };
    const ChartInput input = made(2, 1, 12, where);
    const Picture picture = find_chart("series")->draw(input, {900, 400});
    std::size_t lines = 0;
    for (const Mark& mark : picture.marks)
        if (const auto* line = std::get_if<Line>(&mark.form)) {
            ++lines;
            const double last = mark.ink.option == 0 ? -240 : 300;
            CHECK(picture.x.value_at(line->points.back().x) == doctest::Approx(12));
            CHECK(picture.y.value_at(line->points.back().y) == doctest::Approx(last));
        }
    CHECK(lines == 2);
    std::vector<std::string> texts;
    for (const Label& label : labels_of(picture)) texts.push_back(label.text);
    CHECK(std::find(texts.begin(), texts.end(), "B " + figure(300, "$K")) != texts.end());
    CHECK(std::find(texts.begin(), texts.end(), "A " + figure(-240, "$K")) != texts.end());
}

TEST_CASE("share: bars are as long as the share of the whole width") {
    const auto where = [](std::size_t o, std::size_t, std::size_t) {
        return around(o == 0 ? 0.25 : 0.75, 0);
    };
    const ChartInput input = made(2, 1, 0, where);
    const Picture picture = find_chart("share")->draw(input, {600, 200});
    for (const Mark& mark : picture.marks)
        if (const auto* bar = std::get_if<Bar>(&mark.form))
            CHECK(bar->box.width ==
                  doctest::Approx(picture.plot.width * (mark.ink.option == 0 ? 0.25 : 0.75)));
}

TEST_CASE("levels: every option has a mark and its letter on every line") {
    const auto where = [](std::size_t, std::size_t l, std::size_t) {
        return around(10.0 * static_cast<double>(l), 0);  // all options alike
    };
    const ChartInput input = made(5, 4, 0, where);
    for (const double width : widths) {
        const Picture picture = find_chart("levels")->draw(input, {width, 200});
        std::size_t letters = 0, dots = 0;
        for (const Mark& mark : picture.marks) {
            const auto* dot = std::get_if<Dot>(&mark.form);
            if (dot != nullptr && !dot->hollow) ++dots;
            const auto* label = std::get_if<Label>(&mark.form);
            if (label != nullptr && label->text.size() == 1 && mark.ink.role == Role::Option)
                ++letters;
        }
        CHECK(letters == 20);
        CHECK(dots == 20);
    }
}

TEST_CASE("every mark of an option but lines, bands and end labels says its exact values") {
    const auto where = [](std::size_t o, std::size_t l, std::size_t m) {
        return around(static_cast<double>(o + l + m), 0.5);
    };
    const ChartInput input = made(3, 2, 4, where);
    for (const Chart* chart : charts())
        for (const Mark& mark : chart->draw(input, {640, 240}).marks)
            if (std::holds_alternative<Dot>(mark.form) || std::holds_alternative<Bar>(mark.form))
                CHECK_FALSE(mark.note.empty());
}

TEST_CASE("the unit stands once on an axis, at the value farthest from zero") {
    const auto texts = chart::tick_texts({-100, 0, 100, 200}, "$K");
    CHECK(texts.back() == figure(200, "$K"));
    CHECK(texts[1] == bare_figure(0, "$K"));
    CHECK(texts.front() == bare_figure(-100, "$K"));
    CHECK(chart::tick_texts({-200, -100, 0}, "$K").front() == figure(-200, "$K"));
}
