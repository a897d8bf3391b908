#include "form/form.h"

#include "form/controls.h"
#include "model/document_json.h"
#include "page/example.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

using namespace fulcrum;

namespace {

// All text, as a browser's textContent, with thin spaces as pages have them.
void add_text(std::string& all, const Element& element) {
    all += element.text;
    for (const Element& child : element.children) add_text(all, child);
    constexpr std::array<std::string_view, 4> is_inline{"", "b", "i", "button"};
    if (std::find(is_inline.begin(), is_inline.end(), element.tag) == is_inline.end()) all += "\n";
}
std::string text_of(const Element& element) {
    std::string all;
    add_text(all, element);
    constexpr std::string_view narrow = "\u202f", thin = "\u2009";
    for (std::size_t at = 0; (at = all.find(narrow, at)) != std::string::npos;)
        all.replace(at, narrow.size(), thin);
    return all;
}

template <class Visit>
void each(const Element& element, const Visit& visit) {
    visit(element);
    for (const Element& child : element.children) each(child, visit);
}

std::string attribute(const Element& element, std::string_view name) {
    for (const auto& [own, value] : element.attributes)
        if (own == name) return value;
    return {};
}

void check_says(const std::string& text, const std::string& what) {
    CAPTURE(what);
    CHECK(text.find(what) != std::string::npos);
}

// Every word and figure of the blocks stands in the text.
void check_says_all(const std::string& text, const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.form))
            check_says(text, plain(heading->text));
        if (const auto* paragraph = std::get_if<Paragraph>(&block.form))
            check_says(text, plain(paragraph->text));
        if (const auto* list = std::get_if<List>(&block.form))
            for (const Prose& entry : list->entries) check_says(text, plain(entry));
        if (const auto* table = std::get_if<Table>(&block.form)) {
            check_says(text, table->caption);
            for (const TableColumn& column : table->columns) check_says(text, plain(column.title));
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells) check_says(text, plain(cell.text));
        }
        if (const auto* slider = std::get_if<Slider>(&block.form)) {
            check_says(text, slider->label);
            check_says(text, slider->text);
            check_says(text, slider->range);
        }
        if (const auto* figure = std::get_if<Figure>(&block.form))
            check_says(text, plain(figure->sentence.text));
        if (const auto* details = std::get_if<Details>(&block.form)) {
            check_says(text, plain(details->title));
            check_says_all(text, details->blocks);
        }
        if (const auto* columns = std::get_if<Columns>(&block.form))
            for (const Blocks& column : columns->columns) check_says_all(text, column);
    }
}

Session session_of(const std::string& asset) {
    std::ifstream file(std::string(FULCRUM_ASSETS_DIR "/") + asset + ".json");
    const std::string json(std::istreambuf_iterator<char>(file), {});
    const auto read = read_document(json);
    REQUIRE(read.diagnostics.empty());
    return opened(read.document);
}

std::vector<Page> pages_of(Session& session) {
    std::vector<Page> pages{verdict(session), assumptions(session)};
    for (const View& view : views()) {
        session.show(shown_by(view, session));
        session.settle();
        pages.push_back(view.page(session));
    }
    return pages;
}

std::size_t columns_in(const Element& row) {
    std::size_t columns = 0;
    for (const Element& cell : row.children) {
        const std::string span = attribute(cell, "colspan");
        columns += span.empty() ? 1 : static_cast<std::size_t>(std::stoul(span));
    }
    return columns;
}

Element form_with(Block block) {
    Page page{.id = "p", .title = "P", .blocks = {}};
    page.blocks.push_back(std::move(block));
    return form_of(page, "p");
}

}  // namespace

TEST_CASE("the form says every word and figure of the pages") {
    for (const char* asset : {"phase0", "office_crm"}) {
        Session session = session_of(asset);
        for (const Page& page : pages_of(session)) {
            CAPTURE(page.id);
            check_says_all(text_of(form_of(page, page.id)), page.blocks);
        }
    }
}

TEST_CASE("headings of the form begin at 2 and go down by one level at a time") {
    Session session = session_of("phase0");
    for (const Page& page : pages_of(session)) {
        CAPTURE(page.id);
        int level = 1;
        each(form_of(page, page.id), [&](const Element& element) {
            if (element.tag.size() != 2 || element.tag[0] != 'h') return;
            const int own = element.tag[1] - '0';
            CAPTURE(element.text);
            CHECK(own >= 2);
            CHECK(own <= level + 1);
            level = own;
        });
    }
}

TEST_CASE("tables of the form are as wide in every row, and name their rows and columns") {
    Session session = session_of("phase0");
    for (const Page& page : pages_of(session))
        each(form_of(page, page.id), [&](const Element& table) {
            if (table.tag != "table") return;
            std::size_t columns = 0;
            each(table, [&](const Element& row) {
                if (row.tag != "tr") return;
                if (columns == 0) columns = columns_in(row);
                CHECK(columns_in(row) == columns);
                for (const Element& cell : row.children)
                    if (cell.tag == "th") CHECK_FALSE(attribute(cell, "scope").empty());
            });
            CHECK(columns > 1);
        });
}

