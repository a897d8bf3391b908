#include "analysis/audit.h"

#include "analysis/asset.h"
#include "engine/document_builder.h"
#include "model/find.h"

#include <doctest/doctest.h>

#include <string>

using namespace fulcrum;

namespace {

Audit audit_of(const Document& document, const Document& reference) {
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    return audit(document, *compiled.model, reference);
}
Audit audit_of(const Document& document) {
    return audit_of(document, document);
}

// One row "sum" that is in $K, about option A, of lines a = 10 .. 20 (15), b = 1 .. 3 (2) and c
// = 7.
DocumentBuilder sum_of(const std::string& formula) {
    DocumentBuilder build({"A", "B"});
    build.row("a", "$K");
    build.cell("A", Bounds{15, 10, 20});
    build.row("b", "$K");
    build.cell("A", Bounds{2, 1, 3});
    build.row("c", "$K");
    build.cell("A", 7.0);
    build.row("sum", "$K");
    build.cell("A", formula);
    build.cell("B", 10.0);
    for (Row& row : build.document().rows) row.topic = "costs";
    build.document().topics = {{"costs", "Costs", "money", ""}};
    build.document().objective = "sum";
    build.document().rows.back().direction = Direction::Less;
    return build;
}

Claim claim(std::optional<double> value, std::optional<double> low = {},
            std::optional<double> high = {}) {
    Claim claim;
    claim.id = "claim";
    claim.option = "A";
    claim.row = "sum";
    claim.unit = "$K";
    claim.value = value;
    claim.low = low;
    claim.high = high;
    return claim;
}

Finding finding_of(const std::string& formula, const Claim& claim) {
    DocumentBuilder build = sum_of(formula);
    for (Row& row : build.document().rows) row.name = row.id;
    build.document().claims = {claim};
    return audit_of(with_streams(build.document())).findings.at(0);
}

}  // namespace

// ---------------------------------------------------------------- ranges

TEST_CASE("corners are proven to be enough where they are, and the inside is searched elsewhere") {
    const auto extent_of = [](const std::string& formula) {
        DocumentBuilder build({"A"});
        build.assumption("x", "1", Bounds{1, -2, 2});
        build.assumption("y", "1", Bounds{4, 3, 5});
        build.row("net", "1", formula);
        build.document().objective = "net";
        const Document document = with_streams(build.document());
        const Compilation compiled = compile(document);
        REQUIRE(compiled.model.has_value());
        const InputRange ranges[] = {{1, -2, 2}, {4, 3, 5}};
        return extent(compiled.model->program, *compiled.model->rows[0].node[0][0], ranges);
    };
    CHECK(extent_of("x * y") == Extent{4, -10, 10, true});
    CHECK(extent_of("x - y") == Extent{-3, -7, -1, true});
    CHECK(extent_of("(x + y) / (2 * y)") == Extent{5.0 / 8, 1.0 / 6, 5.0 / 6, true});
    CHECK(extent_of("min(x, 1) / y")->exact);
    CHECK(extent_of("x * x") == Extent{1, 0, 4, false});
    CHECK(extent_of("x * (y - x)")->exact == false);
    CHECK_FALSE(extent_of("1 / x").has_value());    // 0 is found on the way
    CHECK_FALSE(extent_of("sqrt(x)").has_value());  // at a corner
    CHECK(extent_of("7") == Extent{7, 7, 7, true});
}

// ---------------------------------------------------------------- comparisons

TEST_CASE("a figure may be rounded to its digits, or cut where it has two of them") {
    CHECK(match(78, 78.33, "points") == Match::Rounded);
    CHECK(match(42, 41.67, "points") == Match::Rounded);
    CHECK(match(0.36, 0.366, "%") == Match::Rounded);  // cut
    CHECK(match(1.95, 1.9508, "%") == Match::Rounded);
    CHECK(match(0.36, 0.371, "%") == Match::No);
    CHECK(match(18, 24.17, "points") == Match::No);
    CHECK(match(2, 2.5, "1") == Match::No);  // cut, but of one digit
    CHECK(match(2, 1.43, "1") == Match::No);
    CHECK(match(3, 2.5, "1") == Match::Rounded);
    CHECK(match(33.5, 33.5 + 1e-14, "$K") == Match::Equal);
    CHECK(match(33.5, 33.53, "$K") == Match::Rounded);
    CHECK(match(0, 0, "$K") == Match::Equal);
    CHECK(match(-50, -74.2, "$K") == Match::No);
    CHECK(match(-13, -13.9, "$K") == Match::Rounded);
}

TEST_CASE("a sum that leaves a line out, adds one or turns its sign is found out") {
    CHECK(finding_of("a + b", claim({}, 11, 23)).accord == Accord::Agrees);
    const Finding without = finding_of("a + b", claim({}, 10, 20));
    CHECK(without.accord == Accord::Differs);
    REQUIRE(without.explanations.size() == 1);
    CHECK(without.explanations[0].how == Explanation::How::LeavesOut);
    CHECK(without.explanations[0].name == "b");
    const Finding added = finding_of("a + b", claim({}, 18, 30));
    REQUIRE(added.explanations.size() == 1);
    CHECK(added.explanations[0].how == Explanation::How::Adds);
    CHECK(added.explanations[0].name == "c");
    const Finding turned = finding_of("a - c", claim({}, 17, 27));
    REQUIRE(turned.explanations.size() == 1);
    CHECK(turned.explanations[0].how == Explanation::How::TurnsSign);
    const Finding held = finding_of("a * b / 1 [$K]", claim({}, 10, 30));
    REQUIRE(held.explanations.size() == 1);
    CHECK(held.explanations[0].how == Explanation::How::Holds);
    CHECK(held.explanations[0].name == "a");
    CHECK(held.explanations[0].value == 10);
    CHECK(finding_of("a + b", claim({}, 50, 90)).explanations.empty());
}

