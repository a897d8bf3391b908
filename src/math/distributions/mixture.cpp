#include "math/distribution.h"
#include "math/range_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace fulcrum::distributions {
namespace {

constexpr double sum_tolerance = 1e-9;
constexpr std::size_t least_components = 2, most_components = 20;
constexpr std::size_t cells = 256;

// The parameters: {number of components, mean, standard deviation, lowest, highest, narrowest,
// quantiles at 1/256 to 255/256, then for each component its share, the index of its family, the
// number of its parameters and these}.
constexpr std::size_t head = 6, components_at = head + cells - 1;

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
    for (std::size_t i = 0; i < u.size(); ++i) {
        const auto cell = static_cast<std::size_t>(u[i] * static_cast<double>(cells));
        const double from = cell == 0 ? p[3] : p[head + cell - 1];
        const double to = cell >= cells - 1 ? p[4] : p[head + cell];
        x[i] = bisect(p, u[i], from, to);
    }
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

// What a draw can be, and quantiles between.
void prepare_search(std::vector<double>& p) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    double lowest = infinite;
    p[4] = -infinite;
    for_each_component(p, [&](const Component& c) {
        lowest = std::min(lowest, quantile_of(c, 0x1p-60));
        p[4] = std::max(p[4], quantile_of(c, 1.0 - 0x1p-53));
    });
    p[3] = std::nextafter(lowest, -infinite);
    p[5] = (p[4] - lowest) * 0x1p-70;
    for (std::size_t k = 1; k < cells; ++k)
        p[head + k - 1] = bisect(p, static_cast<double>(k) / static_cast<double>(cells),
                                 k == 1 ? p[3] : p[head + k - 2], p[4]);
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
