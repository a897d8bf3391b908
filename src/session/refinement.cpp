#include "session/refinement.h"

#include <cassert>

namespace fulcrum {

std::optional<Refinement> Refinement::of(const Session& session) {
    const std::optional<ResultsRequest> request = session.finer();
    if (!request) return std::nullopt;
    return Refinement(session, *request);
}

Refinement Refinement::to_own_draws(const Session& session) {
    return {session, session.settled()};
}

Refinement::Refinement(const Session& session, const ResultsRequest& request)
    : subject_(std::make_unique<Subject>(Subject{session.document(), session.model()})),
      analysis_(subject_->document, subject_->model, request),
      version_(session.version()) {}

bool Refinement::step(Session& session) {
    assert(is_fresh(session));
    if (analysis_.step()) return true;
    session.refine(std::move(analysis_).take(), version_);
    return false;
}

}  // namespace fulcrum
