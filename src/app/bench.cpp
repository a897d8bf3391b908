#include "app/bench.h"

#include "analysis/analysis.h"
#include "base/json_writer.h"
#include "engine/simulate.h"
#include "model/check.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>

namespace fulcrum {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t drawn_at_once = 16'384;  // a page drags with no more draws

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

// At least 5 repeats, and as many as fit into the time.
template <class Act>
BenchFigure timed(std::string what, std::size_t draws, double seconds, const Act& act) {
    const double enough = 1000 * seconds;
    constexpr int least = 5, most = 201;
    std::vector<double> times;
    double total = 0;
    while (static_cast<int>(times.size()) < least ||
           (total < enough && static_cast<int>(times.size()) < most)) {
        const Clock::time_point begin = Clock::now();
        act();
        times.push_back(milliseconds(Clock::now() - begin));
        total += times.back();
    }
    std::sort(times.begin(), times.end());
    return {.what = std::move(what),
            .draws = draws,
            .repeats = static_cast<int>(times.size()),
            .median_ms = times[times.size() / 2],
            .least_ms = times.front()};
}

std::vector<NodeId> objective_nodes(const Model& model) {
    std::vector<NodeId> nodes;
    for (const auto& months : model.rows[*model.objective].node)
        for (const auto& node : months)
            if (node) nodes.push_back(*node);
    return nodes;
}

// A sum of products over assumptions, row by row, for every option.
Document made_up(std::size_t options, std::size_t assumptions, std::size_t rows) {
    Document document;
    document.id = "made_up";
    document.title = "Made up";
    for (std::size_t o = 0; o < options; ++o)
        document.options.push_back(
            {.id = "O" + std::to_string(o), .name = "Option " + std::to_string(o)});
    for (std::size_t a = 0; a < assumptions; ++a) {
        Assumption& assumption = document.assumptions.emplace_back();
        assumption.id = "a" + std::to_string(a);
        assumption.name = assumption.id;
        assumption.base = 2;
        assumption.low = 1;
        assumption.high = 4;
        assumption.family = a % 2 == 0 ? "triangular" : "uniform";
    }
    for (std::size_t r = 0; r < rows; ++r) {
        Row& row = document.rows.emplace_back();
        row.id = "r" + std::to_string(r);
        row.name = row.id;
        row.direction = Direction::More;
        for (std::size_t o = 0; o < options; ++o) {
            const auto input = [&](std::size_t k) { return "a" + std::to_string(k % assumptions); };
            std::string formula = input(r + o) + " * " + input(3 * r + 2 * o + 1) + " + " +
                                  std::to_string(o + 1) + " * " + input(5 * r + o);
            if (r > 0) formula += " + r" + std::to_string(r - 1);
            row.cells.emplace_back(document.options[o].id, Formula{std::move(formula)});
        }
    }
    document.objective = document.rows.back().id;
    return document;
}

void add_scaling(std::vector<BenchFigure>& figures, const std::string& what,
                 const Document& document, std::size_t draws, double seconds) {
    const Document ready = with_streams(document);
    const Compilation compilation = compile(ready);
    if (!compilation.model) return;
    const std::size_t objective = *compilation.model->objective;
    figures.push_back(timed(what, draws, seconds, [&] {
        analyse(ready, *compilation.model, {.draws = draws, .rows = std::vector{objective}});
    }));
}

// A frame of a drag, of each uncertain assumption: what moves is drawn and summarised again.
void add_drags(std::vector<BenchFigure>& figures, const Document& document, const Model& model,
               const ResultsRequest& request, double seconds) {
    const Results before = analyse(document, model, request);
    std::vector<BenchFigure> drags;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        if (!model.inputs[i].uncertain) continue;
        std::vector<bool> moving(model.inputs.size(), false);
        moving[i] = true;
        Recall recall(document, model, moving, before);
        const auto frame = [&] {
            Analysis analysis(document, model, request, &recall);
            while (analysis.step()) {
            }
        };
        frame();  // holds the draws of what does not move, as the grab does
        const double share = seconds / static_cast<double>(model.inputs.size());
        drags.push_back(timed("", request.draws, share, frame));
    }
    if (drags.empty()) return;
    std::sort(drags.begin(), drags.end(),
              [](const BenchFigure& a, const BenchFigure& b) { return a.median_ms < b.median_ms; });
    drags.front().what = "  a drag, narrowest of " + std::to_string(drags.size());
    drags[drags.size() / 2].what = "  a drag, the middle one";
    drags.back().what = "  a drag, widest";
    for (BenchFigure& drag : drags)
        if (!drag.what.empty()) figures.push_back(std::move(drag));
}

