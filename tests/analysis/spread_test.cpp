#include "analysis/spread.h"

#include "analysis/asset.h"
#include "analysis/section.h"
#include "engine/document_builder.h"
#include "engine/model.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <map>

using namespace fulcrum;

namespace {

GapSpread spread_of(const Document& document, std::size_t draws = 4096) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    SpreadSearch search(document, *compiled.model, draws);
    while (search.step()) {
    }
    return search.so_far();
}

void normal(DocumentBuilder& build, const std::string& id, double mean, double sd) {
    Assumption& own = build.assumption(id, "", mean);
    own.family = "normal";
    own.sd = sd;
}

// A has what the formula gives, B 0.
Document against_nothing(DocumentBuilder build, const std::string& formula) {
    build.row("net", "").direction = Direction::More;
    build.cell("A", formula);
    build.cell("B", 0.0);
    build.document().objective = "net";
    return build.document();
}

const InputSpread& input_of(const GapSpread& spread, const std::string& id) {
    for (const InputSpread& input : spread.inputs)
        if (input.id == id) return input;
    FAIL(id << " is missing");
    return spread.inputs.front();
}

// Within five standard errors of the truth; errors are known from 8 scramblings alone.
void check(const std::optional<VarianceShare>& share, double truth) {
    REQUIRE(share.has_value());
    CAPTURE(share->share);
    CAPTURE(share->error);
    CHECK(std::fabs(share->share - truth) <= 5 * share->error + 1e-12);
    CHECK(share->error < 0.03);
}

}  // namespace

TEST_CASE("of a sum of independent normals each explains its own part of the variance") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 5, 3);
    normal(build, "y", 1, 2);
    normal(build, "z", 1, 1);
    build.assumption("idle", "", {1, 0, 2});
    const GapSpread spread = spread_of(against_nothing(std::move(build), "x - 2 * y + 4"));
    // Variances 9 and 2^2 2^2 = 16, together 25.
    CHECK(spread.sd == doctest::Approx(5).epsilon(0.01));
    CHECK(spread.r_squared == doctest::Approx(1));
    CHECK(spread.shares == GapSpread::Shares::Known);
    REQUIRE(spread.inputs.size() == 2);
    CHECK(spread.inputs[0].id == "y");
    for (const auto& [id, share] : std::map<std::string, double>{{"x", 0.36}, {"y", 0.64}}) {
        const InputSpread& input = input_of(spread, id);
        check(input.alone, share);
        check(input.with_others, share);
        // Of bivariate normals: rho of ranks is 6/pi asin(r/2), tau 2/pi asin(r).
        const double r = std::sqrt(share) * (id == "x" ? 1 : -1), pi = std::acos(-1.0);
        CHECK(input.standardised == doctest::Approx(r).epsilon(0.01));
        CHECK(*input.spearman == doctest::Approx(6 / pi * std::asin(r / 2)).epsilon(0.02));
        CHECK(*input.kendall == doctest::Approx(2 / pi * std::asin(r)).epsilon(0.02));
    }
}

TEST_CASE("factors of a product with mean zero explain all of it together and nothing alone") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 0, 2);
    normal(build, "y", 0, 3);
    const GapSpread spread = spread_of(against_nothing(std::move(build), "x * y"));
    for (const char* id : {"x", "y"}) {
        check(input_of(spread, id).alone, 0);
        REQUIRE(input_of(spread, id).with_others.has_value());
        const VarianceShare total = *input_of(spread, id).with_others;
        CHECK(std::fabs(total.share - 1) <= 5 * total.error);
    }
    CHECK(spread.r_squared < 0.01);
}

TEST_CASE("of a square and a product the shares are those of their closed form") {
    // x, y uniform on [-1, 1]: x^2 has the variance 4/45, x y 1/9, together 9/45.
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {0, -1, 1});
    build.assumption("y", "", {0, -1, 1});
    const GapSpread spread = spread_of(against_nothing(std::move(build), "x ^ 2 + x * y"));
    check(input_of(spread, "x").alone, 4.0 / 9);
    check(input_of(spread, "y").alone, 0);
    check(input_of(spread, "y").with_others, 5.0 / 9);
    const VarianceShare x = *input_of(spread, "x").with_others;
    CHECK(std::fabs(x.share - 1) <= 5 * x.error);
}

TEST_CASE("any number of draws will do") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 5, 3);
    normal(build, "y", 1, 4);
    const GapSpread spread = spread_of(against_nothing(std::move(build), "x + y"), 1000);
    CHECK(spread.draws == 1000);
    CHECK(spread.share_draws == 768);
    check(input_of(spread, "x").alone, 0.36);
}

TEST_CASE("a gap that is the same in every draw has no spread to explain") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {5, 0, 10});
    build.row("net", "").direction = Direction::More;
    build.cell("A", "x + 1");
    build.cell("B", "x");
    build.document().objective = "net";
    const GapSpread spread = spread_of(build.document());
    CHECK(spread.lead.runner_up == 1);
    CHECK(spread.sd == 0);
    CHECK(spread.inputs.empty());
}

