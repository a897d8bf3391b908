// The amounts of a decision tree, draw by draw or at base values. Private to roll_back.
#pragma once

#include "analysis/quantity.h"
#include "analysis/sampler.h"
#include "base/aligned.h"
#include "engine/simulate.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fulcrum {

class TreeAmounts {
  public:
    // draws   0 = at base values. document and model must outlive it.
    TreeAmounts(const Document& document, const Model& model, std::size_t draws,
                std::vector<NodeId> amounts);

    bool step();  // draws a piece; returns whether there is more to do

    // Requires that step() has returned false, and that the node is one of the amounts.
    Quantity of(NodeId node) const;
    std::size_t draws() const { return draws_; }

    bool is_number(NodeId node) const;  // in every draw
    // Why it is not; `path` is where the document has it.
    Undefined undefined(NodeId node, const std::string& path);

    // ", in 4 % of draws" from the draws in which something fails.
    std::string share_words(std::size_t count, std::size_t of) const;

  private:
    const Model& model_;
    std::size_t draws_;
    Sampler sampler_;
    std::map<NodeId, double> base_;
    std::optional<Simulator> simulator_;
    std::map<NodeId, std::size_t> varying_;
    std::vector<AlignedDoubles> sample_;  // [varying][draw]
    std::size_t drawn_ = 0;
};

}  // namespace fulcrum
