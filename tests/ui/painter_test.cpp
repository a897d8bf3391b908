#include "ui/canvas.h"
#include "ui/sample_screen.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace fulcrum {
namespace {

constexpr Size wide{1280, 720};
constexpr Size phone{390, 664};

double number(const Input& input) {
    const double* value = std::get_if<double>(&input.value);
    REQUIRE(value);
    return *value;
}

// Every figure of the table can be pressed: its row's key, its column.
Screen askable_screen() {
    Screen screen = sample_screen();
    Table& table = std::get<Table>(screen.view.blocks.at(2).form);
    for (TableRow& row : table.rows)
        for (std::size_t c = 1; c < row.cells.size(); ++c)
            row.cells[c].inquiry.key = row.key + "/" + std::to_string(c);
    return screen;
}

std::vector<Input> of_phase(const std::vector<Input>& inputs, Phase phase) {
    std::vector<Input> result;
    std::copy_if(inputs.begin(), inputs.end(), std::back_inserter(result),
                 [&](const Input& input) { return input.phase == phase; });
    return result;
}

// AllAtOnce: no frame before the last event, as when a hand is faster than the screen.
enum class Pace { Slow, AllAtOnce };

std::vector<Input> drag(Canvas& canvas, Point at, Point by, Pace pace) {
    std::vector<Input> inputs;
    const auto seen = [&] {
        if (pace == Pace::AllAtOnce) return;
        for (Input& input : canvas.settle()) inputs.push_back(std::move(input));
    };
    canvas.move(at);
    seen();
    canvas.down(at);
    seen();
    for (int step = 0; step < 5; ++step) {
        at = {at.x + by.x / 5, at.y + by.y / 5};
        canvas.move(at);
        seen();
    }
    canvas.up(at);
    for (Input& input : canvas.settle()) inputs.push_back(std::move(input));
    return inputs;
}

std::vector<Input> drag(Canvas& canvas, const std::string& key, double from_share, double by,
                        Pace pace = Pace::Slow) {
    const Box box = canvas.box(key);
    return drag(canvas, {box.x + box.width * from_share, box.y + box.height / 2}, {by, 0}, pace);
}

}  // namespace

TEST_CASE(
    "dragging a slider to the right is begin, changes with rising values, commit of the last") {
    Canvas canvas(sample_screen(), wide);
    const std::vector<Input> inputs = drag(canvas, "price", 0.5, 60);
    REQUIRE(inputs.size() >= 4);
    CHECK(inputs.front() == Input{"price", Phase::Begin, {}});
    CHECK(inputs.back().phase == Phase::Commit);
    const std::vector<Input> changes = of_phase(inputs, Phase::Change);
    REQUIRE(changes.size() >= 3);
    for (std::size_t c = 1; c < changes.size(); ++c)
        CHECK(number(changes[c]) > number(changes[c - 1]));
    CHECK(number(inputs.back()) == number(changes.back()));
    CHECK(of_phase(inputs, Phase::Begin).size() == 1);
    CHECK(of_phase(inputs, Phase::Commit).size() == 1);
}

TEST_CASE("the ends of a range are dragged under keys of their own") {
    Canvas canvas(sample_screen(), wide);
    const std::vector<Input> inputs = drag(canvas, "price/high", 0.5, 40);
    REQUIRE(inputs.size() >= 3);
    for (const Input& input : inputs) CHECK(input.key == "price/high");
    CHECK(number(inputs.back()) > 60);
}

TEST_CASE("a drag faster than a frame ends where the same drag made slowly ends") {
    for (const std::string key : {"price", "price/low", "price/high"}) {
        for (const double by : {-60.0, -10.0, 10.0, 60.0}) {
            CAPTURE(key);
            CAPTURE(by);
            const auto dragged = [&](Pace pace) {
                Canvas canvas(sample_screen(), wide);
                return drag(canvas, key, 0.5, by, pace);
            };
            const Value end = dragged(Pace::Slow).back().value;
            CHECK(dragged(Pace::AllAtOnce) == std::vector<Input>{{key, Phase::Begin, {}},
                                                                 {key, Phase::Change, end},
                                                                 {key, Phase::Commit, end}});
        }
    }
}

