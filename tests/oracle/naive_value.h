// The value of a formula in one draw, slowly and obviously: straight over the parsed tree, with its
// own idea of what every operator means. Linked only into tests; the block engine must agree with
// it to the bit.
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

    double value() const { return value(formula_.nodes.size() - 1); }

  private:
    static double nan() { return std::numeric_limits<double>::quiet_NaN(); }

    double value(std::size_t index) const {
        const FormulaNode& node = formula_.nodes[index];
        if (node.kind == FormulaKind::Number) return node.number;
        if (node.kind == FormulaKind::Name) return draw_.value(formula_.references[node.reference]);
        if (node.kind == FormulaKind::Month) return draw_.month;
        if (node.kind == FormulaKind::Call) return call(node);
        if (node.kind == FormulaKind::Binary) return binary(node);
        const double x = value(node.arguments[0]);
        if (node.function == "-") return -x;
        assert(node.function == "not");
        if (std::isnan(x)) return nan();
        return x == 0 ? 1 : 0;
    }

    double binary(const FormulaNode& node) const {
        const std::string& symbol = node.function;
        const double a = value(node.arguments[0]);
        const double b = value(node.arguments[1]);
        if (symbol == "+") return a + b;
        if (symbol == "-") return a - b;
        if (symbol == "*") return a * b;
        if (symbol == "/") return a / b;
        if (std::isnan(a) || std::isnan(b)) return nan();
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
    static double smaller(double a, double b) {
        if (std::isnan(a) || std::isnan(b)) return nan();
        return a < b ? a : b;
    }
    static double larger(double a, double b) {
        if (std::isnan(a) || std::isnan(b)) return nan();
        return a > b ? a : b;
    }

    // Of a function over months, whose own arithmetic is that of math/finance.
    std::optional<double> over_months(const FormulaNode& node) const {
        const auto rate = [&](std::size_t a) { return value(node.arguments[a]); };
        const auto flows = [&](std::size_t a) {
            return draw_.series(formula_.references[formula_.nodes[node.arguments[a]].reference]);
        };
        const auto only = [](const std::vector<double>& rates) {
            return rates.size() == 1 ? rates[0] : nan();
        };
        const std::string& name = node.function;
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

    double call(const FormulaNode& node) const {
        if (node.function == "if") {
            const double condition = value(node.arguments[0]);
            if (std::isnan(condition)) return nan();
            return value(node.arguments[condition != 0 ? 1 : 2]);
        }
        if (const auto worth = over_months(node)) return *worth;
        std::vector<double> x;
        for (const std::size_t argument : node.arguments) x.push_back(value(argument));
        const std::string& name = node.function;
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
};

inline double naive_value(const ParsedFormula& formula, const Draw& draw) {
    return Naive(formula, draw).value();
}

}  // namespace fulcrum::oracle
