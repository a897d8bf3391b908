#include "base/order.h"
#include "picture/picture.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

// A step of the series 1, 2, 5 times a power of ten, kept as a ratio of whole numbers so that its
// multiples are the nearest doubles (3 * 0.1 would not be 0.3).
struct Step {
    double numerator = 1, denominator = 1;
    double multiple(double k) const { return k * numerator / denominator; }
};

Step round_step(double least) {
    Step step;
    while (step.numerator * 10 <= least) step.numerator *= 10;
    if (step.numerator == 1)
        while (1 / step.denominator > least) step.denominator *= 10;
    const double decade = step.multiple(1);
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (decade * factor * (1 + 1e-12) < least) continue;
        step.numerator *= factor;
        break;
    }
    return step;
}

}  // namespace

double Scale::operator()(double value) const {
    if (to == from) return start;
    return start + (value - from) / (to - from) * (end - start);
}

double Scale::value_at(double px) const {
    if (end == start) return from;
    return from + (px - start) / (end - start) * (to - from);
}

std::vector<double> ticks(double low, double high, int count) {
    if (!std::isfinite(low) || !std::isfinite(high)) return {};
    if (low > high) std::swap(low, high);
    if (low == high) {
        const double around = low == 0 ? 1 : std::fabs(low) / 2;
        low -= around;
        high += around;
    }
    const Step step = round_step((high - low) / std::max(1, count));
    const double unit = step.multiple(1);
    if (!(unit > 0) || !std::isfinite(unit)) return {low, high};
    // A hair of slack: an end that is a multiple but for rounding does not ask for one more tick.
    const double first = std::floor(low / unit + 1e-9);
    const double last = std::ceil(high / unit - 1e-9);
    std::vector<double> result;
    const auto steps = static_cast<int>(std::min(last - first, 1000.0));
    for (int k = 0; k <= steps; ++k) {
        const double tick = step.multiple(first + k);
        result.push_back(tick == 0 ? 0 : tick);  // never -0
    }
    return result;
}

std::vector<double> spread_apart(const std::vector<double>& centres, double distance, double from,
                                 double to) {
    const std::size_t count = centres.size();
    if (count == 0) return {};
    const std::vector<std::size_t> order = ascending_order(centres);
    const double needed = distance * static_cast<double>(count - 1);
    if (needed > to - from)
        distance = (to - from) / static_cast<double>(std::max<std::size_t>(1, count - 1));

    // Clusters of touching neighbours, each as near as it can be to the mean of what it holds.
    struct Cluster {
        double sum = 0;  // of the wanted place of the cluster's first member
        double size = 0;
        double start = 0;
    };
    const auto placed = [&](Cluster& cluster) {
        const double length = distance * (cluster.size - 1);
        cluster.start =
            std::min(std::max(cluster.sum / cluster.size, from), std::max(from, to - length));
    };
    std::vector<Cluster> clusters;
    for (const std::size_t k : order) {
        clusters.push_back({centres[k], 1, 0});
        placed(clusters.back());
        while (clusters.size() > 1) {
            const Cluster last = clusters.back();
            Cluster& before = clusters[clusters.size() - 2];
            if (before.start + distance * before.size <= last.start) break;
            before.sum += last.sum - distance * before.size * last.size;
            before.size += last.size;
            clusters.pop_back();
            placed(clusters.back());
        }
    }
    std::vector<double> result(count);
    std::size_t next = 0;
    for (const Cluster& cluster : clusters)
        for (int member = 0; member < static_cast<int>(cluster.size); ++member)
            result[order[next++]] = cluster.start + distance * member;
    return result;
}

}  // namespace fulcrum
