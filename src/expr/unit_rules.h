// What formulas do with units, beyond the algebra of base/unit.h.
#pragma once

#include "base/result.h"
#include "base/unit.h"

#include <optional>
#include <string>

namespace fulcrum {

// The unit of two values that are added, compared or stand for one another: unknown when one is,
// and a bare number takes the unit of the other. Absent: they do not fit.
std::optional<Unit> common_unit(const Unit& a, const Unit& b);

// Of a product and a quotient: bare numbers have none, two of them give a bare one.
Unit product_unit(const Unit& a, const Unit& b);
Unit quotient_unit(const Unit& a, const Unit& b);

// Of a value without a unit that is made from values without one (exp, log).
Unit pure_unit(const Unit& argument);

// No symbols: none, bare or unknown.
bool is_pure(const Unit& unit);

// For messages: "$/month", "a value without a unit".
std::string unit_name(const Unit& unit);

}  // namespace fulcrum
