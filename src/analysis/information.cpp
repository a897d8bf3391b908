#include "analysis/information.h"

#include "base/order.h"
#include "engine/simulate.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace fulcrum {
namespace {

constexpr std::size_t quantiles = 17;  // odd: every other one is a check
constexpr std::size_t pair_quantiles = 9;
constexpr std::size_t most_values = 64;  // of whole numbers, all looked at
constexpr std::size_t draws_in_slice = 512;
constexpr double nine_in_ten = 3.2897072539;  // standard deviations of a normal distribution

std::vector<double> quantiles_of(std::span<const double> ascending, std::size_t count) {
    std::vector<double> at;
    for (std::size_t k = 0; k < count; ++k)
        at.push_back(ascending[k * (ascending.size() - 1) / (count - 1)]);
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

std::vector<double> distinct(std::span<const double> ascending) {
    std::vector<double> values;
    for (const double x : ascending) {
        if (!values.empty() && values.back() == x) continue;
        if (values.size() == most_values) return {};
        values.push_back(x);
    }
    return values;
}

// The mean over x of the best expectation, less the best mean.
struct Excess {
    std::vector<double> sum;  // [option]
    double best = 0;
    std::size_t count = 0;

    explicit Excess(std::size_t options) : sum(options) {}

    template <class Expected>  // Expected(option) -> what is expected of it here
    void add(const Expected& expected) {
        double most = expected(0);
        for (std::size_t option = 0; option < sum.size(); ++option) {
            const double here = expected(option);
            sum[option] += here;
            most = std::max(most, here);
        }
        best += most;
        ++count;
    }

    double value() const {
        const double least = *std::max_element(sum.begin(), sum.end());
        return std::max(0.0, (best - least) / static_cast<double>(count));
    }
};

// How far an expectation of the gap may be off, if its draws were independent of each other.
double error_of_mean(const Lead& lead, std::size_t draws) {
    if (!lead.gap) return 0;
    return (lead.gap->p95 - lead.gap->p5) / nine_in_ten / std::sqrt(static_cast<double>(draws));
}

}  // namespace

InformationSearch::InformationSearch(PinnedInput& pinned, const Lead& lead,
                                     std::vector<double> flips, std::vector<double> draws)
    : pinned_(pinned), lead_(lead), draws_(std::move(draws)) {
    assert(!draws_.empty());
    std::sort(draws_.begin(), draws_.end());
    nodes_ = distinct(draws_);
    if (!nodes_.empty()) return;
    nodes_ = quantiles_of(draws_, quantiles);
    std::erase_if(flips, [&](double at) { return at <= draws_.front() || at >= draws_.back(); });
    flips_ = std::move(flips);
}

bool InformationSearch::step() {
    pinned_.at(next_ < nodes_.size() ? nodes_[next_] : flips_[next_ - nodes_.size()]);
    return ++next_ < nodes_.size() + flips_.size();
}

double InformationSearch::excess(std::size_t stride) const {
    std::vector<double> at = flips_;
    for (std::size_t k = 0; k < nodes_.size(); k += stride) at.push_back(nodes_[k]);
    if (std::find(at.begin(), at.end(), nodes_.back()) == at.end()) at.push_back(nodes_.back());
    std::sort(at.begin(), at.end());
    Excess excess(pinned_.at(at[0]).expected.size());
    std::size_t k = 0;
    for (const double x : draws_) {
        while (k + 2 < at.size() && x > at[k + 1]) ++k;
        const std::size_t next = std::min(k + 1, at.size() - 1);
        const double share = at[next] > at[k] ? (x - at[k]) / (at[next] - at[k]) : 0;
        const std::vector<double>&from = pinned_.at(at[k]).expected,
              &to = pinned_.at(at[next]).expected;
        excess.add(
            [&](std::size_t option) { return from[option] + share * (to[option] - from[option]); });
    }
    return excess.value();
}

InputInformation InformationSearch::take() const {
    InputInformation information;
    double others = 0;
    bool is_defined = true, changes = false;
    for (const double node : nodes_) {
        const Standing& here = pinned_.at(node);
        is_defined = is_defined && here.leader;
        changes = changes || here.leader != lead_.leader;
        others += here.leader != lead_.leader ? 1 : 0;
    }
    if (!is_defined || !changes) return information;
    information.value = excess(1);
    information.error =
        std::fabs(information.value - excess(2)) +
        error_of_mean(lead_, draws_.size()) * others / static_cast<double>(nodes_.size());
    return information;
}

InputInformation sliced_information(std::span<const std::span<const double>> utility,
                                    std::span<const double> x) {
    const std::vector<std::size_t> order = ascending_order({x.begin(), x.end()});
    const std::size_t options = utility.size();
    double same = 0, crossed = 0;
    std::vector<double> whole(options);
    for (std::size_t begin = 0; begin < order.size(); begin += draws_in_slice) {
        const std::size_t end = std::min(order.size(), begin + draws_in_slice);
        std::array<std::vector<double>, 2> half{std::vector<double>(options),
                                                std::vector<double>(options)};
        for (std::size_t d = begin; d < end; ++d)
            for (std::size_t option = 0; option < options; ++option)
                half[d % 2][option] += utility[option][order[d]];
        std::vector<double> both(options);
        for (std::size_t option = 0; option < options; ++option) {
            both[option] = half[0][option] + half[1][option];
            whole[option] += both[option];
        }
        same += *std::max_element(both.begin(), both.end());
        for (const std::size_t chooser : {std::size_t{0}, std::size_t{1}}) {
            const auto best = std::max_element(half[chooser].begin(), half[chooser].end());
            crossed += half[1 - chooser][static_cast<std::size_t>(best - half[chooser].begin())];
        }
    }
    const double least = *std::max_element(whole.begin(), whole.end());
    const auto count = static_cast<double>(order.size());
    const double high = std::max(0.0, (same - least) / count);
    const double low = std::max(0.0, (crossed - least) / count);
    return {.id = {}, .value = (high + low) / 2, .error = (high - low) / 2};
}

PairInformation::PairInformation(const Document& document, const Model& model,
                                 const Results& results, std::size_t first, std::size_t second)
    : results_(results), pinned_(document, model, results, {first, second}, Premise::TurnedOut) {
    const std::array<std::size_t, 2> inputs{first, second};
    for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
        draws_[k].resize(results.draws);
        draw_input(model, static_cast<std::uint32_t>(inputs[k]), results.seed, 0, draws_[k]);
        std::vector<double> ascending = draws_[k];
        std::sort(ascending.begin(), ascending.end());
        nodes_[k] = quantiles_of(ascending, pair_quantiles);
        if (nodes_[k].size() == 1) nodes_[k] = {nodes_[k][0], nodes_[k][0] + 1};
    }
}

