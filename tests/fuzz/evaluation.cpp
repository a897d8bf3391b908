#include "base/text.h"
#include "expr/build.h"
#include "fuzz/targets.h"
#include "oracle/naive_value.h"
#include "oracle/random_formula.h"
#include "oracle/run.h"

#include <algorithm>

namespace fulcrum::fuzz {
namespace {

constexpr std::size_t inputs = 8;
constexpr std::size_t draws = 256;
constexpr std::size_t cut = 37;  // a block that ends beside every width of a vector
constexpr int month = 7;

// The calls that the naive evaluator takes; a formula with another one is not compared.
constexpr std::string_view known_calls[] = {"unit", "if",  "min", "max",   "sum",  "clamp", "abs",
                                            "sqrt", "exp", "log", "floor", "ceil", "round"};

bool is_known(const FormulaNode& node) {
    return node.kind != FormulaKind::Call ||
           std::find(std::begin(known_calls), std::end(known_calls), node.function) !=
               std::end(known_calls);
}

// The last input but one is of whole numbers, the last of plain ones.
const oracle::Columns& awkward_inputs() {
    static const oracle::Columns columns = [] {
        oracle::Chance chance(2026);
        oracle::Columns made(inputs, std::vector<double>(draws));
        for (std::size_t input = 0; input < inputs; ++input)
            for (double& x : made[input]) {
                x = chance.awkward();
                if (input == inputs - 2) x = static_cast<double>(chance.below(41)) - 20;
                if (input == inputs - 1) x = chance.unit() * 100;
            }
        return made;
    }();
    return columns;
}

// Any name is an input: which one follows from its letters and its place.
std::uint32_t input_of(const Reference& reference) {
    std::size_t sum = static_cast<std::size_t>(reference.when) + reference.option.size();
    for (const char c : reference.name) sum += static_cast<unsigned char>(c);
    return static_cast<std::uint32_t>(sum % inputs);
}

}  // namespace

std::string broken_evaluation(std::string_view bytes) {
    const Result<ParsedFormula> formula = parse_formula(bytes);
    if (!formula || !std::all_of(formula->nodes.begin(), formula->nodes.end(), is_known)) return "";
    Program program;
    Scope scope;
    scope.month = month;
    scope.resolve = [&](const Reference& reference) -> Result<UnitNode> {
        return UnitNode{program.input(input_of(reference)), Unit::unknown()};
    };
    const Result<UnitNode> built = build(*formula, scope, program);
    if (!built) return "";

    const oracle::Columns& input = awkward_inputs();
    const std::vector<NodeId> outputs = {built->node};
    const oracle::Columns whole = oracle::run(program, outputs, input);
    const oracle::Columns in_parts = oracle::run(program, outputs, input, cut);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const auto value = [&](const Reference& reference) {
            return input[input_of(reference)][draw];
        };
        const double expected = oracle::naive_value(*formula, {value, month});
        if (oracle::same_bits(whole[0][draw], expected) &&
            oracle::same_bits(in_parts[0][draw], expected))
            continue;
        return "draw " + std::to_string(draw) + " gives " + shortest(whole[0][draw]) +
               ", in parts " + shortest(in_parts[0][draw]) + ", expected " + shortest(expected);
    }
    return "";
}

}  // namespace fulcrum::fuzz
