#include "page/page.h"
#include "page/text_table.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

TableCell cell(const std::string& text) {
    return {.text = prose(text)};
}

Table example() {
    return {
        .key = "t",
        .caption = "",
        .columns = {{.title = prose("Factor")},
                    {.title = prose("A")},
                    {.title = prose("B"), .align = Align::Right}},
        .rows = {{.key = "r", .cells = {cell("Cost"), cell("$33K"), cell("$91.5K")}},
                 {.key = "s", .cells = {cell("Outages"), cell("3"), cell("1")}, .total = true}}};
}

}  // namespace

TEST_CASE("a table is set in columns as wide as what they hold") {
    CHECK(table_lines(example(), 60) == std::vector<std::string>{
                                            "Factor   A          B",
                                            "-------  ----  ------",
                                            "Cost     $33K  $91.5K",
                                            "-------  ----  ------",
                                            "Outages  3          1",
                                        });
}

TEST_CASE("cells that do not fit are broken inside their column, and no line is too wide") {
    Table table = example();
    table.rows[0].cells[0] = cell("A very long name of a factor that nobody can shorten");
    table.rows[0].cells[1] = cell("Donaudampfschifffahrtsgesellschaftskapitaen");
    for (std::size_t width = 12; width < 90; ++width) {
        const auto lines = table_lines(table, width);
        for (const std::string& line : lines) CHECK(text_columns(line) <= width);
    }
}

TEST_CASE("a table without room for its columns becomes a list that names them") {
    const auto lines = table_lines(example(), 24);
    CHECK(lines.front() == "Cost");
    CHECK(lines[1] == "  A: $33K");
    CHECK(lines[2] == "  B: $91.5K");
}

TEST_CASE("breaking keeps every letter, at any width, of any script") {
    for (const std::string text :
         {"one two three", "Ünïcode — 決定 и решение ✓", "aaaaaaaaaaaaaaaaaaaaaaaa", ""})
        for (std::size_t width = 1; width < 30; ++width) {
            std::string joined, wanted;
            for (const std::string& line : broken(text, width)) {
                CHECK(text_columns(line) <= width);
                for (const char letter : line)
                    if (letter != ' ') joined += letter;
            }
            for (const char letter : text)
                if (letter != ' ') wanted += letter;
            CHECK(joined == wanted);
        }
}

TEST_CASE("a page as text: title, headings underlined, lists hanging, figures as sentences") {
    Page page{.id = "p", .title = "Compare", .blocks = {}};
    page.blocks.push_back({Paragraph{.text = prose("First words of the page.")}});
    page.blocks.push_back({Heading{.level = 2, .text = prose("For")}});
    page.blocks.push_back(
        {List{.entries = {prose("one thing that is long enough to be broken"), prose("two")},
              .numbered = false,
              .mark = "+"}});
    page.blocks.push_back({Figure{.key = "f",
                                  .sentence = {.text = prose("C leads.")},
                                  .description = "Dots.",
                                  .draw = nullptr}});
    CHECK(as_text(page, 30) ==
          "Compare\n=======\n\nFirst words of the page.\n\nFor\n---\n"
          "  + one thing that is long\n    enough to be broken\n  + two\n\nC leads.\n  Dots.\n");
}

TEST_CASE("an action is found by the key of its control, sub-keys too") {
    Slider slider{.key = "weeks@B"};
    slider.set = Edit{SetBase{"weeks@B", 0}};
    slider.set_low = Edit{SetEnd{"weeks@B", End::Low, 0}};
    slider.restore = Edit{Restore{"weeks@B", 3.0}};
    Screen screen;
    screen.assumptions.blocks.push_back(
        {Details{.key = "assumptions/time",
                 .title = {},
                 .open = true,
                 .action = LookChange{Fold{"x"}},
                 .blocks = {Block{Columns{.min_width = 1, .columns = {{Block{slider}}}}}}}});
    screen.bar.blocks.push_back(
        {ButtonRow{{Button{.key = "undo", .label = "Undo", .note = "", .action = Command::Undo}}}});
    screen.views.tabs.push_back(
        {.key = "views/money", .label = "Money", .action = LookChange{ShowView{"money"}}});

    CHECK(*find_action(screen, "weeks@B") == Action{Edit{SetBase{"weeks@B", 0}}});
    CHECK(*find_action(screen, "weeks@B/value") == Action{Edit{SetBase{"weeks@B", 0}}});
    CHECK(*find_action(screen, "weeks@B/low") == Action{Edit{SetEnd{"weeks@B", End::Low, 0}}});
    CHECK(*find_action(screen, "weeks@B/reset") == Action{Edit{Restore{"weeks@B", 3.0}}});
    CHECK(*find_action(screen, "assumptions/time") == Action{LookChange{Fold{"x"}}});
    CHECK(*find_action(screen, "undo") == Action{Command::Undo});
    CHECK(*find_action(screen, "views/money") == Action{LookChange{ShowView{"money"}}});
    CHECK(find_action(screen, "weeks@BC") == nullptr);
    CHECK(find_action(screen, "weeks@B/nothing") == nullptr);
    CHECK(find_action(screen, "") == nullptr);
}
