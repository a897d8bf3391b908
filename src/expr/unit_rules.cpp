#include "expr/unit_rules.h"

namespace fulcrum {

std::optional<Unit> common_unit(const Unit& a, const Unit& b) {
    if (!a.fits(b)) return {};
    if (a.is_unknown() || b.is_unknown()) return Unit::unknown();
    return a.is_bare() ? b : a;
}

Unit product_unit(const Unit& a, const Unit& b) {
    return a.is_bare() && b.is_bare() ? Unit::bare() : a * b;
}

Unit quotient_unit(const Unit& a, const Unit& b) {
    if (a.is_bare() && b.is_bare()) return Unit::bare();
    return a / b;
}

Unit pure_unit(const Unit& argument) {
    return argument.is_bare() ? Unit::bare() : Unit::none();
}

bool is_pure(const Unit& unit) {
    return unit.is_none() || unit.is_bare() || unit.is_unknown();
}

std::string unit_name(const Unit& unit) {
    return unit.is_none() ? "a value without a unit" : unit.text();
}

}  // namespace fulcrum
