// A figure that is pressed says where it comes from, below the table that it stands in.
#include "base/figure.h"
#include "model/find.h"
#include "page/example.h"
#include "words/words.h"

using namespace fulcrum;

namespace {

// Place of the first block that is what is looked for, in a list of blocks.
template <class Is>
std::optional<std::size_t> place(const Blocks& blocks, Is is) {
    for (std::size_t b = 0; b < blocks.size(); ++b)
        if (is(blocks[b])) return b;
    return std::nullopt;
}

std::optional<std::size_t> place_of_table(const Blocks& blocks, const std::string& key) {
    return place(blocks, [&](const Block& block) {
        const auto* table = std::get_if<Table>(&block.form);
        return table != nullptr && table->key == key;
    });
}

bool is_open(Session& session) {
    return place_of_table(shown(session).view.blocks, "trace/feeds").has_value();
}

const TableCell& cell_of(const Screen& screen, const std::string& key) {
    for (const Block& block : screen.view.blocks)
        if (const auto* table = std::get_if<Table>(&block.form))
            for (const TableRow& row : table->rows)
                for (const TableCell& cell : row.cells)
                    if (cell.inquiry.key == key) return cell;
    FAIL("no cell " << key);
    return std::get<Table>(screen.view.blocks.front().form).rows.front().cells.front();
}

const std::string cost = "compare/costs/cost/o1";

}  // namespace

TEST_CASE("a pressed figure shows its formula with present values right below its table") {
    Session session = showing(full_decision(3), "compare");
    CHECK_FALSE(is_open(session));
    ask(session, cost);
    const Screen screen = shown(session);
    const auto table = place_of_table(screen.view.blocks, "compare/costs");
    REQUIRE(table.has_value());
    const auto& heading = std::get<Heading>(screen.view.blocks.at(*table + 1).form);
    CHECK(plain(heading.text) == "Total cost · B · Option 1");
    CHECK(heading.level == 3);
    CHECK(says(text_of(session), "Formula: weeks * 11 [$K/week]"));
    CHECK(says(text_of(session), "With present values: 4\u2009weeks * 11 [$K/week]"));
    // symmetric and linear: the base is the mean
    CHECK(says(text_of(session), "it is $44K. Over"));
    CHECK(cell_of(screen, cost).inquiry.is_open);
    CHECK(find_action(screen, trace_close_key) != nullptr);
    CHECK(std::get<Command>(*find_action(screen, "trace/save")) == Command::SaveDraws);
}

TEST_CASE("pressing the same figure again closes, another one moves the trace to it") {
    Session session = showing(full_decision(3), "compare");
    ask(session, cost);
    ask(session, "compare/headline/expected/o0");
    CHECK(says(text_of(session), "Formula: at(impact, 12)"));
    CHECK_FALSE(says(text_of(session), "Formula: weeks"));
    ask(session, "compare/headline/expected/o0");
    CHECK_FALSE(is_open(session));
    ask(session, cost);
    ask(session, std::string(trace_close_key));
    CHECK_FALSE(is_open(session));
    CHECK_FALSE(session.can_undo());  // how it is looked at is no change
}

TEST_CASE("what feeds a figure is walked down and back, with draws of rows that no view shows") {
    Session session = showing(full_decision(2), "compare");
    ask(session, "compare/headline/expected/o1");
    CHECK(find_action(shown(session), "trace/back") == nullptr);
    ask(session, "trace/feeds/impact@o1/12");
    CHECK(says(text_of(session), "Impact, month 12 · B · Option 1"));
    CHECK(says(text_of(session), "With present values: $50K * 12\u2009months / 10 [month] - $44K"));
    CHECK(says(text_of(session), "on average"));
    ask(session, "trace/feeds/cost@o1");
    CHECK(says(text_of(session), "Total cost · B · Option 1"));
    ask(session, "trace/back");
    CHECK(says(text_of(session), "Impact, month 12 · B · Option 1"));
    ask(session, "trace/back");
    CHECK(says(text_of(session), "Formula: at(impact, 12)"));
    ask(session, "trace/feeds/impact@o1/12");
    ask(session, "compare/headline/expected/o1");  // where it was asked
    CHECK_FALSE(is_open(session));
}

TEST_CASE("what feeds a figure stands with value, range and source") {
    Document document = full_decision(2);
    document.assumptions[0].source = "the price list";
    document.assumptions[0].owner = "Ann";
    document.assumptions[0].basis = Basis::Stated;
    Session session = showing(document, "compare");
    ask(session, "compare/headline/expected/o0");
    ask(session, "trace/feeds/impact@o0/12");
    const Screen screen = shown(session);
    const auto at = place_of_table(screen.view.blocks, "trace/feeds");
    REQUIRE(at.has_value());
    const TableRow& price = std::get<Table>(screen.view.blocks[*at].form).rows.at(0);
    REQUIRE(price.cells.size() == 4);
    CHECK(plain(price.cells[0].text) == "Price");
    CHECK(plain(price.cells[1].text) == "$50K");
    CHECK(price.cells[1].inquiry.key.empty());
    CHECK(plain(price.cells[2].text).starts_with("$40K – $60K"));
    CHECK(plain(price.cells[3].text) == "Stated: the price list · Ann");
}

