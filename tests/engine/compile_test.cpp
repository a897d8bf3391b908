#include "engine/document_builder.h"
#include "engine/model.h"
#include "engine/simulate.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

// The only finding of a document, as "path@at: message".
std::string only_finding(const Document& document) {
    const Compilation result = compile(document);
    CHECK_FALSE(result.model.has_value());
    std::string all;
    for (const Error& error : result.diagnostics)
        all += (all.empty() ? "" : "\n") + error.path + "@" + std::to_string(error.at) + ": " +
               error.message;
    return all;
}

Model compiled(const Document& document) {
    const Compilation result = compile(document);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    REQUIRE(result.model.has_value());
    return *result.model;
}

double base_of(const Model& model, std::size_t row, std::size_t option, std::size_t month = 0) {
    const NodeId node = *model.rows[row].node[option][month];
    return base_case(model, {&node, 1}).front();
}

// Two options, an assumption x = 2, and a row "y" with the formula, after the rows that build adds.
template <class Build>
Document with_formula(Build build_rows, const std::string& formula) {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", 2);
    build_rows(build);
    build.row("y", "", formula);
    return build.document();
}
Document with_formula(const std::string& formula) {
    return with_formula([](DocumentBuilder&) {}, formula);
}

}  // namespace

TEST_CASE("a name is an assumption, the row of the same option, or another option's row") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", 2);
    build.row("own", "", "x + 1");
    build.row("cells");
    build.cell("A", 10.0);
    build.cell("B", Bounds{20, 15, 25});
    build.row("same", "", "cells + own");
    build.row("other", "", "cells@B - cells@A");
    const Model model = compiled(build.document());
    CHECK(base_of(model, 2, 0) == 13);
    CHECK(base_of(model, 2, 1) == 23);
    CHECK(base_of(model, 3, 0) == 10);
    CHECK(base_of(model, 3, 1) == 10);
    REQUIRE(model.inputs.size() == 2);
    CHECK(model.inputs[0].id == "x");
    CHECK(model.inputs[1].id == "cells@B");
}

TEST_CASE("rows may stand in any order") {
    DocumentBuilder build({"A"});
    build.row("last", "", "middle * 2");
    build.row("middle", "", "first + 1");
    build.row("first", "", "3");
    CHECK(base_of(compiled(build.document()), 0, 0) == 8);
}

TEST_CASE("a cell of its own takes the place of the row's formula") {
    DocumentBuilder build({"A", "B"});
    build.row("y", "", "1");
    build.cell("B", "2 + 3");
    const Model model = compiled(build.document());
    CHECK(base_of(model, 0, 0) == 1);
    CHECK(base_of(model, 0, 1) == 5);
}

TEST_CASE("an option without cell and formula has no value, and using it is an error") {
    DocumentBuilder build({"A", "B"});
    build.row("y");
    build.cell("A", 1.0);
    const Model model = compiled(build.document());
    CHECK(model.rows[0].node[0][0].has_value());
    CHECK_FALSE(model.rows[0].node[1][0].has_value());

    build.row("z", "", "y + 1");
    CHECK(only_finding(build.document()) == "/rows/1/formula@0: 'y' has no value for option B");
}

TEST_CASE("a level counts as the value of its word, 0 to 100") {
    DocumentBuilder build({"A", "B"});
    Row& row = build.row("risk");
    row.kind = RowKind::Level;
    row.scale = {{"HIGH", 0}, {"MEDIUM", 50}, {"LOW", 100}};
    row.cells = {{"A", Word{"MEDIUM"}}, {"B", Word{"LOW"}}};
    build.row("y", "", "risk / 10");
    const Model model = compiled(build.document());
    CHECK(base_of(model, 0, 0) == 50);
    CHECK(base_of(model, 1, 1) == 10);
}

TEST_CASE("a row of text has no nodes and cannot be used") {
    const auto text_row = [](DocumentBuilder& build) {
        Row& row = build.row("place");
        row.kind = RowKind::Text;
        row.cells = {{"A", Word{"1st"}}, {"B", Word{"Last"}}};
    };
    CHECK(compiled(with_formula(text_row, "1")).rows[0].node.empty());
    CHECK(only_finding(with_formula(text_row, "2 * place")) ==
          "/rows/1/formula@4: 'place' is a row of text: it has no number");
}