TEST_CASE("with one option, or without uncertainty, nothing is explained") {
    DocumentBuilder one({"A"});
    one.assumption("x", "", {5, 0, 10});
    one.row("net", "", "x").direction = Direction::More;
    one.document().objective = "net";
    CHECK(spread_of(one.document()).inputs.empty());
    DocumentBuilder certain({"A", "B"});
    certain.assumption("x", "", 5);
    CHECK(spread_of(against_nothing(std::move(certain), "x")).sd == 0);
}

TEST_CASE("where inputs are correlated there are no shares, and correlations all the same") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 1, 1);
    normal(build, "y", 0, 1);
    normal(build, "other", 0, 1);
    build.document().correlations = {{.of = {"x", "y"}, .rank = 0.5}};
    Document document = against_nothing(std::move(build), "x + y");
    const GapSpread spread = spread_of(document);
    CHECK(spread.shares == GapSpread::Shares::Correlated);
    CHECK_FALSE(spread.inputs[0].alone.has_value());
    CHECK(spread.r_squared == doctest::Approx(1));
    // One of two correlated numbers alone is independent of all that matters.
    document.correlations = {{.of = {"x", "other"}, .rank = 0.5}};
    check(input_of(spread_of(document), "x").alone, 0.5);
}

TEST_CASE("shares that some draws leave undefined are not given") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {0.5, 0, 1});
    // One of 256 draws lies below 1/256, and below 0.001 in a quarter of all scramblings: not in
    // the results' own, but in one of the sixteen of the shares but once in a hundred.
    Document document = against_nothing(std::move(build), "sqrt(x - 0.001) + 1");
    while (!spread_of(document, 256).lead.leader) ++document.simulation.seed;
    const GapSpread spread = spread_of(document, 256);
    CHECK(spread.shares == GapSpread::Shares::Undefined);
    REQUIRE(spread.inputs.size() == 1);
    CHECK_FALSE(spread.inputs[0].alone.has_value());
    CHECK(spread.inputs[0].spearman == doctest::Approx(1));
}

TEST_CASE("the spread of a score is explained by what its levels depend on") {
    DocumentBuilder build({"A", "B"});
    normal(build, "x", 50, 1);
    normal(build, "y", 40, 2);
    build.row("speed", "").direction = Direction::More;
    build.cell("A", "x");
    build.cell("B", 0.0);
    build.row("ease", "").direction = Direction::More;
    build.cell("A", "y");
    build.cell("B", 0.0);
    build.document().scoring.criteria = {{.row = "speed", .weight = 3, .worst = 0, .best = 100},
                                         {.row = "ease", .weight = 1, .worst = 0, .best = 100}};
    const GapSpread spread = spread_of(build.document());
    CHECK(spread.lead.by_score);
    CHECK(spread.unit == "points");
    // 0.75 x + 0.25 y: variances 9/16 and 4/16.
    check(input_of(spread, "x").alone, 9.0 / 13);
    check(input_of(spread, "y").alone, 4.0 / 13);
}

TEST_CASE("five hundred assumptions are explained in slices, within bounded memory") {
    DocumentBuilder build({"A", "B"});
    std::string sum = "0";
    for (int k = 0; k < 500; ++k) {
        const std::string id = "x" + std::to_string(k);
        build.assumption(id, "", {1, 0, 2});
        sum += " + " + id;
    }
    const Document document = against_nothing(std::move(build), sum);
    const Compilation compiled = compile(document);
    SpreadSearch search(document, *compiled.model, 1024);
    using Clock = std::chrono::steady_clock;
    double longest = 0;
    for (bool more = true; more;) {
        const auto before = Clock::now();
        more = search.step();
        longest = std::max(longest, std::chrono::duration<double>(Clock::now() - before).count());
    }
    MESSAGE("longest slice " << longest * 1000 << " ms");
    const GapSpread& spread = search.so_far();
    REQUIRE(spread.inputs.size() == 500);
    double all = 0;
    for (const InputSpread& input : spread.inputs) {
        CHECK(std::fabs(input.with_others->share - 1.0 / 500) <=
              6 * input.with_others->error + 1e-3);
        all += input.with_others->share;
    }
    CHECK(all == doctest::Approx(1).epsilon(0.05));
}

TEST_CASE("the section of the spread names what explains the built-in decision's gap") {
    const Document document = asset("phase0.json");
    const Compilation compiled = compile(document);
    const std::string json = find_section("spread")->json(document, *compiled.model, 4096);
    CHECK(json.find("\"cleanup_done@B\"") != std::string::npos);
    const GapSpread spread = spread_of(document);
    double alone = 0;
    for (const InputSpread& input : spread.inputs) alone += input.alone->share;
    CHECK(alone < 1.05);
    CHECK(alone > 0.5);
}
