// The lines of a document that a claim rests on, and what they give.
#pragma once

#include "analysis/extent.h"
#include "base/result.h"
#include "engine/model.h"
#include "engine/names.h"
#include "expr/build.h"

#include <string>
#include <utility>
#include <vector>

namespace fulcrum {

using Given = std::vector<std::pair<std::string, double>>;

// A name in a claim's formula, and what stands behind it.
struct ClaimLine {
    std::size_t begin = 0, end = 0;  // in the formula's text
    std::string name;                // of the row or assumption
    std::string option;              // id, "" where it is the same for all
    std::string unit;
    std::optional<std::size_t> stated;  // the claim that states it
    std::optional<Extent> extent;       // absent where it is no finite number
    bool operator==(const ClaimLine&) const = default;
};

// The claims of a document compiled, one at a time, on top of its model. Totals are checked from
// *stated* lines: where a claim states a single figure or a range for a cell that another claim's
// formula names, that is what the line gives there.
class ClaimLines {
  public:
    // document and model belong together and must outlive it.
    ClaimLines(const Document& document, const Model& model);

    // A formula as it stands in a claim, or in the cell that the claim is about.
    // errors    it does not parse, a name means nothing there, a unit is wrong.
    Result<NodeId> build(const std::string& formula, const Claim& claim, bool from_stated);
    // The cell's own node; absent where the option has no such value.
    std::optional<NodeId> cell(std::size_t row, std::size_t option, std::size_t month) const;
    std::vector<ClaimLine> lines(const std::string& formula, const Claim& claim,
                                 std::span<const InputRange> ranges);

    // The lines' own ranges, but what is given.
    std::vector<InputRange> ranges(const Given& given) const;
    // id of the assumption, "row@option" of what a claim states
    std::string input_id(std::uint32_t input) const;

    std::optional<Extent> extent(NodeId node, std::span<const InputRange> ranges) const {
        return fulcrum::extent(program_, node, ranges);
    }
    std::vector<std::uint32_t> inputs_of(NodeId node) const {
        return fulcrum::inputs_of(program_, node);
    }
    Program& program() { return program_; }

  private:
    CellPlace place_of(const Claim& claim) const;
    std::optional<std::size_t> stated_by(const CellPlace& cell, const Claim& claim) const;
    Result<NodeId> node_of(const Target& target, const Reference& reference) const;
    Result<NodeId> line_node(const Target& target, const Reference& reference, const Claim* claim);
    Result<UnitSeries> series(Target target, const Reference& reference) const;
    Unit unit_of(const Target& target) const;

    const Document& document_;
    const Model& model_;
    Names names_;
    Program program_;                 // the model's, and then the claims'
    std::vector<InputRange> ranges_;  // [input of the model, then claim]
};

}  // namespace fulcrum
