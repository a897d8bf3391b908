#include "chart/labels.h"
#include "model/document_json.h"
#include "page/example.h"
#include "page/text_table.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace fulcrum;

namespace {

const std::vector<double> widths{288, 720, 1400};

template <class Visit>
void each_block(const Blocks& blocks, Visit visit) {
    for (const Block& block : blocks) {
        visit(block);
        if (const auto* details = std::get_if<Details>(&block.form))
            each_block(details->blocks, visit);
        if (const auto* columns = std::get_if<Columns>(&block.form))
            for (const Blocks& column : columns->columns) each_block(column, visit);
    }
}

void check_keys_are_unique(const Screen& screen) {
    std::set<std::string> keys;
    const auto take = [&](const std::string& key) {
        CAPTURE(key);
        CHECK(keys.insert(key).second);
        CHECK(find_action(screen, key) != nullptr);
    };
    const auto visit = [&](const Block& block) {
        if (const auto* slider = std::get_if<Slider>(&block.form))
            for (const char* part : {"", "/value", "/low", "/high", "/known", "/reset"})
                take(slider->key + part);
        if (const auto* row = std::get_if<ButtonRow>(&block.form))
            for (const Button& button : row->buttons) take(button.key);
        if (const auto* details = std::get_if<Details>(&block.form)) take(details->key);
    };
    for (const Page* page : {&screen.bar, &screen.verdict, &screen.assumptions, &screen.view})
        each_block(page->blocks, visit);
    for (const Tabs::Tab& tab : screen.views.tabs) take(tab.key);
}

void check_slider(const Slider& slider) {
    CAPTURE(slider.key);
    CHECK(slider.from < slider.to);
    CHECK(slider.step > 0);
    CHECK(slider.from <= slider.value);
    CHECK(slider.value <= slider.to);
    CHECK(slider.from <= *slider.reference);
    CHECK(*slider.reference <= slider.to);
    if (slider.low) CHECK(slider.from <= *slider.low);
    if (slider.high) CHECK(*slider.high <= slider.to);
    CHECK_FALSE(slider.text.empty());
    CHECK_FALSE(slider.range.empty());
    CHECK_FALSE(slider.explanation.empty());
}

void check_table(const Table& table) {
    CAPTURE(table.key);
    for (const TableRow& row : table.rows) {
        CHECK(row.cells.size() == (row.heading ? 1 : table.columns.size()));
        CHECK_FALSE(plain(row.cells.front().text).empty());
    }
}

void check_page(const Page& page) {
    CAPTURE(page.id);
    each_block(page.blocks, [&](const Block& block) {
        if (const auto* table = std::get_if<Table>(&block.form)) check_table(*table);
        if (const auto* slider = std::get_if<Slider>(&block.form)) check_slider(*slider);
        const auto* figure = std::get_if<Figure>(&block.form);
        if (figure == nullptr) return;
        CAPTURE(figure->key);
        CHECK_FALSE(plain(figure->sentence.text).empty());
        CHECK_FALSE(figure->description.empty());
        for (const double width : widths) {
            CAPTURE(width);
            const Picture picture = figure->draw({width, std::max(figure->min_height, 160.0)});
            CHECK(label_fault(picture) == "");
            CHECK_FALSE(picture.marks.empty());
        }
    });
    for (const int width : {24, 60, 100, 200}) {
        std::istringstream lines(as_text(page, width));
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(text_columns(line) <= static_cast<std::size_t>(width));
        }
    }
}

void check_everything(Document document) {
    document.simulation.draws = 512;  // how it looks, not how exact it is
    CAPTURE(document.title);
    CAPTURE(document.options.size());
    for (const View& view : views()) {
        const Session session = showing(document, view.id);
        const Screen shown = screen(session);
        CHECK(shown.view.id == view.id);
        CHECK_FALSE(shown.view.blocks.empty());
        for (const Page* page : {&shown.bar, &shown.verdict, &shown.assumptions, &shown.view})
            check_page(*page);
        check_keys_are_unique(shown);
        // Nothing that a view shows is left to be computed.
        CHECK(as_text(shown.view).find("…") == std::string::npos);
    }
}

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every view has an id of its own, a title, and can be found") {
    std::set<std::string_view> ids;
    for (const View& view : views()) {
        CHECK(ids.insert(view.id).second);
        CHECK_FALSE(view.title.empty());
        CHECK((find_view(view.id)->page == view.page));
    }
    CHECK(find_view("nothing") == nullptr);
}

TEST_CASE("every view of every decision in assets is whole at every width") {
    std::size_t decisions = 0;
    if (std::filesystem::exists(FULCRUM_ASSETS_DIR))
        for (const auto& entry : std::filesystem::directory_iterator(FULCRUM_ASSETS_DIR)) {
            const std::string name = entry.path().filename().string();
            if (entry.path().extension() != ".json" || name.find("schema") != std::string::npos)
                continue;
            const ReadDocument decision = read_document(read(entry.path()));
            REQUIRE(decision.diagnostics.empty());
            CAPTURE(name);
            check_everything(decision.document);
            ++decisions;
        }
    CHECK(decisions > 0);
}

TEST_CASE("every view of a decision of 1 to 8 options is whole, with everything or with nothing") {
    for (std::size_t options = 1; options <= 8; ++options) {
        check_everything(full_decision(options));
        check_everything(bare_decision(options));
    }
}

TEST_CASE("a decision without objective, or without anything but options, has its pages") {
    Document document = full_decision(3);
    document.objective.clear();
    check_everything(document);
    Document nothing;
    nothing.id = "nothing";
    nothing.title = "Nothing";
    nothing.options = {named_option("a", "A"), named_option("b", "")};
    check_everything(nothing);
}

TEST_CASE("very long and foreign names keep every page whole") {
    Document document = full_decision(3);
    document.title = std::string(400, 'W');
    document.options[0].name = std::string(300, 'M') + " tail";
    document.options[1].name = "決定 — Ünïcode и решение ✓ e\u0301 \u202Eright to left";
    document.rows[0].name = "A name of very many words that goes on and on until the line is full";
    document.topics[1].name = "%s %n <script>alert(1)</script> ##id";
    document.assumptions[0].name = "予測可能性 — " + std::string(200, 'x');
    check_everything(document);
}

TEST_CASE("while a slider is held, headline figures carry their change, and lose it on release") {
    Session session = showing(full_decision(3), "compare");
    const auto headline = [&] {
        const Screen shown = screen(session);
        for (const Block& block : shown.view.blocks)
            if (const auto* table = std::get_if<Table>(&block.form))
                if (table->key == "compare/headline") return *table;
        return Table{};
    };
    CHECK(headline().rows.at(0).cells.at(1).change.empty());
    const Action drag{Edit{SetBase{"price", 0}}};
    REQUIRE_FALSE(session.input(drag, Phase::Begin, {}));
    REQUIRE_FALSE(session.input(drag, Phase::Change, 60.0));
    // Impact at month 12 is 1.2 times the price: ten more give twelve more.
    CHECK(headline().rows.at(0).cells.at(1).change == "+12K");
    REQUIRE_FALSE(session.input(drag, Phase::Commit, 60.0));
    CHECK(headline().rows.at(0).cells.at(1).change.empty());
}
