#include "session/session.h"

#include "analysis/analysis.h"
#include "base/overloaded.h"
#include "model/check.h"
#include "model/find.h"
#include "session/refinement.h"
#include "session/value.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t undo_steps = 200;

std::size_t own_draws(const Document& document) {
    return static_cast<std::size_t>(document.simulation.draws);
}

// The inputs that the edit moves; empty where it changes more than numbers and weights.
std::optional<std::vector<bool>> moving_inputs(const Model& model, const Edit& edit) {
    std::vector<bool> moving(model.inputs.size(), false);
    if (std::holds_alternative<SetWeight>(edit) || std::holds_alternative<SetGroupWeight>(edit))
        return moving;
    const auto* base = std::get_if<SetBase>(&edit);
    const auto* point = std::get_if<SetPoint>(&edit);
    const auto* end = std::get_if<SetEnd>(&edit);
    if (base == nullptr && end == nullptr && point == nullptr) return std::nullopt;
    const std::string& id = base != nullptr ? base->id : end != nullptr ? end->id : point->x.id;
    for (std::size_t i = 0; i < moving.size(); ++i)
        moving[i] =
            model.inputs[i].id == id || (point != nullptr && model.inputs[i].id == point->y.id);
    const bool is_input = std::find(moving.begin(), moving.end(), true) != moving.end();
    return is_input ? std::optional(moving) : std::nullopt;
}

// The edit that puts one assumption back to what the reference says; empty where both agree or the
// reference has none.
std::optional<Restore> restoring(const Document& reference, const PlacedAssumption& placed) {
    const Assumption* original = find_assumption(reference, placed.id);
    if (original == nullptr || *original == *placed.assumption) return std::nullopt;
    return Restore{placed.id, *original};
}

}  // namespace

// How much of the model an edit changes.
enum class Session::Reach { Weights, Numbers, Formulas };

Session::Reach Session::reach_of(const Edit& edit) {
    return std::visit(Overloaded{[](const SetBase&) { return Reach::Numbers; },
                                 [](const SetPoint&) { return Reach::Numbers; },
                                 [](const SetEnd&) { return Reach::Numbers; },
                                 [](const SetKnown&) { return Reach::Numbers; },
                                 [](const Restore&) { return Reach::Numbers; },
                                 [](const SetWeight&) { return Reach::Weights; },
                                 [](const SetGroupWeight&) { return Reach::Weights; },
                                 [](const SetEqualWeights&) { return Reach::Weights; },
                                 [](const SetGroupOff&) { return Reach::Weights; },
                                 [](const SetRowOff&) { return Reach::Formulas; },
                                 [](const SetCell&) { return Reach::Formulas; }},
                      edit);
}

Diagnostics Session::findings(const Document& document) {
    Diagnostics diagnostics = check(document);
    if (!diagnostics.empty()) return diagnostics;
    return compile(with_streams(document)).diagnostics;
}

Result<Session> Session::open(Document document, Document reference) {
    Diagnostics diagnostics = check(document);
    if (!diagnostics.empty()) return diagnostics.front();
    document = with_streams(std::move(document));
    Compilation compilation = compile(document);
    if (!compilation.model) return compilation.diagnostics.front();

    Session session;
    session.document_ = std::move(document);
    session.reference_ = with_streams(std::move(reference));
    session.model_ = *std::move(compilation.model);
    session.plan();
    session.refresh();
    return session;
}

Results Session::all_results() const {
    return analyse(document_, model_,
                   {.draws = own_draws(document_), .rows = std::nullopt, .tree = true});
}

ResultsRequest Session::settled() const {
    return {.draws = own_draws(document_), .rows = shown_.rows, .tree = shown_.tree};
}

void Session::settle() {
    Refinement refinement = Refinement::to_own_draws(*this);
    while (refinement.step(*this)) {
    }
    study();
}

void Session::study() {
    while (std::optional<Study> study = Study::of(*this))
        while (study->step(*this)) {
        }
}