std::string in_columns(const BenchFigure& figure) {
    char line[160];
    std::snprintf(line, sizeof line, "%-44s %9zu draws %12.3f ms (least %.3f, of %d)\n",
                  figure.what.c_str(), figure.draws, figure.median_ms, figure.least_ms,
                  figure.repeats);
    return line;
}

}  // namespace

Result<std::vector<BenchFigure>> bench_decision(const Document& document,
                                                const std::vector<std::size_t>& draws,
                                                double seconds) {
    Diagnostics findings = check(document);
    if (!findings.empty()) return findings.front();
    const Document ready = with_streams(document);
    const Compilation compilation = compile(ready);
    if (!compilation.model) return compilation.diagnostics.front();
    const Model& model = *compilation.model;
    if (!model.objective)
        return Error{"/objective", "a benchmark needs a decision that has an objective"};
    const std::vector<std::size_t> rows{*model.objective};
    const std::vector<NodeId> nodes = objective_nodes(model);

    std::vector<BenchFigure> figures;
    for (const std::size_t n : draws) {
        figures.push_back(timed("full run", n, seconds,
                                [&] { analyse(ready, model, {.draws = n, .rows = rows}); }));
        figures.push_back(timed("  draws of the objective", n, seconds,
                                [&] { simulate(model, nodes, {.draws = n}); }));
        if (n <= drawn_at_once)
            add_drags(figures, ready, model, {.draws = n, .rows = rows}, seconds);
    }
    return figures;
}

std::vector<BenchFigure> bench_scaling(double seconds) {
    constexpr std::size_t usual = 16'384;
    std::vector<BenchFigure> figures;
    for (const std::size_t draws : {1024u, 4096u, 16'384u, 65'536u, 262'144u, 1'048'576u})
        add_scaling(figures, "3 options, 20 assumptions, 20 rows", made_up(3, 20, 20), draws,
                    seconds);
    for (const std::size_t options : {2u, 5u, 10u, 20u, 50u})
        add_scaling(figures, std::to_string(options) + " options", made_up(options, 20, 20), usual,
                    seconds);
    for (const std::size_t assumptions : {5u, 20u, 100u, 500u})
        add_scaling(figures, std::to_string(assumptions) + " assumptions",
                    made_up(3, assumptions, 200), usual, seconds);
    for (const std::size_t rows : {10u, 100u, 500u, 2000u})
        add_scaling(figures, std::to_string(rows) + " rows", made_up(3, 20, rows), usual, seconds);
    return figures;
}

std::string bench_text(const std::vector<BenchFigure>& figures) {
    std::string text;
    for (const BenchFigure& figure : figures) text += in_columns(figure);
    return text;
}

std::string bench_json(const std::vector<BenchFigure>& figures) {
    JsonWriter json;
    json.begin_array();
    for (const BenchFigure& figure : figures) {
        json.begin_object();
        json.member("what", figure.what);
        json.member("draws", static_cast<std::int64_t>(figure.draws));
        json.member("repeats", static_cast<std::int64_t>(figure.repeats));
        json.member("median_ms", figure.median_ms);
        json.member("least_ms", figure.least_ms);
        json.end_object();
    }
    json.end_array();
    return std::move(json).text();
}

}  // namespace fulcrum
