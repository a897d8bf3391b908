#include "math/finance.h"

#include "base/bits.h"
#include "base/order.h"
#include "math/elementary.h"
#include "math/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

namespace fulcrum {
namespace {

using Limits = std::numeric_limits<double>;

std::optional<double> if_finite(double x) {
    if (std::fabs(x) <= Limits::max()) return x;
    return std::nullopt;
}

bool discounts(double rate, std::span<const double> flows) {
    return rate > -1 && rate <= Limits::max() && all_finite(flows);
}

// One term of p(x) = sum c x^t.
struct Term {
    double c = 0, t = 0;
};
using Terms = std::vector<Term>;  // rising t, no c is 0

// p(x) by sign, over the power of x that keeps both below the sum of |c|.
struct Sides {
    double in = 0, out = 0;      // sums of |c| x^t where c > 0 and where c < 0
    double in_t = 0, out_t = 0;  // the same, each term times t
};

Sides sides(const Terms& terms, double x) {
    double in = 0, out = 0, in_t = 0, out_t = 0;
    const bool turned = x > 1;  // from the lowest term, in powers of 1 / x
    const double base = turned ? 1 / x : x;
    double before = turned ? terms.front().t : terms.back().t;
    for (std::size_t k = 0; k < terms.size(); ++k) {
        const Term& term = terms[turned ? k : terms.size() - 1 - k];
        const double gap = std::fabs(term.t - before);
        double power = 1;
        if (gap > 0) power = gap == 1 ? base : elementary::pow(base, gap);
        const double comes = term.c > 0 ? term.c : 0;
        const double goes = comes - term.c;
        in = in * power + comes;
        out = out * power + goes;
        in_t = in_t * power + comes * term.t;
        out_t = out_t * power + goes * term.t;
        before = term.t;
    }
    return {in, out, in_t, out_t};
}

// Rounding cannot tell p from 0. Each term is multiplied and added to once per term after it; a
// power and 1 / x add their own ulps.
bool is_nothing(const Sides& s, const Terms& terms) {
    const double roundings = 10 * static_cast<double>(terms.size());
    return std::fabs(s.in - s.out) <= roundings * 0x1p-53 * (s.in + s.out);
}

int sign(double x) {
    return (x > 0) - (x < 0);
}

// Half the doubles from low to high, 0 <= low < high, lie below it.
double middle(double low, double high) {
    return double_of(bits_of(low) + (bits_of(high) - bits_of(low)) / 2);
}

// The only root of p between low and high, where it has the sign `above` just below high and the
// other just above low.
double root_between(const Terms& terms, double low, double high, int above) {
    double x = low < 1 && high > 1 ? 1 : middle(low, high);
    double last_step = Limits::infinity();  // in log x
    while (true) {
        const Sides s = sides(terms, x);
        (sign(s.in - s.out) == above ? high : low) = x;
        const double slope = s.in_t / s.in - s.out_t / s.out;
        const double step = std::fabs(slope) > 0 ? elementary::log1p((s.in - s.out) / s.out) / slope
                                                 : Limits::quiet_NaN();
        const double next = x * elementary::exp(-step);
        const bool inside = low < next && next < high;
        if (is_nothing(s, terms)) return inside ? next : x;
        if (bits_of(high) - bits_of(low) <= 1) return x;
        const bool halves = inside && std::fabs(step) <= last_step / 2;
        last_step = halves ? std::fabs(step) : Limits::infinity();
        x = halves ? next : middle(low, high);
    }
}

// By a power of two, so that the largest is near 2^400: far from overflow, and no term is lost
// that is not 2^1400 times smaller.
void scale(Terms& terms) {
    double largest = 0;
    for (const Term& term : terms) largest = std::max(largest, std::fabs(term.c));
    int exponent = 0;
    std::frexp(largest, &exponent);
    const double factor = std::ldexp(1.0, std::min(400 - exponent, 1022));
    for (Term& term : terms) term.c *= factor;
    std::erase_if(terms, [](const Term& term) { return term.c == 0; });
}

std::size_t sign_changes(const Terms& terms) {
    std::size_t changes = 0;
    for (std::size_t k = 1; k < terms.size(); ++k)
        changes += sign(terms[k - 1].c) != sign(terms[k].c) ? 1 : 0;
    return changes;
}

// p(x) times (1 + x)^n, n the degree: the same roots x > 0, and the fewer changes of sign the
// farther the other roots lie from there. As it is where the exponents are not whole.
Terms smoothed(const Terms& terms) {
    if (sign_changes(terms) < 2) return terms;
    const double lowest = terms.front().t;
    if (terms.back().t - lowest > 1000) return terms;
    for (const Term& term : terms)
        if (std::floor(term.t - lowest) != term.t - lowest) return terms;
    const auto degree = static_cast<std::size_t>(terms.back().t - lowest);
    const std::size_t times = std::min<std::size_t>(degree, 500);  // 2^(400 + 500) is a double
    std::vector<double> c(degree + times + 1);
    for (const Term& term : terms) c[static_cast<std::size_t>(term.t - lowest)] = term.c;
    for (std::size_t end = degree + 1; end < c.size(); ++end)
        for (std::size_t k = end; k > 0; --k) c[k] += c[k - 1];
    Terms all;
    for (std::size_t k = 0; k < c.size(); ++k)
        if (c[k] != 0) all.push_back({c[k], lowest + static_cast<double>(k)});
    scale(all);
    return all;
}

// p(x) / x^s differentiated, s between the exponents of the first change of sign; over a constant,
// a power of two, so that nothing overflows.
Terms derivative(const Terms& terms) {
    std::size_t k = 1;
    while (sign(terms[k - 1].c) == sign(terms[k].c)) ++k;
    const double furthest = std::max(std::fabs(terms.front().t), std::fabs(terms.back().t));
    const double part = furthest > 0x1p1020 ? 0.25 : 1;  // of times: their differences are numbers
    const double from = part * terms[k - 1].t;
    const double s = from + (part * terms[k].t - from) / 2;
    int exponent = 0;
    std::frexp(part * furthest, &exponent);
    Terms result = terms;
    for (Term& term : result) term.c *= std::ldexp(part * term.t - s, -std::max(exponent, 0));
    scale(result);
    return result;
}

// Every x > 0 with p(x) = 0, rising. `same` has the same roots.
std::vector<double> roots(const Terms& terms, const Terms& same) {
    std::vector<double> found;
    const std::size_t changes = sign_changes(same);
    if (changes == 0) return found;
    std::vector<double> splits;
    if (changes > 1) {
        const Terms steps = derivative(same);
        splits = roots(steps, steps);
    }
    splits.push_back(Limits::infinity());
    double low = 0;
    int below = sign(terms.front().c);
    for (const double split : splits) {
        int above = sign(terms.back().c);
        if (split <= Limits::max()) {
            const Sides s = sides(terms, split);
            above = is_nothing(s, terms) ? 0 : sign(s.in - s.out);
        }
        if (below * above < 0) found.push_back(root_between(terms, low, split, above));
        if (above == 0 && below != 0) found.push_back(split);  // else nothing since the last one
        low = split;
        below = above;
    }
    return found;
}

std::vector<double> rates(Terms terms) {
    std::vector<double> rates;
    scale(terms);
    for (const double x : roots(terms, smoothed(terms)))
        if (const auto rate = if_finite(1 / x - 1)) rates.push_back(std::max(*rate, -1 + 0x1p-53));
    std::reverse(rates.begin(), rates.end());
    return rates;
}

// What the flow is worth now. Where the growth is too large for a number, in two steps; where half
// of it still is, less than the smallest number is left of any flow.
double discounted(double flow, double rate, double time) {
    if (flow == 0) return 0;
    const double growth = elementary::pow(1 + rate, time);
    if (growth <= Limits::max()) return flow / growth;
    const double half = elementary::pow(1 + rate, time / 2);
    return half <= Limits::max() ? flow / half / half : 0;
}

// Where the sum of the flows, each times the power of `factor` that is its number, first is not
// negative; absent where one of these is too large for a number.
std::optional<double> recovered(double factor, std::span<const double> flows) {
    double sum = 0, power = 1;
    for (std::size_t k = 0; k < flows.size(); ++k) {
        const double flow = flows[k] == 0 ? 0 : flows[k] * power;
        if (!if_finite(sum + flow)) return std::nullopt;
        if (sum + flow >= 0) {
            if (k == 0) return 0.0;
            return if_finite(static_cast<double>(k - 1) - sum / flow);
        }
        sum += flow;
        power *= factor;
    }
    return std::nullopt;
}

double horner(double factor, std::span<const double> flows) {
    double worth = 0;
    for (std::size_t k = flows.size(); k-- > 0;) worth = worth * factor + flows[k];
    return worth;
}

}  // namespace

std::optional<double> npv(double rate, std::span<const double> flows) {
    if (!discounts(rate, flows)) return std::nullopt;
    return if_finite(horner(1 / (1 + rate), flows));
}

std::optional<double> xnpv(double rate, std::span<const double> flows,
                           std::span<const double> times) {
    assert(flows.size() == times.size());
    if (!discounts(rate, flows) || !all_finite(times)) return std::nullopt;
    double worth = 0;
    for (std::size_t i = 0; i < flows.size(); ++i) worth += discounted(flows[i], rate, times[i]);
    return if_finite(worth);
}

std::vector<double> irr(std::span<const double> flows) {
    if (!all_finite(flows)) return {};
    Terms terms;
    for (std::size_t k = 0; k < flows.size(); ++k)
        if (flows[k] != 0) terms.push_back({flows[k], static_cast<double>(k)});
    return rates(std::move(terms));
}

std::vector<double> xirr(std::span<const double> flows, std::span<const double> times) {
    assert(flows.size() == times.size());
    if (!all_finite(flows) || !all_finite(times)) return {};
    Terms terms;
    for (const std::size_t i : ascending_order(times)) {
        if (terms.empty() || terms.back().t < times[i]) terms.push_back({0, times[i]});
        terms.back().c += flows[i];
    }
    std::erase_if(terms, [](const Term& term) { return term.c == 0; });
    return rates(std::move(terms));
}

std::optional<double> mirr(std::span<const double> flows, double finance_rate,
                           double reinvest_rate) {
    if (!discounts(finance_rate, flows) || !discounts(reinvest_rate, flows)) return std::nullopt;
    const double discount = 1 / (1 + finance_rate);
    double end = 0, now = 0, power = 1;
    for (const double flow : flows) {
        end = end * (1 + reinvest_rate) + std::max(flow, 0.0);
        if (flow < 0) now -= flow * power;
        power *= discount;
    }
    if (!(end > 0 && now > 0 && if_finite(now)) || flows.size() < 2) return std::nullopt;
    return if_finite(elementary::pow(end / now, 1 / static_cast<double>(flows.size() - 1)) - 1);
}

std::optional<double> payback(std::span<const double> flows) {
    return discounted_payback(0, flows);
}

std::optional<double> discounted_payback(double rate, std::span<const double> flows) {
    if (!discounts(rate, flows)) return std::nullopt;
    return recovered(1 / (1 + rate), flows);
}

std::optional<double> roi(std::span<const double> flows) {
    if (!all_finite(flows)) return std::nullopt;
    double in = 0, out = 0;
    for (const double flow : flows) (flow > 0 ? in : out) += std::fabs(flow);
    return out == 0 ? std::nullopt : if_finite((in - out) / out);
}

std::optional<double> profitability_index(double rate, std::span<const double> flows) {
    if (flows.empty() || !discounts(rate, flows) || flows[0] == 0) return std::nullopt;
    const double factor = 1 / (1 + rate);
    return if_finite(horner(factor, flows.subspan(1)) * factor / -flows[0]);
}

}  // namespace fulcrum
