#include "page/views/option_prose.h"

#include "model/find.h"
#include "page/parts.h"

#include <algorithm>

namespace fulcrum {
namespace {

using namespace parts;

List list_of(const std::vector<std::string>& texts, std::string mark = "") {
    List list{.entries = {}, .numbered = false, .mark = std::move(mark)};
    for (const std::string& text : texts) list.entries.push_back(prose(text));
    return list;
}

// One column per option that has something to say, under its name.
template <class BlocksOf>
void section(Blocks& blocks, const Document& document, const std::string& title,
             BlocksOf blocks_of) {
    Columns columns{.min_width = 240, .columns = {}};
    for (const NamedOption& option : named_options(document)) {
        Blocks said = blocks_of(document.options[static_cast<std::size_t>(option.index)]);
        if (said.empty()) continue;
        said.insert(said.begin(), Block{Heading{.level = 3, .text = option_title(option)}});
        columns.columns.push_back(std::move(said));
    }
    if (columns.columns.empty()) return;
    blocks.push_back(heading(2, title));
    blocks.push_back({std::move(columns)});
}

Blocks texts(const std::vector<std::string>& entries, const std::string& mark = "") {
    return entries.empty() ? Blocks{} : Blocks{{list_of(entries, mark)}};
}

Blocks fixes(const Option& option) {
    std::vector<std::string> entries;
    for (const Fix& fix : option.fixes)
        entries.push_back(words().compare.fix(fix.text, fix.when, fix.deferred));
    return texts(entries);
}

Blocks stance(const Option& option) {
    Blocks blocks;
    if (!option.stance.empty())
        blocks.push_back(
            {Paragraph{.text = {Run{.text = option.stance, .ink = {}, .bold = true}}}});
    if (!option.stance_note.empty()) blocks.push_back(paragraph(option.stance_note));
    if (!option.risk_note.empty())
        blocks.push_back(paragraph(words().compare.reason(
            words().compare.risk_level + " " + option.risk_level, option.risk_note)));
    return blocks;
}

Blocks conditions(const Option& option) {
    Blocks blocks = texts(option.choose_if);
    if (!option.choose_if_note.empty())
        blocks.push_back(paragraph(option.choose_if_note, Weight::Small, Role::Quiet));
    return blocks;
}

Blocks actions(const Option& option) {
    Blocks blocks;
    for (const ActionList& list : option.actions) {
        if (!list.when.empty())
            blocks.push_back(
                {Paragraph{.text = {Run{.text = list.when, .ink = {}, .bold = true}}}});
        if (!list.steps.empty()) blocks.push_back({list_of(list.steps)});
    }
    return blocks;
}

void add_outcomes(Blocks& blocks, const Document& document) {
    std::string horizon;
    for (const Option& option : document.options)
        if (horizon.empty()) horizon = option.outcomes_horizon;
    section(blocks, document, words().compare.outcomes(horizon),
            [](const Option& option) { return texts(option.outcomes); });
}

void add_quotes(Blocks& blocks, const Document& document) {
    Table table{.key = "compare/quotes",
                .caption = "",
                .columns = option_columns(document, ""),
                .rows = {}};
    for (const Stakeholder& stakeholder : document.stakeholders) {
        if (stakeholder.quotes.empty()) continue;
        TableRow row{.key = table.key + "/" + stakeholder.id,
                     .cells = {{.text = prose(stakeholder.name)}}};
        for (const Option& option : document.options)
            row.cells.push_back(
                {.text = prose(std::string(find_text(stakeholder.quotes, option.id)))});
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return;
    blocks.push_back(heading(2, words().compare.quotes));
    blocks.push_back({std::move(table)});
}

void add_alternative(Blocks& blocks, const Alternative& alternative) {
    if (!alternative.title.empty()) blocks.push_back(heading(3, alternative.title));
    if (!alternative.text.empty()) blocks.push_back(paragraph(alternative.text));
    if (!alternative.conditions_title.empty())
        blocks.push_back(paragraph(alternative.conditions_title));
    if (!alternative.conditions.empty()) blocks.push_back({list_of(alternative.conditions)});
}

void add_recommendation(Blocks& blocks, const Session& session) {
    const Recommendation& said = session.document().recommendation;
    Details details =
        parts::details(session, "compare/recommendation", words().compare.recommendation, false);
    if (!said.title.empty()) details.blocks.push_back(heading(3, said.title));
    List rationale{.entries = {}, .numbered = true, .mark = ""};
    for (const Reason& reason : said.rationale)
        rationale.entries.push_back(prose(words().compare.reason(reason.title, reason.text)));
    if (!rationale.entries.empty()) details.blocks.push_back({std::move(rationale)});
    for (const Alternative& alternative : said.alternatives)
        add_alternative(details.blocks, alternative);
    for (const std::string& conclusion : said.conclusion)
        details.blocks.push_back(paragraph(conclusion));
    if (!details.blocks.empty()) blocks.push_back({std::move(details)});
}

void add_questions(Blocks& blocks, const Session& session) {
    Details details =
        parts::details(session, "compare/questions", words().compare.questions, false);
    List list{.entries = {}, .numbered = true, .mark = ""};
    for (const Question& question : session.document().questions) {
        Prose entry{Run{.text = question.text, .ink = {}, .bold = true}};
        for (const std::string& more : {question.detail, question.answer})
            if (!more.empty()) entry.push_back(quiet(" " + more));
        list.entries.push_back(std::move(entry));
    }
    if (list.entries.empty()) return;
    details.blocks.push_back({std::move(list)});
    blocks.push_back({std::move(details)});
}

// Where the decision comes from: text, never a link.
void add_sources(Blocks& blocks, const Session& session) {
    const Document& document = session.document();
    Details details = parts::details(session, "compare/sources", words().compare.sources, false);
    for (const std::string& text : {document.source, document.date, document.note})
        if (!text.empty()) details.blocks.push_back(paragraph(text, Weight::Small, Role::Quiet));
    List links;
    for (const Link& link : document.links)
        links.entries.push_back(prose(words().compare.reason(link.title, link.target)));
    if (!links.entries.empty()) details.blocks.push_back({std::move(links)});
    if (!details.blocks.empty()) blocks.push_back({std::move(details)});
}

}  // namespace

Blocks option_prose(const Session& session) {
    const Document& document = session.document();
    const CompareWords& text = words().compare;
    Blocks blocks;
    section(blocks, document, text.in_its_words, stance);
    section(blocks, document, text.fixes, fixes);
    section(blocks, document, text.pros,
            [](const Option& option) { return texts(option.pros, "+"); });
    section(blocks, document, text.cons,
            [](const Option& option) { return texts(option.cons, "−"); });
    add_outcomes(blocks, document);
    section(blocks, document, text.choose_if, conditions);
    add_quotes(blocks, document);
    section(blocks, document, text.actions, actions);
    add_recommendation(blocks, session);
    add_questions(blocks, session);
    add_sources(blocks, session);
    return blocks;
}

}  // namespace fulcrum
