#include "golden/formulas.h"

#include <string_view>

namespace fulcrum::golden {
namespace {

// $1, $2 and $3 are formulas.
constexpr std::string_view forms[] = {
    "$1 + $2",
    "$1 - $2",
    "$1 * $2",
    "$1 * $2 - $3",
    "$1 / (1 + abs($2))",
    "$1 / $2",
    "-$1",
    "abs($1) ^ 0.7",
    "$1 ^ 2",
    "(1 + abs($1)) ^ ($2 / (10 + abs($2)))",
    "if($1 > $2, $2, $3)",
    "if($1 <= $2 and not $2 = $3, $1, $3)",
    "if($1 < 0 or $2 >= $3, $3, 1.5)",
    "min($1, $2)",
    "max($1, $2, $3)",
    "sum($1, $2, $3)",
    "clamp($1, -50, 2K)",
    "sqrt(abs($1))",
    "sqrt($1)",
    "exp(-abs($1) / 20)",
    "exp(min($1, 40))",
    "log(1 + abs($1))",
    "log($1)",
    "floor($1)",
    "ceil($1 / 3)",
    "round($1 * 10) / 10",
    "35% * $1",
    "1.2K - $1",
};

}  // namespace

std::string random_formula(Chance& chance, const std::vector<std::string>& names, int levels) {
    if (levels == 0 || chance.once_in(5)) {
        if (chance.once_in(5)) return std::to_string(1 + chance.below(400)) + ".25";
        return names[chance.below(names.size())];
    }
    std::string text;
    std::string_view form = chance.one_of(forms);
    while (!form.empty()) {
        const bool is_place = form.front() == '$';
        text += is_place ? "(" + random_formula(chance, names, levels - 1) + ")"
                         : std::string(1, form.front());
        form.remove_prefix(is_place ? 2 : 1);
    }
    return text;
}

}  // namespace fulcrum::golden
