#include "expr/functions.h"

#include "expr/finance_functions.h"

#include <algorithm>

namespace fulcrum {
namespace {

constexpr FormulaFunction functions[] = {
#define FUNCTION(name, least, most, arguments, op, lowering, units, meaning) \
    {name,                                                                   \
     least,                                                                  \
     most,                                                                   \
     arguments,                                                              \
     Op::op,                                                                 \
     FormulaFunction::Lowering::lowering,                                    \
     FormulaFunction::UnitRule::units,                                       \
     meaning,                                                                \
     "",                                                                     \
     nullptr},
#define SERIES(name, arguments, signature, value, units, meaning) \
    {name,                                                        \
     sizeof(signature) - 1,                                       \
     sizeof(signature) - 1,                                       \
     arguments,                                                   \
     Op::Series,                                                  \
     FormulaFunction::Lowering::Series,                           \
     FormulaFunction::UnitRule::units,                            \
     meaning,                                                     \
     signature,                                                   \
     finance::value},
#include "expr/functions.def"
#undef FUNCTION
#undef SERIES
};

}  // namespace

std::span<const FormulaFunction> formula_functions() {
    return functions;
}

const FormulaFunction* find_formula_function(std::string_view name) {
    const auto* const found =
        std::find_if(std::begin(functions), std::end(functions),
                     [name](const FormulaFunction& function) { return function.name == name; });
    return found == std::end(functions) ? nullptr : found;
}

std::vector<std::string> formula_function_names() {
    std::vector<std::string> names;
    for (const FormulaFunction& function : functions) names.emplace_back(function.name);
    names.insert(names.end(), {"previous", "at"});
    return names;
}

}  // namespace fulcrum
