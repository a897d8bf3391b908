#include "report/decision_page.h"

#include "form/form.h"
#include "model/document_json.h"
#include "page/page.h"
#include "words/report_words.h"

#include <utility>

namespace fulcrum {
namespace {

// What stands in a file or on paper: in px of a page about 17 cm wide.
constexpr FormStyle still{Controls::Held, 680}, printed{Controls::Held, 560};

// What a report of a few pages says of an analysis: its first sentences.
Page in_short(Page page) {
    std::erase_if(page.blocks, [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.form);
        return paragraph == nullptr || paragraph->weight != Weight::Lead;
    });
    return page;
}

// All views and the assumptions, one after another.
//
// short_analyses   as on paper: the audit by its first sentence, not again what the verdict says
Elements whole_decision(Session session, bool short_analyses) {
    Elements all;
    for (const View& view : views()) {
        session.show(view.rows(session.document()), view.studies);
        session.settle();
        const bool is_said = view.id == "flips" || view.id == "map";  // by the verdict
        if (short_analyses && is_said) continue;
        Page page = view.page(session);
        const bool is_short =
            short_analyses && (view.id == "audit" || view.id == "tree" || view.id == "rules");
        if (is_short) page = in_short(std::move(page));
        if (!page.blocks.empty())
            all.push_back(form_of(page, std::string(view.id), short_analyses ? printed : still));
    }
    all.push_back(form_of(assumptions(session), "assumptions", still));
    return all;
}

}  // namespace

Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin) {
    Result<Session> opened = Session::open(document, reference);
    if (!opened) return opened.error();
    Session session = *std::move(opened);
    session.study();
    Elements decision = whole_decision(session, false);
    decision.push_back(form_of(about(), "about", still));
    const ReportWords& said = report_words();
    return assemble(parts, {.text = canonical(session.document()), .builtin = builtin},
                    {.title = session.document().title,
                     .verdict = form_of(verdict(session), "verdict"),
                     .sentence = said.static_sentence,
                     .without = {.program = said.no_program,
                                 .simd = said.no_simd,
                                 .decision = said.no_decision},
                     .decision = std::move(decision)});
}

Elements printed_report(const Session& session, const std::string& date, const std::string& link) {
    const ReportWords& said = report_words();
    Elements all{{"h1", session.document().title}, {"p", said.printed(date)}};
    all.push_back(form_of(verdict(session), "report-verdict", still));
    for (Element& section : whole_decision(session, true)) all.push_back(std::move(section));
    if (!link.empty()) all.push_back({"p", said.linked(link), {{"class", "link"}}});
    return all;
}

}  // namespace fulcrum
