// A decision whole, as elements: the self-contained page (what the build makes and what "Save page"
// makes, the same bytes) and the printed report.
#pragma once

#include "page/page.h"
#include "report/page_file.h"
#include "session/refinement.h"
#include "session/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fulcrum {

// reference   as of Session::open
// builtin     the id of the built-in decision that the document is, to the byte; else ""
// errors      those of opening the document
Result<std::string> decision_page(const PageParts& parts, const Document& document,
                                  const Document& reference, std::string_view builtin);

// All views and the assumptions, one after another.
class WholeDecision {
  public:
    // session   a copy: what is shown of it is of when it was taken
    WholeDecision(Session session, bool is_printed);

    // Does a piece of bounded cost. returns whether there is more to do.
    bool step();
    const Session& session() const { return session_; }
    Elements take() && { return std::move(elements_); }

  private:
    void begin_view();
    void add_view();

    Session session_;
    bool is_printed_;
    std::vector<View> views_;
    std::size_t view_ = 0;  // that is being made
    std::optional<Refinement> refinement_;
    std::optional<Study> study_;
    Elements elements_;
};

// The same file, piece by piece: its analyses take longer than a page may stand still.
class DecisionPage {
  public:
    // as decision_page
    DecisionPage(Document document, Document reference, std::string builtin);
    bool step();
    // requires   step() has said that there is no more to do
    Result<std::string> take(const PageParts& parts) &&;

  private:
    Document document_, reference_;
    std::string builtin_;
    std::optional<Error> error_;  // of opening it
    std::optional<WholeDecision> decision_;
};

// The report that is printed, made in the same way.
class PrintedReport {
  public:
    explicit PrintedReport(const Session& session) : decision_(session, true) {}
    bool step() { return decision_.step(); }
    // date       of the printing, as its reader writes dates
    // link       to the decision; "" = it has none
    // requires   as DecisionPage::take
    Elements take(const std::string& date, const std::string& link) &&;

  private:
    WholeDecision decision_;
};

}  // namespace fulcrum
