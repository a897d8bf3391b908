// A traced formula with present values is a formula by itself: compiled alone it gives the figure.
#include "analysis/trace.h"

#include "analysis/asset.h"
#include "analysis/trace_formula.h"
#include "engine/simulate.h"
#include "expr/formula.h"
#include "model/find.h"
#include "oracle/naive_value.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace fulcrum;

namespace {

Model compiled(const Document& document) {
    const Compilation result = compile(document);
    for (const Error& error : result.diagnostics) FAIL_CHECK(error.path << ": " << error.message);
    REQUIRE(result.model.has_value());
    return *result.model;
}

Option option_called(const std::string& id) {
    Option option;
    option.id = id;
    option.name = id;
    return option;
}

Row formula_row(const std::string& id, const std::string& unit, const std::string& formula) {
    Row row;
    row.id = id;
    row.name = "The " + id;
    row.unit = unit;
    row.formula = formula;
    return row;
}

// One number that a formula without names gives, its unit being that of the row.
double value_alone(const std::string& formula, const std::string& unit) {
    Document document;
    document.options = {option_called("only")};
    document.rows = {formula_row("alone", unit, formula)};
    const Model model = compiled(document);
    return base_case(model, std::vector<NodeId>{*model.rows[0].node[0][0]}).front();
}

bool is_same(double a, double b) {
    return std::isfinite(a) ? a == b && std::signbit(a) == std::signbit(b) : !std::isfinite(b);
}

template <class Visit>
void each_figure(const Document& document, const Model& model, Visit visit) {
    for (std::size_t r = 0; r < model.rows.size(); ++r)
        for (std::size_t o = 0; o < model.rows[r].node.size(); ++o)
            for (std::size_t m = 0; m < model.rows[r].node[o].size(); ++m) {
                if (!model.rows[r].node[o][m]) continue;
                CAPTURE(document.rows[r].id);
                CAPTURE(document.options[o].id);
                CAPTURE(m);
                visit(CellPlace{r, o, m});
            }
}

// What a name in the figure's formula is called among its feeds.
std::string feed_id(const Document& document, const CellPlace& cell, const Reference& reference) {
    const Row* row = find_row(document, reference.name);
    if (row == nullptr) return reference.name;
    std::string id =
        reference.name + "@" +
        (reference.option.empty() ? document.options[cell.option].id : reference.option);
    if (!row->months) return id;
    if (reference.when == Reference::When::All) return id + "/total";
    if (reference.when == Reference::When::At) return id + "/" + std::to_string(reference.month);
    const bool earlier = reference.when == Reference::When::Previous;
    return id + "/" + std::to_string(cell.month - (earlier ? 1 : 0));
}

// The formula as written, worked out by the naive evaluator from what the trace says of its names.
double from_feeds(const Document& document, const Trace& trace) {
    const ParsedFormula formula = *parse_formula(trace.formula);
    std::set<std::string> named;
    for (const Reference& reference : formula.references)
        named.insert(feed_id(document, trace.figure.cell, reference));
    std::set<std::string> fed;
    for (const TraceEntry& feed : trace.feeds) CHECK(fed.insert(feed.id).second);
    CHECK(named == fed);
    const oracle::Draw draw{.value =
                                [&](const Reference& reference) {
                                    const std::string id =
                                        feed_id(document, trace.figure.cell, reference);
                                    for (const TraceEntry& feed : trace.feeds)
                                        if (feed.id == id) return feed.value;
                                    return std::nan("");
                                },
                            .month = static_cast<int>(trace.figure.cell.month)};
    return oracle::Naive(formula, draw).value();
}

void check_figure(const Document& document, const Model& model, const CellPlace& cell) {
    const std::optional<Trace> found = trace(document, model, cell);
    REQUIRE(found.has_value());
    const double value =
        base_case(model, std::vector<NodeId>{*model.rows[cell.row].node[cell.option][cell.month]})
            .front();
    CHECK(is_same(found->figure.value, value));
    CHECK(found->undefined.has_value() == !std::isfinite(value));
    CHECK_FALSE(found->figure.name.empty());
    CHECK(found->figure.formula == !found->formula.empty());
    if (!found->figure.formula) {
        CHECK(found->feeds.empty());
        return;
    }
    CAPTURE(found->formula);
    CAPTURE(found->exact);
    CHECK(is_same(value_alone(found->exact, found->figure.unit), value));
    CHECK(is_same(from_feeds(document, *found), value));
    CHECK_FALSE(found->with_values.empty());
}

const std::vector<std::string> assets{"phase0.json", "office_crm.json", "minimal.json"};

Document with_rows(std::vector<Row> rows) {
    Document document;
    document.simulation.draws = 256;
    document.options = {option_called("A"), option_called("B")};
    Assumption price;
    price.id = "price";
    price.name = "Price";
    price.unit = "$K";
    price.base = 50;
    price.low = 40;
    price.high = 60;
    price.source = "a page";
    price.owner = "Ann";
    price.basis = Basis::Stated;
    document.assumptions = {price};
    document.rows = std::move(rows);
    return with_streams(std::move(document));
}

Trace traced(const Document& document, const CellPlace& cell) {
    const Model model = compiled(document);
    check_figure(document, model, cell);
    return *trace(document, model, cell);
}

}  // namespace

