#include "page/example.h"

#include <algorithm>

using namespace fulcrum;

namespace {

std::vector<Slider> sliders(const Blocks& blocks) {
    std::vector<Slider> all;
    for (const Block& block : blocks) {
        if (const auto* slider = std::get_if<Slider>(&block.form)) all.push_back(*slider);
        if (const auto* details = std::get_if<Details>(&block.form))
            for (Slider& slider : sliders(details->blocks)) all.push_back(std::move(slider));
    }
    return all;
}

Slider slider_of(const Session& session, const std::string& key) {
    for (Slider& slider : sliders(assumptions(session).blocks))
        if (slider.key == key) return slider;
    FAIL("no slider " << key);
    return {};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string state(const Session& session) {
    return plain(std::get_if<Paragraph>(&bar(session).blocks[1].form)->text);
}

}  // namespace

TEST_CASE(
    "sliders stand in their topic, cells of a row together under its name with their letter") {
    const Session session = opened(full_decision(3));
    const Page page = assumptions(session);
    std::vector<const Details*> groups;
    for (const Block& block : page.blocks)
        if (const auto* details = std::get_if<Details>(&block.form)) groups.push_back(details);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0]->key == "assumptions/time");
    CHECK(plain(std::get_if<Heading>(&groups[0]->blocks[1].form)->text) == "Timeline");
    const Slider& first = *std::get_if<Slider>(&groups[0]->blocks[2].form);
    CHECK(first.key == "weeks@o0");
    CHECK(first.option == "A");
    CHECK(first.option_index == 0);
    CHECK(first.label == "Option 0");
    CHECK(groups[1]->key == "assumptions/revenue");
}

TEST_CASE("a slider's words say what its range means, what a drag does and whose it is") {
    Document document = bare_decision(2);
    Assumption& price = document.assumptions[0];
    price.min = 0;
    price.basis = Basis::Stated;
    price.range_basis = Basis::Derived;
    price.source = "Section 3";
    price.note = "Per month";
    Slider slider = slider_of(opened(document), "price");
    CHECK(slider.range == "$40K – $60K, every value alike");
    CHECK(has(slider.explanation, "Dragging moves $40K – $60K along with it."));
    CHECK(has(slider.explanation, "at $0 or above"));
    CHECK(has(slider.explanation, "The value is stated by the document; the range is derived"));
    CHECK(has(slider.explanation, "Source: Section 3. Per month."));

    price.interval = Interval::P5P95;
    price.family = "normal";
    slider = slider_of(opened(document), "price");
    CHECK(has(slider.range, "5\u2009% lie below, 5\u2009% above"));
    price.known = true;
    CHECK(has(slider_of(opened(document), "price").range, "known"));
    price.known = false;
    price.interval = Interval::Ends;
    price.family = "integer_uniform";
    CHECK(has(slider_of(opened(document), "price").range, "whole numbers $40K – $60K"));
    CHECK(slider_of(opened(document), "price").step == 1);
}

TEST_CASE("a slider of observed values or of a mixture says what is drawn and what a drag moves") {
    Document document = bare_decision(2);
    Assumption& price = document.assumptions[0];
    price.low = price.high = std::nullopt;
    price.family = "empirical";
    price.values = {44, 50, 61};
    Session session = opened(document);
    CHECK(slider_of(session, "price").range == "one of 3 values observed, $44K – $61K");
    CHECK(has(slider_of(session, "price").explanation, "moves all observed values"));
    CHECK(slider_of(session, "price").from <= 44);
    CHECK(slider_of(session, "price").to >= 61);
    REQUIRE_FALSE(session.set("price", 55.0));
    CHECK(slider_of(session, "price").range == "one of 3 values observed, $49K – $66K");

    price.family = "mixture";
    price.values.clear();
    price.components = {{.weight = 0.75, .base = 50, .low = 45, .high = 55},
                        {.weight = 0.25, .base = 90}};
    session = opened(document);
    CHECK(slider_of(session, "price").range ==
          "75\u2009%: $45K – $55K, every value alike; "
          "25\u2009%: a fixed number: no range is given");
    CHECK(slider_of(session, "price").to >= 90);
    REQUIRE_FALSE(session.set("price", 60.0));
    CHECK(slider_of(session, "price").range.starts_with("75\u2009%: $55K – $65K"));
}

