// The weighted score of every option, draw by draw.
#pragma once

#include "analysis/results.h"
#include "analysis/sampler.h"

#include <memory>
#include <optional>

namespace fulcrum {

// The document's weights over its criteria, [criterion], summing to 1; empty when all are 0.
std::vector<double> document_weights(const Scoring& scoring);

// A scored document, and who leads on the score.
struct Scored {
    ScoreResult result;
    Lead lead;
};

// Scores a document from draws that come piece by piece.
//
// requires  at least one criterion.
class Scorer {
  public:
    // document and sampler must outlive it.
    Scorer(const Document& document, Sampler& sampler);
    ~Scorer();
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;

    // Everything that the result is made of.
    std::span<const NodeId> nodes() const;

    // What it must know of every draw; empty where nothing varies or there can be no score.
    std::span<const NodeId> levels() const;

    // level     [level] pointers to `count` draws, from draw number `first` on. Every draw comes
    //           once.
    void take(std::span<const double* const> level, std::size_t first, std::size_t count);

    // After the last draw: a piece of what follows from them. returns whether there is more to do.
    bool conclude();

    // Requires that conclude() has returned false.
    Scored take() &&;

  private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace fulcrum
