#include "chart/tree_chart.h"

#include "chart/labels.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fulcrum;

namespace {

const std::vector<double> widths{240, 288, 300, 390, 512, 680, 1024, 1400};

// A node with so many branches, each with so many, and so on.
void grow(TreeChart& tree, std::size_t branches, std::size_t depth, const std::string& text) {
    tree.nodes.push_back({.shape = Shape::Square, .text = text, .strong = true});
    for (std::size_t level = 0, first = 0; level < depth; ++level) {
        const std::size_t last = tree.nodes.size();
        for (; first < last; ++first)
            for (std::size_t b = 0; b < branches; ++b) {
                tree.nodes[first].branches.push_back({.to = tree.nodes.size(),
                                                      .label = text,
                                                      .figures = "70 % · $12K",
                                                      .strong = b == 0,
                                                      .note = "a branch"});
                const bool is_end = level + 1 == depth;
                tree.nodes.push_back({.shape = is_end ? Shape::Triangle : Shape::Disc,
                                      .text = text,
                                      .value = is_end ? "$308K" : "",
                                      .option = is_end ? static_cast<int>(b) : -1,
                                      .note = "a node"});
            }
    }
}

TreeChart made(std::size_t branches, std::size_t depth, const std::string& text) {
    TreeChart tree;
    grow(tree, branches, depth, text);
    return tree;
}

const Dot& symbol(const Picture& picture, std::size_t which) {
    for (const Mark& mark : picture.marks)
        if (const auto* dot = std::get_if<Dot>(&mark.form); dot != nullptr && which-- == 0)
            return *dot;
    static const Dot none;
    return none;
}

}  // namespace

TEST_CASE("no label of a tree overlaps another or leaves the picture, at any width") {
    for (const std::string& text :
         {std::string("Yes"), std::string("Does the vendor hold its price until summer?"),
          std::string(300, 'W'),
          std::string("Вероятность 予測可能性予測可能性予測可能性予測可能性"), std::string()})
        for (const std::size_t branches : {1u, 2u, 5u})
            for (const std::size_t depth : {0u, 1u, 2u, 3u, 9u}) {
                if (branches > 1 && depth > 3) continue;
                const TreeChart tree = made(branches, depth, text);
                for (const double width : widths) {
                    CAPTURE(text);
                    CAPTURE(branches);
                    CAPTURE(depth);
                    CAPTURE(width);
                    const Picture picture = draw_tree(tree, {width, 200});
                    CHECK(label_fault(picture) == "");
                    CHECK(picture.size.width <= width);
                    CHECK(symbol(picture, 0).centre.x > 0);
                }
            }
}

TEST_CASE("branches of different length do not meet either") {
    TreeChart tree = made(3, 2, "Vendor");
    tree.nodes[2].branches.clear();  // an end beside nodes that go on
    tree.nodes[2].text = "An end with a text that reaches far to the right";
    tree.nodes[2].value = "$1.29M";
    for (const double width : widths) {
        CAPTURE(width);
        CHECK(label_fault(draw_tree(tree, {width, 200})) == "");
    }
}

TEST_CASE("where it is wide, what a node leads to stands right of it; where narrow, below") {
    const TreeChart tree = made(2, 1, "Yes");
    const Picture wide = draw_tree(tree, {1000, 200}), narrow = draw_tree(tree, {100, 200});
    CHECK(symbol(wide, 1).centre.x > symbol(wide, 0).centre.x + 40);
    CHECK(symbol(wide, 1).centre.y < symbol(wide, 0).centre.y);
    CHECK(symbol(wide, 2).centre.y > symbol(wide, 0).centre.y);
    CHECK(symbol(narrow, 1).centre.x > symbol(narrow, 0).centre.x);
    CHECK(symbol(narrow, 1).centre.y > symbol(narrow, 0).centre.y);
    CHECK(symbol(narrow, 2).centre.y > symbol(narrow, 1).centre.y);
}

TEST_CASE("the best way is drawn strong, and every mark says what it is") {
    for (const double width : {300.0, 1000.0}) {
        std::size_t strong = 0, weak = 0;
        for (const Mark& mark : draw_tree(made(2, 2, "Yes"), {width, 200}).marks)
            if (const auto* line = std::get_if<Line>(&mark.form)) {
                ++(line->width > 2 ? strong : weak);
                CHECK(mark.note == "a branch");
            }
        CHECK(strong == 3);
        CHECK(weak == 3);
    }
}
