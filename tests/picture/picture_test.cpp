#include "picture/picture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace fulcrum;

TEST_CASE("a scale maps its ends to its ends and back") {
    const Scale down{.from = -10, .to = 30, .start = 200, .end = 0};  // y grows downwards
    CHECK(down(-10) == 200);
    CHECK(down(30) == 0);
    CHECK(down(10) == 100);
    CHECK(down.value_at(100) == 10);
    CHECK(Scale{.from = 5, .to = 5, .start = 7, .end = 90}(5) == 7);
}

TEST_CASE("ticks are round numbers that cover the values") {
    CHECK(ticks(0, 300, 3) == std::vector<double>{0, 100, 200, 300});
    CHECK(ticks(-213.6, 296.9, 5) == std::vector<double>{-400, -200, 0, 200, 400});
    CHECK(ticks(0, 1, 5) == std::vector<double>{0, 0.2, 0.4, 0.6, 0.8, 1});
    CHECK(ticks(0.02, 0.051, 3) == std::vector<double>{0.02, 0.04, 0.06});
    CHECK(ticks(7, 7, 2).front() <= 7);
    CHECK(ticks(7, 7, 2).back() >= 7);
    CHECK(ticks(NAN, 1, 3).empty());
}

TEST_CASE("ticks hold zero whenever it lies inside, at every magnitude") {
    for (double size = 1e-9; size < 1e12; size *= 7.3)
        for (const double low : {-1.0, -0.37, -0.001}) {
            const auto marks = ticks(low * size, 0.83 * size, 5);
            CHECK(std::find(marks.begin(), marks.end(), 0.0) != marks.end());
            CHECK(marks.front() <= low * size);
            CHECK(marks.back() >= 0.83 * size * (1 - 1e-9));
            CHECK(marks.size() <= 9);
        }
}

TEST_CASE("the width of a text is the sum of its characters', and grows with its size") {
    CHECK(text_width("", 16) == 0);
    CHECK(text_width("ab", 16) == doctest::Approx(text_width("a", 16) + text_width("b", 16)));
    CHECK(text_width("Roadmap", 32) == doctest::Approx(2 * text_width("Roadmap", 16)));
    CHECK(text_width("W", 16, true) > 8);
    // Tabular figures: every digit is as wide as every other.
    for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"})
        CHECK(text_width(digit, 16) == text_width("0", 16));
    // The minus sign and thin space of figures are characters of the face, not boxes.
    CHECK(text_width("\u2212", 16) != text_width("\U000F0000", 16));
    CHECK(text_width("\u2009", 16) < text_width("0", 16));
}

TEST_CASE("wrapped lines hold every word and none is wider than asked, but a word alone") {
    const std::string text = "Four conflicting database model files risk data corruption";
    const auto lines = wrapped(text, 16, 120);
    CHECK(lines.size() > 2);
    std::string joined;
    for (const std::string& line : lines) {
        CHECK(text_width(line, 16) <= 120);
        joined += (joined.empty() ? "" : " ") + line;
    }
    CHECK(joined == text);
    CHECK(wrapped("Donaudampfschiff", 16, 20) == std::vector<std::string>{"Donaudampfschiff"});
    CHECK(wrapped("", 16, 20).empty());
}

TEST_CASE("neighbours are spread apart no further than they must be") {
    CHECK(spread_apart({}, 10, 0, 100).empty());
    CHECK(spread_apart({50, 20}, 10, 0, 100) == std::vector<double>{50, 20});
    CHECK(spread_apart({50, 50}, 10, 0, 100) == std::vector<double>{45, 55});
    CHECK(spread_apart({2, 1}, 10, 0, 100) == std::vector<double>{10, 0});  // held at the edge
    CHECK(spread_apart({95, 99}, 10, 0, 100) == std::vector<double>{90, 100});
    CHECK(spread_apart({1, 2, 3}, 10, 0, 10) == std::vector<double>{0, 5, 10});  // too short
    const auto three = spread_apart({10, 30, 12}, 15, 0, 100);
    CHECK(three[2] - three[0] == doctest::Approx(15));
    CHECK(three[1] - three[2] == doctest::Approx(15));
}

TEST_CASE("a label's box follows its alignment") {
    const Label left{.at = {100, 50}, .text = "C", .align = Align::Left, .size = 13};
    Label right = left, centre = left;
    right.align = Align::Right;
    centre.align = Align::Centre;
    CHECK(label_box(left).x == 100);
    CHECK(label_box(right).x + label_box(right).width == doctest::Approx(100));
    CHECK(label_box(centre).x + label_box(centre).width / 2 == doctest::Approx(100));
    CHECK(overlap(label_box(left), label_box(centre)));
    CHECK_FALSE(overlap(label_box(left), label_box(right)));
}
