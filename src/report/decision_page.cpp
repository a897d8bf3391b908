#include "report/decision_page.h"

#include "form/form.h"
#include "model/document_json.h"
#include "words/report_words.h"

#include <utility>

namespace fulcrum {
namespace {

// What stands in a file or on paper: in px of a page about 17 cm wide. A file has what the screen
// shows, paper what is folded there too.
constexpr FormStyle still{Controls::Held, 680, false}, printed{Controls::Held, 560};

// What a report of a few pages says of an analysis: its first sentences.
Page in_short(Page page) {
    std::erase_if(page.blocks, [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.form);
        return paragraph == nullptr || paragraph->weight != Weight::Lead;
    });
    return page;
}

}  // namespace

WholeDecision::WholeDecision(Session session, bool is_printed)
    : session_(std::move(session)), is_printed_(is_printed), views_(views()) {
    begin_view();
}

// Views that are not printed have no results either.
void WholeDecision::begin_view() {
    if (is_printed_)
        while (view_ < views_.size() && views_[view_].on_paper == OnPaper::SaidByVerdict) ++view_;
    if (view_ == views_.size()) return;
    const View& view = views_[view_];
    session_.show(shown_by(view, session_));
    refinement_ = Refinement::to_own_draws(session_);
}

void WholeDecision::add_view() {
    const View& view = views_[view_];
    Page page = view.page(session_);
    if (is_printed_ && view.on_paper == OnPaper::Lead) page = in_short(std::move(page));
    if (!page.blocks.empty())
        elements_.push_back(form_of(page, std::string(view.id), is_printed_ ? printed : still));
}

bool WholeDecision::step() {
    if (refinement_) {
        if (!refinement_->step(session_)) refinement_.reset();
        return true;
    }
    if (!study_) study_ = Study::of(session_);
    if (study_) {
        if (!study_->step(session_)) study_.reset();
        return true;
    }
    if (view_ < views_.size()) {
        add_view();
        ++view_;
        begin_view();
        return true;
    }
    elements_.push_back(
        form_of(assumptions(session_), "assumptions", is_printed_ ? printed : still));
    return false;
}

DecisionPage::DecisionPage(Document document, Document reference, std::string builtin)
    : document_(std::move(document)),
      reference_(std::move(reference)),
      builtin_(std::move(builtin)) {}

bool DecisionPage::step() {
    if (decision_) return decision_->step();
    Result<Session> opened = Session::open(document_, reference_);
    if (!opened) {
        error_ = opened.error();
        return false;
    }
    decision_.emplace(*std::move(opened), false);
    return true;
}

Result<std::string> DecisionPage::take(const PageParts& parts) && {
    if (error_) return *error_;
    const Session& session = decision_->session();
    const std::string text = canonical(session.document());
    const ReportWords& said = report_words();
    StaticText shown{
        .title = session.document().title,
        .verdict = form_of(verdict(session), "verdict"),
        .sentence = said.static_sentence,
        .without = {
            .program = said.no_program, .simd = said.no_simd, .decision = said.no_decision}};
    shown.decision = std::move(*decision_).take();
    shown.decision.push_back(form_of(about(), "about", still));
    return assemble(parts, {.text = text, .builtin = builtin_}, shown);
}

Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin) {
    DecisionPage page(document, reference, std::string(builtin));
    while (page.step()) {
    }
    return std::move(page).take(parts);
}

Elements PrintedReport::take(const std::string& date, const std::string& link) && {
    const ReportWords& said = report_words();
    const Session& session = decision_.session();
    Elements all{{"h1", session.document().title}, {"p", said.printed(date)}};
    all.push_back(form_of(verdict(session), "report-verdict", printed));
    for (Element& section : std::move(decision_).take()) all.push_back(std::move(section));
    if (!link.empty()) all.push_back({"p", said.linked(link), {{"class", "link"}}});
    return all;
}

}  // namespace fulcrum
