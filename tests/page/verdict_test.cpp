#include "page/example.h"

using namespace fulcrum;

namespace {

std::string said(const Session& session) {
    std::string text;
    for (const Block& block : verdict(session).blocks)
        text += plain(std::get_if<Paragraph>(&block.form)->text) + " ";
    return text;
}

bool has(const std::string& text, const std::string& part) {
    CAPTURE(text);
    CAPTURE(part);
    return text.find(part) != std::string::npos;
}

// Option 0 gives low .. high, option 1 gives exactly `other`.
Document race(double low, double high, double other) {
    Document document = bare_decision(2);
    document.simulation.draws = 16'384;
    document.assumptions[0].low = low;
    document.assumptions[0].high = high;
    document.assumptions[0].base = (low + high) / 2;
    document.rows[0].cells = {{"o0", Formula{"price"}}, {"o1", other}};
    return document;
}

}  // namespace

TEST_CASE("the verdict names the leader, how often it is best and by how much in the middle") {
    // Uniform 0 .. 100 against 20: above it in 80 % of draws; the middle gap is 50 - 20.
    const std::string text = said(opened(race(0, 100, 20)));
    CHECK(has(text,
              "A · Option 0 leads: best in 80\u2009% of draws from these ranges, by $30K over B"
              " in the middle."));
}

TEST_CASE("the leader's name stands in its option's ink") {
    const Page page = verdict(opened(race(0, 100, 20)));
    const Prose& first = std::get_if<Paragraph>(&page.blocks.front().form)->text;
    CHECK(first.front().ink == Ink{.role = Role::Option, .option = 0});
    CHECK(std::get_if<Paragraph>(&page.blocks.front().form)->weight == Weight::Lead);
}

TEST_CASE("below the threshold there is no clear winner, likeliest first") {
    // 48 % above 52; the mean 50 is below it, so B leads with 52 %.
    const std::string text = said(opened(race(0, 100, 52)));
    CHECK(has(text, "No clear winner: B\u00a052\u2009%, A\u00a048\u2009%."));
}

TEST_CASE("a lead that does not matter is no clear winner, and the verdict says why") {
    Document document = race(0, 100, 20);
    document.headline.matters = 40;
    CHECK(has(said(opened(document)), "by $30K in the middle; less than $40K does not matter"));
}

TEST_CASE("one option has nothing to be compared with") {
    CHECK(has(said(opened(bare_decision(1))), "only option"));
}

TEST_CASE("an objective that does not exist is said, with its reason") {
    Document document = race(0, 100, 20);
    document.rows[0].cells[0].second = Formula{"price / 0"};
    const std::string text = said(opened(document));
    CHECK(has(text, "No verdict: "));
    CHECK(has(text, "division by zero"));
}

TEST_CASE("the verdict says whether the score agrees") {
    Document document = race(0, 100, 20);
    document.scoring.criteria = {criterion_of("net", "", 0, 100)};
    CHECK(has(said(opened(document)), "The score agrees: A\u00a050 of 100."));
    Row ease = row_of("ease", "Ease", "", "");
    ease.cells = {{"o0", 10.0}, {"o1", 90.0}};
    document.rows.push_back(ease);
    document.scoring.criteria = {criterion_of("ease", "", 0, 100)};
    CHECK(has(said(opened(document)), "The score favours B: 90 of 100, A\u00a010 of 100."));
}

TEST_CASE("without an objective the score leads, and is not said twice") {
    Document document = race(0, 100, 20);
    document.objective.clear();
    document.scoring.criteria = {criterion_of("net", "", 0, 100)};
    const std::string text = said(opened(document));
    CHECK(has(text, "A · Option 0 leads on the score: best in 80\u2009% of draws"));
    CHECK(text.find("agrees") == std::string::npos);
}

TEST_CASE("while a slider is held the verdict carries what changed, and loses it on release") {
    Session session = opened(race(0, 100, 20));
    const Action drag{Edit{SetBase{"price", 0}}};
    REQUIRE_FALSE(session.input(drag, Phase::Begin, {}));
    REQUIRE_FALSE(session.input(drag, Phase::Change, 60.0));
    // 10 .. 110 against 20: 90 %, ten points more; the middle gap 40, ten more.
    CHECK(has(said(session), "best in 90\u2009% (+10\u2009points) of draws"));
    CHECK(has(said(session), "by $40K (+10K) over B"));
    REQUIRE_FALSE(session.input(drag, Phase::Commit, 60.0));
    CHECK(has(said(session), "best in 90\u2009% of draws"));
}
