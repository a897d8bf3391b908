// How fast this build's engine is, as JSON; the build for node tells how fast the page computes.
//
//   fulcrum_bench FILE [DRAWS...]              the figures of `fulcrum bench` for a decision
//   fulcrum_bench --run FILE DRAWS REPEATS     median CPU time of a full run, and what came out
//   fulcrum_bench --errors FILE DRAWS          what comes out, and its standard errors for one draw
//   fulcrum_bench --scaling SECONDS            time against draws, options, assumptions and rows
#include "app/bench.h"
#include "bench/cpu_clock.h"
#include "bench/outcome.h"

#include <cstdlib>
#include <iostream>

namespace {

using namespace fulcrum;

int fail(const std::string& message) {
    std::cerr << message << "\n";
    return 1;
}

std::size_t whole(const std::string& text) {
    return std::strtoul(text.c_str(), nullptr, 10);
}

int figures(const BenchDecision& decision, std::vector<std::size_t> draws) {
    if (draws.empty()) draws = {1024, 16'384, 131'072};
    const Result<std::vector<BenchFigure>> measured = bench_decision(decision.document, draws);
    if (!measured) return fail(measured.error().message);
    std::cout << bench_json(*measured);
    return 0;
}

int run(const BenchDecision& decision, std::size_t draws, std::size_t repeats) {
    std::vector<OptionOutcome> found;
    const double time = median_cpu_ms(repeats, [&] { found = outcomes(decision, draws); });
    std::cout << timed_json(time, found);
    return 0;
}

int errors(const BenchDecision& decision, std::size_t draws) {
    std::cout << "{\"outcomes\": " << outcomes_json(outcomes(decision, draws))
              << ", \"errors\": " << outcomes_json(standard_errors(decision, draws)) << "}\n";
    return 0;
}

int answer(const std::vector<std::string>& words) {
    if (words.size() == 2 && words[0] == "--scaling") {
        std::cout << bench_json(bench_scaling(std::strtod(words[1].c_str(), nullptr)));
        return 0;
    }
    if (words.size() == 2 && words[0] == "--analyses") {
        std::cout << bench_json(bench_analyses(std::strtod(words[1].c_str(), nullptr)));
        return 0;
    }
    const bool asks_run = words.size() == 4 && words[0] == "--run";
    const bool asks_errors = words.size() == 3 && words[0] == "--errors";
    if (words.empty() || (words[0].starts_with("--") && !asks_run && !asks_errors))
        return fail(
            "usage: fulcrum_bench FILE [DRAWS...] | --run FILE DRAWS REPEATS | "
            "--errors FILE DRAWS | --scaling SECONDS | --analyses SECONDS");
    const Result<BenchDecision> decision =
        bench_decision_in(asks_run || asks_errors ? words[1] : words[0]);
    if (!decision) return fail(decision.error().message);
    if (asks_run) return run(*decision, whole(words[2]), whole(words[3]));
    if (asks_errors) return errors(*decision, whole(words[2]));
    std::vector<std::size_t> draws;
    for (std::size_t k = 1; k < words.size(); ++k) draws.push_back(whole(words[k]));
    return figures(*decision, std::move(draws));
}

}  // namespace

int main(int argc, char** argv) {
    return answer(std::vector<std::string>(argv + 1, argv + argc));
}
