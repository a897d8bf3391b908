#include "analysis/base_case.h"

#include "analysis/pinned.h"
#include "base/order.h"
#include "engine/simulate.h"
#include "model/find.h"

#include <cmath>
#include <numeric>
#include <utility>

namespace fulcrum {
namespace {

constexpr int steps = 64;

// The figure with one input elsewhere.
class Figure {
  public:
    Figure(const Model& model, NodeId node) : model_(model), node_(node) {
        for (const ModelInput& input : model.inputs) bases_.push_back(input.base);
    }
    double at(std::size_t input, double value) const {
        std::vector<double> values = bases_;
        values[input] = value;
        return evaluate_at(model_, {&node_, 1}, values).front();
    }

  private:
    const Model& model_;
    NodeId node_;
    std::vector<double> bases_;
};

}  // namespace

double BaseSwing::swing() const {
    return std::fabs(at_high - at_low);
}

std::vector<BaseSwing> swings_at_base(const Document& document, const Model& model, NodeId node) {
    std::vector<std::uint32_t> all(model.inputs.size());
    std::iota(all.begin(), all.end(), std::uint32_t{0});
    return swings_at_base(document, model, node, all);
}

std::vector<BaseSwing> swings_at_base(const Document& document, const Model& model, NodeId node,
                                      std::span<const std::uint32_t> inputs) {
    const Figure figure(model, node);
    std::vector<BaseSwing> swings;
    std::vector<double> keys;
    double sum = 0;
    for (const std::uint32_t input : inputs) {
        const std::string& id = model.inputs[input].id;
        const auto [low, high] = range_of_numbers(*find_assumption(document, id));
        if (low == high) continue;
        swings.push_back(
            {.id = id, .at_low = figure.at(input, low), .at_high = figure.at(input, high)});
        keys.push_back(-swings.back().swing());
        sum += keys.back() * keys.back();
    }
    for (BaseSwing& swing : swings) swing.share = sum > 0 ? swing.swing() * swing.swing() / sum : 0;
    return in_order(std::move(swings), ascending_order(keys));
}

std::optional<double> break_even(const Model& model, NodeId node, std::size_t input, double target,
                                 double from, double to) {
    const Figure figure(model, node);
    double low = from, at_low = figure.at(input, from) - target;
    for (int step = 1; step <= steps; ++step) {
        double high = step == steps ? to : from + (to - from) * step / steps;
        const double at_high = figure.at(input, high) - target;
        if (at_low == 0) return low;
        if ((at_low < 0) == (at_high < 0) && at_high != 0) {
            low = high;
            at_low = at_high;
            continue;
        }
        for (double middle = low + (high - low) / 2; middle > low && middle < high;
             middle = low + (high - low) / 2)
            ((figure.at(input, middle) - target < 0) == (at_low < 0) ? low : high) = middle;
        return high;
    }
    return std::nullopt;
}

}  // namespace fulcrum