TEST_CASE("a change since the grab stands beside its figure, a folded list is read whole") {
    Table table{.key = "t", .caption = "C", .columns = {{prose("R")}, {prose("A")}}, .rows = {}};
    table.rows.push_back({.key = "r", .cells = {{prose("Net")}, {prose("$5"), "", "+1"}}});
    check_says(text_of(form_with({table})), "$5 (+1)");
    Details details{.key = "d", .title = prose("More"), .open = false, .action = {}, .blocks = {}};
    details.blocks.push_back({Paragraph{.text = prose("Inside")}});
    check_says(text_of(form_with({std::move(details)})), "Inside");
}

TEST_CASE("what is of an earlier document says that it is busy") {
    Page page{.id = "view", .title = "View", .blocks = {{Paragraph{prose("one")}}}};
    page.blocks.push_back({Paragraph{prose("two")}, true});
    std::string found;
    each(form_of(page, "view"), [&](const Element& element) {
        if (element.tag == "p") found += element.text + attribute(element, "aria-busy") + ".";
    });
    CHECK(found == "one.twotrue.");
}

TEST_CASE("a section is named by its heading") {
    const Element section = form_with({Paragraph{.text = prose("x")}});
    CHECK(section.tag == "section");
    CHECK(attribute(section, "id") == "p");
    CHECK(attribute(section.children.at(0), "id") == attribute(section, "aria-labelledby"));
    CHECK(section.children.at(0) == Element{"h2", "P", {{"id", "p-title"}}});
}

TEST_CASE("text of a decision never becomes markup") {
    const std::string html =
        markup({form_with({Paragraph{.text = prose("</p><script>a&b</script> \"'")}})});
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<p>&lt;/p&gt;&lt;script&gt;a&amp;b&lt;/script&gt; &quot;'") !=
          std::string::npos);
}

TEST_CASE("live controls carry the keys of the page, each once, and a name") {
    Session session = session_of("phase0");
    const Screen all = screen(session);
    std::set<std::string> keys;
    std::size_t fields = 0;
    for (const Element& element : form_of(all, "").elements)
        each(element, [&](const Element& control) {
            const std::string key = attribute(control, key_attribute);
            if (key.empty()) return;
            CAPTURE(key);
            CHECK(keys.insert(key).second);
            // An explanation is folded by its reader alone.
            if (control.tag != "details" || !key.ends_with("/explain"))
                CHECK(find_action(all, key) != nullptr);
            if (control.tag != "input" || attribute(control, "type") == "checkbox") return;
            ++fields;
            CHECK_FALSE(attribute(control, "aria-label").empty());
        });
    CHECK(fields > 50);
}

TEST_CASE("a figure is its sentence, and where there is room its picture with a name") {
    Session session = session_of("phase0");
    const Page page = screen(session).view;
    std::size_t pictures = 0;
    each(form_of(page, "x", {Controls::Held, 500}), [&](const Element& element) {
        if (element.tag != "svg") return;
        ++pictures;
        CHECK_FALSE(attribute(element, "aria-label").empty());
        CHECK(attribute(element, "width") == "500");
        CHECK_FALSE(element.children.empty());
    });
    CHECK(pictures > 0);
    each(form_of(page, "x"), [](const Element& element) { CHECK(element.tag != "svg"); });
}

TEST_CASE("notes describe cells and paragraphs where they can be read") {
    const Table table{.key = "t",
                      .caption = "",
                      .columns = {{prose("a")}, {prose("b")}},
                      .rows = {{"r", {{prose("Net")}, {prose("$49K"), "Middle $49,112"}}}}};
    const Page page{
        .id = "p", .title = "", .blocks = {{table}, {Paragraph{prose("x"), {}, "why"}}}};
    std::vector<std::string> notes;
    each(form_of(page, "p", {Controls::Live}), [&](const Element& element) {
        if (!attribute(element, "title").empty()) notes.push_back(attribute(element, "title"));
    });
    CHECK(notes == std::vector<std::string>{"Middle $49,112", "why"});
}

TEST_CASE("a figure that can be asked is a button in its cell, live alone, and reads as before") {
    const Prose spread{{"$49K", {}, true}, {" (30K – 60K)", {Role::Quiet}, false}};
    Table table{.key = "t", .columns = {{prose("a")}, {prose("b")}}};
    table.rows.push_back({"t/net", {{prose("Net")}, {spread, "Middle"}}});
    TableCell& cell = table.rows[0].cells[1];
    cell.inquiry.key = "t/net/b";
    cell.inquiry.is_open = true;
    const Page page{.id = "p", .title = "", .blocks = {{table}}};
    std::size_t buttons = 0;
    const Element live = form_of(page, "p", {Controls::Live});
    each(live, [&](const Element& element) {
        if (element.tag != "button") return;
        ++buttons;
        CHECK(attribute(element, key_attribute) == "t/net/b");
        CHECK(attribute(element, "aria-expanded") == "true");
        CHECK(text_of(element) == "$49K");
    });
    CHECK(buttons == 1);
    check_says(text_of(live), " (30K – 60K)");
    each(form_of(page, "p"), [](const Element& element) { CHECK(element.tag != "button"); });
}

