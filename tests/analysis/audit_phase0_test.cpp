// The twenty findings of the built-in decision, as computed by hand; and all its other claims.
#include "analysis/asset.h"
#include "analysis/audit.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace fulcrum;

namespace {

Audit audit_of(const Document& document) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return audit(document, *compiled.model, document);
}

const Document& phase0() {
    static const Document document = asset("phase0.json");
    return document;
}

const Finding& found(const std::string& id) {
    static const Audit all = audit_of(phase0());
    for (const Finding& finding : all.findings)
        if (phase0().claims[finding.claim].id == id) return finding;
    FAIL("no claim " << id);
    return all.findings.front();
}

bool is(double value, double expected, double tolerance) {
    return std::fabs(value - expected) <= tolerance;
}

void check_extent(const std::optional<Extent>& extent, double low, double high, double tolerance) {
    REQUIRE(extent.has_value());
    CAPTURE(extent->low);
    CAPTURE(extent->high);
    CHECK(is(extent->low, low, tolerance));
    CHECK(is(extent->high, high, tolerance));
}

const RowExtents& row_of(const Finding& finding, const std::string& id) {
    for (const RowExtents& row : finding.rows)
        if (phase0().rows[row.row].id == id) return row;
    FAIL("no row " << id);
    return finding.rows.front();
}

// Half a unit of the last digit that the reference table prints.
constexpr double cents = 0.005, tenths = 0.05, units = 1e-9;

}  // namespace

// ---------------------------------------------------------------- the built-in decision: the
// twenty

TEST_CASE("1: C's overall risk is 24.17, not 18; 12.0 and 12.5 read otherwise") {
    const Finding& finding = found("overall_risk_c");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 24.17, 24.17, cents);
    REQUIRE(finding.readings.size() == 2);
    check_extent(finding.readings[0].extent, 12.0, 12.0, tenths);
    check_extent(finding.readings[1].extent, 12.5, 12.5, tenths);
    CHECK_FALSE(finding.readings[0].gives_stated);
    CHECK_FALSE(finding.readings[1].gives_stated);
    CHECK(found("lowest_risk").accord == Accord::Differs);
}

TEST_CASE("2: C's net savings are 13.5 to 148.5; 33.5 leaves maintenance out, 178.5 adds it") {
    const Finding& finding = found("net_savings_c");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 13.5, 148.5, units);
    CHECK(is(*finding.low_off, -20, units));
    CHECK(is(*finding.high_off, -30, units));
    REQUIRE(finding.explanations.size() == 2);
    CHECK(finding.explanations[0].how == Explanation::How::LeavesOut);
    CHECK(finding.explanations[0].ends == Explanation::Ends::Low);
    CHECK(finding.explanations[0].name == "Post-Launch Maintenance");
    CHECK(finding.explanations[1].how == Explanation::How::TurnsSign);
    CHECK(finding.explanations[1].ends == Explanation::Ends::High);
    CHECK(finding.explanations[1].name == "Post-Launch Maintenance");
}

TEST_CASE(
    "3: C's ROI follows from its stated savings only; from the recomputed it is 14.8 to 162.3 %") {
    for (const char* id : {"roi_c", "best_roi"}) {
        const Finding& finding = found(id);
        CHECK(finding.accord == Accord::Follows);
        check_extent(finding.recomputed, 0.366, 1.951, 0.0005);
        check_extent(finding.through, 0.148, 1.623, 0.0005);
        REQUIRE(finding.rests_on.size() == 1);
        CHECK(phase0().claims[finding.rests_on[0]].id == "net_savings_c");
    }
}

TEST_CASE(
    "4: C's six-month cost leaves out its maintenance: 101.5 to 111.5, for half of it 96.5 to "
    "101.5") {
    const Finding& finding = found("cost_6_c");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 101.5, 111.5, units);
    REQUIRE(finding.explanations.size() == 1);
    CHECK(finding.explanations[0].how == Explanation::How::LeavesOut);
    CHECK(finding.explanations[0].ends == Explanation::Ends::Both);
    check_extent(finding.readings.at(0).extent, 96.5, 101.5, units);
    const RowExtents& maintenance = row_of(finding, "maintenance");
    CHECK_FALSE(maintenance.at[0].has_value());
    CHECK_FALSE(maintenance.at[1].has_value());
    check_extent(maintenance.at[2], 10, 20, units);
}

TEST_CASE(
    "5: A's outages cost 30 to 250: the stated range holds them at three; A's total is 155 to "
    "500") {
    const Finding& finding = found("outage_cost_a");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 30, 250, units);
    REQUIRE(finding.explanations.size() == 1);
    CHECK(finding.explanations[0].how == Explanation::How::Holds);
    CHECK(finding.explanations[0].name == "Production Outages");
    CHECK(finding.explanations[0].value == 3);
    REQUIRE(finding.carried_to.size() == 2);
    CHECK(phase0().claims[finding.carried_to[0]].id == "total_cost_a");
    for (const char* id : {"total_cost_a", "cost_6_a"}) {
        CHECK(found(id).accord == Accord::Follows);
        check_extent(found(id).recomputed, 155, 400, units);
        check_extent(found(id).through, 155, 500, units);
    }
}

