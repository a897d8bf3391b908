// Formulas made by chance, of functions that are named here and never change.
#pragma once

#include "golden/chance.h"

#include <string>
#include <vector>

namespace fulcrum::golden {

// names: texts that stand for a value ("x0", "r1@B", "previous(s)"); at least one. Most formulas
// have a finite value for most values of the names, some divide by zero or take the root of -1.
std::string random_formula(Chance& chance, const std::vector<std::string>& names, int levels);

}  // namespace fulcrum::golden
