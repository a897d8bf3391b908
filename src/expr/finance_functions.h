// math/finance.h as functions of formulas: the operands in the order of the arguments, one for
// every month of a series (functions.def). Not-a-number where they are not defined.
#pragma once

#include <span>

namespace fulcrum::finance {

using Operands = std::span<const double>;

double npv_of(Operands x);                  // rate, flows
double xnpv_of(Operands x);                 // rate, flows, times
double irr_of(Operands x);                  // flows
double xirr_of(Operands x);                 // flows, times
double mirr_of(Operands x);                 // flows, finance_rate, reinvest_rate
double payback_of(Operands x);              // flows
double discounted_payback_of(Operands x);   // rate, flows
double roi_of(Operands x);                  // flows
double profitability_index_of(Operands x);  // rate, flows

}  // namespace fulcrum::finance
