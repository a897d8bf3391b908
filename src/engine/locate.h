// Where an operation of a compiled model stands in the document's formulas.
#pragma once

#include "engine/model.h"
#include "engine/names.h"

#include <memory>
#include <optional>
#include <string>

namespace fulcrum {

struct OperationPlace {
    CellPlace cell;        // in a formula of the tree its row is no_row
    std::string path;      // JSON pointer of the formula
    std::size_t at = 0;    // where in it the operation begins
    std::string function;  // as the formula writes it: "/", "log", "^"
};

class OperationLocator {
  public:
    // document and model belong together and must outlive it.
    OperationLocator(const Document& document, const Model& model);
    ~OperationLocator();
    OperationLocator(OperationLocator&&) noexcept;
    OperationLocator& operator=(OperationLocator&&) noexcept;

    // Equal operations are one node: of all places that it may come from, the one that was compiled
    // first; the tree comes after all rows. Where the node is but a step of what a formula writes
    // (the second sum of sum(a, b, c, d)), the smallest operation that it is a step of. Empty when
    // the node belongs to no formula.
    std::optional<OperationPlace> find(NodeId node);

  private:
    class Formulary;
    std::unique_ptr<Formulary> formulary_;
};

}  // namespace fulcrum