TEST_CASE("a scrollbar that is dragged faster than a frame scrolls as far as one dragged slowly") {
    const auto scrolled = [](Pace pace) {
        Canvas canvas(sample_screen(), wide);
        canvas.painter().wheel({wide.width - 40, wide.height - 40}, {0, 100'000});
        canvas.settle();
        const double before = canvas.frame().rects.at("restore").y;
        drag(canvas, {wide.width - 6, wide.height - 6}, {0, -20}, pace);
        return canvas.frame().rects.at("restore").y - before;
    };
    CHECK(scrolled(Pace::Slow) > 20);
    CHECK(scrolled(Pace::AllAtOnce) == scrolled(Pace::Slow));
}

TEST_CASE("Esc while dragging cancels, and nothing follows until the next press") {
    Canvas canvas(sample_screen(), wide);
    const Point at = canvas.middle("price");
    canvas.move(at);
    canvas.settle();
    canvas.down(at);
    canvas.settle();
    canvas.move({at.x + 30, at.y});
    canvas.settle();
    canvas.press("Escape");
    std::vector<Input> inputs = canvas.settle();
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0] == Input{"price", Phase::Cancel, {}});
    canvas.move({at.x + 60, at.y});
    CHECK(canvas.settle().empty());
    canvas.up({at.x + 60, at.y});
    CHECK(canvas.settle().empty());
}

TEST_CASE("a click on a button, tab, pin, reset or toggle is one commit") {
    for (const std::string key : {"undo", "save_page", "views/money", "price/known", "churn/reset",
                                  "equal", "topic/closed", "inner/a"}) {
        Canvas canvas(sample_screen(), wide);
        const std::vector<Input> inputs = canvas.click(canvas.middle(key));
        REQUIRE_MESSAGE(inputs.size() == 1, key);
        CHECK(inputs[0].key == key);
        CHECK(inputs[0].phase == Phase::Commit);
    }
}

TEST_CASE("a disabled button reports nothing") {
    Canvas canvas(sample_screen(), wide);
    CHECK(canvas.click(canvas.middle("redo")).empty());
}

TEST_CASE("a pin reports what it is to become") {
    Canvas canvas(sample_screen(), wide);
    CHECK(canvas.click(canvas.middle("price/known"))[0].value == Value{true});
    CHECK(canvas.click(canvas.middle("cost/known"))[0].value == Value{false});
}

TEST_CASE("a typed field: the host's text, Enter commits it, and nothing is reported before") {
    Canvas canvas(sample_screen(), wide);
    CHECK(canvas.click(canvas.middle("price/value")).empty());
    CHECK(canvas.frame().edited_key == "price/value");
    canvas.painter().text("67", 2, 2);
    CHECK(canvas.settle().empty());
    CHECK(canvas.frame().edit.text == "67");
    canvas.press("Enter");
    const std::vector<Input> inputs = canvas.settle();
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0] == Input{"price/value", Phase::Commit, std::string("67")});
    CHECK(canvas.frame().edited_key.empty());
}

TEST_CASE(
    "a typed field: Esc, or leaving it unchanged, reports nothing; a click elsewhere commits") {
    Canvas canvas(sample_screen(), wide);
    canvas.click(canvas.middle("price/value"));
    canvas.painter().text("67", 2, 2);
    canvas.press("Escape");
    CHECK(canvas.settle().empty());

    canvas.click(canvas.middle("price/value"));
    CHECK(canvas.click({700, 690}).empty());

    canvas.click(canvas.middle("price/value"));
    canvas.painter().text("=3*20", 5, 5);
    const std::vector<Input> inputs = canvas.click({700, 690});
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0] == Input{"price/value", Phase::Commit, std::string("=3*20")});
}

