// What was asked about a figure, below the table or the sentence that it stands in. Views only say
// which figure a cell or a sentence shows.
#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"
#include "page/trace_answer.h"

#include <algorithm>
#include <iterator>

namespace fulcrum {

using namespace parts;

namespace {

Button button(std::string_view key, const std::string& label, const std::string& note,
              Action action) {
    return {.key = std::string(key), .label = label, .note = note, .action = std::move(action)};
}

ButtonRow buttons_of(const ShowTrace& shown, bool has_draws) {
    const TraceWords& text = words().trace;
    ButtonRow row;
    if (shown.way.size() > 1) {
        ShowTrace before = shown;
        before.way.pop_back();
        row.buttons.push_back(
            button("trace/back", text.back, text.back_note, LookChange{std::move(before)}));
    }
    if (has_draws)
        row.buttons.push_back(button("trace/save", text.save, text.save_note, Command::SaveDraws));
    row.buttons.push_back(
        button(trace_close_key, text.close, text.close_note, LookChange{ShowTrace{}}));
    return row;
}

std::optional<TraceAnswer> answer_of(const Session& session, const TracedFigure& figure) {
    return !figure.node.empty()    ? node_answer(session, figure)
           : figure.option.empty() ? comparison_answer(session, figure)
           : figure.row.empty()    ? score_answer(session, figure)
                                   : row_answer(session, figure);
}

// Of the one that the look names.
std::optional<TraceAnswer> shown_answer(const Session& session) {
    const std::vector<TracedFigure>& way = session.look().trace.way;
    return way.empty() ? std::nullopt : answer_of(session, way.back());
}

constexpr std::string_view verdict_id = "verdict";

class Inquiries {
  public:
    Inquiries(const Session& session, Page& page)
        : page_(page), shown_(session.look().trace), is_open_(!shown_.way.empty()) {
        if (!is_open_ || page.id == verdict_id) return;
        if (const std::optional<TraceAnswer> found = shown_answer(session))
            answer_ = blocks_of(session, *found);
        is_open_ = !answer_.empty();
    }

    // Makes figures askable, and gives the answer where one is asked about.
    //
    // level   of the heading that the blocks stand below
    void ask_in(Blocks& blocks, int level) {
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            auto& form = blocks[b].form;
            if (const auto* heading = std::get_if<Heading>(&form)) level = heading->level;
            if (auto* details = std::get_if<Details>(&form)) ask_in(details->blocks, level + 1);
            if (auto* columns = std::get_if<Columns>(&form))
                for (Blocks& column : columns->columns) ask_in(column, level);
            if (is_asked_in(form) && page_.id != verdict_id) b += answer(blocks, b + 1, level + 1);
        }
    }

    // The verdict stands where there is no room for an answer: a view begins with it.
    void answer_verdict_in(Blocks& blocks) {
        if (is_open_ && shown_.key.starts_with(verdict_id)) answer(blocks, 0, 2);
    }

  private:
    // returns whether one of its figures is asked about
    bool is_asked_in(decltype(Block::form)& form) {
        auto* figure = std::get_if<Figure>(&form);
        auto* paragraph = figure ? &figure->sentence : std::get_if<Paragraph>(&form);
        if (paragraph != nullptr) {
            Inquiry& inquiry = paragraph->inquiry;
            if (!inquiry.figure || paragraph->text.empty()) return false;
            inquiry.label = words().trace.where_from;
            return ask(inquiry, page_.id + "/from/" + std::to_string(paragraphs_++));
        }
        auto* table = std::get_if<Table>(&form);
        bool found = false;
        if (table != nullptr)
            each_cell(*table, [&](Inquiry& inquiry, const TableRow& row, std::size_t column) {
                const std::string& option = inquiry.figure->option;
                found |= ask(inquiry,
                             row.key + "/" + (option.empty() ? std::to_string(column) : option));
            });
        return found;
    }

