// Rows that sum up all months of another: npv, irr and their kin in a document.
#include "engine/document_builder.h"
#include "engine/locate.h"
#include "engine/model.h"
#include "engine/simulate.h"
#include "math/finance.h"

#include <doctest/doctest.h>

using namespace fulcrum;

namespace {

std::string findings(const Document& document) {
    std::string all;
    for (const Error& error : compile(document).diagnostics)
        all += (all.empty() ? "" : "\n") + error.path + "@" + std::to_string(error.at) + ": " +
               error.message;
    return all;
}

Model compiled(const Document& document) {
    CHECK(findings(document) == "");
    const Compilation result = compile(document);
    REQUIRE(result.model.has_value());
    return *result.model;
}

double base_of(const Model& model, std::size_t row, std::size_t option, std::size_t month = 0) {
    const NodeId node = *model.rows[row].node[option][month];
    return base_case(model, {&node, 1}).front();
}

// net: -100 now, then `gain` in each of 3 months; A gains 40, B 50.
DocumentBuilder project() {
    DocumentBuilder build({"A", "B"});
    build.row("gain", "$");
    build.cell("A", Bounds{40, 30, 60});
    build.cell("B", 50.0);
    build.series("net", "$", 3, "gain", "-100");
    return build;
}

}  // namespace

TEST_CASE("a row may hold the npv, irr and payback of the series of its own or another option") {
    DocumentBuilder build = project();
    build.row("worth", "$", "npv(1%, net)");
    build.row("rate", "%", "irr(net)");
    build.row("back", "months", "payback(net)");
    build.row("ahead", "$", "npv(1%, net@B) - npv(1%, net@A)");
    const Model model = compiled(build.document());
    const std::vector<double> a = {-100, 40, 40, 40}, b = {-100, 50, 50, 50};
    CHECK(base_of(model, 2, 0) == *npv(0.01, a));
    CHECK(base_of(model, 2, 1) == *npv(0.01, b));
    CHECK(base_of(model, 3, 0) == irr(a).at(0));
    CHECK(base_of(model, 3, 1) == irr(b).at(0));
    CHECK(base_of(model, 4, 0) == 2.5);
    CHECK(base_of(model, 4, 1) == 2);
    CHECK(base_of(model, 5, 0) == *npv(0.01, b) - *npv(0.01, a));
}

TEST_CASE("a series may use what sums up another series, and stand before it") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {2, 1, 3});
    build.series("share", "", 2, "net / npv(0, net)");
    build.series("net", "", 3, "x * month / 1 [month]");
    const Model model = compiled(build.document());
    for (std::size_t month = 0; month < 3; ++month)  // 0, 2, 4 of 0 + 2 + 4 + 6
        CHECK(base_of(model, 0, 0, month) == 2.0 * static_cast<double>(month) / 12);
}

TEST_CASE("xnpv reads the times of its flows from another series") {
    DocumentBuilder build({"A"});
    build.assumption("x", "", {110, 100, 120});
    build.series("flow", "$", 1, "x", "-100");
    build.series("at_year", "year", 1, "0.5 [year]", "0");
    build.row("worth", "$", "xnpv(21% [1/year], flow, at_year)");
    build.row("rate", "1", "xirr(flow, at_year)");
    const Model model = compiled(build.document());
    CHECK(base_of(model, 2, 0) == doctest::Approx(0).epsilon(1e-12));
    CHECK(base_of(model, 3, 0) == doctest::Approx(0.21).epsilon(1e-12));
}

TEST_CASE("what sums up months wants a series that is there") {
    const auto of = [](const std::string& formula) {
        DocumentBuilder build = project();
        build.assumption("x", "", 2);
        build.row("only_b");
        build.cell("B", 1.0);
        build.series("late", "$", 4, "");
        build.cell("B", "month * 1 [$/month]");
        build.row("y");
        build.cell("A", formula);
        return findings(build.document());
    };
    CHECK(of("irr(net)") == "");
    CHECK(of("irr(nett)") == "/rows/4/cells/A@4: unknown name 'nett'; did you mean 'net'?");
    CHECK(of("irr(gain)") ==
          "/rows/4/cells/A@4: 'gain' has no months: a row that runs over months is wanted here");
    CHECK(of("irr(x)") ==
          "/rows/4/cells/A@4: 'x' has no months: a row that runs over months is wanted here");
    CHECK(of("irr(late)") == "/rows/4/cells/A@4: 'late' has no value for option A");
    CHECK(of("irr(net@C)") == "/rows/4/cells/A@4: unknown option 'C'");
    CHECK(of("npv(gain, net)") ==
          "/rows/4/cells/A@4: npv wants a rate without a unit, or per month; found $");
}

TEST_CASE("a series that needs its own sum is a circle, named once") {
    DocumentBuilder build({"A"});
    build.series("net", "", 3, "1 + worth");
    build.row("worth", "", "2 * npv(1%, net)");
    CHECK(findings(build.document()) == "/rows/0/formula@4: goes in a circle: net -> worth -> net");
    DocumentBuilder own({"A"});
    own.series("net", "", 3, "irr(net)");
    CHECK(findings(own.document()) == "/rows/0/formula@4: goes in a circle: net -> net");
}

TEST_CASE("a function over months is found in its formula, and so is what its flows come from") {
    DocumentBuilder build({"A", "B"});
    build.assumption("x", "", {2, 1, 3});
    build.series("net", "", 3, "log(x - month / 1 [month])", "-1");
    build.row("y", "", "3 + irr(net)");
    const Document document = build.document();
    const Model model = compiled(document);
    const auto nodes = model.program.nodes();
    OperationLocator locator(document, model);
    std::size_t found = 0;
    for (NodeId n = 0; n < nodes.size(); ++n) {
        if (nodes[n].op != Op::Series && nodes[n].op != Op::Log) continue;
        const auto place = locator.find(n);
        REQUIRE(place.has_value());
        const bool sums = nodes[n].op == Op::Series;
        CHECK(place->path == (sums ? "/rows/1/formula" : "/rows/0/formula"));
        CHECK(place->at == (sums ? 4 : 0));
        CHECK(place->function == (sums ? "irr" : "log"));
        ++found;
    }
    CHECK(found == 4);  // three months of log, one irr that both options share
}
