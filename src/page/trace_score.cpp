// The score of one option: every criterion's level, its value on the scale, its weight.
#include "base/figure.h"
#include "model/find.h"
#include "page/parts.h"
#include "page/trace_answer.h"

#include <cmath>

namespace fulcrum {

using namespace parts;

namespace {

constexpr double full_score = 100;

std::string on_scale(double value) {
    return std::isnan(value) ? words().figures.undefined : bare_figure(full_score * value, "");
}

// What the criterion takes of the option.
TableCell level(const Session& session, const CellPlace& place) {
    const Document& document = session.document();
    const std::optional<Trace> found = trace(document, session.model(), place);
    if (!found) return text_cell(words().figures.absent);
    TableCell cell = text_cell(traced_value(found->figure.value, found->figure));
    cell.inquiry.figure = {document.rows[place.row].id, document.options[place.option].id,
                           place.month};
    return cell;
}

class Terms {
  public:
    Terms(const Session& session, std::size_t option) : session_(session), option_(option) {
        const TraceWords& text = words().trace;
        table_ = {.key = std::string(feeds_key), .caption = text.feeds};
        table_.columns = {{.title = prose(text.name), .share = 1.4, .min_width = 120}};
        for (const std::string& title :
             {text.value, text.of_100, words().compare.weight, text.points})
            table_.columns.push_back({.title = prose(title), .align = Align::Right, .share = 0.5});
    }

    void add(std::size_t c) {
        const Document& document = session_.document();
        const ScoreResult& score = *session_.results().score;
        const std::string& id = document.scoring.criteria[c].row;
        const auto row = row_index(document, id);
        if (!row || c >= score.weight.size()) return;
        const CellPlace place{*row, option_, last_month(document.rows[*row])};
        const std::string key = table_.key + "/" + id;
        const double value = score.base_value[c][option_];
        table_.rows.push_back(
            {.key = key,
             .cells = {row_title(document.rows[*row]), level(session_, place),
                       text_cell(on_scale(value)), text_cell(share(score.weight[c])),
                       text_cell(on_scale(score.weight[c] * value))}});
        if (table_.rows.back().cells[1].inquiry.figure) cells_.push_back(place);
    }

    void add_total() {
        const double* base = std::get_if<double>(&session_.results().score->score[option_].base);
        table_.rows.push_back(
            {.key = table_.key + "/total",
             .cells = {text_cell(words().compare.score),
                       {},
                       {},
                       text_cell(share(1)),
                       text_cell(base ? bare_figure(*base, "") : words().figures.undefined)},
             .total = true});
    }

    std::vector<CellPlace> cells() const { return cells_; }
    Block take() { return {std::move(table_)}; }

  private:
    const Session& session_;
    std::size_t option_;
    Table table_;
    std::vector<CellPlace> cells_;
};

}  // namespace

std::optional<TraceAnswer> score_answer(const Session& session, const TracedFigure& asked) {
    const Document& document = session.document();
    const std::optional<ScoreResult>& score = session.results().score;
    const auto option = option_index(document, asked.option);
    if (!score || !option) return std::nullopt;
    TraceAnswer answer{.title = prose(words().compare.score + " · ")};
    for (Run& run : option_title(named_options(document)[*option]))
        answer.title.push_back(std::move(run));
    answer.said = {paragraph(words().trace.weighted)};
    if (const Statistics* at = statistics(&score->score[*option])) {
        const double* base = std::get_if<double>(&score->score[*option].base);
        answer.said.push_back(paragraph(words().trace.figures(
            {.base = base ? words().verdict.score(*base) : words().figures.undefined,
             .mean = words().verdict.score(at->mean),
             .middle = words().verdict.score(at->p50),
             .draws = session.results().draws,
             .formula = false})));
    }
    Terms terms(session, *option);
    for (std::size_t c = 0; c < document.scoring.criteria.size(); ++c) terms.add(c);
    terms.add_total();
    answer.cells = terms.cells();
    answer.feeds = {terms.take()};
    return answer;
}

}  // namespace fulcrum