TEST_CASE("one figure of a range agrees with the middle, or lies within what the lines allow") {
    CHECK(finding_of("a + b", claim(17)).accord == Accord::Agrees);
    CHECK(finding_of("a + b", claim(12)).accord == Accord::Within);
    CHECK(finding_of("a + b", claim(5)).accord == Accord::Differs);
    CHECK(finding_of("a + b", claim({}, 11, {})).accord == Accord::Agrees);
    CHECK(finding_of("a + b", claim({}, {}, 25)).accord == Accord::Differs);
    CHECK(finding_of("a + b", claim({})).accord == Accord::Shown);
}

TEST_CASE("what cannot be recomputed says why") {
    Claim odd = claim(3);
    odd.formula = "a + nothing";
    CHECK(finding_of("a", odd).accord == Accord::Undefined);
    CHECK(finding_of("a", odd).undefined.find("nothing") != std::string::npos);
    odd.formula = "a +";
    CHECK(finding_of("a", odd).accord == Accord::Undefined);
    odd.formula = "1 / (b - 2 [$K]) * 1 [$K^2]";
    CHECK(finding_of("a", odd).undefined.find("finite") != std::string::npos);
    odd = claim(3);
    odd.row = "a";
    odd.option = "B";  // has no cell
    CHECK(finding_of("a", odd).accord == Accord::Undefined);
    odd.option = "";
    CHECK(finding_of("a", odd).accord == Accord::Undefined);
    odd.row = "";
    CHECK(finding_of("a", odd).accord == Accord::Shown);
}

TEST_CASE("a claim on a row of text is not recomputed") {
    DocumentBuilder build = sum_of("a");
    Row& text = build.row("words");
    text.kind = RowKind::Text;
    text.cells = {{"A", Word{"many"}}};
    Claim on_text = claim(3);
    on_text.row = "words";
    build.document().claims = {on_text};
    CHECK(audit_of(with_streams(build.document())).findings.at(0).accord == Accord::Undefined);
}

TEST_CASE("a document without claims has nothing to audit") {
    const Audit none = audit_of(with_streams(sum_of("a").document()));
    CHECK(none.findings.empty());
    CHECK(none.faults() == 0);
    CHECK(audit_json(sum_of("a").document(), none).find("\"claims\": 0") != std::string::npos);
}

// ---------------------------------------------------------------- the stated figure in use

TEST_CASE(
    "the stated figure can stand in place of the formula, and the finding stays what it was") {
    DocumentBuilder build = sum_of("a + b");
    build.document().claims = {claim({}, 10, 20)};
    const Document before = with_streams(build.document());
    const Finding finding = audit_of(before).findings.at(0);
    REQUIRE(finding.effects.size() == 1);
    CHECK_FALSE(finding.uses_stated);
    const Result<Document> after = apply(before, *finding.effects[0].edit, family_traits);
    REQUIRE(static_cast<bool>(after));
    const Finding then = audit_of(*after, before).findings.at(0);
    CHECK(then.uses_stated);
    CHECK(then.accord == Accord::Differs);
    CHECK(then.recomputed == finding.recomputed);
    CHECK(then.effects.empty());
    const Audit other = audit_of(*after, before);
    CHECK(other.lead == finding.effects[0].lead);
}

TEST_CASE("a scale that points as the others do, and a tree without faults, agree") {
    DocumentBuilder build = sum_of("a");
    Claim scale = claim({});
    scale.kind = ClaimKind::Direction;
    scale.row = "a";
    scale.rows = {"c"};
    build.document().claims = {scale};
    for (const char* row : {"a", "c"}) {
        auto& rows = build.document().rows;
        rows[*row_index(build.document(), row)].cells.emplace_back("B", 3.0);
    }
    CHECK(audit_of(with_streams(build.document())).findings.at(0).accord == Accord::Agrees);
    Claim tree = claim({});
    tree.kind = ClaimKind::Tree;
    build.document().claims = {tree};
    CHECK(audit_of(with_streams(build.document())).findings.at(0).accord == Accord::Shown);
    build.document().tree = {
        "q",
        {{.id = "q", .branches = {{.label = "YES", .to = "x"}, {.label = "NO", .to = "y"}}},
         {.id = "x", .kind = NodeKind::Option, .option = "A"},
         {.id = "y", .kind = NodeKind::Option, .option = "B"}}};
    CHECK(audit_of(with_streams(build.document())).findings.at(0).accord == Accord::Agrees);
    build.document().tree.nodes[0].branches[1].label = "YES";
    const Finding torn = audit_of(with_streams(build.document())).findings.at(0);
    CHECK(torn.accord == Accord::Contradicts);
    CHECK(torn.consistent.empty());
}

TEST_CASE("five hundred claims are audited in pieces") {
    const Document phase0 = asset("phase0.json");
    Document document = phase0;
    document.claims.clear();
    while (document.claims.size() < 500)
        for (const Claim& claim : phase0.claims) {
            document.claims.push_back(claim);
            document.claims.back().id += std::to_string(document.claims.size());
        }
    const Compilation compiled = compile(document);
    REQUIRE(compiled.model.has_value());
    Auditor auditor(document, *compiled.model, document);
    std::size_t pieces = 1;
    while (auditor.step()) ++pieces;
    CHECK(std::move(auditor).take().findings.size() >= 500);
    CHECK(pieces > 1000);
}