TEST_CASE("a changed value says what it was and counts in the bar; restoring takes it back") {
    Session session = opened(bare_decision(2));
    CHECK(state(session) == "As the document states it");
    REQUIRE_FALSE(session.set("price", 55.0));
    Slider slider = slider_of(session, "price");
    CHECK(slider.changed);
    CHECK(slider.was == "was $50K");
    CHECK(*slider.reference == 50);
    CHECK(*slider.low == 45);
    CHECK(state(session).starts_with("1 assumption changed"));
    REQUIRE_FALSE(session.input(slider.restore, Phase::Commit, {}));
    CHECK_FALSE(slider_of(session, "price").changed);
    CHECK(state(session) == "As the document states it");
}

TEST_CASE("putting a cell's assumption back leaves its draws as they were") {
    Session session = opened(full_decision(3));
    const Results before = session.all_results();
    REQUIRE_FALSE(session.set("weeks@o1", 5.0));
    REQUIRE_FALSE(session.input(slider_of(session, "weeks@o1").restore, Phase::Commit, {}));
    CHECK(session.all_results() == before);
}

TEST_CASE("an end or a pin that changed is a change too") {
    Session session = opened(bare_decision(2));
    REQUIRE_FALSE(session.input(slider_of(session, "price").set_high, Phase::Commit, 80.0));
    CHECK(slider_of(session, "price").was == "was $40K – $60K, every value alike");
    session.undo();
    REQUIRE_FALSE(session.input(slider_of(session, "price").set_known, Phase::Commit, true));
    CHECK(slider_of(session, "price").changed);
    CHECK(slider_of(session, "price").known);
}

TEST_CASE("a group remembers that it was folded") {
    Session session = opened(full_decision(2));
    REQUIRE_FALSE(session.input(LookChange{Fold{"assumptions/time"}}, Phase::Commit, false));
    bool found = false;
    for (const Block& block : assumptions(session).blocks)
        if (const auto* details = std::get_if<Details>(&block.form))
            if (details->key == "assumptions/time") {
                found = true;
                CHECK_FALSE(details->open);
            }
    CHECK(found);
}

TEST_CASE("a share is typed with its sign, and no second one stands behind it") {
    Document document = bare_decision(2);
    document.assumptions[0].unit = "%";
    document.assumptions[0].base = 0.2;
    document.assumptions[0].low = 0.15;
    document.assumptions[0].high = 0.25;
    document.rows[0].unit = "";
    const Slider slider = slider_of(opened(document), "price");
    CHECK(slider.text == "20%");
    CHECK(slider.unit.empty());
}

TEST_CASE("by effect, sliders stand as their bars do, and stay there while values move") {
    Session session = opened(full_decision(3));
    session.study();
    REQUIRE(session.studies().one_way);
    const auto order = [&] {
        std::vector<std::string> keys;
        for (const Slider& slider : sliders(assumptions(session).blocks))
            keys.push_back(slider.key);
        return keys;
    };
    const std::vector<std::string> by_topic = order();
    std::vector<std::string> by_swing;
    for (const Swing& swing : session.studies().one_way->swings) by_swing.push_back(swing.id);
    session.input(Action{LookChange{SetSliderOrder{SliderOrder::ByEffect}}}, Phase::Commit, {});
    const std::vector<std::string> by_effect = order();
    REQUIRE(by_effect.size() == by_topic.size());
    REQUIRE(by_swing.size() > 1);
    REQUIRE(by_swing.size() <= by_effect.size());
    CHECK(std::equal(by_swing.begin(), by_swing.end(), by_effect.begin()));
    CHECK(slider_of(session, "weeks@o0").label != "Option 0");  // its row stands nowhere else

    REQUIRE_FALSE(session.set(by_effect.front(), 41.0));
    session.study();
    CHECK(order() == by_effect);
    session.input(Action{LookChange{SetSliderOrder{SliderOrder::ByTopic}}}, Phase::Commit, {});
    CHECK(order() == by_topic);
}
