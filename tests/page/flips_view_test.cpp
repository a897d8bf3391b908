#include "model/check.h"
#include "model/find.h"
#include "page/example.h"
#include "words/words.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

const Figure* figure(const Blocks& blocks, std::string_view key) {
    for (const Block& block : blocks) {
        if (const auto* found = std::get_if<Figure>(&block.form); found && found->key == key)
            return found;
        if (const auto* details = std::get_if<Details>(&block.form))
            if (const Figure* found = figure(details->blocks, key)) return found;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("before it has been looked for the page says so, afterwards it says what flips it") {
    const Session before = showing(full_decision(2), "flips");
    CHECK(says(text_of(before), words().flips.pending));
    CHECK(says(as_text(verdict(before)), words().verdict.flips_pending));
    const Session after = studied(full_decision(2), "flips");
    CHECK_FALSE(says(text_of(after), words().flips.pending));
    CHECK_FALSE(says(as_text(verdict(after)), words().verdict.flips_pending));
    CHECK(figure(screen(after).view.blocks, "flips/tornado") != nullptr);
    CHECK(figure(screen(after).view.blocks, "flips/spider") != nullptr);
}

TEST_CASE("with one option nothing can flip") {
    CHECK(says(text_of(studied(full_decision(1), "flips")), words().flips.one_option));
    CHECK(says(text_of(studied(full_decision(1), "map")), words().flips.one_option));
}

TEST_CASE(
    "what flips it names another option than the leader, on whichever side of now that lies") {
    Document document = bare_decision(2);  // option 1 is worth twice the price
    document.rows.front().cells.front().second = 120.0;
    Assumption& price = document.assumptions.front();
    price.base = 45;  // where option 0 leads; on average it is 75, and option 1 does
    price.high = 110;
    REQUIRE(check(document).empty());
    const Session session = studied(document, "flips");
    REQUIRE(session.studies().one_way->lead.leader == std::size_t{1});
    CHECK(says(as_text(verdict(session)), "It flips to A if Price turns out under $60K"));
    CHECK(says(text_of(session), "A under $60K"));
}

TEST_CASE("what was found before a change stays, in quiet ink, until it is found again") {
    Session session = studied(full_decision(2), "flips");
    const auto ink = [&] {
        return std::get<Paragraph>(verdict(session).blocks[1].form).text.front().ink.role;
    };
    CHECK(ink() == Role::Text);
    REQUIRE_FALSE(session.set("price", 55.0));
    CHECK(ink() == Role::Quiet);
    session.study();
    CHECK(ink() == Role::Text);
}

TEST_CASE("the two questions are asked for all at once: flips and map") {
    Session session = studied(full_decision(2), "flips");
    const Screen shown = screen(session);
    REQUIRE_FALSE(
        session.input(*find_action(shown, "flips/estimate"), Phase::Commit, std::monostate{}));
    CHECK_FALSE(session.is_current(StudyKind::OneWay));
    session.study();
    CHECK(session.studies().one_way->premise == Premise::Estimate);
    CHECK_FALSE(says(text_of(session), words().flips.information));
}

TEST_CASE("what a study says is busy from a change until it is made anew, and nothing else is") {
    for (const char* const view : {"flips", "map", "rules", "audit"}) {
        CAPTURE(view);
        Session session = studied(full_decision(2), view);
        const auto busy = [&] {
            const Blocks blocks = screen(session).view.blocks;
            return std::count_if(blocks.begin(), blocks.end(),
                                 [](const Block& block) { return block.is_busy; });
        };
        CHECK(busy() == 0);
        REQUIRE_FALSE(session.set("price", std::string("55")));
        CHECK(busy() > 0);
        session.study();
        CHECK(busy() == 0);
    }
    Session session = studied(full_decision(2), "compare");
    REQUIRE_FALSE(session.set("price", std::string("55")));
    for (const Block& block : screen(session).view.blocks) CHECK_FALSE(block.is_busy);
}

TEST_CASE("the cross of the map sets both sliders in one step") {
    Session session = studied(full_decision(2), "map");
    const Screen shown = screen(session);
    const Figure* map = figure(shown.view.blocks, "map/map");
    REQUIRE(map != nullptr);
    REQUIRE(map->drag.has_value());
    const auto& point = std::get<SetPoint>(std::get<Edit>(map->drag->action));
    const Document before = session.document();
    const double x = find_assumption(before, point.x.id)->base,
                 y = find_assumption(before, point.y.id)->base;
    const Action action = map->drag->action;
    REQUIRE_FALSE(session.input(action, Phase::Begin, {}));
    REQUIRE_FALSE(session.input(action, Phase::Change, std::array{x * 1.05, y * 1.05}));
    REQUIRE_FALSE(session.input(action, Phase::Commit, std::array{x * 1.1, y * 1.1}));
    CHECK(find_assumption(session.document(), point.x.id)->base != x);
    CHECK(find_assumption(session.document(), point.y.id)->base != y);
    session.undo();
    CHECK(session.document() == before);
}

TEST_CASE("an axis of the map is chosen among all assumptions") {
    Session session = studied(full_decision(2), "map");
    const auto axes = *session.map_axes();
    for (const PlacedAssumption& placed : assumptions_of(session.document())) {
        if (placed.id == axes[0] || placed.id == axes[1]) continue;
        const Screen shown = screen(session);
        const Action* action = find_action(shown, "map/x/" + placed.id);
        REQUIRE(action != nullptr);
        REQUIRE_FALSE(session.input(Action(*action), Phase::Commit, {}));
        session.study();
        CHECK(session.studies().map->x.id == placed.id);
        return;
    }
}
