// The value of a formula in one draw, slowly and obviously: straight over the parsed tree, with its
// own idea of what every operator means. Linked only into tests; the block engine must agree with
// it: to the bit where there is a finite value, and else that there is none.
//
// The rule for what is undefined stands once, before every operation: it is computed of finite
// numbers only, and has no value where one of them is none. `if` looks at its condition, then at
// the branch that it chooses, and at nothing else.
#pragma once

#include "expr/formula.h"
#include "math/elementary.h"
#include "math/finance.h"

#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum::oracle {

struct Draw {
    std::function<double(const Reference&)> value;
    int month = 0;
    std::function<std::vector<double>(const Reference&)> series = {};  // all its months
};

class Naive {
  public:
    Naive(const ParsedFormula& formula, const Draw& draw) : formula_(formula), draw_(draw) {}

    double value() { return value(formula_.nodes.size() - 1); }

    // Was anything that value() looked at, itself included, not finite?
    bool met_undefined() const { return met_undefined_; }

  private:
    static double nan() { return std::numeric_limits<double>::quiet_NaN(); }

    double value(std::size_t index) {
        const double x = value_of(formula_.nodes[index]);
        if (!std::isfinite(x)) met_undefined_ = true;
        return x;
    }

    double value_of(const FormulaNode& node) {
        if (node.kind == FormulaKind::Number) return node.number;
        if (node.kind == FormulaKind::Name) return draw_.value(formula_.references[node.reference]);
        if (node.kind == FormulaKind::Month) return draw_.month;
        if (node.function == "if") {
            const double condition = value(node.arguments[0]);
            if (!std::isfinite(condition)) return nan();
            return value(node.arguments[condition != 0 ? 1 : 2]);
        }
        std::vector<std::vector<double>> x;  // of each argument: its value, or that of every month
        for (const std::size_t argument : node.arguments) x.push_back(values(argument));
        for (const auto& values : x)
            for (const double of : values)
                if (!std::isfinite(of)) return nan();
        if (const auto worth = over_months(node.function, x)) return *worth;
        std::vector<double> numbers;
        for (const auto& values : x) numbers.push_back(values[0]);
        if (node.kind == FormulaKind::Binary) return binary(node.function, numbers[0], numbers[1]);
        if (node.kind == FormulaKind::Call) return call(node.function, numbers);
        if (node.function == "-") return -numbers[0];
        assert(node.function == "not");
        return numbers[0] == 0 ? 1 : 0;
    }

    std::vector<double> values(std::size_t index) {
        const FormulaNode& node = formula_.nodes[index];
        const bool is_name = node.kind == FormulaKind::Name;
        if (!is_name || formula_.references[node.reference].when != Reference::When::All)
            return {value(index)};
        std::vector<double> months = draw_.series(formula_.references[node.reference]);
        for (const double x : months)
            if (!std::isfinite(x)) met_undefined_ = true;
        return months;
    }

    static double binary(const std::string& symbol, double a, double b) {
        if (symbol == "+") return a + b;
        if (symbol == "-") return a - b;
        if (symbol == "*") return a * b;
        if (symbol == "/") return a / b;
        if (symbol == "^") return elementary::pow(a, b);
        if (symbol == "and") return a != 0 && b != 0 ? 1 : 0;
        if (symbol == "or") return a != 0 || b != 0 ? 1 : 0;
        if (symbol == "<") return a < b ? 1 : 0;
        if (symbol == "<=") return a <= b ? 1 : 0;
        if (symbol == ">") return a > b ? 1 : 0;
        if (symbol == ">=") return a >= b ? 1 : 0;
        if (symbol == "=") return a == b ? 1 : 0;
        assert(symbol == "!=");
        return a != b ? 1 : 0;
    }

    // Of zeros with different signs the second.
    static double smaller(double a, double b) { return a < b ? a : b; }
    static double larger(double a, double b) { return a > b ? a : b; }

    // Of a function over months, whose own arithmetic is that of math/finance.
    static std::optional<double> over_months(const std::string& name,
                                             const std::vector<std::vector<double>>& x) {
        const auto rate = [&](std::size_t a) { return x[a][0]; };
        const auto flows = [&](std::size_t a) { return x[a]; };
        const auto only = [](const std::vector<double>& rates) {
            return rates.size() == 1 ? rates[0] : nan();
        };
        if (name == "npv") return npv(rate(0), flows(1)).value_or(nan());
        if (name == "xnpv") return xnpv(rate(0), flows(1), flows(2)).value_or(nan());
        if (name == "irr") return only(irr(flows(0)));
        if (name == "xirr") return only(xirr(flows(0), flows(1)));
        if (name == "mirr") return mirr(flows(0), rate(1), rate(2)).value_or(nan());
        if (name == "payback") return payback(flows(0)).value_or(nan());
        if (name == "discounted_payback")
            return discounted_payback(rate(0), flows(1)).value_or(nan());
        if (name == "roi") return roi(flows(0)).value_or(nan());
        if (name == "profitability_index")
            return profitability_index(rate(0), flows(1)).value_or(nan());
        return std::nullopt;
    }

    static double call(const std::string& name, const std::vector<double>& x) {
        if (name == "unit") return x[0];
        if (name == "min" || name == "max" || name == "sum") {
            double all = x[0];
            for (std::size_t i = 1; i < x.size(); ++i)
                all = name == "sum" ? all + x[i]
                                    : (name == "min" ? smaller(all, x[i]) : larger(all, x[i]));
            return all;
        }
        if (name == "clamp") return smaller(larger(x[0], x[1]), x[2]);
        if (name == "abs") return std::fabs(x[0]);
        if (name == "sqrt") return std::sqrt(x[0]);
        if (name == "exp") return elementary::exp(x[0]);
        if (name == "log") return elementary::log(x[0]);
        if (name == "floor") return std::floor(x[0]);
        if (name == "ceil") return std::ceil(x[0]);
        assert(name == "round");
        return std::round(x[0]);
    }

    const ParsedFormula& formula_;
    const Draw& draw_;
    bool met_undefined_ = false;
};

inline double naive_value(const ParsedFormula& formula, const Draw& draw) {
    return Naive(formula, draw).value();
}

}  // namespace fulcrum::oracle
