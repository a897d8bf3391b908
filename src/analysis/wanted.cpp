#include "analysis/wanted.h"

#include "analysis/analysis.h"
#include "analysis/lead.h"
#include "analysis/roll_back.h"
#include "analysis/score.h"

#include <algorithm>
#include <numeric>

namespace fulcrum {

std::vector<std::size_t> rows_to_summarise(const Document& document,
                                           const ResultsRequest& request) {
    if (request.rows) return *request.rows;
    std::vector<std::size_t> all(document.rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::vector<NodeId> nodes_of(const Model& model, std::span<const std::size_t> rows) {
    std::vector<NodeId> nodes;
    for (const std::size_t row : rows)
        for (const auto& months : model.rows[row].node)
            for (const auto& node : months)
                if (node) nodes.push_back(*node);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

std::size_t operations_per_draw(const Document& document, const Model& model,
                                const ResultsRequest& request) {
    std::vector<NodeId> outputs;
    if (model.objective) outputs = objective_nodes(document, model).nodes;
    const std::vector<NodeId> nodes = nodes_of(model, rows_to_summarise(document, request));
    outputs.insert(outputs.end(), nodes.begin(), nodes.end());
    if (request.tree) {
        const std::vector<NodeId> amounts = tree_nodes_to_draw(document, model);
        outputs.insert(outputs.end(), amounts.begin(), amounts.end());
    }
    Sampler sampler(document, model, 1);
    if (!document.scoring.criteria.empty()) {
        const Scorer scorer(document, sampler);
        outputs.insert(outputs.end(), scorer.levels().begin(), scorer.levels().end());
    }
    return Simulator(model, outputs, sampler.settings()).operations() +
           outputs.size() * operations_of_statistics;
}

}  // namespace fulcrum