bool Session::is_current(StudyKind kind) const {
    return kept_[static_cast<std::size_t>(kind)].shown == revision_;
}

std::optional<StudyKind> Session::wanted_study() const {
    const auto shows = [&](StudyKind kind) {
        return std::find(shown_.studies.begin(), shown_.studies.end(), kind) !=
               shown_.studies.end();
    };
    const auto is_whole = [&](StudyKind kind) {
        return kept_[static_cast<std::size_t>(kind)].whole == revision_;
    };
    if (grab_) {  // a map follows, but not the crosshair on it
        const bool follows = shows(StudyKind::Map) && !std::get_if<SetPoint>(&grab_->edit);
        return follows && !is_whole(StudyKind::Map) ? std::optional(StudyKind::Map) : std::nullopt;
    }
    if (!is_whole(StudyKind::OneWay)) return StudyKind::OneWay;  // of the verdict
    for (const StudyKind kind : shown_.studies)
        if (!is_whole(kind)) return kind;
    return std::nullopt;
}

void Session::keep(StudyKind kind, bool whole, const std::function<void(Studies&)>& show) {
    show(studies_);
    Kept& kept = kept_[static_cast<std::size_t>(kind)];
    kept.shown = revision_;
    if (whole) kept.whole = revision_;
    ++version_;
}

void Session::revise() {
    revision_ = ++last_revision_;
}

void Session::show(Shown shown) {
    const bool has_rows = shown.rows == shown_.rows;
    const bool has_all = has_rows && (shown_.tree || !shown.tree);
    const bool is_planned = has_rows && shown.tree == shown_.tree;
    shown_ = std::move(shown);
    if (!is_planned) plan();
    if (!has_all) refresh();
}

std::optional<ResultsRequest> Session::finer() const {
    const bool is_fine =
        results_.draws >= plan_.refined && results_.series_draws >= plan_.series_refined;
    if (grab_ || is_fine) return std::nullopt;
    return ResultsRequest{.draws = plan_.refined,
                          .series_draws = plan_.series_refined,
                          .rows = shown_.rows,
                          .tree = shown_.tree};
}

void Session::refine(Results refined, std::uint64_t version) {
    if (version != version_) return;
    results_ = std::move(refined);
    ++version_;
}

std::optional<Error> Session::input(const Action& action, Phase phase, const Value& value) {
    return std::visit(
        Overloaded{[](std::monostate) -> std::optional<Error> { return std::nullopt; },
                   [&](const Edit& edit) { return this->edit(edit, phase, value); },
                   [&](const LookChange& change) -> std::optional<Error> {
                       const bool optimism = std::holds_alternative<SetOptimism>(change);
                       if (optimism || std::holds_alternative<SetRiskTolerance>(change))
                           return look_number(optimism, phase, value);
                       if (phase == Phase::Commit) look(change, value);
                       return std::nullopt;
                   },
                   [&](const Command& command) -> std::optional<Error> {
                       if (phase == Phase::Commit) carry_out(command);
                       return std::nullopt;
                   }},
        action);
}

std::optional<Error> Session::set(const std::string& id, const Value& value) {
    return input(Action{Edit{SetBase{id, 0}}}, Phase::Commit, value);
}

// What is held begins with results of as many draws as all that follow, and with the draws of what
// does not move.
void Session::grab(const Edit& edit) {
    if (grab_) return;
    grab_ = Grab{edit, document_, model_, coarse_, std::nullopt, revision_};
    results_ = coarse_;
    if (const auto moving = moving_inputs(model_, edit)) {
        grab_->recall.emplace(document_, model_, *moving, coarse_);
        Analysis(document_, model_, request(), &*grab_->recall);
    }
    ++version_;
}

void Session::let_go() {
    if (grab_) {
        document_ = std::move(grab_->document);
        model_ = std::move(grab_->model);
        coarse_ = std::move(grab_->results);
        results_ = coarse_;
        revision_ = grab_->revision;
    }
    grab_.reset();
    ++version_;
}

