// The figures of the source that the model computes with: each stands in the source as it is
// written here, and as a number where the path leads.
#include "assets/asset_files.h"

#include <doctest/doctest.h>

using namespace fulcrum::test;

namespace {

struct Figure {
    const char* source;  // word for word
    const char* path;
    double value;
};

const Figure figures[] = {
    {"Revenue per user: $50/month", "assumptions/price/base", 50},
    {"User churn from outages: 20%", "assumptions/churn/base", 0.2},
    {"New user acquisition cost: $100", "assumptions/new_user_cost/base", 100},
    {"**Timeline**: This week", "rows/weeks/cells/A", 0},
    {"**Timeline**: 3 weeks", "rows/weeks/cells/B/base", 3},
    {"**Timeline**: 7 weeks", "rows/weeks/cells/C/base", 7},
    {"3-5 production outages", "rows/outages/cells/A/low", 3},
    {"3-5 production outages", "rows/outages/cells/A/high", 5},
    {"1-2 minor production issues", "rows/outages/cells/B/low", 1},
    {"1-2 minor production issues", "rows/outages/cells/B/high", 2},
    {"0-1 minor production issues", "rows/outages/cells/C/low", 0},
    {"0-1 minor production issues", "rows/outages/cells/C/high", 1},
    {"Feature velocity slows to 40% of target", "rows/velocity/cells/A/base", 0.4},
    {"slows future development by 40-60%", "rows/velocity/cells/A/low", 0.4},
    {"slows future development by 40-60%", "rows/velocity/cells/A/high", 0.6},
    {"70% of target", "rows/velocity/cells/B/base", 0.7},
    {"Feature velocity at 100% target", "rows/velocity/cells/C/base", 1},
    {"outages ($10K-$50K each)", "rows/cost_per_outage/cells/A/low", 10},
    {"outages ($10K-$50K each)", "rows/cost_per_outage/cells/A/high", 50},
    {"Emergency Hotfixes:          $75,000 - $150,000", "rows/hotfixes/cells/A/low", 75},
    {"Emergency Hotfixes:          $75,000 - $150,000", "rows/hotfixes/cells/A/high", 150},
    {"Engineer Turnover:           $50,000 - $100,000", "rows/turnover/cells/A/low", 50},
    {"Engineer Turnover:           $50,000 - $100,000", "rows/turnover/cells/A/high", 100},
    {"Post-Launch Cleanup (6 months):  $40,000 - $60,000", "rows/cleanup/cells/B/low", 40},
    {"Post-Launch Cleanup (6 months):  $40,000 - $60,000", "rows/cleanup/cells/B/high", 60},
    {"Developer Velocity Loss:         $30,000 - $50,000", "rows/velocity_loss/cells/B/low", 30},
    {"Developer Velocity Loss:         $30,000 - $50,000", "rows/velocity_loss/cells/B/high", 50},
    {"Post-Launch Maintenance:         $10,000 - $20,000", "rows/maintenance/cells/C/low", 10},
    {"Post-Launch Maintenance:         $10,000 - $20,000", "rows/maintenance/cells/C/high", 20},
    {"SAVES $50,000 - $100,000", "rows/velocity_gain/cells/C/low", 50},
    {"SAVES $50,000 - $100,000", "rows/velocity_gain/cells/C/high", 100},
    {"SAVES $75,000 - $150,000", "rows/hotfix_avoidance/cells/C/low", 75},
    {"SAVES $75,000 - $150,000", "rows/hotfix_avoidance/cells/C/high", 150},
    {"Production Outages:          $30,000 - $150,000", "claims/outage_cost_a/low", 30},
    {"Production Outages:          $30,000 - $150,000", "claims/outage_cost_a/high", 150},
    {"Total Cost:                  $155,000 - $400,000", "claims/total_cost_a/low", 155},
    {"Total Cost:                  $155,000 - $400,000", "claims/total_cost_a/high", 400},
    {"Total Cost:                      $103,000 - $143,000", "claims/total_cost_b/low", 103},
    {"Total Cost:                      $103,000 - $143,000", "claims/total_cost_b/high", 143},
    {"Upfront Investment:              $33,000", "claims/upfront_b/value", 33},
    {"Upfront Investment:              $91,500", "claims/upfront_c/value", 91.5},
    {"| $155K-$400K |", "claims/cost_6_a/low", 155},
    {"| $155K-$400K |", "claims/cost_6_a/high", 400},
    {"| $103K-$143K |", "claims/cost_6_b/low", 103},
    {"| $103K-$143K |", "claims/cost_6_b/high", 143},
    {"$103K-$143K | $91,500 |", "claims/cost_6_c/value", 91.5},
    {"Net Savings (12 months):         $33,500 - $178,500", "claims/net_savings_c/low", 33.5},
    {"Net Savings (12 months):         $33,500 - $178,500", "claims/net_savings_c/high", 178.5},
    {"ROI:                             36% - 195%", "claims/roi_c/low", 0.36},
    {"ROI:                             36% - 195%", "claims/roi_c/high", 1.95},
    {"Payback Period:                  2-3 months", "claims/payback_c/low", 2},
    {"Payback Period:                  2-3 months", "claims/payback_c/high", 3},
    {"Overall Risk Score:            78/100", "claims/overall_risk_a/value", 78},
    {"Overall Risk Score:            42/100", "claims/overall_risk_b/value", 42},
    {"Overall Risk Score:            18/100", "claims/overall_risk_c/value", 18},
    {"18/100 risk score", "claims/lowest_risk/low", 18},
    {"You have $100K+ budget", "claims/emergency_budget_a/low", 100},
    {"(2x velocity)", "claims/velocity_double_a/value", 2},
    {"2x faster feature development", "claims/velocity_double_b/value", 2},
    {"+$0 (launch)", "claims/impact_a_3/value", 0},
    {"-$50K (outages)", "claims/impact_a_6/value", -50},
    {"-$200K (lost users)", "claims/impact_a_12/value", -200},
    {"-$10K (delay)", "claims/impact_b_3/value", -10},
    {"+$50K", "claims/impact_b_6/value", 50},
    {"+$150K", "claims/impact_b_12/value", 150},
    {"-$25K (delay)", "claims/impact_c_3/value", -25},
    {"+$100K", "claims/impact_c_6/value", 100},
    {"+$300K", "claims/impact_c_12/value", 300},
};

}  // namespace

