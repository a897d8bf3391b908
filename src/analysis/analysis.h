// Results made in small pieces, so that a page can do something else between two of them.
#pragma once

#include "analysis/recall.h"
#include "analysis/results.h"

#include <memory>

namespace fulcrum {

class Analysis {
  public:
    // document, model and recall must outlive it. With a recall only what moves is computed; the
    // bits are those of an analysis without one.
    Analysis(const Document& document, const Model& model, const ResultsRequest& request,
             Recall* recall = nullptr);
    ~Analysis();
    Analysis(Analysis&&) noexcept;
    Analysis& operator=(Analysis&&) noexcept;

    // Does a piece of bounded cost. returns whether there is more to do.
    bool step();

    // Requires that step() has returned false.
    Results take() &&;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

// What one draw of everything that the request asks for costs, in operations of the engine
// (about 1 ns each): the same number everywhere.
std::size_t operations_per_draw(const Document& document, const Model& model,
                                const ResultsRequest& request);

}  // namespace fulcrum
