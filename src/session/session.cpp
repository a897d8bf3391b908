#include "session/session.h"

#include "base/text.h"
#include "model/check.h"
#include "model/find.h"
#include "session/value.h"

#include <cassert>
#include <utility>

namespace fulcrum {
namespace {

constexpr std::size_t undo_steps = 200;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// Does the edit change numbers of assumptions only, so that no formula need be looked at again?
bool only_numbers(const Edit& edit) {
    return std::holds_alternative<SetBase>(edit) || std::holds_alternative<SetEnd>(edit) ||
           std::holds_alternative<SetKnown>(edit) || std::holds_alternative<Restore>(edit);
}

Compilation compiled_after(const Model& model, const Document& before, const Document& after,
                           bool numbers) {
    if (numbers) {
        Compilation rebind = rebound(model, before, after);
        if (rebind.model || !rebind.diagnostics.empty()) return rebind;
    }
    return compile(after);
}

// The edit that puts one assumption back to what the reference says; empty where both agree or the
// reference has none.
std::optional<Edit> restoring(const Document& reference, const PlacedAssumption& placed) {
    const Assumption* original = find_assumption(reference, placed.id);
    if (original == nullptr || *original == *placed.assumption) return std::nullopt;
    return Edit{Restore{placed.id, *original}};
}

}  // namespace

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
    session.refresh();
    return session;
}

Results Session::all_results() const {
    return analyse(
        document_, model_,
        {.draws = static_cast<std::size_t>(document_.simulation.draws), .rows = std::nullopt});
}

void Session::show_rows(std::vector<std::size_t> rows) {
    if (rows == shown_rows_) return;
    shown_rows_ = std::move(rows);
    refresh();
}

std::optional<Error> Session::input(const Action& action, Phase phase, const Value& value) {
    return std::visit(
        Overloaded{[](std::monostate) -> std::optional<Error> { return std::nullopt; },
                   [&](const Edit& edit) { return this->edit(edit, phase, value); },
                   [&](const LookChange& change) -> std::optional<Error> {
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

std::optional<Error> Session::edit(const Edit& edit, Phase phase, const Value& value) {
    if (phase == Phase::Begin) {
        if (!grab_) grab_ = Grab{document_, model_, results_};
        ++version_;
        return std::nullopt;
    }
    if (phase == Phase::Cancel) {
        if (grab_) {
            document_ = std::move(grab_->document);
            model_ = std::move(grab_->model);
            results_ = std::move(grab_->results);
        }
        grab_.reset();
        ++version_;
        return std::nullopt;
    }

    const Document before = grab_ ? grab_->document : document_;
    std::optional<Error> error;
    Result<Edit> filled = with_value(before, edit, value);
    if (filled) {
        Result<Document> changed = apply(before, *filled, family_traits);
        error = changed ? take(*std::move(changed), only_numbers(edit)) : changed.error();
    } else {
        error = filled.error();
    }
    if (phase == Phase::Commit) {
        keep_undo(before);
        grab_.reset();
        ++version_;
    }
    return error;
}

// Makes the document the present one, unless it cannot be compiled.
std::optional<Error> Session::take(Document document, bool numbers_only) {
    if (document == document_) return std::nullopt;
    Compilation compilation = compiled_after(model_, document_, document, numbers_only);
    if (!compilation.model) return compilation.diagnostics.front();
    document_ = std::move(document);
    model_ = *std::move(compilation.model);
    refresh();
    return std::nullopt;
}

void Session::keep_undo(const Document& before) {
    if (before == document_) return;
    undo_.push_back(before);
    if (undo_.size() > undo_steps) undo_.erase(undo_.begin());
    redo_.clear();
}

void Session::look(const LookChange& change, const Value& value) {
    std::visit(Overloaded{[&](const ShowView& show) { look_.view = show.view; },
                          [&](const Fold& fold) {
                              if (const bool* open = std::get_if<bool>(&value))
                                  look_.open[fold.key] = *open;
                          },
                          [&](const SetTheme& set) { look_.theme = set.theme; }},
               change);
    ++version_;
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
        const std::optional<Edit> restore = restoring(reference_, placed);
        if (!restore) continue;
        Result<Document> restored = apply(document, *restore, family_traits);
        if (restored) document = *std::move(restored);
    }
    const Document before = document_;
    if (!take(std::move(document), true)) keep_undo(before);
}

void Session::undo() {
    if (grab_ || undo_.empty()) return;
    const Document before = document_;
    const Document target = std::move(undo_.back());
    undo_.pop_back();
    if (!take(target, false)) redo_.push_back(before);
}

void Session::redo() {
    if (grab_ || redo_.empty()) return;
    const Document before = document_;
    const Document target = std::move(redo_.back());
    redo_.pop_back();
    if (!take(target, false)) undo_.push_back(before);
}

void Session::refresh() {
    results_ = analyse(
        document_, model_,
        {.draws = static_cast<std::size_t>(document_.simulation.draws), .rows = shown_rows_});
    ++version_;
}

}  // namespace fulcrum
