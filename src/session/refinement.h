// A session's results made finer, piece by piece, while nothing else happens.
#pragma once

#include "analysis/analysis.h"
#include "session/session.h"

#include <memory>
#include <optional>

namespace fulcrum {

class Refinement {
  public:
    // Of the session as it is now; empty where nothing can be refined.
    static std::optional<Refinement> of(const Session& session);
    // To results of the document's own draws, whatever they are of now: for what is read without
    // the page.
    static Refinement to_own_draws(const Session& session);

    // Is it of the session as it is now?
    bool is_fresh(const Session& session) const { return version_ == session.version(); }

    // Does a piece of bounded cost. returns whether there is more to do; at the end the session has
    // the results. requires  is_fresh(session).
    bool step(Session& session);

  private:
    struct Subject {  // copies: the session may change or move meanwhile
        Document document;
        Model model;
    };
    Refinement(const Session& session, const ResultsRequest& request);

    std::unique_ptr<Subject> subject_;
    Analysis analysis_;
    std::uint64_t version_;
};

}  // namespace fulcrum