std::optional<Error> Session::edit(const Edit& edit, Phase phase, const Value& value) {
    if (phase == Phase::Begin) grab(edit);
    if (phase == Phase::Cancel) let_go();
    if (phase == Phase::Begin || phase == Phase::Cancel) return std::nullopt;

    const Document before = grab_ ? grab_->document : document_;
    std::optional<Error> error;
    Result<Edit> filled = with_value(before, edit, value);
    if (filled) {
        const bool is_grabbed = grab_ && grab_->recall && grab_->edit == edit;
        Result<Document> changed = apply(before, *filled, family_traits);
        error = changed ? take(*std::move(changed), reach_of(edit),
                               is_grabbed ? &*grab_->recall : nullptr)
                        : changed.error();
    } else {
        error = filled.error();
    }
    if (phase == Phase::Commit) {
        keep_undo(before);
        if (grab_ && document_ == before) revision_ = grab_->revision;
        grab_.reset();
        ++version_;
    }
    return error;
}

// Makes the document the present one, unless it cannot be compiled.
std::optional<Error> Session::take(Document document, Reach reach, Recall* recall) {
    if (document == document_) return std::nullopt;
    Compilation compilation;
    if (reach == Reach::Numbers) compilation = rebound(model_, document_, document);
    if (reach != Reach::Weights && !compilation.model && compilation.diagnostics.empty()) {
        compilation = compile(document);
        recall = nullptr;
        if (grab_) grab_->recall.reset();
    }
    if (!compilation.diagnostics.empty()) return compilation.diagnostics.front();
    document_ = std::move(document);
    if (compilation.model) model_ = *std::move(compilation.model);
    if (reach == Reach::Formulas) plan();
    revise();
    refresh(recall);
    return std::nullopt;
}

void Session::keep_undo(const Document& before) {
    if (before == document_) return;
    undo_.push_back(before);
    if (undo_.size() > undo_steps) undo_.erase(undo_.begin());
    redo_.clear();
}

void Session::carry_out(Command command) {
    assert(command == Command::Undo || command == Command::Redo || command == Command::RestoreAll);
    if (command == Command::Undo) undo();
    if (command == Command::Redo) redo();
    if (command == Command::RestoreAll) restore_all();
}

void Session::restore_all() {
    Document document = document_;
    for (const PlacedAssumption& placed : assumptions_of(document_)) {
        const std::optional<Restore> restore = restoring(reference_, placed);
        if (!restore) continue;
        Result<Document> restored = apply(document, *restore, family_traits);
        if (restored) document = *std::move(restored);
    }
    for (const SetCell& replaced : replaced_cells(document_, reference_))
        if (Result<Document> restored = apply(document, replaced, family_traits))
            document = *std::move(restored);
    const Document before = document_;
    if (!take(std::move(document), Reach::Numbers)) keep_undo(before);
}

void Session::undo() {
    if (grab_ || undo_.empty()) return;
    const Document before = document_;
    const Document target = std::move(undo_.back());
    undo_.pop_back();
    if (!take(target, Reach::Formulas)) redo_.push_back(before);
}

void Session::redo() {
    if (grab_ || redo_.empty()) return;
    const Document before = document_;
    const Document target = std::move(redo_.back());
    redo_.pop_back();
    if (!take(target, Reach::Formulas)) undo_.push_back(before);
}

ResultsRequest Session::request() const {
    return {.draws = plan_.at_once,
            .series_draws = plan_.series_at_once,
            .rows = shown_.rows,
            .tree = shown_.tree};
}

void Session::plan() {
    plan_ = draw_plan(document_, model_, shown_.rows, shown_.tree);
}

void Session::refresh(Recall* recall) {
    Analysis analysis(document_, model_, request(), recall);
    while (analysis.step()) {
    }
    coarse_ = std::move(analysis).take();
    results_ = coarse_;
    ++version_;
}

}  // namespace fulcrum
