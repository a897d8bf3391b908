#include "expr/build.h"

#include "expr/functions.h"
#include "expr/unit_rules.h"

#include <cassert>
#include <cmath>
#include <string>
#include <utility>

namespace fulcrum {
namespace {

constexpr double largest_exponent = 99;  // of a unit

class Builder {
  public:
    Builder(const ParsedFormula& formula, const Scope& scope, Program& program)
        : formula_(formula), scope_(scope), program_(program) {}
    Result<UnitNode> build();

  private:
    using Built = Result<UnitNode>;

    Built value_of(const FormulaNode& node);
    Built name(const FormulaNode& node);
    Built month(const FormulaNode& node);
    Built unary(const FormulaNode& node);
    Built binary(const FormulaNode& node);
    Built sum(const FormulaNode& node);
    Built comparison(const FormulaNode& node);
    Built power(const FormulaNode& node);
    Built call(const FormulaNode& node);
    Result<Unit> unit_of_call(const FormulaNode& node, const FormulaFunction& function);
    Result<Unit> alike(const FormulaNode& node, std::size_t first);
    Result<Unit> root(const FormulaNode& node);
    NodeId lowered(const FormulaNode& node, const FormulaFunction& function);
    Built over_months(const FormulaNode& node, const FormulaFunction& function);
    Result<UnitSeries> series(const FormulaNode& node, std::size_t index) const;
    std::optional<Error> rate_error(const FormulaNode& node, std::size_t index,
                                    const Unit& period) const;

    const UnitNode& argument(const FormulaNode& node, std::size_t index) const {
        return values_[node.arguments[index]];
    }
    const Unit& unit(const FormulaNode& node, std::size_t index) const {
        return argument(node, index).unit;
    }
    Error error_at(const FormulaNode& node, std::size_t index, std::string message) const {
        return {.path = {},
                .message = std::move(message),
                .at = formula_.nodes[node.arguments[index]].begin};
    }

