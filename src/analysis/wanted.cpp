#include "analysis/wanted.h"

#include "analysis/analysis.h"
#include "analysis/lead.h"
#include "analysis/roll_back.h"
#include "analysis/score.h"

#include <algorithm>
#include <numeric>

namespace fulcrum {
namespace {

// Up and down, every node and branch once each; a branch takes its probability, its cost, its
// value.
std::size_t operations_of_rolling(const Tree& tree) {
    std::size_t steps = 0;
    for (const TreeNode& node : tree.nodes) steps += 1 + node.branches.size();
    return 3 * steps;
}

}  // namespace

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
    std::size_t rolling = 0;
    if (request.tree) {
        const std::vector<NodeId> amounts = tree_nodes_to_draw(document, model);
        outputs.insert(outputs.end(), amounts.begin(), amounts.end());
        if (!amounts.empty()) rolling = operations_of_rolling(document.tree);
    }
    Sampler sampler(document, model, 1);
    if (!document.scoring.criteria.empty()) {
        const Scorer scorer(document, sampler);
        outputs.insert(outputs.end(), scorer.levels().begin(), scorer.levels().end());
    }
    return Simulator(model, outputs, sampler.settings()).operations() +
           outputs.size() * operations_of_statistics + rolling;
}

}  // namespace fulcrum
