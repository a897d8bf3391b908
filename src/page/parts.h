// What pages are put together from: options and figures as prose, cells, chart inputs.
#pragma once

#include "chart/chart.h"
#include "page/page.h"
#include "words/words.h"

#include <span>
#include <string>
#include <vector>

namespace fulcrum::parts {

std::vector<NamedOption> named_options(const Document& document);

Prose inked(const Sentence& sentence);
Prose option_title(const NamedOption& option);  // "C · Full roadmap" in its ink
Run quiet(std::string text);

// "Price" or "Weeks @ B", the id where there is no such assumption.
std::string assumption_name(const Document& document, const std::string& id);

// What the range of an assumption means, and who says its value.
RangeMeaning meaning(const Assumption& assumption, std::string_view unit);
Voice voice(Basis basis);

Block heading(int level, std::string text);
// The page's blocks from there on show a study: quietly, while it is of an earlier document.
void mark_busy(Page& page, std::size_t from, const Session& session, StudyKind kind);

Block paragraph(std::string text, Weight weight = Weight::Body, Role role = Role::Text);
Block paragraph(const Sentence& sentence, Weight weight = Weight::Body);
// It can be asked where its figures come from.
Block askable(Block paragraph, TracedFigure figure);

// nullptr: the option has no such value, or it has not been computed.
const Outcome* outcome(const Results& results, std::size_t row, std::size_t option,
                       std::size_t month = 0);
const Statistics* statistics(const Outcome* outcome);         // nullptr when undefined
std::size_t months(const Results& results, std::size_t row);  // last month, 0 = no series

// Difference of the means since the grab, as text: "+12K"; "" while nothing is held.
std::string mean_change(const Session& session, std::size_t row, std::size_t option);
std::string middle_change(const Session& session, std::size_t row, std::size_t option,
                          std::size_t month);

// The middle of the draws, nine in ten beside it when they differ; the note has all of it.
TableCell spread_cell(const Session& session, std::size_t row, std::size_t option,
                      std::size_t month = 0);
TableCell text_cell(std::string text, std::string note = "");
// What options are compared by, of all of them: where the figures of analyses come from.
TracedFigure compared_by(const Session& session);
TracedFigure compared_by(const Session& session, std::size_t option);  // of one
// Any row's cell: a word, prose or a spread, with the document's own wording beside it.
TableCell row_cell(const Session& session, std::size_t row, std::size_t option);
TableCell row_title(const Row& row);

// First column for names, then one per option.
std::vector<TableColumn> option_columns(const Document& document, const std::string& first,
                                        Align align = Align::Left);
// One line per row.
Table rows_table(const Session& session, std::string key, std::span<const std::size_t> rows);

// Why values of these rows do not exist, each reason once; empty when all do.
Blocks undefined_reasons(const Session& session, std::span<const std::size_t> rows);

// Claims that state a single figure of the row and option (at a month of a series).
std::vector<const Claim*> claims_of(const Document& document, const Row& row, std::size_t option);
std::string claim_note(const Document& document, const Claim& claim);

// The lines of a chart over these rows, with what the document states.
ChartInput chart_input(const Session& session, std::span<const std::size_t> rows);
// What a figure says in words; "figure" is where that comes from.
Paragraph caption(Prose text, std::optional<TracedFigure> figure = {});
Figure figure_of(std::string_view chart, std::string key, ChartInput input);

// Options beside their middles (at a month), best first by the row's direction; undefined ones
// last.
std::vector<OptionFigure> by_middle(const Session& session, std::size_t row, std::size_t month = 0);

// Rows of a topic, in document order.
std::vector<std::size_t> rows_of_topic(const Document& document, const std::string& topic);
// Topics whose rows belong to a view, in document order.
std::vector<const Topic*> topics_of_view(const Document& document, std::string_view view);

// A list that folds; the look remembers whether it is open.
Details details(const Session& session, const std::string& key, std::string title, bool open);

}  // namespace fulcrum::parts