TEST_CASE("every figure of every decision is what its formula gives with present values in it") {
    for (const std::string& name : assets) {
        CAPTURE(name);
        const Document document = asset(name);
        const Model model = compiled(document);
        std::size_t formulas = 0;
        each_figure(document, model, [&](const CellPlace& cell) {
            check_figure(document, model, cell);
            formulas += trace(document, model, cell)->figure.formula ? 1 : 0;
        });
        CHECK(formulas > 0);
    }
}

TEST_CASE("what a figure rests on is what its node depends on, once each, in document order") {
    for (const std::string& name : assets) {
        CAPTURE(name);
        const Document document = asset(name);
        const Model model = compiled(document);
        const std::vector<PlacedAssumption> all = assumptions_of(document);
        each_figure(document, model, [&](const CellPlace& cell) {
            std::set<std::string> ids;
            std::size_t last = 0;
            for (const TraceEntry& entry : trace_inputs(document, model, cell)) {
                CHECK(ids.insert(entry.id).second);
                CHECK_FALSE(entry.formula);
                for (std::size_t a = 0; a < all.size(); ++a) {
                    if (all[a].id != entry.id) continue;
                    CHECK(a >= last);
                    last = a;
                    CHECK(entry.value == all[a].assumption->base);
                    CHECK(entry.source == (all[a].assumption->source.empty() && entry.cell.row > 0
                                               ? document.rows[entry.cell.row].source
                                               : all[a].assumption->source));
                }
            }
            const NodeId node = *model.rows[cell.row].node[cell.option][cell.month];
            for (std::size_t input = 0; input < model.inputs.size(); ++input) {
                std::vector<bool> only(model.inputs.size());
                only[input] = true;
                CAPTURE(model.inputs[input].id);
                // what a formula names may fall out of it: nothing times a number
                if (dependents(model, only)[node]) CHECK(ids.contains(model.inputs[input].id));
            }
        });
    }
}

TEST_CASE("names that begin like others, another option's row and bare brackets are told apart") {
    Row cost = formula_row("cost", "$K", "price");
    Row costs = formula_row("cost_2", "$K", "=(cost) * 2 + cost@B  - min(price,cost)");
    costs.cells = {{"B", 7.0}};
    const Trace found = traced(with_rows({cost, costs}), {1, 0, 0});
    CHECK(found.formula == "(cost) * 2 + cost@B  - min(price,cost)");
    CHECK(found.with_values == "($50K) * 2 + $50K  - min($50K,$50K)");
    CHECK(found.exact == "((50 [$K])) * 2 + (50 [$K])  - min((50 [$K]),(50 [$K]))");
    REQUIRE(found.feeds.size() == 3);
    CHECK(found.feeds[0].id == "cost@A");
    CHECK(found.feeds[0].formula);
    CHECK(found.feeds[1].id == "cost@B");
    CHECK(found.feeds[1].cell.option == 1);
    CHECK(found.feeds[2].id == "price");
    CHECK(found.feeds[2].name == "Price");
    CHECK(found.feeds[2].source == "a page");
    CHECK(found.feeds[2].owner == "Ann");
    CHECK(found.feeds[2].basis == Basis::Stated);
    CHECK(found.feeds[2].low == 40);
    CHECK(found.feeds[2].high == 60);
    CHECK(found.feeds[2].uncertain);
    CHECK_FALSE(found.feeds[2].formula);
}

TEST_CASE("negative values, shares and divisions keep their meaning with values in place") {
    Row loss = formula_row("loss", "$K", "0 - price");
    Row part = formula_row("part", "%", "20%");
    Row net = formula_row("net", "$K", "-loss^1 * part - loss / 4 [1] * 100%^2 + 3 / part * price");
    const Trace found = traced(with_rows({loss, part, net}), {2, 1, 0});
    CHECK(found.with_values.starts_with("-(\u2212$50K)^1 * 20\u2009% - (\u2212$50K) / 4 [1]"));
    CHECK(found.exact.starts_with("-(-50 [$K])^1 * (0.2 [1]) - (-50 [$K]) / 4 [1]"));
}

TEST_CASE("a formula without names is shown as it is, and nothing feeds it") {
    const Trace found = traced(with_rows({formula_row("fixed", "", " 3 * 4 ")}), {0, 0, 0});
    CHECK(found.formula == "3 * 4");
    CHECK(found.with_values == "3 * 4");
    CHECK(found.figure.value == 12);
    CHECK(found.feeds.empty());
}

TEST_CASE("an undefined figure says why, and what rests on it is undefined in its formula, too") {
    Row hole = formula_row("hole", "", "1 / (price - price)");
    Row above = formula_row("above", "", "if(hole > 0, 1, 2)");
    const Document document = with_rows({hole, above});
    const Trace found = traced(document, {0, 0, 0});
    REQUIRE(found.undefined.has_value());
    CHECK(found.undefined->reason.find("division by zero") != std::string::npos);
    CHECK(traced(document, {1, 0, 0}).exact == "if((1/0) > 0, 1, 2)");
}

