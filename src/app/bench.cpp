#include "app/bench.h"

#include "analysis/analysis.h"
#include "analysis/audit.h"
#include "analysis/decision_map.h"
#include "analysis/one_way.h"
#include "analysis/roll_back.h"
#include "analysis/rules.h"
#include "analysis/spread.h"
#include "app/made_up.h"
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

// What is made in steps: the longest step too, the median of the longest of each repeat.
template <class Make>
BenchFigure timed_steps(std::string what, std::size_t draws, double seconds, const Make& make) {
    std::vector<double> longest;
    BenchFigure figure = timed(std::move(what), draws, seconds, [&] {
        auto work = make();
        bool more = true;
        double most = 0;
        while (more) {
            const Clock::time_point begin = Clock::now();
            more = work.step();
            most = std::max(most, milliseconds(Clock::now() - begin));
        }
        longest.push_back(most);
    });
    std::sort(longest.begin(), longest.end());
    figure.longest_step_ms = longest[longest.size() / 2];
    return figure;
}

std::vector<NodeId> objective_nodes(const Model& model) {
    std::vector<NodeId> nodes;
    for (const auto& months : model.rows[*model.objective].node)
        for (const auto& node : months)
            if (node) nodes.push_back(*node);
    return nodes;
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

void add_analyses(std::vector<BenchFigure>& figures, const std::string& what,
                  const Document& document, std::size_t draws, double seconds) {
    const Document ready = with_streams(with_claims(document));
    const Compilation compilation = compile(ready);
    if (!compilation.model) return;
    const Model& model = *compilation.model;
    const auto add = [&](const std::string& analysis, const auto& make) {
        figures.push_back(timed_steps(what + ", " + analysis, draws, seconds, make));
    };
    add("one input at a time",
        [&] { return OneWayAnalysis(ready, model, draws, Premise::TurnedOut); });
    add("map", [&] {
        return MapSearch(ready, model, draws, Premise::TurnedOut, model.inputs[0].id,
                         model.inputs[1].id);
    });
    add("spread", [&] { return SpreadSearch(ready, model, draws); });
    add("other rules", [&] { return RuleSearch(ready, model, draws); });
    add("audit", [&] { return Auditor(ready, model, ready); });
}

void add_roll_back(std::vector<BenchFigure>& figures, std::size_t nodes, std::size_t draws,
                   double seconds) {
    const Document ready = with_streams(made_up_tree(nodes));
    const Compilation compilation = compile(ready);
    if (!compilation.model) return;
    figures.push_back(
        timed_steps("a tree of " + std::to_string(nodes) + " nodes", draws, seconds,
                    [&] { return RollBackInPieces(ready, *compilation.model, draws); }));
}

std::string in_columns(const BenchFigure& figure) {
    char line[192];
    std::snprintf(line, sizeof line, "%-44s %9zu draws %12.3f ms (least %.3f, of %d)\n",
                  figure.what.c_str(), figure.draws, figure.median_ms, figure.least_ms,
                  figure.repeats);
    std::string text = line;
    if (figure.longest_step_ms) {
        std::snprintf(line, sizeof line, "%-44s %25.3f ms\n", "  its longest step",
                      *figure.longest_step_ms);
        text += line;
    }
    return text;
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

std::vector<BenchFigure> bench_analyses(double seconds, const std::vector<std::size_t>& sizes) {
    constexpr std::size_t draws = 4096, least_rows = 20;
    std::vector<BenchFigure> figures;
    for (const std::size_t size : sizes)
        add_analyses(figures, std::to_string(size) + " assumptions",
                     made_up(3, size, std::max(least_rows, size / 2)), draws, seconds);
    for (const std::size_t size : sizes) add_roll_back(figures, 4 * size, draws, seconds);
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
        if (figure.longest_step_ms) json.member("longest_step_ms", *figure.longest_step_ms);
        json.end_object();
    }
    json.end_array();
    return std::move(json).text();
}

}  // namespace fulcrum
