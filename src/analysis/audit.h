// What the source states, recomputed from the document's own lines: one finding per claim.
//
//   figure      its formula, else its row's, over the ranges of the lines (extent.h, claim_lines.h)
//   direction   does its row rise between options where the other rows fall?
//   tree        questions that give one answer two ways on
//   overlap     what its rows are computed from in common, and cells that are equal
//   statement   the rows concerned, beside the two sentences
//
// And what each would do to the verdict. A row that is switched off still is a line. The engine
// reads no text: that two sentences disagree is what the document says, everything else follows
// from its numbers.
#pragma once

#include "analysis/finding.h"

#include <memory>
#include <string>
#include <vector>

namespace fulcrum {

struct Audit {
    std::size_t draws = 0;          // of the leads
    Lead lead;                      // with everything as it is
    std::vector<Finding> findings;  // [claim]
    // How many do not follow from the document's own lines (what only the model says aside).
    std::size_t faults() const;
    bool operator==(const Audit&) const = default;
};

// In small pieces, so that a page can do something else between two of them.
class Auditor {
  public:
    // document and model belong together and must outlive it, as must reference: the document
    // whose formulas are meant where a cell holds the stated figure.
    Auditor(const Document& document, const Model& model, const Document& reference);
    ~Auditor();
    Auditor(Auditor&&) noexcept;
    Auditor& operator=(Auditor&&) noexcept;

    // Does a piece of bounded cost. returns whether there is more to do.
    bool step();
    // Requires that step() has returned false.
    Audit take() &&;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

Audit audit(const Document& document, const Model& model, const Document& reference);

std::string audit_json(const Document& document, const Audit& audit);

}  // namespace fulcrum
