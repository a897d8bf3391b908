// What the page makes to leave it: itself with the decision in it, the printed report, tables of
// draws.
#include "app/page_app.h"
#include "builtin/builtin.h"
#include "form/difference.h"
#include "report/decision_page.h"
#include "words/app_words.h"
#include "words/sentence.h"

#include <cassert>
#include <utility>

namespace fulcrum {

void PageApp::begin_saving() {
    saving_.emplace(session_.document(), session_.reference(),
                    std::string(same_builtin(session_.document())));
    is_saved_ = false;
    notice_.text = app_words().saving;
}

// Until this time of the clock. returns whether there is more to do; at the end the host is asked
// to save the page.
bool PageApp::make_page(double until) {
    while (saving_->step())
        if (clock_() >= until) return true;
    is_saved_ = true;
    commands_.push_back(Command::SavePage);
    return false;
}

bool PageApp::prepare_report() {
    constexpr double enough_ms = 2;
    if (!report_ || report_version_ != session_.version()) {
        report_.emplace(session_);
        report_version_ = session_.version();
        is_report_made_ = false;
    }
    const double until = clock_() + enough_ms;
    while (!is_report_made_ && clock_() <= until) is_report_made_ = !report_->step();
    return !is_report_made_;
}

std::string PageApp::report_steps(const std::string& date) {
    while (prepare_report()) {
    }
    const Elements made = std::move(*report_).take(date, link_has_address() ? link() : "");
    report_.reset();
    return difference_json({}, made);
}

void PageApp::begin_draws_table() {
    const std::vector<TracedFigure>& way = session_.look().trace.way;
    if (way.empty()) return;
    const Document& document = session_.document();
    const std::vector<CellPlace> cells = traced_cells(session_, way.back());
    if (cells.empty()) return;
    Result<TraceCsv> draws = TraceCsv::of(document, session_.model(), cells,
                                          static_cast<std::size_t>(document.simulation.draws));
    if (draws)
        draws_ = *std::move(draws);
    else
        notice_.text = as_sentence(draws.error().message);
}

// The same of the table of draws.
bool PageApp::write_draws(double until) {
    while (draws_->step())
        if (clock_() >= until) return true;
    draws_table_ = std::move(*draws_).take();
    draws_.reset();
    commands_.push_back(Command::SaveDraws);
    return false;
}

std::string PageApp::page(const PageParts& parts) const {
    const Result<std::string> page = decision_page(parts, session_.document(), session_.reference(),
                                                   same_builtin(session_.document()));
    return page ? *page : std::string();
}

std::string PageApp::saved_page(const PageParts& parts) {
    if (!saving_ || !is_saved_) return "";
    Result<std::string> html = std::move(*saving_).take(parts);
    assert(html);  // the session has opened it
    saving_.reset();
    return *std::move(html);
}

std::string PageApp::file_name() const {
    const std::string& id = session_.document().id;
    return (id.empty() ? "decision" : id) + ".html";
}

std::string PageApp::draws_table_name() const {
    const std::vector<TracedFigure>& way = session_.look().trace.way;
    if (way.empty()) return "draws.csv";
    const TracedFigure& of = way.back();
    return (of.row.empty() ? "score" : of.row) + (of.option.empty() ? "" : "_" + of.option) +
           ".csv";
}

}  // namespace fulcrum