TEST_CASE("while a text is owned, a rebuilt page does not overwrite it") {
    Canvas canvas(sample_screen(), wide);
    canvas.click(canvas.middle("price/value"));
    canvas.painter().text("6", 1, 1);
    canvas.screen() = sample_screen();
    canvas.settle();
    CHECK(canvas.frame().edit.text == "6");
}

TEST_CASE(
    "arrow keys on the focused slider: one step, a tenth with Shift, ten with Page; one gesture") {
    Canvas canvas(sample_screen(), wide);
    canvas.click(canvas.middle("price"));
    const auto pressed = [&](std::string_view key, bool shift) {
        canvas.press(key, shift);
        std::vector<Input> inputs = canvas.settle();
        canvas.release(key);
        for (Input& input : canvas.settle()) inputs.push_back(std::move(input));
        REQUIRE(inputs.size() == 3);
        CHECK(inputs[0].phase == Phase::Begin);
        CHECK(inputs[2].phase == Phase::Commit);
        return number(inputs[2]);
    };
    CHECK(pressed("ArrowRight", false) == 51.0);
    CHECK(pressed("ArrowDown", false) == 49.0);
    CHECK(pressed("ArrowRight", true) == 50.1);
    CHECK(pressed("PageUp", false) == 60.0);
    CHECK(pressed("Home", false) == 0.0);
    CHECK(pressed("End", false) == 100.0);
}

TEST_CASE("a held arrow key is one gesture of several changes") {
    Canvas canvas(sample_screen(), wide);
    canvas.click(canvas.middle("price"));
    std::vector<Input> inputs;
    for (int repeat = 0; repeat < 3; ++repeat) {
        canvas.press("ArrowRight");
        for (Input& input : canvas.settle()) inputs.push_back(std::move(input));
    }
    canvas.release("ArrowRight");
    for (Input& input : canvas.settle()) inputs.push_back(std::move(input));
    REQUIRE(inputs.size() == 5);
    CHECK(number(inputs[3]) == 53.0);
    CHECK(number(inputs[4]) == 53.0);
}

TEST_CASE("the control that the host gives the focus to is shown with it, and told") {
    Canvas canvas(sample_screen(), wide);
    for (const std::string& key : slider_keys(canvas.screen())) {
        canvas.painter().focus(key);
        canvas.settle();
        const PaintResult result = canvas.frame();
        CHECK(result.focus == key);
        CHECK(result.rects.count(key) == 1);  // scrolled into sight
        const int with_ring = canvas.vertices();
        canvas.painter().focus("");
        canvas.settle();
        CHECK(canvas.frame().focus.empty());
        CHECK(canvas.vertices() < with_ring);
    }
}

TEST_CASE("a field that gets the focus is typed into, and Enter gives the focus to its slider") {
    Canvas canvas(sample_screen(), wide);
    canvas.painter().focus("price/value");
    canvas.settle();
    CHECK(canvas.frame().edited_key == "price/value");
    canvas.press("Enter");
    canvas.settle();
    CHECK(canvas.frame().focus == "price");
}

TEST_CASE("Enter presses the focused button") {
    Canvas canvas(sample_screen(), wide);
    canvas.painter().focus("undo");
    canvas.settle();
    canvas.press("Enter");
    const std::vector<Input> inputs = canvas.settle();
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0].key == "undo");
}

