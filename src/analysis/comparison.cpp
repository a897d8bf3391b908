#include "analysis/comparison.h"

#include "analysis/criteria.h"
#include "analysis/lead.h"
#include "analysis/score.h"
#include "base/order.h"

#include <utility>

namespace fulcrum {

Comparison::Comparison(const Document& document, const Model& model, bool by_score,
                       std::vector<std::size_t> options)
    : options_(std::move(options)) {
    if (by_score) {
        bind_score(document, model);
    } else {
        sign_ = document.rows[*model.objective].direction == Direction::Less ? -1 : 1;
        given_.emplace(model.program, in_order(objective_nodes(document, model).nodes, options_));
    }
    for (std::size_t slot = 0; slot < given_->inputs().size(); ++slot) {
        const auto values = given_->values(slot);
        std::fill(values.begin(), values.end(), model.inputs[given_->inputs()[slot]].base);
    }
}

void Comparison::bind_score(const Document& document, const Model& model) {
    BoundCriteria bound = bound_criteria(document, model, document_weights(document.scoring));
    std::erase_if(bound.criteria, [](const BoundCriterion& own) { return own.weight == 0; });
    std::vector<double> weight;
    std::vector<ScoreCell> cells;
    std::vector<NodeId> nodes;
    for (const BoundCriterion& criterion : bound.criteria) {
        for (std::size_t option = 0; option < document.options.size(); ++option) {
            nodes.push_back(*criterion.level[option]);
            cells.push_back({option, weight.size(), nodes.back(), 0, criterion.anchors, {}});
        }
        weight.push_back(criterion.weight);
    }
    given_.emplace(model.program, nodes);
    levels_ = Grid(nodes.size(), block_size);
    score_.emplace(*find_scoring_method(document.scoring.method),
                   Grid(document.options.size(), weight.size()), std::move(weight),
                   std::move(cells), block_size);
}

std::size_t Comparison::operations() const {
    return given_->operations() + (score_ ? 4 * levels_.rows() : options_.size());
}

void Comparison::run(std::size_t count, std::span<double* const> utility) {
    if (!score_) {
        given_->run(count, utility);
        for (double* draws : utility)
            for (std::size_t d = 0; d < count; ++d) draws[d] *= sign_;
        return;
    }
    std::vector<double*> levels;
    for (std::size_t level = 0; level < levels_.rows(); ++level)
        levels.push_back(levels_.row(level).data());
    given_->run(count, levels);
    score_->take(std::vector<const double*>(levels.begin(), levels.end()), 0, count);
    for (std::size_t k = 0; k < options_.size(); ++k) {
        const auto draws = score_->of(options_[k]).first(count);
        std::copy(draws.begin(), draws.end(), utility[k]);
    }
}

}  // namespace fulcrum