TEST_CASE("6: C's payback takes 4.4 to 8.8 months, 2.2 to 4.4 if all came within six") {
    const Finding& finding = found("payback_c");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 4.4, 8.8, tenths);
    check_extent(finding.readings.at(0).extent, 2.2, 4.4, tenths);
    CHECK_FALSE(finding.readings[0].gives_stated);
}

TEST_CASE(
    "7: schedule predictability rises where the other risks fall; turned round the means are 85, "
    "35, 12.5") {
    const Finding& finding = found("schedule_predictability");
    CHECK(finding.accord == Accord::Contradicts);
    REQUIRE(finding.means.size() == 3);
    const double turned[] = {85, 35, 12.5}, without[] = {88, 36, 12},
                 stated[] = {78.33, 41.67, 24.17};
    for (std::size_t option = 0; option < 3; ++option) {
        CHECK(is(finding.means[option].turned, turned[option], units));
        CHECK(is(finding.means[option].without, without[option], units));
        CHECK(is(finding.means[option].stated, stated[option], cents));
    }
}

TEST_CASE("8: the tree has two NO and two YES branches at one question, and C unasked") {
    const Finding& finding = found("decision_tree");
    const auto id = [](std::size_t node) { return phase0().tree.nodes[node].id; };
    CHECK(finding.accord == Accord::Contradicts);
    REQUIRE(finding.faults.size() == 2);
    CHECK(id(finding.faults[0].node) == "tolerate");
    CHECK(finding.faults[0].label == "NO");
    CHECK(finding.faults[0].unasked);
    CHECK(id(finding.faults[1].node) == "seven_weeks");
    CHECK(finding.faults[1].label == "YES");
    CHECK(finding.faults[1].same_option);
    std::string read;
    for (const TreeStep& step : finding.consistent)
        read += id(step.node) + " " + step.label + " " + phase0().tree.nodes[step.to].option + "; ";
    CHECK(read == "tolerate YES A; tolerate NO ; seven_weeks YES C; seven_weeks NO B; ");
}

TEST_CASE("9: C's avoided hotfixes are A's, 75 to 150; against B it saves -8.5 to 41.5") {
    const Finding& finding = found("hotfix_avoidance_c");
    CHECK(finding.accord == Accord::Contradicts);
    REQUIRE(finding.shared.size() == 1);
    CHECK(finding.shared[0].equal_options == std::pair<std::size_t, std::size_t>{2, 0});
    check_extent(finding.shared[0].amount, 75, 150, units);
    check_extent(finding.readings.at(0).extent, -8.5, 41.5, units);
}

TEST_CASE("10: the lowest total cost is upfront: 101.5 to 111.5 against 103 to 143") {
    const Finding& finding = found("lowest_total_cost");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 101.5, 111.5, units);
    check_extent(row_of(finding, "cost").at[1], 103, 143, units);
}

TEST_CASE(
    "11: B's clean-up is done in month 1.4, 6.7 or not within the year; by then 73 to 93; and it "
    "decides") {
    const Finding& finding = found("cleanup_b");
    CHECK(finding.accord == Accord::Contradicts);
    check_extent(finding.readings.at(0).extent, 73, 93, units);
    check_extent(row_of(finding, "cleanup_done").at[1], 1.4, 12, units);
    REQUIRE(finding.effects.size() == 3);
    CHECK(finding.effects[0].lead.leader == 1);  // below the flip at 4.32
    CHECK(finding.effects[1].lead.leader == 2);
    CHECK(finding.effects[2].lead.leader == 2);
    CHECK(found("velocity_after_cleanup_b").accord == Accord::Contradicts);
}

TEST_CASE(
    "12: B is charged for 30 points of velocity and A nothing for 60, and velocity moves revenue") {
    const Finding& finding = found("velocity_loss_b");
    CHECK(finding.accord == Accord::Contradicts);
    check_extent(finding.readings.at(0).extent, 0.3, 0.3, units);
    check_extent(finding.readings.at(1).extent, 0.6, 0.6, units);
    CHECK_FALSE(row_of(finding, "velocity_loss_cost").at[0].has_value());
    REQUIRE(finding.shared.size() == 1);
    CHECK(finding.shared[0].inputs == std::vector<std::string>{"cleanup_done@B"});
    REQUIRE(finding.effects.size() == 2);
    CHECK(finding.effects[0].edit == Edit{SetRowOff{"velocity_loss_cost", true}});
    CHECK_FALSE(finding.effects[0].same);
}

