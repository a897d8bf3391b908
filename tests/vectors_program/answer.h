// Answers to decision-calculator test vectors ("decision-vectors/1"), computed by the product's
// code.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace fulcrum::vectors {

using nlohmann::json;

// The vector's `expected` keys with what Fulcrum computes for them; null where that is not defined.
// Absent where Fulcrum does not know the kind, or not in the vector's form.
std::optional<json> answer(const json& vector);

// By kind, each of which belongs to the file of its name.
std::optional<json> distribution(const json& vector);  // dist.*
std::optional<json> closed_form(const json& vector);   // mc.closed_form, by sampling
std::optional<json> correlation(const json& vector);   // sensitivity.correlation
std::optional<json> finance(const json& vector);       // finance.*
std::optional<json> tree(const json& vector);          // tree.rollback
std::optional<json> sensitivity(const json& vector);  // sensitivity.tornado, .breakeven, .sobol and
                                                      // voi.evppi, by the engine
// voi.*, uncertainty.*, utility.*, sensitivity.regression and .weight_threshold, in closed form
std::optional<json> decision_analysis(const json& vector);

}  // namespace fulcrum::vectors