    const ParsedFormula& formula_;
    const Scope& scope_;
    Program& program_;
    std::vector<UnitNode> values_;  // [node of the formula]
};

Result<UnitNode> Builder::build() {
    values_.reserve(formula_.nodes.size());
    for (const FormulaNode& node : formula_.nodes) {
        Built value = value_of(node);
        if (!value) return value;
        values_.push_back(*std::move(value));
    }
    assert(!values_.empty());
    return values_.back();
}

Builder::Built Builder::value_of(const FormulaNode& node) {
    switch (node.kind) {
        case FormulaKind::Number:
            return UnitNode{program_.constant(node.number), node.unit};
        case FormulaKind::Name:
            return name(node);
        case FormulaKind::Month:
            return month(node);
        case FormulaKind::Unary:
            return unary(node);
        case FormulaKind::Binary:
            return binary(node);
        case FormulaKind::Call:
            break;
    }
    return call(node);
}

Builder::Built Builder::name(const FormulaNode& node) {
    const Reference& reference = formula_.references[node.reference];
    if (reference.when == Reference::When::All) return UnitNode{};  // the function asks for it
    Built value = scope_.resolve(reference);
    if (value) return value;
    Error error = value.error();
    error.at = reference.at;
    return error;
}

Builder::Built Builder::month(const FormulaNode& node) {
    if (!scope_.month)
        return Error{.path = {},
                     .message = "month has a meaning only in a row that runs over months",
                     .at = node.begin};
    return UnitNode{program_.constant(*scope_.month), *parse_unit("month")};
}

Builder::Built Builder::unary(const FormulaNode& node) {
    const UnitNode& operand = argument(node, 0);
    if (node.function == "not")
        return UnitNode{program_.apply(Op::Not, operand.node), Unit::none()};
    return UnitNode{program_.apply(Op::Negate, operand.node), operand.unit};
}

Builder::Built Builder::binary(const FormulaNode& node) {
    const std::string& symbol = node.function;
    const UnitNode& a = argument(node, 0);
    const UnitNode& b = argument(node, 1);
    if (symbol == "*")
        return UnitNode{program_.apply(Op::Multiply, a.node, b.node), product_unit(a.unit, b.unit)};
    if (symbol == "/")
        return UnitNode{program_.apply(Op::Divide, a.node, b.node), quotient_unit(a.unit, b.unit)};
    if (symbol == "and") return UnitNode{program_.apply(Op::And, a.node, b.node), Unit::none()};
    if (symbol == "or") return UnitNode{program_.apply(Op::Or, a.node, b.node), Unit::none()};
    if (symbol == "^") return power(node);
    return symbol == "+" || symbol == "-" ? sum(node) : comparison(node);
}

Builder::Built Builder::sum(const FormulaNode& node) {
    const UnitNode& a = argument(node, 0);
    const UnitNode& b = argument(node, 1);
    const bool adds = node.function == "+";
    const std::optional<Unit> common = common_unit(a.unit, b.unit);
    if (!common)
        return error_at(node, 1,
                        (adds ? "cannot add " : "cannot subtract ") + unit_name(b.unit) +
                            (adds ? " to " : " from ") + unit_name(a.unit));
    return UnitNode{program_.apply(adds ? Op::Add : Op::Subtract, a.node, b.node), *common};
}

Builder::Built Builder::comparison(const FormulaNode& node) {
    const UnitNode& a = argument(node, 0);
    const UnitNode& b = argument(node, 1);
    if (!common_unit(a.unit, b.unit))
        return error_at(node, 1, "compares " + unit_name(a.unit) + " with " + unit_name(b.unit));
    const std::string& symbol = node.function;
    const bool turned = symbol.front() == '>';
    const bool or_equal = symbol == "<=" || symbol == ">=";
    const Op op = symbol == "="    ? Op::Equal
                  : symbol == "!=" ? Op::NotEqual
                  : or_equal       ? Op::LessEqual
                                   : Op::Less;
    const NodeId value =
        turned ? program_.apply(op, b.node, a.node) : program_.apply(op, a.node, b.node);
    return UnitNode{value, Unit::none()};
}

Builder::Built Builder::power(const FormulaNode& node) {
    const UnitNode& base = argument(node, 0);
    const UnitNode& exponent = argument(node, 1);
    if (!is_pure(exponent.unit))
        return error_at(node, 1,
                        "an exponent has no unit; found " + unit_name(exponent.unit) +
                            ", divide it by 1 [" + unit_name(exponent.unit) + "]");
    Unit unit = pure_unit(base.unit);
    if (base.unit.is_bare() && !exponent.unit.is_bare()) unit = Unit::none();
    if (base.unit.is_unknown()) unit = Unit::unknown();
    if (!is_pure(base.unit)) {
        const double times = program_.nodes()[exponent.node].constant;
        const bool fits = program_.is_constant(exponent.node) && exponent.unit.is_bare() &&
                          std::trunc(times) == times && std::fabs(times) <= largest_exponent;
        if (!fits)
            return error_at(node, 1,
                            "the exponent must be a bare whole number where the base has a unit (" +
                                unit_name(base.unit) + ")");
        unit = base.unit.power(static_cast<int>(times));
    }
    return UnitNode{program_.apply(Op::Power, base.node, exponent.node), unit};
}

Builder::Built Builder::call(const FormulaNode& node) {
    if (node.function == "unit") return UnitNode{argument(node, 0).node, node.unit};
    const FormulaFunction* const function = find_formula_function(node.function);
    assert(function != nullptr);
    if (function->lowering == FormulaFunction::Lowering::Series)
        return over_months(node, *function);
    Result<Unit> unit = unit_of_call(node, *function);
    if (!unit) return unit.error();
    return UnitNode{lowered(node, *function), *std::move(unit)};
}

Result<Unit> Builder::unit_of_call(const FormulaNode& node, const FormulaFunction& function) {
    switch (function.units) {
        case FormulaFunction::UnitRule::Alike:
            return alike(node, 0);
        case FormulaFunction::UnitRule::Choice:
            return alike(node, 1);
        case FormulaFunction::UnitRule::Keep:
            return unit(node, 0);
        case FormulaFunction::UnitRule::Root:
            return root(node);
        default:
            break;
    }
    if (!is_pure(unit(node, 0)))
        return error_at(
            node, 0,
            node.function + " wants a number without a unit; found " + unit_name(unit(node, 0)));
    return pure_unit(unit(node, 0));
}

// The unit that the arguments from `first` on have in common. Each is held against the first that
// says what it is, so that an unknown one does not hide that two others differ.
Result<Unit> Builder::alike(const FormulaNode& node, std::size_t first) {
    Unit common = unit(node, first);
    Unit known = common;
    for (std::size_t a = first + 1; a < node.arguments.size(); ++a) {
        const Unit& next = unit(node, a);
        if (!known.fits(next)) {
            const bool branches = node.function == "if";
            std::string message = branches ? "if gives " : node.function + " mixes ";
            message += unit_name(known);
            message += branches ? " in one branch and " : " with ";
            message += unit_name(next);
            if (branches) message += " in the other";
            return error_at(node, a, std::move(message));
        }
        if (known.is_unknown() || known.is_bare()) known = next;
        common = *common_unit(common, next);
    }
    return common;
}

Result<Unit> Builder::root(const FormulaNode& node) {
    const Unit& square = unit(node, 0);
    if (is_pure(square)) return square;
    if (std::optional<Unit> root = square.root()) return *std::move(root);
    return error_at(
        node, 0,
        "the square root of " + unit_name(square) + " has no unit: its exponents are not all even");
}

NodeId Builder::lowered(const FormulaNode& node, const FormulaFunction& function) {
    const auto value = [&](std::size_t index) {
        return index < node.arguments.size() ? argument(node, index).node : NodeId{0};
    };
    switch (function.lowering) {
        case FormulaFunction::Lowering::Clamp:
            return program_.apply(Op::Min, program_.apply(Op::Max, value(0), value(1)), value(2));
        case FormulaFunction::Lowering::Chain: {
            NodeId all = value(0);
            for (std::size_t a = 1; a < node.arguments.size(); ++a)
                all = program_.apply(function.op, all, value(a));
            return all;
        }
        default:
            break;
    }
    return program_.apply(function.op, value(0), value(1), value(2));
}

Result<UnitSeries> Builder::series(const FormulaNode& node, std::size_t index) const {
    const Reference& reference =
        formula_.references[formula_.nodes[node.arguments[index]].reference];
    if (!scope_.series) return error_at(node, index, "there is no series here");
    Result<UnitSeries> series = scope_.series(reference);
    if (!series) {
        Error error = series.error();
        error.at = reference.at;
        return error;
    }
    if (series->months.size() > most_flows)
        return error_at(node, index,
                        node.function + " takes at most " + std::to_string(most_flows - 1) +
                            " months; '" + reference.name + "' has " +
                            std::to_string(series->months.size() - 1));
    return series;
}

// A rate has no unit, or is said per period.
std::optional<Error> Builder::rate_error(const FormulaNode& node, std::size_t index,
                                         const Unit& period) const {
    const Unit& rate = unit(node, index);
    if (is_pure(rate) || (rate * period).fits(Unit::none())) return std::nullopt;
    return error_at(node, index,
                    node.function + " wants a rate without a unit, or per " + unit_name(period) +
                        "; found " + unit_name(rate));
}

Builder::Built Builder::over_months(const FormulaNode& node, const FormulaFunction& function) {
    std::vector<NodeId> operands;
    std::size_t flow_count = 0;
    Unit flows, period = *parse_unit("month");
    for (std::size_t a = 0; a < node.arguments.size(); ++a) {
        const char kind = function.signature[a];
        if (kind == 'r') {
            operands.push_back(argument(node, a).node);
            continue;
        }
        const Result<UnitSeries> given = series(node, a);
        if (!given) return given.error();
        const std::vector<NodeId>& months = given->months;
        operands.insert(operands.end(), months.begin(), months.end());
        (kind == 'f' ? flows : period) = given->unit;
        if (kind == 'f') flow_count = months.size();
        if (months.size() != flow_count)
            return error_at(node, a,
                            "the flows have " + std::to_string(flow_count - 1) +
                                " months, their times " + std::to_string(months.size() - 1));
    }
    for (std::size_t a = 0; a < node.arguments.size(); ++a)
        if (function.signature[a] == 'r')
            if (auto error = rate_error(node, a, period)) return *std::move(error);
    Unit unit = Unit::none();
    if (function.units == FormulaFunction::UnitRule::Flows) unit = flows;
    if (function.units == FormulaFunction::UnitRule::Months) unit = period;
    const auto place = static_cast<std::uint32_t>(&function - formula_functions().data());
    return UnitNode{program_.over(place, operands), unit};
}

}  // namespace

Result<UnitNode> build(const ParsedFormula& formula, const Scope& scope, Program& program) {
    return Builder(formula, scope, program).build();
}

}  // namespace fulcrum
