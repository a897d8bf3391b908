#include "picture/svg.h"

#include "picture/palette.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace fulcrum {
namespace {

Picture picture_of(std::vector<Mark> marks) {
    return {.size = {300, 200}, .plot = {}, .x = {}, .y = {}, .marks = std::move(marks)};
}

std::string drawn(Mark mark) {
    return markup(svg(picture_of({std::move(mark)}), "a chart").children);
}

}  // namespace

TEST_CASE("every kind of mark is drawn where the picture has it") {
    CHECK(drawn({Bar{{10, 20, 30, 40}}, {Role::Option, 1}, ""}) ==
          "<rect class=\"o1\" x=\"10\" y=\"20\" width=\"30\" height=\"40\"></rect>\n");
    CHECK(drawn({Rule{{0, 5}, {300, 5}, 1, true}, {Role::Zero}, ""}) ==
          "<path class=\"l\" d=\"M0 5L300 5\" stroke-dasharray=\"4\"></path>\n");
    CHECK(drawn({Line{{{0, 0}, {1.25, 2.04}}}, {Role::Option, 7}, ""}) ==
          "<path class=\"o1 l\" d=\"M0 0L1.3 2\" stroke-width=\"2\"></path>\n");
    CHECK(drawn({Band{{{0, 0}, {9, 1}}, {{0, 5}, {9, 6}}}, {Role::Option, 0, 0.25}, ""}) ==
          "<path class=\"o0\" d=\"M0 0L9 1L9 6L0 5Z\" opacity=\"0.25\"></path>\n");
    CHECK(drawn({Dot{{7, 8}, 4}, {Role::Option, 2}, ""}) ==
          "<circle class=\"o2\" cx=\"7\" cy=\"8\" r=\"4\"></circle>\n");
    CHECK(drawn({Label{.at = {3, 4}, .text = "C", .align = Align::Right, .bold = true},
                 {Role::Quiet},
                 ""}) ==
          "<text class=\"q\" x=\"3\" y=\"4\" text-anchor=\"end\" font-weight=\"500\">C</text>\n");
}

TEST_CASE("a hollow dot hides what is below it") {
    const Element all =
        svg(picture_of({{Dot{{7, 8}, 4, Shape::Diamond, true}, {Role::Option, 0}, ""}}), "");
    REQUIRE(all.children.size() == 2);
    CHECK(all.children[0].attributes.front().second == "g");
    CHECK(all.children[1].attributes.front().second == "o0");
}

TEST_CASE("a note is the title of its mark, and text is text") {
    CHECK(drawn({Label{.at = {}, .text = "<b>"}, {Role::Text}, "a & b"}) ==
          "<text x=\"0\" y=\"0\">&lt;b&gt;<title>a &amp; b</title></text>\n");
}

TEST_CASE("a file of its own names the language of its marks and brings its colours") {
    const std::string file =
        svg_file(picture_of({{Bar{{0, 0, 1, 1}}, {Role::Option, 0}, ""}}), "chances");
    CHECK(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(file.find("aria-label=\"chances\" viewBox=\"0 0 300 200\"") != std::string::npos);
    CHECK(file.find(".o0{color:#0b5cad}") != std::string::npos);
}

TEST_CASE("the page's style gives the classes the colours of the canvas, light and dark") {
    std::ifstream file(FULCRUM_TESTS_DIR "/../web/style.css");
    std::string style(std::istreambuf_iterator<char>(file), {});
    std::erase(style, ' ');
    std::erase(style, ';');
    REQUIRE(!style.empty());
    for (const bool dark : {false, true}) {
        const std::string wanted = svg_style(dark);
        for (std::size_t option = 0; option < palette(dark).option.size(); ++option) {
            const std::size_t at = wanted.find(".o" + std::to_string(option));
            const std::string rule = wanted.substr(at, wanted.find('}', at) + 1 - at);
            CAPTURE(rule);
            CHECK(style.find(rule) != std::string::npos);
        }
        const std::size_t axis = wanted.find(".x");
        CHECK(style.find(wanted.substr(axis, wanted.find('}', axis) + 1 - axis)) !=
              std::string::npos);
    }
}

}  // namespace fulcrum
