// The decision if some of its assumptions were other numbers: what flips, tornado, map and the
// value of information are made of.
#pragma once

#include "analysis/recall.h"
#include "analysis/results.h"
#include "base/aligned.h"
#include "model/edit.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fulcrum {

// Two questions that are kept apart: the number turned out to be x (it is known, the others are
// drawn), and the estimate were x (the whole range moves along).
enum class Premise { TurnedOut, Estimate };

// Who leads then, and what is expected of each option.
struct Standing {
    std::optional<std::size_t> leader;  // as results have it; absent when it is undefined
    std::vector<double> expected;       // [option], more is better; empty without a leader

    // How far an option is ahead of the best other one; infinite without another.
    double margin(std::size_t option) const;
};

// The standing of results as they are.
Standing standing_of(const Document& document, const Model& model, const Results& results);

// The least and the greatest number of an assumption's range; the base where it has none.
std::pair<double, double> range_of_numbers(const Assumption& assumption);

// [input] whether only these move.
std::vector<bool> moving_only(std::span<const std::size_t> inputs, std::size_t count);

class Pinned {
  public:
    // document, model and results belong together and must outlive it; results have the objective's
    // row, and there is a leader. What does not depend on the inputs is drawn once, of as many
    // draws as results.
    //
    // inputs    indices into model.inputs
    Pinned(const Document& document, const Model& model, const Results& results,
           std::vector<std::size_t> inputs, Premise premise);
    Pinned(const Pinned&) = delete;
    Pinned& operator=(const Pinned&) = delete;

    // values[k] is that of inputs[k]. Pinned inputs that are correlated with others leave those as
    // they are drawn.
    Standing at(std::span<const double> values);

  private:
    void prepare_objective();
    std::optional<Model> changed(std::span<const double> values) const;
    Standing by_objective(const Model& model);
    Standing by_score(const Model& model);

    const Document& document_;
    const Model& model_;
    const Results& results_;
    std::vector<std::size_t> inputs_;
    Premise premise_;
    Document edited_;  // the score is of a document
    // Of the objective:
    Model pinned_;
    double sign_ = 1;
    std::vector<double> fixed_;        // [option] its expectation where it does not move
    std::vector<std::size_t> moving_;  // the other options
    std::optional<Simulator> simulator_;
    std::vector<AlignedDoubles> sample_;  // of the moving options
    std::vector<double*> to_;
    // Of the score:
    std::optional<Recall> recall_;
};

// One input, each value asked for once.
class PinnedInput {
  public:
    // whole_numbers   values are rounded
    PinnedInput(const Document& document, const Model& model, const Results& results,
                std::size_t input, Premise premise, bool whole_numbers)
        : pinned_(document, model, results, {input}, premise), whole_numbers_(whole_numbers) {}

    const Standing& at(double wanted);

  private:
    Pinned pinned_;
    bool whole_numbers_;
    std::map<double, Standing> known_;
};

// Does anything that options are compared by depend on an input?  returns [input]
std::vector<bool> inputs_that_matter(const Document& document, const Model& model, bool by_score);

}  // namespace fulcrum