TEST_CASE("a row that is switched off is 0 wherever it is used, and is still checked") {
    DocumentBuilder build({"A"});
    build.row("loss", "$", "7 [$]").off = true;
    build.row("net", "$", "10 [$] - loss");
    const Model model = compiled(build.document());
    CHECK(base_of(model, 0, 0) == 0);
    CHECK(base_of(model, 1, 0) == 10);

    build.document().rows[0].formula = "7 [week]";
    CHECK(only_finding(build.document()) ==
          "/rows/0/formula@0: the row is in $, the formula gives week");
}

TEST_CASE("series: month, previous, start, at, and rows that are constant over months") {
    DocumentBuilder build({"A"});
    build.row("growth", "", "10");
    build.series("users", "", 3, "previous(users) + growth * month", "100");
    build.series("lag", "", 3, "if(month > 0, at(users, 0), 0) + users");
    build.row("end", "", "at(users, 3)");
    const Model model = compiled(build.document());
    CHECK(model.rows[1].node[0].size() == 4);
    CHECK(base_of(model, 1, 0, 0) == 100);
    CHECK(base_of(model, 1, 0, 1) == 110);
    CHECK(base_of(model, 1, 0, 3) == 160);
    CHECK(base_of(model, 2, 0, 0) == 100);
    CHECK(base_of(model, 2, 0, 2) == 230);
    CHECK(base_of(model, 3, 0) == 160);
}

TEST_CASE("series: what does not fit its months is an error that says what to write") {
    const auto users = [](DocumentBuilder& build) { build.series("users", "", 12, "month"); };
    CHECK(only_finding(with_formula(users, "1 + users")) ==
          "/rows/1/formula@4: 'users' has a value for every month: write at(users, 12)");
    CHECK(only_finding(with_formula(users, "at(users, 13)"))
              .find("'users' has the months 0 to 12, not 13") != std::string::npos);
    CHECK(only_finding(with_formula("at(x, 1)")).find("'x' is the same in every month") !=
          std::string::npos);
    CHECK(only_finding(with_formula([](DocumentBuilder& build) { build.row("flat", "", "1"); },
                                    "at(flat, 3)"))
              .find("'flat' has no months: write it without at()") != std::string::npos);
}

TEST_CASE("previous() without a start is one error, not one for every month and option") {
    DocumentBuilder build({"A", "B", "C"});
    build.series("users", "", 12, "previous(users) * 2");
    CHECK(only_finding(build.document())
              .find("previous(users) has no month before 0: give the row a start") !=
          std::string::npos);
    build.document().rows[0].start = "previous(users)";
    CHECK(only_finding(build.document()).find("a start cannot look back") != std::string::npos);
}

TEST_CASE("a shorter series cannot be followed beyond its end") {
    DocumentBuilder build({"A"});
    build.series("short", "", 6, "month");
    build.series("long", "", 12, "short");
    CHECK(only_finding(build.document()) ==
          "/rows/1/formula@0: 'short' ends at month 6, but 'long' goes on to 12");
}

TEST_CASE("unknown names and options are errors with a suggestion") {
    const auto rows = [](DocumentBuilder& build) { build.row("velocity", "", "1"); };
    CHECK(only_finding(with_formula(rows, "2 * velocty")) ==
          "/rows/1/formula@4: unknown name 'velocty'; did you mean 'velocity'?");
    CHECK(only_finding(with_formula(rows, "velocity@D")).find("unknown option 'D'") !=
          std::string::npos);
    CHECK(only_finding(with_formula(rows, "x@A")).find("'x' is the same for every option") !=
          std::string::npos);
}

