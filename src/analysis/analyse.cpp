#include "analysis/lead.h"
#include "analysis/results.h"
#include "analysis/row_results.h"
#include "analysis/score.h"

#include <cassert>
#include <numeric>

namespace fulcrum {
namespace {

std::vector<std::size_t> rows_to_summarise(const Document& document,
                                           const ResultsRequest& request) {
    if (request.rows) return *request.rows;
    std::vector<std::size_t> all(document.rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

// Why a score's leader does not exist: each option's reason, the same one once.
Lead no_leader_by_score(const ScoreResult& score) {
    Lead lead{.by_score = true};
    for (const Outcome& outcome : score.score)
        if (const auto* undefined = std::get_if<Undefined>(&outcome.over_draws))
            if (lead.undefined.empty() || !(lead.undefined.back() == *undefined))
                lead.undefined.push_back(*undefined);
    return lead;
}

Lead lead_by_score(const Document& document, const Scored& scored) {
    if (!scored.draws) return no_leader_by_score(scored.result);
    Lead lead = lead_on(*scored.draws, document.headline);
    lead.by_score = true;
    return lead;
}

}  // namespace

Results analyse(const Document& document, const Model& model, const ResultsRequest& request) {
    assert(request.draws > 0);
    Sampler sampler(document, model, request.draws);
    Results results{.draws = sampler.draws(), .seed = sampler.seed()};
    results.rows = row_results(sampler, rows_to_summarise(document, request));

    std::optional<Scored> scored;
    if (!document.scoring.criteria.empty()) scored = score(document, sampler);
    if (model.objective)
        results.lead = lead_on_objective(document, sampler);
    else if (scored)
        results.lead = lead_by_score(document, *scored);
    else
        results.lead.undefined.push_back({"the document has neither an objective nor criteria"});
    if (scored) results.score = std::move(scored->result);
    return results;
}

}  // namespace fulcrum
