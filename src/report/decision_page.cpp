#include "report/decision_page.h"

#include "form/form.h"
#include "model/document_json.h"
#include "page/page.h"
#include "words/report_words.h"

#include <utility>

namespace fulcrum {

Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin) {
    Result<Session> opened = Session::open(document, reference);
    if (!opened) return opened.error();
    Session session = *std::move(opened);

    Elements decision;
    for (const View& view : views()) {
        session.show_rows(view.rows(session.document()));
        session.settle();
        decision.push_back(form_of(view.page(session), std::string(view.id)));
    }
    decision.push_back(form_of(assumptions(session), "assumptions"));
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

}  // namespace fulcrum
