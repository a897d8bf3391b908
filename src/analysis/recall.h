// What the frames of one drag share: the draws and results of all that does not depend on what
// moves.
#pragma once

#include "analysis/results.h"
#include "engine/simulate.h"

#include <map>
#include <utility>
#include <vector>

namespace fulcrum {

class Recall {
  public:
    // moving    [input]; none while only weights move
    // results   of this document and model, before anything has moved
    //
    // It serves the same document with other numbers of the moving inputs and other weights.
    Recall(const Document& document, const Model& model, const std::vector<bool>& moving,
           const Results& results);

    bool moves(NodeId node) const { return moves_[node]; }
    bool moves(std::span<const NodeId> nodes) const;

    // Of a node that does not move, if it was summarised at that many draws; else nullptr.
    const Outcome* outcome(NodeId node, std::size_t draws) const;

    // The results as they were. Requires that nothing moves that they are made of.
    const Results& results() const { return results_; }
    bool has_scoring(const Scoring& scoring) const { return scoring == scoring_; }

    // The simulator of these outputs, with what does not move held.
    Simulator& simulator(const Model& model, const std::vector<NodeId>& outputs,
                         const SimulationSettings& settings);

  private:
    void keep(const std::optional<NodeId>& node, std::size_t draws,
              const std::optional<Outcome>& outcome);

    std::vector<bool> moves_;  // [node]
    Results results_;
    Scoring scoring_;
    std::map<std::pair<NodeId, std::size_t>, Outcome> outcomes_;  // (node, draws)
    std::map<std::pair<std::vector<NodeId>, std::size_t>, Simulator> simulators_;
};

}  // namespace fulcrum
