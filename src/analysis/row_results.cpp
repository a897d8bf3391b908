#include "analysis/row_results.h"

#include <algorithm>
#include <unordered_map>

namespace fulcrum {
namespace {

constexpr std::size_t group_doubles = 1u << 20;  // 8 MB of draws at a time

std::vector<NodeId> different_nodes(const Model& model, std::span<const std::size_t> rows) {
    std::vector<NodeId> nodes;
    for (const std::size_t row : rows)
        for (const auto& months : model.rows[row].node)
            for (const auto& node : months)
                if (node) nodes.push_back(*node);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

using Outcomes = std::unordered_map<NodeId, Outcome>;

// The nodes one group at a time, so that memory does not grow with their number. Neighbours in the
// program share most of what they need.
Outcomes outcomes_of(Sampler& sampler, const std::vector<NodeId>& nodes) {
    const std::vector<double> base = sampler.base(nodes);
    Outcomes outcomes;
    std::vector<std::size_t> varying;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (sampler.varies(nodes[n]))
            varying.push_back(n);
        else
            outcomes.emplace(nodes[n], sampler.outcome(nodes[n], base[n], {}));
    }

    const std::size_t group = std::max<std::size_t>(1, group_doubles / sampler.draws());
    for (std::size_t first = 0; first < varying.size(); first += group) {
        const std::size_t size = std::min(group, varying.size() - first);
        std::vector<NodeId> together;
        for (std::size_t g = 0; g < size; ++g) together.push_back(nodes[varying[first + g]]);
        const Grid sample = sampler.sample(together);
        for (std::size_t g = 0; g < size; ++g)
            outcomes.emplace(together[g],
                             sampler.outcome(together[g], base[varying[first + g]], sample.row(g)));
    }
    return outcomes;
}

}  // namespace

std::vector<RowResult> row_results(Sampler& sampler, std::span<const std::size_t> rows) {
    const Model& model = sampler.model();
    const Outcomes outcomes = outcomes_of(sampler, different_nodes(model, rows));
    std::vector<RowResult> results(model.rows.size());
    for (const std::size_t row : rows) {
        for (const auto& months : model.rows[row].node) {
            auto& result = results[row].outcome.emplace_back();
            for (const auto& node : months)
                result.push_back(node ? std::optional(outcomes.at(*node)) : std::nullopt);
        }
    }
    return results;
}

}  // namespace fulcrum