    template <class Do>
    static void each_cell(Table& table, Do act) {
        for (TableRow& row : table.rows)
            for (std::size_t c = 0; c < row.cells.size(); ++c)
                if (row.cells[c].inquiry.figure && !row.cells[c].text.empty())
                    act(row.cells[c].inquiry, row, c);
    }

    bool ask(Inquiry& inquiry, std::string key) {
        inquiry.is_open = is_open_ && key == shown_.key;
        page_.asked.push_back(
            {key, LookChange{inquiry.is_open ? ShowTrace{} : ShowTrace{key, {*inquiry.figure}}}});
        inquiry.key = std::move(key);
        return inquiry.is_open;
    }

    // A figure that the answer is worked out from is asked in its turn: one step further.
    void ask_further(Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* details = std::get_if<Details>(&block.form)) ask_further(details->blocks);
            auto* table = std::get_if<Table>(&block.form);
            if (table == nullptr) continue;
            each_cell(*table, [&](Inquiry& inquiry, const TableRow& row, std::size_t) {
                ShowTrace next = shown_;
                next.way.push_back(*inquiry.figure);
                page_.asked.push_back({row.key, LookChange{std::move(next)}});
                inquiry.key = row.key;
            });
        }
    }

    Blocks blocks_of(const Session& session, const TraceAnswer& answer) {
        Blocks blocks = {{Heading{3, answer.title}}};
        const auto add = [&](const Blocks& more) {
            blocks.insert(blocks.end(), more.begin(), more.end());
        };
        add(answer.said);
        blocks.push_back({buttons_of(shown_, !answer.cells.empty())});
        add(answer.feeds);
        if (answer.trace && answer.trace->figure.formula)
            blocks.push_back({rests_on(session, *answer.trace, false)});
        ask_further(blocks);
        return blocks;
    }

    // returns of how many blocks it is
    std::size_t answer(Blocks& blocks, std::size_t at, int level) {
        std::get<Heading>(answer_.front().form).level = std::min(level, 3);
        blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at), answer_.begin(),
                      answer_.end());
        return answer_.size();
    }

    Page& page_;
    const ShowTrace& shown_;
    bool is_open_;   // is anything asked about?
    Blocks answer_;  // where it stands in this page
    std::size_t paragraphs_ = 0;
};

}  // namespace

std::vector<CellPlace> traced_cells(const Session& session, const TracedFigure& figure) {
    const std::optional<TraceAnswer> answer = answer_of(session, figure);
    return answer ? answer->cells : std::vector<CellPlace>{};
}

Page page_of(const View& view, const Session& session) {
    Page page = view.page(session);
    Inquiries inquiries(session, page);
    inquiries.ask_in(page.blocks, 1);
    inquiries.answer_verdict_in(page.blocks);
    return page;
}

Page asked_verdict(const Session& session) {
    Page page = verdict(session);
    Inquiries(session, page).ask_in(page.blocks, 1);
    return page;
}

Shown shown_by(const View& view, const Session& session) {
    Shown shown{view.rows(session.document()), view.studies, view.shows_tree};
    const std::optional<TraceAnswer> answer = shown_answer(session);
    if (!answer) return shown;
    std::vector<std::size_t>& rows = shown.rows;
    const auto add = [&](std::size_t row) {
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    };
    for (const CellPlace& cell : answer->cells) add(cell.row);
    if (answer->trace)
        for (const TraceEntry& feed : answer->trace->feeds)
            if (feed.kind != TraceEntry::Kind::Assumption) add(feed.cell.row);
    return shown;
}

std::optional<Page> trace_page(const Session& session, const TracedFigure& figure) {
    std::optional<TraceAnswer> answer = answer_of(session, figure);
    if (!answer) return std::nullopt;
    Page page{.id = "trace", .title = plain(answer->title), .blocks = std::move(answer->said)};
    for (Block& block : answer->feeds) page.blocks.push_back(std::move(block));
    if (answer->trace && answer->trace->figure.formula)
        page.blocks.push_back({rests_on(session, *answer->trace, true)});
    return page;
}

}  // namespace fulcrum