TEST_CASE("a sentence that can be asked has a button behind it, live alone") {
    Paragraph paragraph{.text = prose("It is $49K.")};
    paragraph.inquiry = {.key = "p/from/0", .label = "Where from?"};
    const Page page{.id = "p", .title = "", .blocks = {{paragraph}}};
    const Element live = form_of(page, "p", {Controls::Live});
    check_says(text_of(live), "It is $49K. Where from?");
    CHECK(text_of(form_of(page, "p")).find("Where from?") == std::string::npos);
    std::size_t buttons = 0;
    each(live, [&](const Element& element) {
        buttons += element.tag == "button" && attribute(element, key_attribute) == "p/from/0";
    });
    CHECK(buttons == 1);
}

TEST_CASE("with a trace open the form says all of it, headings and tables being as everywhere") {
    Session session = session_of("phase0");
    session.show(shown_by(*find_view("compare"), session));
    const Action open =
        LookChange{ShowTrace{"compare/headline/expected/B", {{"net_12", "B"}, {"cost", "B"}}}};
    REQUIRE_FALSE(session.input(open, Phase::Commit, true));
    const Screen all = screen(session);
    REQUIRE(find_action(all, "trace/back") != nullptr);
    const Element made = form_of(all.view, "compare", {Controls::Live});
    check_says_all(text_of(made), all.view.blocks);
    int level = 1;
    each(made, [&](const Element& element) {
        const std::string key = attribute(element, key_attribute);
        if (!key.empty()) CHECK(find_action(all, key) != nullptr);
        if (element.tag.size() != 2 || element.tag[0] != 'h') return;
        CHECK(element.tag[1] - '0' <= level + 1);
        level = element.tag[1] - '0';
    });
}

TEST_CASE("a form made in parts has more assumptions with each part, and ends as the whole") {
    Session session = session_of("phase0");
    const Screen all = screen(session);
    const ScreenForm whole = form_of(all, "");
    CHECK(whole.is_whole);
    std::size_t before = 0;
    for (std::size_t room = 1;; ++room) {
        REQUIRE(room < 200);
        const ScreenForm part = form_of(all, "", 0, room);
        std::size_t sliders = 0;
        for (const Element& element : part.elements)
            each(element,
                 [&](const Element& each) { sliders += attribute(each, "class") == "slider"; });
        CHECK(sliders >= before);
        before = sliders;
        if (!part.is_whole) continue;
        CHECK(part.elements == whole.elements);
        break;
    }
    CHECK(before > 20);
}

TEST_CASE("every table of every page has a caption: its own, or the heading above it") {
    Session session = session_of("phase0");
    std::size_t tables = 0;
    for (const View& view : views()) {
        session.show(shown_by(view, session));
        session.settle();
        each(form_of(view.page(session), "x"), [&](const Element& element) {
            if (element.tag != "table") return;
            ++tables;
            REQUIRE(element.children.front().tag == "caption");
            CHECK_FALSE(element.children.front().text.empty());
        });
    }
    CHECK(tables > 10);
}

TEST_CASE("a live slider holds the value as it is, not as it is shown") {
    Slider slider{
        .key = "price", .label = "Price", .unit = "$", .value = 49.123456, .text = "49.1"};
    slider.from = 0;
    slider.to = 100;
    const Element made = control_of(slider);
    const Element& range = made.children.at(1);
    CHECK(attribute(range, "value") == "49.123456");
    CHECK(attribute(range, "step") == "any");
    CHECK(attribute(range, "aria-valuetext") == "49.1 $");
    CHECK(attribute(made.children.at(2), "value") == "49.1");
}

TEST_CASE(
    "what is quiet beside what is not stands apart; a paragraph that is quiet as a whole does "
    "not") {
    const Run loud{"It flips", {}}, quiet{" as before", {.role = Role::Quiet}};
    std::vector<Element> found;
    const Page page{.id = "p",
                    .title = "P",
                    .blocks = {{Paragraph{{loud, quiet}}}, {Paragraph{{quiet, quiet}}}}};
    each(form_of(page, "p"), [&](const Element& element) {
        if (element.tag == "i") found.push_back(element);
    });
    REQUIRE(found.size() == 1);
    CHECK(found.front().text == " as before");
}

TEST_CASE("a slider that nothing can be pinned by has neither a box for it nor a button back") {
    Slider slider{.key = "rules/optimism", .label = "Optimism", .value = 0.5, .text = "50%"};
    slider.set = LookChange{SetOptimism{}};
    const auto has = [&](const std::string& key) {
        const Element made = control_of(slider);
        bool found = false;
        each(made, [&](const Element& element) {
            for (const auto& [name, value] : element.attributes) found |= value == key;
        });
        return found;
    };
    CHECK(has("rules/optimism/value"));
    CHECK_FALSE(has("rules/optimism/known"));
    CHECK_FALSE(has("rules/optimism/reset"));
    slider.set_known = Edit{SetKnown{"x", false}};
    CHECK(has("rules/optimism/known"));
}
