#include "math/distribution.h"
#include "math/inverse_table.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace fulcrum::distributions {
namespace {

constexpr double sum_tolerance = 1e-9;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::size_t least_components = 2, most_components = 20;

// The parameters: {number of components, mean, standard deviation, lowest, highest, narrowest,
// quantiles of 2^-13 and 1 - 2^-13, place of the inverse table (0 where there is none), then for
// each component its share, the index of its family, the number of its parameters and these; the
// inverse table}.
constexpr std::size_t components_at = 9;

double before(double x) {
    return std::nextafter(x, -infinite);
}

struct Component {
    double share;
    const DistributionFamily* family;
    std::span<const double> parameters;
};

Component component_at(std::span<const double> p, std::size_t& at) {
    const auto family = static_cast<std::size_t>(p[at + 1]);
    const auto size = static_cast<std::size_t>(p[at + 2]);
    const Component component{p[at], distribution_families()[family], p.subspan(at + 3, size)};
    at += 3 + size;
    return component;
}

template <class F>
void for_each_component(std::span<const double> p, F f) {
    std::size_t at = components_at;
    const auto count = static_cast<std::size_t>(p[0]);
    for (std::size_t k = 0; k < count; ++k) f(component_at(p, at));
}

double cdf(std::span<const double> p, double x) {
    double sum = 0;
    for_each_component(
        p, [&](const Component& c) { sum += c.share * c.family->cdf(c.parameters, x); });
    return std::min(1.0, sum);
}

class Mixed final : public DistributionFunction {
  public:
    explicit Mixed(std::span<const double> p) : p_(p) {}
    double cdf(double x) const override { return distributions::cdf(p_, x); }

