// The table of draws is that of the results: read back, its columns have their means.
#include "analysis/trace_csv.h"

#include "analysis/asset.h"
#include "base/text.h"
#include "math/statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

using namespace fulcrum;

namespace {

Model compiled(const Document& document) {
    const Compilation result = compile(document);
    REQUIRE(result.model.has_value());
    return *result.model;
}

std::vector<std::string> cut(const std::string& text, const std::string& at) {
    std::vector<std::string> parts{""};
    for (std::size_t k = 0; k < text.size();) {
        if (text.compare(k, at.size(), at) == 0) {
            parts.emplace_back();
            k += at.size();
        } else {
            parts.back() += text[k++];
        }
    }
    return parts;
}

struct Table {
    std::vector<std::string> ids;
    std::map<std::string, std::vector<std::string>> column;
};

Table read(const std::string& csv) {
    std::vector<std::string> lines = cut(csv, "\r\n");
    REQUIRE(lines.back().empty());
    lines.pop_back();
    Table table{.ids = cut(lines.front(), ","), .column = {}};
    for (std::size_t l = 1; l < lines.size(); ++l) {
        const std::vector<std::string> fields = cut(lines[l], ",");
        REQUIRE(fields.size() == table.ids.size());
        for (std::size_t c = 0; c < fields.size(); ++c)
            table.column[table.ids[c]].push_back(fields[c]);
    }
    REQUIRE(table.column.size() == table.ids.size());
    return table;
}

std::vector<double> numbers(const std::vector<std::string>& fields) {
    std::vector<double> all;
    for (const std::string& field : fields) {
        const std::optional<double> number = parse_decimal(field);
        REQUIRE(number.has_value());
        all.push_back(*number);
    }
    return all;
}

std::string csv_of(const Document& document, const Model& model, const CellPlace& cell,
                   std::size_t draws) {
    Result<TraceCsv> made = TraceCsv::of(document, model, std::array{cell}, draws);
    REQUIRE(made);
    TraceCsv csv = *std::move(made);
    while (csv.step()) {
    }
    return std::move(csv).take();
}

Document with_formula(const std::string& formula) {
    Document document;
    Option option;
    option.id = "A";
    document.options = {option};
    Assumption x;
    x.id = "x";
    x.low = -1;
    x.high = 1;
    document.assumptions = {x};
    Row row;
    row.id = "y";
    row.formula = formula;
    document.rows = {row};
    return with_streams(std::move(document));
}

}  // namespace

TEST_CASE("the columns of a table of draws have the means of the results, to the last digit") {
    for (const char* name : {"phase0.json", "office_crm.json"}) {
        const Document document = asset(name);
        const Model model = compiled(document);
        constexpr std::size_t draws = 1024;
        const Results results = analyse(document, model, {.draws = draws});
        for (std::size_t option = 0; option < document.options.size(); ++option) {
            const CellPlace cell{*model.objective, option, 0};
            const Table table = read(csv_of(document, model, cell, draws));
            CHECK(table.ids[0] == "draw");
            CHECK(table.column.at("draw").front() == "1");
            CHECK(table.column.at("draw").back() == "1024");
            std::size_t rows = 0;
            const Trace traced = *trace(document, model, cell);
            std::vector<TraceEntry> entries = traced.feeds;
            entries.push_back(traced.figure);
            for (const TraceEntry& entry : entries) {
                CAPTURE(entry.id);
                if (entry.kind != TraceEntry::Kind::Single) continue;
                const CellPlace& at = entry.cell;
                const auto& outcome = results.rows[at.row].outcome[at.option][at.month];
                CHECK(mean(numbers(table.column.at(entry.id))) ==
                      std::get<Statistics>(outcome->over_draws).mean);
                ++rows;
            }
            CHECK(rows > 1);
        }
    }
}

TEST_CASE("every uncertain number that the figure rests on has a column with its own draws") {
    const Document document = asset("phase0.json");
    const Model model = compiled(document);
    const CellPlace cell{*model.objective, 1, 0};
    const Table table = read(csv_of(document, model, cell, 512));
    std::size_t uncertain = 0;
    for (const TraceEntry& entry : trace_inputs(document, model, cell)) {
        if (!entry.uncertain) continue;
        CAPTURE(entry.id);
        ++uncertain;
        for (std::uint32_t input = 0; input < model.inputs.size(); ++input) {
            if (model.inputs[input].id != entry.id) continue;
            std::vector<double> drawn(512);
            draw_input(model, input, 1, 0, drawn);
            CHECK(numbers(table.column.at(entry.id)) == drawn);
        }
    }
    CHECK(uncertain > 5);
}

TEST_CASE("the table ends with its last draw, and an undefined value is an empty field") {
    const Document document = with_formula("1 / max(0, x)");
    const Model model = compiled(document);
    const Table table = read(csv_of(document, model, {0, 0, 0}, 300));
    CHECK(table.ids == std::vector<std::string>{"draw", "y@A", "x"});
    CHECK(table.column.at("draw").size() == 300);
    for (std::size_t d = 0; d < 300; ++d)
        CHECK(table.column.at("y@A")[d].empty() == (*parse_decimal(table.column.at("x")[d]) <= 0));
}

TEST_CASE("a series that a function takes has a column for every month") {
    Document document = with_formula("npv(1%, f)");
    Row flows = document.rows[0];
    flows.id = "f";
    flows.months = 2;
    flows.formula = "x * month / 1 [month]";
    document.rows.push_back(flows);
    const Model model = compiled(document);
    CHECK(read(csv_of(document, model, {0, 0, 0}, 256)).ids ==
          std::vector<std::string>{"draw", "y@A", "f@A/0", "f@A/1", "f@A/2", "x"});
}

TEST_CASE("a table that is too large is refused with its size and what to lower") {
    Document document = with_formula("npv(1%, f)");
    Row flows = document.rows[0];
    flows.id = "f";
    flows.months = 360;
    flows.formula = "x";
    document.rows.push_back(flows);
    const Model model = compiled(document);
    const Result<TraceCsv> csv =
        TraceCsv::of(document, model, std::array{CellPlace{0, 0, 0}}, 16'384);
    REQUIRE_FALSE(csv);
    CHECK(csv.error().message ==
          "the table of 16384 draws in 363 columns might take 136 MB, and at most 64 MB are made: "
          "lower the draws");
}
