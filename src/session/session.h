// The decision at hand: the document, what it was compiled to, its results, undo, and how the
// reader looks at it.
#pragma once

#include "analysis/recall.h"
#include "analysis/results.h"
#include "session/action.h"
#include "session/draw_plan.h"
#include "session/study.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

struct Look {
    std::string view = "compare";
    std::map<std::string, bool> open;  // Details by key, where the reader changed it
    Theme theme = Theme::System;
    Premise premise = Premise::TurnedOut;  // of flips, tornado and map
    std::string map_x, map_y;              // ids of assumptions; "" = those that move the gap most
    // Ids of all assumptions in the order of their sliders; empty = by topic. It stays while values
    // move: a slider does not leave the hand that has moved it.
    std::vector<std::string> by_effect;
    ShowTrace trace;          // of the view on the screen
    Ends ends = Ends::Range;  // of the corners that rules of choice go by
    double optimism = 0.5;
    std::optional<double> risk_tolerance;  // absent: a usual one
    bool operator==(const Look&) const = default;
};

// What a view needs: rows by their places, studies beside those of the verdict, the tree rolled
// back.
struct Shown {
    std::vector<std::size_t> rows;
    std::vector<StudyKind> studies = {};
    bool tree = false;
};

class Session {
  public:
    // document   checked here: a document with findings is not taken (the diagnostics say all of
    // them). reference  what "the document's own value" means on every slider: the built-in
    // decision that a link or page is a
    //            difference from, or the document as it was opened.
    static Result<Session> open(Document document, Document reference);
    // All findings of a document (structure, families, formulas), each with a path. Empty = it can
    // be opened.
    static Diagnostics findings(const Document& document);

    const Document& document() const { return document_; }
    const Document& reference() const { return reference_; }
    const Model& model() const { return model_; }
    const Look& look() const { return look_; }

    // Fresh results for what the view on the screen needs, of few enough draws to be made at once,
    // or refined; rows that the view does not need are empty.
    const Results& results() const { return results_; }
    // Results as they were when the present gesture began, of as many draws as results() are;
    // nullptr when nothing is held.
    const Results* results_at_grab() const { return grab_ ? &grab_->results : nullptr; }
    // Every section at the document's draws, run to the end; independent of view and refinement.
    Results all_results() const;

    // Shows results of the document's own draws and the studies, run to the end: for what is read
    // without the page. study: the studies alone.
    void settle();
    void study();
    ResultsRequest settled() const;

    // What is there of the analyses beside the results; of an earlier document where it is not
    // current.
    const Studies& studies() const { return studies_; }
    bool is_current(StudyKind kind) const;
    // The first that the verdict and the view on the screen want and that is not fresh; empty while
    // something is held.
    std::optional<StudyKind> wanted_study() const;
    void keep(StudyKind kind, bool whole, const std::function<void(Studies&)>& show);
    // Counts up with every change that studies depend on.
    std::uint64_t revision() const { return revision_; }
    // The axes that the look names, where they exist, else the two that move the gap most; empty
    // where there are no two assumptions.
    std::optional<std::array<std::string, 2>> map_axes() const;
    std::size_t draws_at_once() const { return plan_.at_once; }

    // What a refinement (refinement.h) would make of results(); empty while something is held, and
    // where they are as fine already.
    std::optional<ResultsRequest> finer() const;
    // Shows the refined results, unless something has changed since they were asked for.
    void refine(Results refined, std::uint64_t version);

    // What the view on the screen shows; results() follow from the next change on, and at once
    // where something is missing.
    void show(Shown shown);

    // Carries out what an input means. begin keeps the document; every change starts from it again,
    // so that a drag there and back is no change; commit makes one undo step; cancel takes the kept
    // document back. A commit without begin is a gesture of its own. Text values are parsed as in
    // the typed field ("67%", "40K", "=3*40K"). Returns the error when the value makes no sense;
    // nothing has changed then. Commands other than Undo, Redo and RestoreAll are not for the
    // session (assert).
    std::optional<Error> input(const Action& action, Phase phase, const Value& value);

    // set(id, value) of the command line and the test seam: one Edit, one undo step.
    std::optional<Error> set(const std::string& id, const Value& value);

    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    void undo();
    void redo();

    // Counts up with every change of document, results or look: painters redraw when it moved.
    std::uint64_t version() const { return version_; }

  private:
    Session() = default;
    struct Grab {
        Edit edit;  // its value open
        Document document;
        Model model;
        Results results;
        std::optional<Recall> recall;
        std::uint64_t revision = 0;
    };
    enum class Reach;
    static Reach reach_of(const Edit& edit);
    std::optional<Error> edit(const Edit& edit, Phase phase, const Value& value);
    void grab(const Edit& edit);
    void let_go();
    std::optional<Error> take(Document document, Reach reach, Recall* recall = nullptr);
    void keep_undo(const Document& before);
    void look(const LookChange& change, const Value& value);
    std::vector<std::string> ids_by_effect() const;
    std::optional<Error> look_number(bool optimism, Phase phase, const Value& value);
    void carry_out(Command command);
    void restore_all();
    ResultsRequest request() const;
    void plan();
    void refresh(Recall* recall = nullptr);
    void revise();

    Document document_, reference_;
    Model model_;
    DrawPlan plan_;
    Results results_;
    Results coarse_;  // as results_, of the draws that are made at once
    Shown shown_;
    std::optional<Grab> grab_;
    std::vector<Document> undo_, redo_;
    Look look_;
    std::optional<Look> held_look_;  // as it was when a number of it was taken hold of
    std::uint64_t version_ = 0;
    Studies studies_;
    struct Kept {
        std::optional<std::uint64_t> shown, whole;  // revision
    };
    std::array<Kept, every_study.size()> kept_;  // [kind]
    std::uint64_t revision_ = 0, last_revision_ = 0;
};

}  // namespace fulcrum
