#include "ui/sample_screen.h"

#include <cstddef>

namespace fulcrum {
namespace {

Prose one(std::string text, Ink ink = {}, bool bold = false) {
    return {{std::move(text), ink, bold}};
}

std::string letter(std::size_t option) {
    return std::string(1, static_cast<char>('A' + option));
}

Prose option_prose(std::size_t option, const std::string& name) {
    return {{letter(option) + " ", {Role::Option, static_cast<int>(option)}, true},
            {name, {}, false}};
}

Slider slider(const std::string& key, const std::string& label, double value, double low,
              double high) {
    Slider slider;
    slider.key = key;
    slider.label = label;
    slider.unit = "$/user/month";
    slider.value = value;
    slider.text = std::to_string(static_cast<int>(value));
    slider.from = 0;
    slider.to = 100;
    slider.low = low;
    slider.high = high;
    slider.reference = 50;
    slider.step = 1;
    slider.set_known = Edit{SetKnown{key, false}};
    slider.changed = value != 50;
    slider.was = "was 50";
    slider.range = "$40 – $60, every value alike";
    slider.explanation =
        "Stated by the document; the range is ours. Dragging moves 40 to 60 along with it, never "
        "below 0.";
    return slider;
}

Page bar() {
    Page page{.id = "bar", .title = "Bar", .blocks = {}};
    page.blocks.push_back({Heading{1, one("Phase 0 Decision Matrix")}});
    page.blocks.push_back(
        {Paragraph{one("3 assumptions changed", {Role::Quiet}), Weight::Small, ""}});
    ButtonRow row;
    row.buttons.push_back(
        {"undo", "Undo", "Takes the last change back", Command::Undo, true, false});
    row.buttons.push_back({"redo", "Redo", "", Command::Redo, false, false});
    row.buttons.push_back({"copy_link", "Copy link", "", Command::CopyLink, true, false});
    row.buttons.push_back({"save_page", "Save page", "", Command::SavePage, true, true});
    page.blocks.push_back({row});
    return page;
}

Page verdict() {
    Page page{.id = "verdict", .title = "Verdict", .blocks = {}};
    page.blocks.push_back(
        {Paragraph{{{"C · Full roadmap", {Role::Option, 2}, true},
                    {" leads: best in 72 % of draws from these ranges, by $49K over ", {}, false},
                    {"B", {Role::Option, 1}, true},
                    {" in the middle.", {}, false}},
                   Weight::Lead,
                   "Counted over 16,384 draws"}});
    page.blocks.push_back({Paragraph{one("The score agrees: C 83 of 100."), Weight::Body, ""}});
    return page;
}

Page assumptions() {
    Page page{.id = "assumptions", .title = "Assumptions", .blocks = {}};
    page.blocks.push_back({Heading{2, one("Assumptions")}});
    Details revenue{"topic/revenue", one("Revenue and users"), true, {}, {}};
    revenue.blocks.push_back({slider("price", "Revenue per user", 50, 40, 60)});
    revenue.blocks.push_back(
        {slider("churn", "Users that an outage drives away, of all who notice it", 71, 61, 81)});
    Slider known = slider("cost", "Cost of a new user", 50, 40, 60);
    known.known = true;
    known.range = "known: the same in every draw";
    revenue.blocks.push_back({known});
    page.blocks.push_back({revenue});
    Details delivery{"topic/delivery", one("Delivery"), true, {}, {}};
    for (std::size_t o = 0; o < 3; ++o) {
        Slider weeks = slider("weeks@" + letter(o), "Weeks until launch",
                              20 + 20.0 * static_cast<double>(o), 20, 80);
        weeks.option = letter(o);
        weeks.option_index = static_cast<int>(o);
        weeks.unit = "weeks";
        delivery.blocks.push_back({weeks});
    }
    page.blocks.push_back({delivery});
    page.blocks.push_back({Details{"topic/closed", one("Costs"), false, {}, {}}});
    page.blocks.push_back(
        {Toggle{"equal", "All factors weigh the same", true, "Most factors repeat quality", {}}});
    return page;
}

Table table(std::size_t options) {
    Table table{.key = "factors",
                .caption = "Median of 16,384 draws; the document's words beside it",
                .columns = {},
                .rows = {}};
    table.columns.push_back({one("Factor"), Align::Left, 1.4, 96});
    for (std::size_t o = 0; o < options; ++o)
        table.columns.push_back({option_prose(o, "Option"), Align::Right, 1, 80});
    const auto add = [&](const std::string& name, const std::string& figure, bool total,
                         bool heading) {
        TableRow row{.key = name,
                     .cells = {{one(name), "What this is", ""}},
                     .total = total,
                     .heading = heading};
        for (std::size_t o = 0; !heading && o < options; ++o)
            row.cells.push_back({one(figure), "$" + figure + " exactly", o == 1 ? "+12K" : ""});
        table.rows.push_back(row);
    };
    add("Money", "", false, true);
    add("Upfront cost", "$33K", false, false);
    add("Emergency fixes and everything else that nobody thought of", "$92.5K", false, false);
    add("Total", "$1.29M", true, false);
    add("Quality", "", false, true);
    add("Code quality", "Excellent", false, false);
    return table;
}

Picture picture(Size size) {
    Picture picture{.size = size,
                    .plot = {40, 8, size.width - 80, size.height - 40},
                    .x = {},
                    .y = {},
                    .marks = {}};
    const double bottom = size.height - 32, right = size.width - 40;
    picture.marks.push_back({Rule{{40, bottom}, {right, bottom}, 1, false}, {Role::Axis}, ""});
    picture.marks.push_back(
        {Rule{{40, bottom / 2}, {right, bottom / 2}, 1, true}, {Role::Zero}, ""});
    for (int o = 0; o < 3; ++o) {
        const double y = bottom - 30.0 * (o + 1);
        picture.marks.push_back({Band{{{40, y - 20}, {right, y - 50}}, {{40, y + 10}, {right, y}}},
                                 {Role::Option, o, 0.18},
                                 ""});
        picture.marks.push_back(
            {Line{{{40, y}, {size.width / 2, y - 15}, {right, y - 25}}, 2}, {Role::Option, o}, ""});
        picture.marks.push_back(
            {Dot{{right, y - 25}, 4, static_cast<Shape>(o), o == 1}, {Role::Option, o}, "exact"});
        picture.marks.push_back(
            {Label{{right + 8, y - 21}, letter(static_cast<std::size_t>(o)), Align::Left, 13, true},
             {Role::Option, o},
             ""});
    }
    picture.marks.push_back({Dot{{80, 40}, 5, Shape::Diamond, true}, {Role::Text}, "stated"});
    picture.marks.push_back({Dot{{100, 40}, 5, Shape::Cross, false}, {Role::Text}, "stated"});
    picture.marks.push_back({Bar{{120, 30, 60, 16}}, {Role::Accent, 0, 0.5}, "bar"});
    picture.marks.push_back({Rule{{120, 60}, {180, 90}, 1, true}, {Role::Quiet}, "slanted"});
    picture.marks.push_back(
        {Label{{40, size.height - 12}, "0", Align::Centre, 13, false}, {Role::Quiet}, ""});
    return picture;
}

Page view(std::size_t options) {
    Page page{.id = "compare", .title = "Compare", .blocks = {}};
    page.blocks.push_back({Heading{2, one("What each option gives")}});
    page.blocks.push_back({Paragraph{
        one("Every figure is the median of the draws, with the range from the 5th to the 95th of "
            "100 draws beside it. A long paragraph wraps at a measure that can be read."),
        Weight::Body, ""}});
    page.blocks.push_back({table(options)});
    page.blocks.push_back(
        {Figure{"chart",
                {.text = one("C gains most after month 6."), .weight = Weight::Caption},
                "Three lines",
                0.4,
                160,
                320,
                picture}});
    Columns columns;
    for (std::size_t o = 0; o < options; ++o) {
        Blocks blocks;
        blocks.push_back({Heading{3, option_prose(o, "Deploy immediately")}});
        blocks.push_back(
            {List{{one("Fastest time to market"),
                   one("No additional engineering cost, and a longer line that wraps around")},
                  false,
                  "+"}});
        blocks.push_back(
            {List{{one("4 conflicting database model files risk data corruption")}, false, "−"}});
        blocks.push_back({List{{one("First"), one("Second")}, true, ""}});
        blocks.push_back({List{
            {one("A dot"), one("Averyveryverylongwordthatneverendsandhastobebrokensomewhere")},
            false,
            ""}});
        columns.columns.push_back(blocks);
    }
    page.blocks.push_back({columns});
    page.blocks.push_back(
        {ButtonRow{{{"restore", "Restore all", "", Command::RestoreAll, true, false}}}});
    page.blocks.push_back(
        {Tabs{"inner", {{"inner/a", "First", {}}, {"inner/b", "Second", {}}}, 1}});
    page.blocks.push_back({Paragraph{one("%s %n ## ### Ελλάδα Київ 東京 🚀"), Weight::Small, "%s"}});
    return page;
}

void collect(const Blocks& blocks, std::vector<std::string>& keys) {
    for (const Block& block : blocks) {
        if (const auto* found = std::get_if<Slider>(&block.form)) keys.push_back(found->key);
        if (const auto* details = std::get_if<Details>(&block.form))
            if (details->open) collect(details->blocks, keys);
        if (const auto* columns = std::get_if<Columns>(&block.form))
            for (const Blocks& column : columns->columns) collect(column, keys);
    }
}

}  // namespace

Screen sample_screen(std::size_t options) {
    Tabs views{"views",
               {{"views/compare", "Compare", {}},
                {"views/money", "Money", {}},
                {"views/risk", "Risk", {}}},
               0};
    return {bar(), verdict(), assumptions(), views, view(options)};
}

std::vector<std::string> slider_keys(const Screen& screen) {
    std::vector<std::string> keys;
    collect(screen.assumptions.blocks, keys);
    collect(screen.view.blocks, keys);
    return keys;
}

}  // namespace fulcrum
