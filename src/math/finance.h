// What a row of payments is worth, and the rates at which it is worth nothing.
//
// flows    what comes in (> 0) or goes out (< 0), one per period; flow 0 is now, undiscounted
// rate     per period, above -1 (-100 %); 0.1 is 10 %
// times    when each flow falls, in the periods of the rate, in any order; the worth is that at
//          time 0
//
// What is not defined is absent, or an empty list: where a number is not finite, a rate is not
// above -1, or the result, or a sum that it is made of, is too large for a number.
//
// Source: R. Brealey, S. Myers, F. Allen, "Principles of Corporate Finance", chapters 5 and 6; the
// conventions are those of tests/vectors/finance.json.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

// Sum of flow k / (1 + rate)^k, and of flow i / (1 + rate)^times[i].
std::optional<double> npv(double rate, std::span<const double> flows);
std::optional<double> xnpv(double rate, std::span<const double> flows,
                           std::span<const double> times);

// Every rate above -1 at which npv (xnpv) is 0, rising. Empty where there is none, and where all
// flows are 0 (every rate is one). A rate too close to -1 for a double is the double next above.
//
// With x = 1 / (1 + rate) the worth is p(x) = sum c x^t over x > 0. Between two terms that differ
// in sign lies an exponent s; the derivative of p(x) / x^s has one change of sign less than p, and
// between its roots p(x) / x^s is monotone (Rolle; so E. Laguerre, "Memoire sur la theorie des
// equations numeriques", Oeuvres I, 1883, proves Descartes' rule for real exponents). So as many
// steps down as there are changes of sign end at a sum without root, and every root on the way up
// lies alone between two others, where Newton's method on log(inflows / outflows) over log x,
// with bisection over the bits of x where it does not halve, finds it. Where times are whole, at
// most 1,000, these steps are taken on p(x) (1 + x)^n, which has the same roots and, as n grows,
// no more changes of sign than roots (H. Poincare, "Sur les equations algebriques", Comptes
// rendus 97, 1883).
//
// Error: a root of flows that differ from these by 10 (n + 1) roundings (2^-53) each. Roots that
// such a difference would make appear, vanish or merge (a double root) are given once. For up to
// 100 flows no coefficient on the way underflows.
std::vector<double> irr(std::span<const double> flows);
std::vector<double> xirr(std::span<const double> flows, std::span<const double> times);

// The rate at which the outflows, discounted to now at finance_rate, grow to what the inflows,
// reinvested at reinvest_rate, come to at the end. Absent without inflow or without outflow.
std::optional<double> mirr(std::span<const double> flows, double finance_rate,
                           double reinvest_rate);

// Periods until the sum of the flows first is not negative, in proportion inside a period; absent
// when it stays negative.
std::optional<double> payback(std::span<const double> flows);
std::optional<double> discounted_payback(double rate, std::span<const double> flows);

// (inflows - outflows) / outflows, undiscounted. Absent without outflow.
std::optional<double> roi(std::span<const double> flows);

// What flows 1 .. n are worth / -flow 0. Absent where flow 0 is 0.
std::optional<double> profitability_index(double rate, std::span<const double> flows);

}  // namespace fulcrum