TEST_CASE("what it rests on in the end is listed when it is unfolded") {
    Session session = showing(full_decision(2), "compare");
    ask(session, "compare/headline/expected/o1");
    CHECK_FALSE(place_of_table(shown(session).view.blocks, "trace/inputs").has_value());
    const Screen screen = shown(session);
    REQUIRE_FALSE(session.input(*find_action(screen, "trace/inputs"), Phase::Commit, true));
    CHECK(says(text_of(session), "Timeline"));
    CHECK(says(text_of(session), "Price"));
    CHECK(says(text_of(session), words().trace.swings));
}

TEST_CASE("a number, an estimate and a word of a scale say that they stand in the document") {
    Session session = showing(full_decision(2), "compare");
    ask(session, "compare/factors/debt/o1");
    CHECK(says(text_of(session), words().trace.word("Medium")));
    ask(session, "compare/factors/weeks/o1");
    CHECK(says(text_of(session), words().trace.estimate));
    CHECK(says(text_of(session), "3 – 5\u2009weeks"));
    Session risks = showing(full_decision(2), "risk");
    ask(risks, "risk/risks/stability/o0");
    CHECK(says(text_of(risks), words().trace.number));
}

TEST_CASE("what is undefined at base or in some draws says so and why") {
    Document document = full_decision(2);
    document.rows[2].cells = {{"o0", Formula{"(weeks - 3 [weeks]) / (weeks - weeks) * 1 [$K]"}},
                              {"o1", Formula{"1 [$K] / max(0, weeks - 3.5 [weeks]) * 1 [week]"}}};
    Session session = showing(document, "compare");
    ask(session, "compare/costs/cost/o0");
    CHECK(says(text_of(session), "it is undefined: division by zero"));
    ask(session, cost);
    CHECK(says(text_of(session), "as above, it is $2K. Undefined: division by zero"));
    CHECK(says(text_of(session), "of draws"));
}

TEST_CASE("the sentence above a chart says of all options what they are in that month") {
    Session session = showing(full_decision(2), "money");
    ask(session, "money/from/1");
    const std::string text = text_of(session);
    CHECK(says(text, "Impact, of all options"));
    CHECK(says(text, "In the middle"));
    CHECK_FALSE(says(text, "Options are compared by it"));
    ask(session, "trace/feeds/o1");
    CHECK(says(text_of(session), "Impact, month 12"));
}

TEST_CASE("a month of a series is traced at that month") {
    Session session = showing(full_decision(2), "money");
    ask(session, "money/impact/6/o0");
    CHECK(says(text_of(session), "Impact, month 6"));
    CHECK(says(text_of(session), "6\u2009months / 10 [month]"));
}

TEST_CASE("another view does not show it, nor does the view that is come back to") {
    Session session = showing(full_decision(2), "compare");
    ask(session, cost);
    REQUIRE_FALSE(session.input(LookChange{ShowView{"risk"}}, Phase::Commit, {}));
    CHECK_FALSE(is_open(session));
    REQUIRE_FALSE(session.input(LookChange{ShowTrace{cost, {{"cost", "o1"}}}}, Phase::Commit, {}));
    CHECK_FALSE(is_open(session));  // no such row in it
    REQUIRE_FALSE(session.input(LookChange{ShowView{"compare"}}, Phase::Commit, {}));
    CHECK_FALSE(is_open(session));
}

TEST_CASE("what the document does not have is not shown, and nothing fails") {
    Session session = showing(full_decision(2), "compare");
    const std::string key = "compare/headline/expected/o1";
    for (const TracedFigure& gone : {TracedFigure{"net", "o7"}, TracedFigure{"gone", "o1"},
                                     TracedFigure{"net", "o1", 3}, TracedFigure{"market", "o1"}}) {
        REQUIRE_FALSE(session.input(LookChange{ShowTrace{key, {gone}}}, Phase::Commit, {}));
        CHECK_FALSE(is_open(session));
        CHECK_FALSE(cell_of(shown(session), key).inquiry.is_open);
        CHECK_FALSE(trace_page(session, gone).has_value());
    }
}

TEST_CASE("it follows a change of the document while it is open") {
    Session session = showing(full_decision(2), "compare");
    ask(session, cost);
    REQUIRE_FALSE(session.set("weeks@o1", std::string("8")));
    CHECK(says(text_of(session), "With present values: 8\u2009weeks * 11 [$K/week]"));
    session.undo();
    CHECK(says(text_of(session), "4\u2009weeks * 11 [$K/week]"));
}

