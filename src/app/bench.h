// How long the engine takes, on this machine, in this build.
#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

struct BenchFigure {
    std::string what;
    std::size_t draws = 0;
    int repeats = 0;
    double median_ms = 0, least_ms = 0;     // wall time of one repeat
    std::optional<double> longest_step_ms;  // of what is made in steps
};

// The document's objective for every option (mean, percentiles, P(best)) at each number of draws,
// what its parts cost, and a frame of a drag. Requires an objective.
//
// seconds   for how long each figure is measured again; at least 5 times.
Result<std::vector<BenchFigure>> bench_decision(const Document& document,
                                                const std::vector<std::size_t>& draws,
                                                double seconds = 1);

// The time of a full run against the number of draws, options, assumptions and rows, on made-up
// decisions.
std::vector<BenchFigure> bench_scaling(double seconds = 1);

// Each analysis against the number of assumptions (half as many rows and claims as well), and the
// roll-back of trees of four times as many nodes, on made-up decisions.
std::vector<BenchFigure> bench_analyses(double seconds = 1,
                                        const std::vector<std::size_t>& sizes = {5, 20, 100, 500});

// A line for each figure; JSON: an array of objects with the names of the fields.
std::string bench_text(const std::vector<BenchFigure>& figures);
std::string bench_json(const std::vector<BenchFigure>& figures);

}  // namespace fulcrum
