// Results as JSON text: what window.fulcrum.results() and `fulcrum report --format json` give, the
// same bytes.
#pragma once

#include "analysis/results.h"

#include <string>
#include <string_view>

namespace fulcrum {

// Sections and keys (version 1), by ids of the document:
//   { "version": 1, "semantics": 1, "draws": n, "seed": n, "options": ["A", ...], "objective":
//   "net_12",
//     "rows":   { row: { "unit": u, option: { "base": x, "mean": x, "p5": .., "p25": .., "p50": ..,
//     "p75": .., "p95": .. } } }, "series": { row: { "unit": u, option: [ { "month": 0, "base": ..,
//     "mean": .. , ... }, ... ] } }, "p_best": { option: x }, "leader": option, "runner_up":
//     option, "clear": bool, "gap": { "mean": ... , "p95": ... }, "score":  { "weights": {
//     criterion: w }, "options": { option: { "base", "mean", "p5", ... , "p_best" } }, "leader":
//     option } }
// Anything that does not exist is { "undefined": "reason" }, never null.
std::string results_json(const Document& document, const Results& results);

// What stands for results that do not exist.
std::string undefined_json(std::string_view reason);

}  // namespace fulcrum