TEST_CASE("every figure that the source states is the number that the decision computes with") {
    const std::string source =
        text_of(std::filesystem::path(FULCRUM_TESTS_DIR) / "assets" / "phase0-decision-matrix.md");
    for (const Figure& figure : figures) {
        CAPTURE(figure.path);
        CHECK(source.find(figure.source) != std::string::npos);
        const Json found = at_path(phase0(), figure.path);
        REQUIRE(found.is_number());
        CHECK(found.get<double>() == figure.value);
    }
}

TEST_CASE(
    "the nine points of the revenue table are claims that assume no clean-up within the year") {
    int points = 0;
    for (const Json& claim : phase0()["claims"]) {
        if (claim.value("row", "") != "impact") continue;
        CHECK(claim["given"] == Json{{"cleanup_done@B", 12}});
        ++points;
    }
    CHECK(points == 9);
}

TEST_CASE("each of the five reasons rests on a claim that says the same") {
    const Json reasons = at_path(phase0(), "recommendation/rationale");
    CHECK(reasons.size() == 5);
    for (const Json& reason : reasons) {
        const Json claim = at_path(phase0(), "claims/" + reason["claim"].get<std::string>());
        CHECK(claim["text"].get<std::string>() ==
              reason["title"].get<std::string>() + ": " + reason["text"].get<std::string>());
    }
}

TEST_CASE("levels are worth 0, 50 and 100, and equal groups make up the score") {
    int levels = 0;
    for (const Json& row : phase0()["rows"]) {
        if (row.value("kind", "") != "level") continue;
        ++levels;
        REQUIRE(row["scale"].size() == 3);
        for (std::size_t n = 0; n < 3; ++n)
            CHECK(row["scale"][n].value("value", 0.0) == 50.0 * static_cast<double>(n));
    }
    CHECK(levels == 8);
    CHECK(phase0()["scoring"]["criteria"].size() == 13);
    CHECK(phase0()["scoring"]["groups"].size() == 4);
}

TEST_CASE("what a row says the source states is what the claim about it quotes") {
    int compared = 0;
    for (const Json& claim : phase0()["claims"]) {
        const std::string where = claim.value("where", ""), text = claim.value("text", "");
        if (where.find("Financial Impact") == std::string::npos &&
            where.find("Comparison Matrix") == std::string::npos)
            continue;
        const Json stated = at_path(
            phase0(), "rows/" + claim.value("row", "") + "/stated/" + claim.value("option", ""));
        if (!stated.is_string()) continue;
        CAPTURE(text);
        CHECK(text.find(stated.get<std::string>()) != std::string::npos);
        ++compared;
    }
    CHECK(compared == 11);
}

TEST_CASE("each option carries its name, timeline, risk level and horizon") {
    const char* expected[][5] = {
        {"A", "Deploy Immediately", "This week", "CRITICAL", "6 Months"},
        {"B", "Rapid Path", "3 weeks", "HIGH", "6 Months"},
        {"C", "Full Roadmap", "7 weeks", "LOW", "6 Months"},
    };
    for (const auto& option : expected) {
        const Json own = at_path(phase0(), std::string("options/") + option[0]);
        CHECK(own["name"] == option[1]);
        CHECK(own["timeline"] == option[2]);
        CHECK(own["risk_level"] == option[3]);
        CHECK(own["outcomes_horizon"] == option[4]);
    }
}
