#include "report/decision_page.h"

#include "model/document_json.h"
#include "page/page.h"
#include "words/report_words.h"

#include <limits>
#include <utility>

namespace fulcrum {

Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin) {
    Result<Session> opened = Session::open(document, reference);
    if (!opened) return opened.error();
    Session session = *std::move(opened);

    const View first = views().front();
    session.show_rows(first.rows(session.document()));
    session.settle();
    const ReportWords& said = report_words();
    constexpr int no_wrap = std::numeric_limits<int>::max();
    return assemble(parts, {.text = canonical(session.document()), .builtin = builtin},
                    {.title = session.document().title,
                     .verdict = as_text(verdict(session), no_wrap),
                     .comparison = as_text(first.page(session)),
                     .sentence = said.static_sentence,
                     .without = {.program = said.no_program,
                                 .simd = said.no_simd,
                                 .graphics = said.no_graphics,
                                 .decision = said.no_decision}});
}

}  // namespace fulcrum
