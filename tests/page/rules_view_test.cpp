#include "model/document_json.h"
#include "page/example.h"
#include "words/words.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

const Slider& slider(const Page& page, std::string_view key) {
    for (const Block& block : page.blocks)
        if (const auto* found = std::get_if<Slider>(&block.form); found && found->key == key)
            return *found;
    FAIL(key << " is missing");
    return std::get<Slider>(page.blocks.front().form);
}

const Table& table(const Page& page, std::string_view key) {
    for (const Block& block : page.blocks)
        if (const auto* found = std::get_if<Table>(&block.form); found && found->key == key)
            return *found;
    FAIL(key << " is missing");
    return std::get<Table>(page.blocks.front().form);
}

std::string cell(const Page& page, std::string_view key, std::size_t row, std::size_t column) {
    return plain(table(page, key).rows[row].cells[column].text);
}

// By key, as a painter does it.
std::optional<Error> press(Session& session, std::string_view key, Phase phase,
                           const Value& value) {
    const Screen at = screen(session);
    const Action* action = find_action(at, key);
    REQUIRE_MESSAGE(action != nullptr, key);
    return session.input(*action, phase, value);
}

// The first has 50 for certain, the second the price, 40 to 70 around 60.
Document safe_or_not() {
    Document document = bare_decision(2);
    document.assumptions[0].base = 60;
    document.assumptions[0].high = 70;
    document.rows[0].cells[0].second = Formula{"50 [$K]"};
    document.rows[0].cells[1].second = Formula{"price"};
    return document;
}

}  // namespace

TEST_CASE("the rules are shown once they have been studied") {
    CHECK(says(text_of(showing(safe_or_not(), "rules")), words().flips.pending));
    const std::string text = text_of(studied(safe_or_not(), "rules"));
    CHECK_FALSE(says(text, words().flips.pending));
    CHECK(says(text, "Maximin"));
    CHECK(says(text, words().rules.none_dominates));
    CHECK(says(text_of(studied(bare_decision(1), "rules")), words().flips.one_option));
}

TEST_CASE("an option that is better in every draw is said to be") {
    const std::string text =
        text_of(studied(bare_decision(2), "rules"));  // the price, and twice the price
    CHECK(says(text, "B is at least as good as A in every draw, and better in some."));
    CHECK(says(text, "Every other rule below chooses it, too."));
}

TEST_CASE("the table has every rule's figures and its choice") {
    const Session session = studied(safe_or_not(), "rules");
    const Page page = screen(session).view;
    CHECK(table(page, "rules/criteria").rows.size() == 6);
    CHECK(cell(page, "rules/criteria", 0, 1) == "$50K");
    CHECK(cell(page, "rules/criteria", 0, 2) == "$40K");
    CHECK(says(cell(page, "rules/criteria", 0, 3), "A"));
    CHECK(says(cell(page, "rules/criteria", 1, 3), "B"));
    CHECK(cell(page, "rules/criteria", 2, 2) == "$55K");
    CHECK(says(text_of(session), "Maximin"));
}

TEST_CASE("optimism is dragged, let go of and typed") {
    Session session = studied(safe_or_not(), "rules");
    const std::string before = canonical(session.document());
    const auto hurwicz = [&] { return cell(screen(session).view, "rules/criteria", 2, 2); };
    CHECK_FALSE(press(session, "rules/optimism", Phase::Begin, {}));
    CHECK_FALSE(press(session, "rules/optimism", Phase::Change, 1.0));
    CHECK(hurwicz() == "$70K");
    CHECK_FALSE(press(session, "rules/optimism", Phase::Cancel, {}));
    CHECK(hurwicz() == "$55K");
    CHECK_FALSE(press(session, "rules/optimism/value", Phase::Commit, "10%"));
    CHECK(hurwicz() == "$43K");
    CHECK(slider(screen(session).view, "rules/optimism").text == "10%");
    CHECK(press(session, "rules/optimism/value", Phase::Commit, "much").has_value());
    // It is no part of the decision.
    CHECK_FALSE(session.can_undo());
    CHECK(canonical(session.document()) == before);
    CHECK(session.is_current(StudyKind::Rules));
}

TEST_CASE("a small risk tolerance chooses what is safe, a great one what is expected") {
    Session session = studied(safe_or_not(), "rules");
    CHECK_FALSE(press(session, "rules/tolerance/value", Phase::Commit, "2K"));
    CHECK(says(text_of(session), "With a risk tolerance of $2K, A"));
    CHECK_FALSE(press(session, "rules/tolerance", Phase::Commit, 1000.0));
    CHECK(says(text_of(session), "With a risk tolerance of $1M, B"));
    CHECK(press(session, "rules/tolerance/value", Phase::Commit, "0").has_value());
    const Screen shown = screen(session);
    const Slider& tolerance = slider(shown.view, "rules/tolerance");
    CHECK(tolerance.to >= 1000);
    CHECK_FALSE(tolerance.can_be_known());
    CHECK(tolerance.flips.size() == 1);
}

TEST_CASE("the ends of nine in ten draws are another set of corners") {
    Session session = studied(safe_or_not(), "rules");
    CHECK_FALSE(press(session, "rules/ends/p5_p95", Phase::Commit, {}));
    CHECK(cell(screen(session).view, "rules/criteria", 0, 2) != "$40K");
    CHECK_FALSE(press(session, "rules/ends/range", Phase::Commit, {}));
    CHECK(cell(screen(session).view, "rules/criteria", 0, 2) == "$40K");
}