TEST_CASE("a score is traced to weight times value of every criterion, which add up to it") {
    Session session = showing(full_decision(3), "compare");
    ask(session, "compare/headline/score/o1");
    const Screen screen = shown(session);
    const ScoreResult& score = *session.results().score;
    const Document& document = session.document();
    CHECK(says(text_of(session), words().trace.weighted));
    const auto at = place_of_table(screen.view.blocks, "trace/feeds");
    REQUIRE(at.has_value());
    const Table& terms = std::get<Table>(screen.view.blocks[*at].form);
    REQUIRE(terms.rows.size() == document.scoring.criteria.size() + 1);
    double sum = 0;
    for (std::size_t c = 0; c < document.scoring.criteria.size(); ++c) {
        sum += 100 * score.weight[c] * score.base_value[c][1];
        CHECK(plain(terms.rows[c].cells[3].text) == share(score.weight[c]));
        CHECK(plain(terms.rows[c].cells[4].text) ==
              bare_figure(100 * score.weight[c] * score.base_value[c][1], ""));
    }
    CHECK(sum == doctest::Approx(std::get<double>(score.score[1].base)).epsilon(1e-12));
    CHECK(plain(terms.rows.back().cells[4].text) == bare_figure(sum, ""));

    ask(session, terms.rows[0].key);  // the level is a figure of a row
    CHECK(find_action(shown(session), "trace/back") != nullptr);
    ask(session, "trace/back");
    CHECK(says(text_of(session), words().trace.weighted));
}

TEST_CASE("a figure that compares options is traced to the options' own figures") {
    Session session = showing(full_decision(3), "compare");
    const Document& document = session.document();
    ask(session, "compare/headline/p_best/1");
    const Screen screen = shown(session);
    const auto at = place_of_table(screen.view.blocks, "trace/feeds");
    REQUIRE(at.has_value());
    const Table& options = std::get<Table>(screen.view.blocks[*at].form);
    REQUIRE(options.rows.size() == 3);
    const std::size_t objective = *row_index(document, document.objective);
    for (std::size_t option = 0; option < 3; ++option) {
        const Outcome& outcome = *session.results().rows[objective].outcome[option].front();
        const std::string& unit = document.rows[objective].unit;
        CHECK(plain(options.rows[option].cells[1].text) ==
              figure(std::get<double>(outcome.base), unit));
        CHECK(plain(options.rows[option].cells[2].text) ==
              figure(std::get<Statistics>(outcome.over_draws).mean, unit));
    }
    CHECK(find_action(screen, "trace/save") != nullptr);
    ask(session, "trace/feeds/o2");
    CHECK(says(text_of(session), words().trace.formula));
}

TEST_CASE("what the verdict says is traced at the top of any view, and leaves it with the view") {
    for (const View& view : views()) {
        CAPTURE(view.id);
        Session session = showing(full_decision(2), view.id);
        CHECK_FALSE(is_open(session));
        ask(session, "verdict/from/0");
        const Screen screen = shown(session);
        CHECK(place_of_table(screen.view.blocks, "trace/feeds").has_value());
        CHECK(plain(std::get<Heading>(screen.view.blocks.front().form).text) ==
              words().trace.of_all("Net value"));
        ask(session, "verdict/from/0");
        CHECK_FALSE(is_open(session));
        ask(session, "verdict/from/0");
        ask(session, view.id == "money" ? "views/risk" : "views/money");
        CHECK_FALSE(is_open(session));
    }
}

TEST_CASE("figures of analyses are traced to what options are compared by") {
    const std::vector<std::pair<std::string, std::string>> places{
        {"flips", "flips/weeks@o1/2"},
        {"flips", "flips/weeks@o1/3"},
        {"map", "map/from/0"},
        {"rules", "rules/criteria/" + words().rules.maximin.name + "/o1"}};
    for (const auto& place : places) {
        Session session = studied(full_decision(2), place.first);
        ask(session, place.second);
        CHECK(is_open(session));
    }
    Document scored = full_decision(2);
    scored.objective.clear();
    Session session = studied(scored, "flips");
    ask(session, "verdict/from/0");
    CHECK(says(text_of(session), words().trace.of_all(words().compare.score)));
    CHECK(find_action(shown(session), "trace/save") == nullptr);
}

TEST_CASE("every askable figure of every view has a key of its own and opens its trace") {
    for (const View& view : views()) {
        Session session = showing(full_decision(3), view.id);
        const Screen before = shown(session);
        std::size_t asked = 0;
        for (const Block& block : before.view.blocks)
            if (const auto* table = std::get_if<Table>(&block.form))
                for (const TableRow& row : table->rows)
                    for (const TableCell& cell : row.cells) {
                        if (cell.inquiry.key.empty()) continue;
                        CAPTURE(cell.inquiry.key);
                        CHECK(find_action(before, cell.inquiry.key) != nullptr);
                        ask(session, cell.inquiry.key);
                        CHECK(is_open(session));
                        ++asked;
                    }
        const bool has_figures = view.id == "compare" || view.id == "money" || view.id == "risk";
        CHECK((asked > 0) == has_figures);
    }
}
