#include "ui/text.h"

#include <doctest/doctest.h>

namespace fulcrum {
namespace {

std::string line_text(const TextLine& line) {
    std::string text;
    for (const TextPiece& piece : line.pieces) text += piece.text;
    return text;
}

}  // namespace

TEST_CASE("a paragraph breaks at spaces and no line is wider than asked") {
    const Prose prose{{"Every figure is the median ", {}, false}, {"of all draws", {}, true}};
    for (const float width : {60.0F, 90.0F, 140.0F, 400.0F}) {
        const TextBlock text = set_text(prose, TypeSize::Body, width);
        std::string all;
        for (const TextLine& line : text.lines) {
            CHECK(line.width <= width);
            if (!all.empty()) all += " ";
            all += line_text(line);
        }
        CHECK(all == "Every figure is the median of all draws");
    }
}

TEST_CASE("a word wider than the line is broken between its letters") {
    const Prose prose{{"WWWWWWWWWWWWWWWWWWWW", {}, false}};
    const TextBlock text = set_text(prose, TypeSize::Body, 100);
    CHECK(text.lines.size() > 2);
    for (const TextLine& line : text.lines) CHECK(line.width <= 100.01F);
}

TEST_CASE("a no-break space and a thin space hold a figure and its unit together") {
    const Prose prose{{"about 72\u2009% and 40\u00a0months", {}, false}};
    const TextBlock text = set_text(prose, TypeSize::Body, 84);
    for (const TextLine& line : text.lines) {
        const std::string words = line_text(line);
        CHECK((words.find("72") == std::string::npos ||
               words.find("72\u2009%") != std::string::npos));
        CHECK((words.find("40") == std::string::npos ||
               words.find("40\u00a0months") != std::string::npos));
    }
}

TEST_CASE("a dash between no-break spaces holds a range together, another one may end a line") {
    const Prose range{{"−$451K (−628K\u00a0–\u00a0−313K)", {}, false}};
    const TextBlock text = set_text(range, TypeSize::Body, 150);
    REQUIRE(text.lines.size() == 2);
    CHECK(line_text(text.lines[0]) == "−$451K");
    CHECK(line_text(text.lines[1]) == "(−628K\u00a0–\u00a0−313K)");
    const Prose years{{"2026–2027", {}, false}};
    CHECK(set_text(years, TypeSize::Body, 60).lines.size() == 2);
}

TEST_CASE("a range too long for the line breaks at a space that holds it, not within a figure") {
    const Prose range{{"(538K\u00a0–\u00a01.14M)", {}, false}};
    const TextBlock text = set_text(range, TypeSize::Body, 84);
    REQUIRE(text.lines.size() == 2);
    CHECK(line_text(text.lines[1]) == "1.14M)");
}

TEST_CASE("runs with no space between them go to the next line together") {
    const Prose prose{
        {"Points: ", {}, false}, {"A", {}, true}, {"\u00a078\u00a0points", {}, false}};
    const float all = set_text(prose, TypeSize::Body, 1000).width();
    for (float width = 90; width < all; width += 7) {
        CAPTURE(width);
        const TextBlock text = set_text(prose, TypeSize::Body, width);
        REQUIRE(text.lines.size() == 2);
        CHECK(line_text(text.lines[0]) == "Points:");
        CHECK(line_text(text.lines[1]) == "A\u00a078\u00a0points");
        CHECK(text.lines[1].pieces.front().x == 0);
        CHECK(text.lines[1].width <= width);
    }
    const TextBlock narrow = set_text(prose, TypeSize::Body, 40);
    for (const TextLine& line : narrow.lines) CHECK(line.width <= 40.01F);
}

TEST_CASE("a line ends where the text says so") {
    const Prose prose{{"one\ntwo", {}, false}};
    const TextBlock text = set_text(prose, TypeSize::Body, 400);
    REQUIRE(text.lines.size() == 2);
    CHECK(line_text(text.lines[0]) == "one");
    CHECK(line_text(text.lines[1]) == "two");
}

TEST_CASE("no prose is no line") {
    CHECK(set_text({}, TypeSize::Body, 100).lines.empty());
    CHECK(set_text({}, TypeSize::Body, 100).height() == 0);
}

}  // namespace fulcrum