bool PairInformation::step() {
    const std::size_t across = nodes_[1].size();
    grid_.push_back(
        pinned_.at(std::array{nodes_[0][grid_.size() / across], nodes_[1][grid_.size() % across]}));
    return grid_.size() < nodes_[0].size() * across;
}

InputInformation PairInformation::take() const {
    for (const Standing& standing : grid_)
        if (!standing.leader) return {};
    const std::size_t across = nodes_[1].size();
    Excess excess(grid_[0].expected.size());
    for (std::size_t d = 0; d < results_.draws; ++d) {
        std::array<std::size_t, 2> cell{};
        std::array<double, 2> share{};
        for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
            const std::vector<double>& at = nodes_[k];
            while (cell[k] + 2 < at.size() && draws_[k][d] > at[cell[k] + 1]) ++cell[k];
            share[k] = (draws_[k][d] - at[cell[k]]) / (at[cell[k] + 1] - at[cell[k]]);
        }
        const std::size_t corner = cell[0] * across + cell[1];
        excess.add([&](std::size_t option) {
            const auto along = [&](std::size_t start) {
                const double from = grid_[start].expected[option];
                return from + share[1] * (grid_[start + 1].expected[option] - from);
            };
            const double low = along(corner);
            return low + share[0] * (along(corner + across) - low);
        });
    }
    return {
        .id = {}, .value = excess.value(), .error = error_of_mean(results_.lead, results_.draws)};
}

}  // namespace fulcrum
