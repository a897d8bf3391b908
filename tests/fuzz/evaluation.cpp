#include "base/text.h"
#include "expr/build.h"
#include "fuzz/targets.h"
#include "oracle/naive_value.h"
#include "oracle/random_formula.h"
#include "oracle/run.h"

#include <cmath>

namespace fulcrum::fuzz {
namespace {

constexpr std::size_t inputs = 8;
constexpr std::size_t draws = 256;
constexpr std::size_t cut = 37;  // a block that ends beside every width of a vector
constexpr int month = 7;
constexpr std::size_t months = 6;  // of every series

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

std::string shown(double value) {
    return std::isfinite(value) ? shortest(value) : "nothing finite";
}

// Any name is an input: which one follows from its letters and its place.
std::uint32_t input_of(const Reference& reference) {
    std::size_t sum = static_cast<std::size_t>(reference.when) + reference.option.size();
    for (const char c : reference.name) sum += static_cast<unsigned char>(c);
    return static_cast<std::uint32_t>(sum % inputs);
}

// Its months are inputs one after the other.
std::uint32_t input_of(const Reference& reference, std::size_t later) {
    return static_cast<std::uint32_t>((input_of(reference) + later) % inputs);
}

struct Expected {
    double value = 0;
    bool met_undefined = false;
};

Expected expected_value(const ParsedFormula& formula, const oracle::Columns& input,
                        std::size_t draw) {
    const auto value = [&](const Reference& reference) { return input[input_of(reference)][draw]; };
    const auto series = [&](const Reference& reference) {
        std::vector<double> flows;
        for (std::size_t m = 0; m < months; ++m)
            flows.push_back(input[input_of(reference, m)][draw]);
        return flows;
    };
    const oracle::Draw drawn{value, month, series};
    oracle::Naive naive(formula, drawn);
    const double worth = naive.value();
    return {worth, naive.met_undefined()};
}

// "" where both evaluations give what is expected.
std::string difference(const Expected& expected, double whole, double in_parts) {
    for (const double found : {whole, in_parts}) {
        if (expected.met_undefined && std::isfinite(found))
            return " gives " + shortest(found) + " from something undefined";
        if (!oracle::same_value(expected.value, found))
            return " gives " + shown(whole) + ", in parts " + shown(in_parts) + ", expected " +
                   shown(expected.value);
    }
    return "";
}

}  // namespace

std::string broken_evaluation(std::string_view bytes) {
    const Result<ParsedFormula> formula = parse_formula(bytes);
    if (!formula) return "";
    Program program;
    Scope scope;
    scope.month = month;
    scope.resolve = [&](const Reference& reference) -> Result<UnitNode> {
        return UnitNode{program.input(input_of(reference)), Unit::unknown()};
    };
    scope.series = [&](const Reference& reference) -> Result<UnitSeries> {
        UnitSeries series{.months = {}, .unit = Unit::unknown()};
        for (std::size_t m = 0; m < months; ++m)
            series.months.push_back(program.input(input_of(reference, m)));
        return series;
    };
    const Result<UnitNode> built = build(*formula, scope, program);
    if (!built) return "";

    const oracle::Columns& input = awkward_inputs();
    const std::vector<NodeId> outputs = {built->node};
    const oracle::Columns whole = oracle::run(program, outputs, input);
    const oracle::Columns in_parts = oracle::run(program, outputs, input, cut);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const std::string wrong =
            difference(expected_value(*formula, input, draw), whole[0][draw], in_parts[0][draw]);
        if (!wrong.empty()) return "draw " + std::to_string(draw) + wrong;
    }
    return "";
}

}  // namespace fulcrum::fuzz
