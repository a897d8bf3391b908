// The tree: as a picture, what it is worth, and as text that can be walked.
#include "model/tree.h"

#include "model/find.h"
#include "page/page.h"
#include "page/parts.h"
#include "page/views/tree_nodes.h"

#include <algorithm>
#include <set>

namespace fulcrum {

using namespace parts;

namespace {

// The picture's sentence: what the tree is worth, and what to do first.
std::string worth(const TreeNodes& nodes) {
    const TreeWords::Node root = nodes.sentence(nodes.root());
    if (nodes.rolled() == nullptr || root.kind == TreeWords::Kind::Question)
        return words().tree.questions;
    if (const auto* why = std::get_if<Undefined>(&nodes.rolled()->expected_value))
        return words().figures.undefined_because(why->reason);
    return words().tree.worth(root.worth, root.choice);
}

void add_figure(Page& page, const TreeNodes& nodes) {
    Figure figure{.key = "tree/figure",
                  .sentence = caption(prose(worth(nodes)), worth_of(nodes, nodes.root())),
                  .description = nodes.rolled() == nullptr ? words().tree.description_questions
                                                           : words().tree.description,
                  .aspect = 0.4,
                  .min_height = 80,
                  .max_height = 4000,  // as many rows as there are
                  .draw = nullptr};
    figure.draw = [chart = tree_chart(nodes)](Size size) { return draw_tree(chart, size); };
    page.blocks.push_back({std::move(figure)});
}

void add_information(Page& page, const TreeNodes& nodes) {
    if (nodes.rolled() == nullptr) return;
    const RollBack& rolled = *nodes.rolled();
    if (const auto* evpi = std::get_if<double>(&rolled.evpi)) {
        Paragraph said{.text = prose(words().tree.information(nodes.amount(*evpi)))};
        said.inquiry.figure = {.node = nodes.tree().nodes[nodes.root()].id, .is_information = true};
        page.blocks.push_back({std::move(said)});
    } else if (std::holds_alternative<double>(rolled.expected_value))
        page.blocks.push_back(
            paragraph(words().tree.no_information(std::get_if<Undefined>(&rolled.evpi)->reason),
                      Weight::Small, Role::Quiet));
    page.blocks.push_back(paragraph(words().tree.draws(rolled.draws), Weight::Small, Role::Quiet));
}

// Do the ends agree with the verdict?
void add_agreement(Page& page, const Session& session, const TreeNodes& nodes) {
    const auto& leader = session.results().lead.leader;
    std::size_t ends = 0, agreeing = 0;
    for (const std::size_t n : nodes.from_leaves()) {
        if (!nodes.is_end(n) || nodes.option(n) < 0) continue;
        ++ends;
        if (nodes.is_leader(n)) ++agreeing;
    }
    if (leader && ends > 0)
        page.blocks.push_back(paragraph(
            words().tree.agreement(named_options(session.document())[*leader], agreeing, ends)));
}

// Values that do not exist below a root that has none to begin with, each reason once.
void add_reasons(Page& page, const TreeNodes& nodes) {
    if (nodes.rolled() == nullptr) return;
    std::set<std::string> said;
    for (const std::size_t n : nodes.from_leaves()) {
        const auto* why = std::get_if<Undefined>(&nodes.rolled()->nodes[n].value);
        const bool is_question = nodes.sentence(n).kind == TreeWords::Kind::Question;
        if (why == nullptr || (is_question && !nodes.is_end(n))) continue;
        if (said.insert(why->reason).second)
            page.blocks.push_back(paragraph(words().figures.undefined_because(why->reason),
                                            Weight::Small, Role::Quiet));
    }
}

}  // namespace

std::vector<std::size_t> tree_rows(const Document& document) {
    const auto objective = row_index(document, document.objective);
    if (document.tree.nodes.empty() || !objective) return {};
    return {*objective};
}

Page tree_view(const Session& session) {
    Page page{.id = "tree", .title = words().views.tree, .blocks = {}};
    if (nodes_from_leaves(session.document().tree).empty()) {
        page.blocks.push_back(paragraph(words().tree.nothing));
        return page;
    }
    const TreeNodes nodes(session);
    add_figure(page, nodes);
    add_information(page, nodes);
    add_agreement(page, session, nodes);
    add_reasons(page, nodes);
    page.blocks.push_back(heading(2, words().tree.walk));
    add_walk(page.blocks, session, nodes);
    return page;
}

}  // namespace fulcrum