TEST_CASE(
    "a month of a series, its start, an earlier month and all months each say what they are") {
    Row users = formula_row("users", "users", "previous(users) + 10 [users/month] * month / 12");
    users.months = 3;
    users.start = "100 [users]";
    Row flows = formula_row("flows", "$K", "if(month < 1, 0 - price, price)");
    flows.months = 3;
    Row worth = formula_row("worth", "$K", "npv(1%, flows) + at(flows, 0) * 0");
    const Document document = with_rows({users, flows, worth});
    const Model model = compiled(document);

    const Trace start = *trace(document, model, {0, 0, 0});
    CHECK(start.formula == "100 [users]");
    CHECK(start.figure.id == "users@A/0");
    const Trace later = *trace(document, model, {0, 0, 2});
    CHECK(later.formula == "previous(users) + 10 [users/month] * month / 12");
    REQUIRE(later.feeds.size() == 1);
    CHECK(later.feeds[0].id == "users@A/1");
    CHECK(later.exact.find("(2 [months])") != std::string::npos);
    check_figure(document, model, {0, 0, 2});

    const Trace found = *trace(document, model, {2, 0, 0});
    CHECK(found.with_values == "npv(1%, flows) + (\u2212$50K) * 0");
    REQUIRE(found.feeds.size() == 2);
    CHECK(found.feeds[0].kind == TraceEntry::Kind::Months);
    CHECK(found.feeds[0].id == "flows@A/total");
    CHECK(found.feeds[0].value == 100);  // -50 and three times 50
    CHECK(found.feeds[0].cell.month == 3);
    CHECK(found.feeds[1].id == "flows@A/0");
    CHECK(found.feeds[1].value == -50);
    CHECK(trace_inputs(document, model, {2, 0, 0}).size() == 1);
}

TEST_CASE("numbers, words, ranges and rows that are switched off say what stands there") {
    Row plain = formula_row("plain", "weeks", "");
    Assumption range;
    range.base = 3;
    range.low = 2;
    range.high = 4;
    range.owner = "Bob";
    plain.cells = {{"A", 5.0}, {"B", range}};
    plain.source = "the plan";
    Row level = formula_row("level", "", "");
    level.kind = RowKind::Level;
    level.scale = {{"Poor", 0}, {"Good", 80}};
    level.cells = {{"A", Word{"Good"}}};
    Row off = formula_row("off_row", "weeks", "plain * 2");
    off.off = true;
    Row sum = formula_row("both", "weeks", "plain + off_row");
    const Document document = with_rows({plain, level, off, sum});
    const Trace number = traced(document, {0, 0, 0});
    CHECK(number.kind == CellSource::Kind::Number);
    CHECK(number.figure.value == 5);
    CHECK(number.figure.source == "the plan");
    const Trace estimate = traced(document, {0, 1, 0});
    CHECK(estimate.kind == CellSource::Kind::Range);
    CHECK(estimate.figure.owner == "Bob");
    CHECK(estimate.figure.high == 4);
    CHECK(traced(document, {1, 0, 0}).figure.word == "Good");
    CHECK(traced(document, {1, 0, 0}).figure.value == 80);
    const Trace switched = traced(document, {2, 1, 0});
    CHECK(switched.figure.off);
    CHECK(switched.figure.value == 0);
    CHECK(traced(document, {3, 1, 0}).feeds[1].off);
    const Model model = compiled(document);
    CHECK(trace_inputs(document, model, {2, 1, 0}).empty());
    CHECK(trace_inputs(document, model, {3, 1, 0}).size() == 1);
}

TEST_CASE("there is no trace of what the document does not have") {
    Row text = formula_row("prose", "", "");
    text.kind = RowKind::Text;
    Row gap = formula_row("gap", "", "");
    gap.cells = {{"A", 1.0}};
    const Document document = with_rows({text, gap});
    const Model model = compiled(document);
    for (const CellPlace& cell : {CellPlace{0, 0, 0}, CellPlace{1, 1, 0}, CellPlace{1, 0, 1},
                                  CellPlace{1, 2, 0}, CellPlace{2, 0, 0}})
        CHECK_FALSE(trace(document, model, cell).has_value());
}

TEST_CASE("where results have the row, the trace has its draws beside the base") {
    const Document document = asset("phase0.json");
    const Model model = compiled(document);
    const std::size_t row = *model.objective;
    const Results results =
        analyse(document, model, {.draws = 1024, .series_draws = {}, .rows = {{row}}});
    const Trace found = *trace(document, model, {row, 1, 0}, &results);
    REQUIRE(found.over_draws.has_value());
    CHECK(*found.over_draws == std::get<Statistics>(results.rows[row].outcome[1][0]->over_draws));
    CHECK(found.over_draws->mean != found.figure.value);  // the formula is not linear
    CHECK_FALSE(trace(document, model, {row + 1, 1, 0}, &results)->over_draws.has_value());
}
