#include "analysis/tree_amounts.h"

#include "base/figure.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

constexpr std::size_t operations_of_a_piece = 1u << 19;  // about half a millisecond

}  // namespace

TreeAmounts::TreeAmounts(const Document& document, const Model& model, std::size_t draws,
                         std::vector<NodeId> amounts)
    : model_(model), draws_(draws), sampler_(document, model, std::max<std::size_t>(1, draws)) {
    const std::vector<double> base = sampler_.base(amounts);
    std::vector<NodeId> outputs;
    for (std::size_t k = 0; k < amounts.size(); ++k) {
        base_[amounts[k]] = base[k];
        if (draws_ == 0 || !sampler_.varies(amounts[k])) continue;
        if (varying_.emplace(amounts[k], outputs.size()).second) outputs.push_back(amounts[k]);
    }
    for (std::size_t k = 0; k < outputs.size(); ++k) sample_.emplace_back(draws_);
    if (!outputs.empty()) simulator_.emplace(model, std::move(outputs), sampler_.settings());
}

bool TreeAmounts::step() {
    if (!simulator_ || drawn_ == draws_) return false;
    const std::size_t blocks =
        operations_of_a_piece / std::max<std::size_t>(1, simulator_->operations()) / block_size;
    const DrawRange range{drawn_,
                          std::min(std::max<std::size_t>(1, blocks) * block_size, draws_ - drawn_)};
    std::vector<double*> to;
    for (AlignedDoubles& sample : sample_) to.push_back(sample.data() + range.first);
    simulator_->run(model_, range, to);
    drawn_ += range.count;
    return true;
}

Quantity TreeAmounts::of(NodeId node) const {
    const auto found = varying_.find(node);
    if (found == varying_.end()) return Quantity(base_.at(node));
    return Quantity(std::span<const double>(sample_[found->second]));
}

bool TreeAmounts::is_number(NodeId node) const {
    const auto found = varying_.find(node);
    return found == varying_.end() ? std::isfinite(base_.at(node))
                                   : all_finite(sample_[found->second]);
}

Undefined TreeAmounts::undefined(NodeId node, const std::string& path) {
    const auto found = varying_.find(node);
    Undefined why;
    if (found != varying_.end())
        why = sampler_.undefined(node, bad_draws(sample_[found->second]));
    else if (draws_ == 0)
        why = sampler_.undefined_at_base(node);
    else
        why = sampler_.undefined(node, {.first = 0, .count = draws_});
    if (why.reason.find(path) == std::string::npos) why.reason += ", for " + path;
    return why;
}

std::string TreeAmounts::share_words(std::size_t count, std::size_t of) const {
    if (draws_ == 0) return ", at the base values";
    return ", in " + share(static_cast<double>(count) / static_cast<double>(of)) + " of draws";
}

}  // namespace fulcrum
