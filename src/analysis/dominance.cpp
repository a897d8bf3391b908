#include "analysis/dominance.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace fulcrum {
namespace {

// Never lower, and somewhere higher.
bool is_above(std::span<const double> a, std::span<const double> b) {
    bool higher = false;
    for (std::size_t d = 0; d < a.size(); ++d) {
        if (a[d] < b[d]) return false;
        higher = higher || a[d] > b[d];
    }
    return higher;
}

// The same of the sums of the first draws. After k terms a sum has a rounding error of at most k
// units of 2^-53 of the sum of their sizes.
bool sums_are_above(std::span<const double> a, std::span<const double> b) {
    bool higher = false;
    double gain = 0, slack = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        gain += a[d] - b[d];
        slack += std::fabs(a[d] - b[d]);
        const double rounding =
            0.5 * std::numeric_limits<double>::epsilon() * static_cast<double>(d + 1) * slack;
        if (gain < -rounding) return false;
        higher = higher || gain > rounding;
    }
    return higher;
}

}  // namespace

std::vector<std::vector<Dominance>> dominance(const Grid& utility) {
    Grid sorted = utility;
    for (std::size_t option = 0; option < sorted.rows(); ++option)
        std::sort(sorted.row(option).begin(), sorted.row(option).end());
    std::vector<std::vector<Dominance>> kind(
        utility.rows(), std::vector<Dominance>(utility.rows(), Dominance::None));
    for (std::size_t a = 0; a < utility.rows(); ++a)
        for (std::size_t b = 0; b < utility.rows(); ++b) {
            if (is_above(utility.row(a), utility.row(b)))
                kind[a][b] = Dominance::Outcome;
            else if (is_above(sorted.row(a), sorted.row(b)))
                kind[a][b] = Dominance::FirstOrder;
            else if (sums_are_above(sorted.row(a), sorted.row(b)))
                kind[a][b] = Dominance::SecondOrder;
        }
    return kind;
}

std::vector<bool> pareto_frontier(const Grid& figure, std::span<const Direction> direction) {
    assert(figure.rows() == direction.size());
    std::vector<std::vector<double>> gain(figure.columns());  // [option], more is better
    for (std::size_t f = 0; f < figure.rows(); ++f)
        for (std::size_t option = 0; option < figure.columns(); ++option)
            if (direction[f] != Direction::None)
                gain[option].push_back(direction[f] == Direction::Less ? -figure.row(f)[option]
                                                                       : figure.row(f)[option]);
    std::vector<bool> on_frontier;
    on_frontier.reserve(gain.size());
    for (const auto& own : gain)
        on_frontier.push_back(std::none_of(
            gain.begin(), gain.end(), [&](const auto& other) { return is_above(other, own); }));
    return on_frontier;
}

}  // namespace fulcrum