TEST_CASE("what depends on a broken row gives no findings of its own") {
    DocumentBuilder build({"A", "B"});
    build.row("broken", "", "1 + nothing_like_it");
    build.row("after", "", "broken * 2");
    build.series("later", "", 12, "after + month");
    build.row("syntax", "", "(1");
    build.row("after_syntax", "", "syntax");
    const Compilation result = compile(build.document());
    REQUIRE(result.diagnostics.size() == 2);
    CHECK(result.diagnostics[0].path == "/rows/0/formula");
    CHECK(result.diagnostics[1].path == "/rows/3/formula");
}

TEST_CASE("a cycle is named by its rows in order, once") {
    DocumentBuilder build({"A", "B"});
    build.row("cost", "", "1 + net");
    build.row("net", "", "cost * 2");
    build.row("user_of_it", "", "net");
    CHECK(only_finding(build.document()) ==
          "/rows/0/formula@4: goes in a circle: cost -> net -> cost");
}

TEST_CASE("a cycle through options names them, and one row alone can be a cycle") {
    DocumentBuilder build({"A", "B"});
    build.row("a");
    build.cell("A", "b@B");
    build.cell("B", 1.0);
    build.row("b");
    build.cell("A", 1.0);
    build.cell("B", "a@A");
    CHECK(only_finding(build.document()) ==
          "/rows/0/cells/A@0: goes in a circle: a@A -> b@B -> a@A");

    DocumentBuilder own({"A"});
    own.series("users", "", 12, "users + 1", "1");
    CHECK(only_finding(own.document()) == "/rows/0/formula@0: goes in a circle: users -> users");
}

TEST_CASE("options and months may look at one another as long as there is no circle") {
    DocumentBuilder build({"A", "B"});
    build.row("y");
    build.cell("A", "y@B + 1");
    build.cell("B", 4.0);
    build.series("z", "", 2, "if(month < 2, at(z, 2), 1) * 2");
    CHECK(only_finding(build.document()).find("goes in a circle: z -> z") != std::string::npos);
    build.document().rows[1].formula = "month";
    CHECK(base_of(compiled(build.document()), 0, 0) == 5);
}

TEST_CASE("the result of a formula must fit the unit of its row") {
    DocumentBuilder build({"A", "B"});
    build.assumption("money", "$", 5);
    build.row("net", "$K", "money + 3");
    CHECK(only_finding(build.document()) ==
          "/rows/0/formula@0: the row is in $K, the formula gives $");
    build.document().rows[0].formula = "money / 1000 [$/$K]";
    CHECK(base_of(compiled(build.document()), 0, 0) == 0.005);
    build.document().rows[0].formula = "12";
    CHECK(base_of(compiled(build.document()), 0, 0) == 12);
}

TEST_CASE("families and their parameters are checked at the assumption's path") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 1, 3}).family = "triangle";
    build.row("r");
    build.cell("A", Bounds{5, 1, 3}).family = "triangular";
    const Compilation result = compile(build.document());
    REQUIRE(result.diagnostics.size() == 2);
    CHECK(result.diagnostics[0].path == "/assumptions/0/family");
    CHECK(result.diagnostics[0].message == "unknown family 'triangle'; did you mean 'triangular'?");
    CHECK(result.diagnostics[1].path == "/rows/0/cells/A/base");
}

TEST_CASE("an assumption is uncertain when it has a range and is not known") {
    DocumentBuilder build({"A"});
    build.assumption("point", "", 2);
    build.assumption("range", "", {2, 1, 3});
    build.assumption("pinned", "", {2, 1, 3}).known = true;
    build.assumption("no_width", "", {2, 2, 2});
    build.assumption("ninety", "", {2, 1, 3}).family = "normal";
    build.document().assumptions.back().interval = Interval::P5P95;
    const Model model = compiled(build.document());
    std::vector<bool> uncertain;
    for (const ModelInput& input : model.inputs) uncertain.push_back(input.uncertain);
    CHECK(uncertain == std::vector<bool>{false, true, false, false, true});
    CHECK(model.inputs[1].family->id == "uniform");
    CHECK(model.inputs[0].family->id == "point");
    CHECK(model.inputs[4].family->cdf(model.inputs[4].parameters, 1.0) ==
          doctest::Approx(0.05).epsilon(1e-12));
}