TEST_CASE("a figure of a table is pressed by pointer and key, and reached out of sight") {
    const Screen screen = askable_screen();
    for (const Size size : {wide, phone}) {
        CAPTURE(size.width);
        Canvas canvas(screen, size);
        const std::string last = "Code quality/2";
        const Point at = canvas.middle(last);
        const int still = canvas.vertices();
        canvas.move(at);
        canvas.settle();
        CHECK(canvas.frame().cursor == "pointer");
        CHECK(canvas.vertices() > still);  // underlined
        const std::vector<Input> clicked = canvas.click(at);
        REQUIRE(clicked.size() == 1);
        CHECK(clicked[0] == Input{last, Phase::Commit, true});

        canvas.painter().wheel({size.width - 40, size.height - 40}, {0, 100'000});
        canvas.settle();
        canvas.painter().focus("Upfront cost/1");
        canvas.settle();
        CHECK(canvas.frame().rects.count("Upfront cost/1") == 1);
        canvas.press("Enter");
        const std::vector<Input> pressed = canvas.settle();
        REQUIRE(pressed.size() == 1);
        CHECK(pressed[0].key == "Upfront cost/1");
    }
}

TEST_CASE("a sentence is asked where its figures come from at its end") {
    Screen screen = sample_screen();
    Paragraph paragraph{.text =
                            prose("It flips to B, if the clean-up of B is done before 4 months.")};
    paragraph.inquiry = {.key = "view/from/0", .label = "Where\u00a0from?"};
    screen.view.blocks.insert(screen.view.blocks.begin(), {paragraph});
    for (const Size size : {wide, phone}) {
        Canvas canvas(screen, size);
        const std::vector<Input> clicked = canvas.click(canvas.middle("view/from/0"));
        REQUIRE(clicked.size() == 1);
        CHECK(clicked[0] == Input{"view/from/0", Phase::Commit, true});
    }
}

TEST_CASE("a finger on a figure presses that one, not the one above that reaches for fingers") {
    const Screen screen = askable_screen();
    Canvas canvas(screen, phone);
    canvas.use_fingers();
    canvas.settle();
    const std::string upper = "Code quality/1", lower = "Code quality/2";
    const Point first = canvas.middle(upper), second = canvas.middle(lower);
    REQUIRE(second.y - first.y < 44);  // one below the other, closer than fingers are wide
    for (const double off : {-9.0, 0.0, 9.0}) {
        CAPTURE(off);
        const std::vector<Input> clicked = canvas.click({second.x, second.y + off});
        REQUIRE(clicked.size() == 1);
        CHECK(clicked[0].key == lower);
    }
}

TEST_CASE("rows are as high with figures that can be pressed as without") {
    const auto below = [](bool pressed) {
        Screen screen = pressed ? askable_screen() : sample_screen();
        for (TableRow& row : std::get<Table>(screen.view.blocks.at(2).form).rows)
            if (row.cells.size() > 1) row.cells[1].inquiry.is_open = pressed;
        Canvas canvas(screen, wide);
        return canvas.box("restore").y;
    };
    CHECK(below(true) == below(false));
}

TEST_CASE("the wheel scrolls the part under the pointer, and no further than its end") {
    Canvas canvas(sample_screen(), wide);
    const double before = canvas.box("price").y;
    canvas.painter().wheel({100, 600}, {0, 40});
    canvas.settle();
    CHECK(canvas.frame().rects.at("price").y == before - 40);
    canvas.painter().wheel({100, 600}, {0, -1000});
    canvas.settle();
    CHECK(canvas.frame().rects.at("price").y == before);
}

TEST_CASE("on a phone assumptions are a drawer that reveals what is asked for") {
    Canvas canvas(sample_screen(), phone);
    CHECK(canvas.frame().rects.count("price") == 0);
    CHECK(canvas.frame().rects.count("views/money") == 1);
    canvas.click(canvas.middle("drawer"));
    CHECK(canvas.frame().rects.count("price") == 1);
    CHECK(canvas.frame().rects.count("views/money") == 0);
    canvas.click(canvas.middle("drawer"));
    canvas.box("price");
    CHECK(canvas.frame().rects.count("price") == 1);
}

TEST_CASE("an idle canvas wants no frame") {
    Canvas canvas(sample_screen(), wide);
    CHECK_FALSE(canvas.frame().wants_frame);
    CHECK(canvas.frame().inputs.empty());
}

}  // namespace fulcrum