TEST_CASE("13: the cost of A's outages stands in two rows of revenue too") {
    const Finding& finding = found("outage_cost_twice");
    CHECK(finding.accord == Accord::Contradicts);
    REQUIRE(finding.shared.size() == 2);
    for (const Shared& shared : finding.shared)
        CHECK(shared.inputs == std::vector<std::string>{"outages@A"});
}

TEST_CASE("14 and 15: outages and hotfixes of B and C have levels but no cost") {
    for (const char* id : {"minor_issues_b", "minor_issues_c"}) {
        CHECK(found(id).accord == Accord::Contradicts);
        CHECK(row_of(found(id), "outages").at[2].has_value());
        CHECK_FALSE(row_of(found(id), "outage_cost").at[1].has_value());
        CHECK_FALSE(row_of(found(id), "outage_cost").at[2].has_value());
    }
    for (const char* id : {"no_hotfixes_c", "hotfixes_b"}) {
        CHECK(found(id).accord == Accord::Contradicts);
        CHECK_FALSE(row_of(found(id), "hotfixes").at[1].has_value());
    }
}

TEST_CASE("16: C is 2.5 times as fast as A and 1.43 times as fast as B, not twice") {
    CHECK(found("velocity_double_a").accord == Accord::Differs);
    check_extent(found("velocity_double_a").recomputed, 2.5, 2.5, units);
    CHECK(found("velocity_double_b").accord == Accord::Differs);
    check_extent(found("velocity_double_b").recomputed, 1.43, 1.43, cents);
}

TEST_CASE("17: A's outages and hotfixes are 105 to 300, not 100 and more") {
    const Finding& finding = found("emergency_budget_a");
    CHECK(finding.accord == Accord::Differs);
    check_extent(finding.recomputed, 105, 300, units);
    CHECK(is(*finding.low_off, 5, units));
    CHECK_FALSE(finding.high_off.has_value());
}

TEST_CASE("18: a HIGH risk has the score 42 that is called acceptable") {
    CHECK(found("risk_level_b").accord == Accord::Contradicts);
    check_extent(row_of(found("risk_level_b"), "risk_overall").at[1], 41.67, 41.67, cents);
}

TEST_CASE("19: a week costs 11 in B and 13.071 in C: 14.5 of C's 91.5 is unexplained") {
    const Finding& finding = found("upfront_c");
    CHECK(finding.accord == Accord::Differs);
    CHECK(is(*finding.low_off, -14.5, units));
    check_extent(finding.readings.at(0).extent, 11, 11, units);
    check_extent(finding.readings.at(1).extent, 13.071, 13.071, 0.0005);
    CHECK(finding.explanations.empty());
}

TEST_CASE("20: two choices and three options; never and if") {
    CHECK(found("two_choices").accord == Accord::Contradicts);
    CHECK(found("never_a").accord == Accord::Contradicts);
}

TEST_CASE("what follows from the stated lines is said to: totals, rounded scores, counts") {
    CHECK(found("total_cost_b").accord == Accord::Agrees);
    CHECK(found("cost_6_b").accord == Accord::Agrees);
    CHECK(found("upfront_b").accord == Accord::Agrees);
    CHECK(found("outages_a").accord == Accord::Agrees);
    CHECK(found("overall_risk_a").accord == Accord::Rounds);
    CHECK(found("overall_risk_b").accord == Accord::Rounds);
    CHECK(found("impact_c_12").modelled);
    CHECK(found("highest_quality").accord == Accord::Shown);
}

TEST_CASE(
    "no figure of the built-in decision is reached outside the extent, wherever its lines lie") {
    const Document& document = phase0();
    const Compilation compiled = compile(document);
    ClaimLines lines(document, *compiled.model);
    std::uint32_t state = 1;
    const auto chance = [&state] {
        state = state * 1664525u + 1013904223u;
        return state >> 8;
    };
    std::size_t exact = 0;
    for (const Claim& claim : document.claims) {
        if (claim.kind != ClaimKind::Figure || claim.formula.empty()) continue;
        CAPTURE(claim.id);
        const auto node = lines.build(claim.formula, claim, false);
        REQUIRE(static_cast<bool>(node));
        const auto ranges = lines.ranges(claim.given);
        const auto whole = lines.extent(*node, ranges);
        REQUIRE(whole.has_value());
        exact += whole->exact ? 1 : 0;
        CHECK(whole->exact);
        for (int trial = 0; trial < 300; ++trial) {
            auto pinned = ranges;
            for (InputRange& range : pinned) {
                const double at = range.low + (range.high - range.low) * (chance() % 1025) / 1024.0;
                range = {at, at, at};
            }
            const auto point = lines.extent(*node, pinned);
            REQUIRE(point.has_value());
            CHECK(whole->low - 1e-9 <= point->base);
            CHECK(point->base <= whole->high + 1e-9);
        }
    }
    CHECK(exact > 10);
}
