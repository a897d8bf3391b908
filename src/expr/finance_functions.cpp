#include "expr/finance_functions.h"

#include "expr/functions.h"
#include "math/finance.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace fulcrum {
namespace finance {
namespace {

double number(std::optional<double> value) {
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}

double only(const std::vector<double>& rates) {
    return number(rates.size() == 1 ? std::optional(rates[0]) : std::nullopt);
}

// Is every sum of the first flows, discounted, a number?
bool has_finite_sums(double rate, Operands flows) {
    for (std::size_t count = 1; count <= flows.size(); ++count)
        if (!npv(rate, flows.first(count))) return false;
    return true;
}

Operands first_half(Operands x) {
    return x.first(x.size() / 2);
}
Operands second_half(Operands x) {
    return x.subspan(x.size() / 2);
}

}  // namespace

double npv_of(Operands x) {
    return number(npv(x[0], x.subspan(1)));
}
double xnpv_of(Operands x) {
    return number(xnpv(x[0], first_half(x.subspan(1)), second_half(x.subspan(1))));
}
double irr_of(Operands x) {
    return only(irr(x));
}
double xirr_of(Operands x) {
    return only(xirr(first_half(x), second_half(x)));
}
double mirr_of(Operands x) {
    return number(mirr(x.first(x.size() - 2), x[x.size() - 2], x[x.size() - 1]));
}
double payback_of(Operands x) {
    return number(payback(x));
}
double discounted_payback_of(Operands x) {
    return number(discounted_payback(x[0], x.subspan(1)));
}
double roi_of(Operands x) {
    return number(roi(x));
}
double profitability_index_of(Operands x) {
    return number(profitability_index(x[0], x.subspan(1)));
}

}  // namespace finance

std::string undefined_because(const FormulaFunction& function, std::span<const double> operands) {
    using namespace finance;
    const bool after = function.signature.front() == 'f';  // the rates, if there are any
    const auto rates = std::count(function.signature.begin(), function.signature.end(), 'r');
    const auto count = static_cast<std::size_t>(rates);
    const Operands given = after ? operands.last(count) : operands.first(count);
    if (std::any_of(given.begin(), given.end(), [](double rate) { return rate <= -1; }))
        return "a rate of -100 % or less";

    const Operands flows =
        after ? operands.first(operands.size() - count) : operands.subspan(count);
    if (function.value == irr_of || function.value == xirr_of) {
        const auto several =
            function.value == irr_of ? irr(flows) : xirr(first_half(flows), second_half(flows));
        return several.empty() ? "no internal rate of return"
                               : std::to_string(several.size()) + " internal rates of return";
    }
    const bool comes = std::any_of(flows.begin(), flows.end(), [](double x) { return x > 0; });
    const bool goes = std::any_of(flows.begin(), flows.end(), [](double x) { return x < 0; });
    if (function.value == mirr_of && !(comes && goes)) return "no inflow or no outflow";
    if (function.value == roi_of && !goes) return "no outflow";
    const bool pays_back = function.value == payback_of || function.value == discounted_payback_of;
    if (pays_back && has_finite_sums(given.empty() ? 0 : given[0], flows))
        return "flows that never pay back";
    if (function.value == profitability_index_of && flows[0] == 0) return "no flow in month 0";
    return "a result too large for a number (overflow)";
}

}  // namespace fulcrum
