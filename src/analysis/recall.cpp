#include "analysis/recall.h"

#include <algorithm>

namespace fulcrum {

Recall::Recall(const Document& document, const Model& model, const std::vector<bool>& moving,
               const Results& results)
    : moves_(dependents(model, moving)), results_(results), scoring_(document.scoring) {
    for (std::size_t row = 0; row < results.rows.size(); ++row) {
        const auto& outcome = results.rows[row].outcome;
        const std::size_t draws = results.draws_of(document.rows[row]);
        for (std::size_t option = 0; option < outcome.size(); ++option)
            for (std::size_t month = 0; month < outcome[option].size(); ++month)
                keep(model.rows[row].node[option][month], draws, outcome[option][month]);
    }
}

void Recall::keep(const std::optional<NodeId>& node, std::size_t draws,
                  const std::optional<Outcome>& outcome) {
    if (node && outcome && !moves_[*node]) outcomes_.emplace(std::pair(*node, draws), *outcome);
}

bool Recall::moves(std::span<const NodeId> nodes) const {
    return std::any_of(nodes.begin(), nodes.end(), [this](NodeId node) { return moves_[node]; });
}

const Outcome* Recall::outcome(NodeId node, std::size_t draws) const {
    const auto found = outcomes_.find({node, draws});
    return found == outcomes_.end() ? nullptr : &found->second;
}

Simulator& Recall::simulator(const Model& model, const std::vector<NodeId>& outputs,
                             const SimulationSettings& settings) {
    const std::pair key(outputs, settings.draws);
    const auto found = simulators_.find(key);
    if (found != simulators_.end()) return found->second;
    Simulator& made = simulators_.emplace(key, Simulator(model, outputs, settings)).first->second;
    made.hold(model, moves_);
    return made;
}

}  // namespace fulcrum
