#include "model/document_json.h"
#include "model/find.h"
#include "page/example.h"
#include "words/audit_words.h"

#include <fstream>
#include <sstream>

using namespace fulcrum;

namespace {

Document phase0() {
    std::ifstream in(FULCRUM_ASSETS_DIR "/phase0.json", std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    const ReadDocument read = read_document(text.str());
    REQUIRE(read.diagnostics.empty());
    return read.document;
}

const Details* finding(const Page& page, const std::string& claim) {
    for (const Block& block : page.blocks)
        if (const auto* details = std::get_if<Details>(&block.form))
            if (details->key == "audit/" + claim) return details;
    return nullptr;
}

std::optional<Error> press(Session& session, const std::string& key) {
    const Screen shown = screen(session);
    const Action* action = find_action(shown, key);
    REQUIRE(action != nullptr);
    const auto error = session.input(Action(*action), Phase::Commit, {});
    session.study();
    return error;
}

// One figure of full_decision stated otherwise: weeks of o0 are 2 to 4, so its cost is 22 to 44.
Document stated_cost() {
    Document document = full_decision(2);
    Claim claim = claim_of("cost", "o0", "cost", 0);
    claim.value.reset();
    claim.low = 10;
    claim.high = 30;
    claim.unit = "$K";
    document.claims = {claim};
    return document;
}

}  // namespace

TEST_CASE("the audit says first how many of the stated figures and statements do not follow") {
    const std::string text = text_of(studied(phase0(), "audit"));
    CHECK(says(text,
               "25 of 45 stated figures and statements do not follow from the document's own "
               "lines."));
    CHECK(says(text, "4 more follow only from stated figures that do not follow themselves."));
}

TEST_CASE("a finding says what is stated, what the lines give, how, and what it would change") {
    const std::string text = text_of(studied(phase0(), "audit"));
    for (const char* sentence :
         {"C · Net Savings (12 months): stated $33,500\u00a0–\u00a0$178,500, the lines give "
          "$13,500\u00a0–\u00a0$148,500",
          "That is $20,000 less at the low end and $30,000 less at the high end.",
          "− Upfront Cost ($91,500, as stated) − Post-Launch Maintenance "
          "($10,000\u00a0–\u00a0$20,000).",
          "The low end as stated comes out when Post-Launch Maintenance is left out.",
          "The high end as stated comes out when Post-Launch Maintenance is taken with the other "
          "sign.",
          "With it, “ROI: 36% - 195%” is 14.76\u00a0–\u00a0162.3\u2009%.",
          "comes out when Production Outages stays at 3\u2009outages: an end of its range is "
          "ignored.",
          "With Schedule Predictability turned round: 12.5\u2009points.",
          "No reading gives the stated figure.", "Cost per week in C: $13,071/week.",
          "“Do you have 7 weeks?” has 2 branches “YES”, which end alike.",
          "Emergency Hotfix Avoidance of C and Emergency Hotfixes of A hold the same amount: "
          "$75,000\u00a0–\u00a0$150,000.",
          "“Risk Level: HIGH” against “Overall Risk Score: 42/100 (ACCEPTABLE)”",
          "Done by week 6, as the action list says: $73,000\u00a0–\u00a0$93,000. B · Rapid Path "
          "would lead"}) {
        CAPTURE(sentence);
        CHECK(says(text, sentence));
    }
}

TEST_CASE("the worst come first, and what agrees is folded at the end") {
    const Page page = screen(studied(phase0(), "audit")).view;
    const auto place = [&](const std::string& claim) {
        for (std::size_t b = 0; b < page.blocks.size(); ++b)
            if (const auto* details = std::get_if<Details>(&page.blocks[b].form))
                if (details->key == "audit/" + claim) return b;
        return page.blocks.size();
    };
    CHECK(place("upfront_c") < place("schedule_predictability"));
    CHECK(place("never_a") < place("roi_c"));
    CHECK(place("agree") == page.blocks.size() - 1);
    CHECK(finding(page, "total_cost_b") == nullptr);
    CHECK_FALSE(finding(page, "agree")->open);
}

TEST_CASE("the stated figure is put in use and taken out again, and both can be undone") {
    Session session = studied(stated_cost(), "audit");
    const Document before = session.document();
    CHECK(says(text_of(session),
               "stated $10,000\u00a0–\u00a0$30,000, the lines give "
               "$22,000\u00a0–\u00a0$44,000"));
    CHECK_FALSE(press(session, "audit/cost/stated"));
    const std::string text = text_of(session);
    CHECK(says(text, "The stated figure is in use."));
    CHECK(says(text, "the lines give $22,000\u00a0–\u00a0$44,000"));
    CHECK(session.document() != before);
    CHECK_FALSE(press(session, "audit/cost/recomputed"));
    CHECK(session.document().rows == before.rows);
    CHECK_FALSE(says(text_of(session), "The stated figure is in use."));
    session.undo();
    session.undo();
    CHECK(session.document() == before);
}

TEST_CASE("restoring everything takes stated figures out of use") {
    Session session = studied(stated_cost(), "audit");
    const Document before = session.document();
    CHECK_FALSE(press(session, "audit/cost/stated"));
    CHECK(says(as_text(screen(session).bar), "1 assumption changed"));
    REQUIRE_FALSE(session.input(Command::RestoreAll, Phase::Commit, {}));
    CHECK(session.document().rows == before.rows);
}

TEST_CASE("an amount in two rows is left out of one by a button") {
    Session session = studied(phase0(), "audit");
    const std::string key = "audit/velocity_loss_b/row/velocity_loss_cost";
    const Document before = session.document();
    CHECK(says(text_of(session), "[Leave out Developer Velocity Loss]"));
    CHECK_FALSE(press(session, key));
    CHECK(find_row(session.document(), "velocity_loss_cost")->off);
    CHECK(says(text_of(session), "[Count Developer Velocity Loss again]"));
    CHECK_FALSE(press(session, key));
    CHECK(session.document() == before);
}

TEST_CASE("until it is made the audit says so; a decision without claims says that") {
    Document document = full_decision(2);
    CHECK(says(text_of(showing(document, "audit")), audit_words().pending));
    document.claims.clear();
    CHECK(says(text_of(showing(document, "audit")), audit_words().nothing));
}

TEST_CASE("after a change the audit stays as it was until it is made again") {
    Session session = studied(full_decision(2), "audit");
    REQUIRE(session.is_current(StudyKind::Audit));
    REQUIRE_FALSE(session.input(LookChange{ShowView{"risk"}}, Phase::Commit, {}));
    CHECK(session.is_current(StudyKind::Audit));
    REQUIRE_FALSE(session.set("price", 55.0));
    CHECK_FALSE(session.is_current(StudyKind::Audit));
    CHECK(session.studies().audit.has_value());
    session.settle();
    CHECK(session.is_current(StudyKind::Audit));
    session.undo();
    CHECK_FALSE(session.is_current(StudyKind::Audit));
}

TEST_CASE("figures of the audit have four digits, large ones five, and their unit once") {
    const AuditWords& said = audit_words();
    CHECK(said.figure(24.0 + 1.0 / 6, "points") == "24.17\u2009points");
    CHECK(said.figure(13.071, "$K") == "$13,071");
    CHECK(said.figure(-0.0849, "%") == "−8.49\u2009%");
    CHECK(said.range(3, 5, "outages") == "3\u00a0–\u00a05\u2009outages");
    CHECK(said.range(0.148, 1.623, "%") == "14.8\u00a0–\u00a0162.3\u2009%");
    CHECK(said.range(12, 12, "points") == "12\u2009points");
    CHECK(said.range(-8.5, 41.5, "$K") == "−$8,500\u00a0–\u00a0$41,500");
}