TEST_CASE("2,000 rows in a chain compile for 50 options without a deep stack") {
    std::vector<std::string> names;
    Document document;
    for (int option = 0; option < 50; ++option)
        document.options.push_back({.id = "o" + std::to_string(option)});
    for (int row = 0; row < 2000; ++row) {
        Row& own = document.rows.emplace_back(Row{.id = "r" + std::to_string(row)});
        own.formula = row == 1999 ? "1" : "r" + std::to_string(row + 1) + " + 1";
    }
    CHECK(base_of(compiled(document), 0, 49) == 2000);
}

TEST_CASE("more values than a million are refused with what to lower") {
    DocumentBuilder build({"A", "B"});
    for (int row = 0; row < 900; ++row) build.series("r" + std::to_string(row), "", 600, "month");
    CHECK(only_finding(build.document()).find("lower the months of 'r0'") != std::string::npos);
}

TEST_CASE("more operations than a million are refused with what to lower" *
          doctest::test_suite("slow")) {
    DocumentBuilder heavy({"A"});
    heavy.assumption("x", "", {2, 1, 3});
    for (int row = 0; row < 12; ++row) {
        std::string formula = "x";
        for (int n = 0; n < 60; ++n)
            formula += " + exp(x + (month + " + std::to_string(1000 * row + 0.015625 * n) + "))";
        heavy.series("s" + std::to_string(row), "", 600, formula);
    }
    CHECK(only_finding(heavy.document()).find("more than 1000000 operations") != std::string::npos);
}

TEST_CASE(
    "rebound: new numbers give the model that compiling gives, and nothing else is accepted") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {2, 1, 3});
    build.row("c", "", "x * 2");
    build.cell("B", Bounds{5, 4, 6});
    const Document before = build.document();
    const Model model = compiled(before);

    Document after = before;
    after.assumptions[0].base = 2.5;
    after.assumptions[0].known = true;
    auto& range = *std::get_if<Assumption>(&after.rows[0].cells[0].second);
    range.low = 4.5;
    const Compilation rebuilt = rebound(model, before, after);
    REQUIRE(rebuilt.model.has_value());
    CHECK(*rebuilt.model == compiled(after));

    after.assumptions[0].low = 9;  // above high
    CHECK(rebound(model, before, after).diagnostics == compile(after).diagnostics);
    CHECK_FALSE(rebound(model, before, after).diagnostics.empty());

    for (int change = 0; change < 4; ++change) {
        Document other = before;
        if (change == 0) other.rows[0].formula = "x * 3";
        if (change == 1) other.rows[0].off = true;
        if (change == 2) other.rows[0].cells[0].second = 5.0;
        if (change == 3) other.assumptions[0].unit = "$";
        CAPTURE(change);
        CHECK_FALSE(rebound(model, before, other).model.has_value());
        CHECK(rebound(model, before, other).diagnostics.empty());
    }
}

TEST_CASE("ranges that would take more than 128 MB are refused with what to lower" *
          doctest::test_suite("slow")) {
    DocumentBuilder build({"A"});
    for (int a = 0; a < 12'000; ++a)
        build.assumption("a" + std::to_string(a), "", {2, 1, 3}).family = "pert";
    build.row("y", "", "a0 + a11999");
    const Compilation result = compile(build.document());
    CHECK_FALSE(result.model.has_value());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].message.find("more than 128 MB") != std::string::npos);
    CHECK(result.diagnostics[0].path.starts_with("/assumptions/"));
}

TEST_CASE("traits of a family: whole numbers, positive only, and none for an unknown one") {
    CHECK(family_traits({.family = "integer_uniform"}).whole_numbers);
    CHECK(family_traits({.family = "lognormal"}).positive_only);
    CHECK(family_traits({.family = "empirical"}).values_move);
    CHECK_FALSE(family_traits({.family = "discrete"}).values_move);
    CHECK_FALSE(family_traits({.family = "no such"}).whole_numbers);
    CHECK_FALSE(family_traits({}).positive_only);
}