  private:
    std::span<const double> p_;
};

double quantile_of(const Component& c, double u) {
    double x = 0;
    c.family->quantile(c.parameters, {&u, 1}, {&x, 1});
    return x;
}

// The least step of a component in (below, x] that reaches u, else x.
double at_step(std::span<const double> p, double u, double below, double x) {
    constexpr double most = 1.0 - 0x1p-53;
    double least = x;
    for_each_component(p, [&](const Component& c) {
        if (c.family->continuous) return;
        const double reached = std::min(most, c.family->cdf(c.parameters, x));
        if (reached == 0.0) return;
        const double step = quantile_of(c, reached);
        if (below < step && step < least && cdf(p, step) >= u) least = step;
    });
    return least;
}

// Bisection with F(x) < u: right. Its steps are the same for every u (from lowest to highest, first
// at 0, until the numbers are neighbours or the piece is narrower than `narrowest`), so the results
// rise with u however F is rounded. They lie in [from, to] for this u: no need to ask F outside.
double bisect(std::span<const double> p, double u, double from, double to) {
    double below = p[3], x = p[4];
    while (x - below > p[5]) {
        const double middle = below < 0.0 && x > 0.0 ? 0.0 : 0.5 * below + 0.5 * x;
        if (!(below < middle && middle < x)) return x;
        const bool right = middle < from || (middle < to && cdf(p, middle) < u);
        (right ? below : x) = middle;
    }
    return at_step(p, u, below, x);
}

void quantile(std::span<const double> p, std::span<const double> u, std::span<double> x) {
    constexpr double least = InverseTable::least;
    const auto table_at = static_cast<std::size_t>(p[8]);
    if (table_at == 0) {
        for (std::size_t i = 0; i < u.size(); ++i) x[i] = bisect(p, u[i], p[3], p[4]);
        return;
    }
    const InverseTable table(p.subspan(table_at));
    for (std::size_t i = 0; i < u.size(); ++i)
        if (u[i] <= least)
            x[i] = bisect(p, u[i], p[3], p[6]);
        else
            x[i] = u[i] > 1.0 - least ? bisect(p, u[i], before(p[7]), p[4]) : table.quantile(u[i]);
}

std::optional<Error> check(const Range& range) {
    const std::size_t n = range.components.size();
    if (n < least_components || n > most_components)
        return Error{"/components", std::to_string(n) + (n == 1 ? " component" : " components") +
                                        ": a mixture has 2 to 20"};
    if (auto wrong = check_no_low_high(range, "its components")) return wrong;
    double total = 0;
    for (std::size_t k = 0; k < n; ++k) {
        const RangeComponent& component = range.components[k];
        const std::string path = "/components/" + std::to_string(k);
        if (!(component.weight > 0.0 && component.weight <= 1.0))
            return Error{path + "/weight", with_value("weight", component.weight) +
                                               ": the weight of a component is a probability above "
                                               "0, such as 0.3"};
        if (component.family == nullptr || component.family->needs_components)
            return Error{path + "/family",
                         "a component is no mixture itself: list its components beside the others"};
        total += component.weight;
    }
    if (std::fabs(total - 1.0) > sum_tolerance)
        return Error{"/components",
                     with_value("the weights sum to", total) + ": they must sum to 1"};
    return std::nullopt;
}

double index_of(const DistributionFamily* family) {
    const auto families = distribution_families();
    return static_cast<double>(std::find(families.begin(), families.end(), family) -
                               families.begin());
}

void prepare_moments(std::vector<double>& p) {
    for_each_component(p,
                       [&](const Component& c) { p[1] += c.share * c.family->mean(c.parameters); });
    double squares = 0;
    for_each_component(p, [&](const Component& c) {
        const double sd = c.family->standard_deviation(c.parameters);
        const double offset = c.family->mean(c.parameters) - p[1];
        squares += c.share * (sd * sd + offset * offset);
    });
    p[2] = std::sqrt(squares);
}

// What a draw can be.
void prepare_search(std::vector<double>& p) {
    double lowest = infinite;
    p[4] = -infinite;
    for_each_component(p, [&](const Component& c) {
        lowest = std::min(lowest, quantile_of(c, 0x1p-60));
        p[4] = std::max(p[4], quantile_of(c, 1.0 - 0x1p-53));
    });
    p[3] = before(lowest);
    p[5] = (p[4] - lowest) * 0x1p-70;
    p[6] = bisect(p, InverseTable::least, p[3], p[4]);
    p[7] = bisect(p, 1.0 - InverseTable::least, p[3], p[4]);
}

// All the values of a component that has separate ones, as far as a draw can tell.
void append_steps(std::vector<double>& splits, const Component& c) {
    constexpr double apart = 0x1p-40;
    constexpr std::size_t enough = 1u << 14;  // more than a table takes
    std::size_t count = 0;
    for (double u = apart; u < 1.0 && count < enough; ++count) {
        splits.push_back(quantile_of(c, u));
        u = std::max(u, c.family->cdf(c.parameters, splits.back())) + apart;
    }
}

// Where a component may bend, and how wide it is.
void append_bends(std::vector<double>& splits, const Component& c, const Range& range) {
    for (const double u : {0x1p-53, 0x1p-13, 0x1p-7, 0x1p-3, 0.5, 1.0 - 0x1p-3, 1.0 - 0x1p-7,
                           1.0 - 0x1p-13, 1.0 - 0x1p-53})
        splits.push_back(quantile_of(c, u));
    for (const auto& stated : {range.low, range.high, range.min, range.max})
        if (stated) splits.push_back(*stated);
    splits.insert(splits.end(), {range.base, 0.0, 1.0});
}

// Of F: below 1e-14, but for a beta range 4e-16 (a + b), which is its room / variance - 1.
double error_of(const Component& c, const Range& range) {
    if (!c.family->between_limits) return 1e-14;
    const double low = range.min.value_or(0.0), high = range.max.value_or(1.0);
    return 4e-16 * ((range.base - low) / *range.sd) * ((high - range.base) / *range.sd);
}

// Leaves out the table where the separate values are too many for it: then draws are searched for.
void prepare_table(std::vector<double>& p, const Range& range) {
    InverseTableSettings settings{.low = p[6], .high = p[7]};
    settings.most_values /= range.components.size();
    std::size_t k = 0;
    for_each_component(p, [&](const Component& c) {
        const Range& own = range.components[k++].range;
        settings.error = std::max(settings.error, error_of(c, own));
        if (c.family->continuous)
            append_bends(settings.splits, c, own);
        else
            append_steps(settings.splits, c);
    });
    std::vector<double> table;
    if (!append_inverse_table(table, Mixed(p), settings)) return;
    p[8] = static_cast<double>(p.size());
    p.insert(p.end(), table.begin(), table.end());
}

Result<std::vector<double>> parameters(const Range& range) {
    if (auto wrong = check(range)) return *wrong;
    double total = 0;
    for (const RangeComponent& component : range.components) total += component.weight;
    std::vector<double> result(components_at);
    result[0] = static_cast<double>(range.components.size());
    for (std::size_t k = 0; k < range.components.size(); ++k) {
        const RangeComponent& component = range.components[k];
        const auto own = component.family->parameters(component.range);
        if (!own)
            return Error{"/components/" + std::to_string(k) + own.error().path,
                         own.error().message};
        result.push_back(component.weight / total);
        result.push_back(index_of(component.family));
        result.push_back(static_cast<double>(own->size()));
        result.insert(result.end(), own->begin(), own->end());
    }
    prepare_moments(result);
    if (auto wrong = check_finite("components", result[2] * result[2])) return *wrong;
    prepare_search(result);
    if (auto wrong = check_finite("components", result[4] - result[3])) return *wrong;
    prepare_table(result, range);
    return result;
}

double mean(std::span<const double> p) {
    return p[1];
}

double standard_deviation(std::span<const double> p) {
    return p[2];
}

}  // namespace

extern const DistributionFamily mixture{
    .id = "mixture",
    .name = "Mixture of ranges",
    .source =
        "Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), "
        "sec. 12.2; W. H. Press et al., Numerical Recipes (2007), sec. 9.1",
    .needs_components = true,
    .parameters = parameters,
    .quantile = quantile,
    .cdf = cdf,
    .mean = mean,
    .standard_deviation = standard_deviation,
};

}  // namespace fulcrum::distributions
