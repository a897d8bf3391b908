// A node of the tree: what each of its branches is worth, and how they make its own worth.
#include "model/find.h"
#include "model/tree.h"
#include "page/parts.h"
#include "page/trace_answer.h"
#include "page/views/tree_nodes.h"

namespace fulcrum {

using namespace parts;

namespace {

std::string formula_note(const std::optional<Amount>& amount) {
    const Formula* formula = amount ? std::get_if<Formula>(&*amount) : nullptr;
    return formula == nullptr ? "" : words().trace.formula + formula->text;
}

// An end that is an option is worth what the option is; one of neither option nor payoff, nothing.
std::optional<TracedFigure> asked_of(const Session& session, const TreeNodes& nodes,
                                     std::size_t node) {
    const Document& document = session.document();
    const TreeNode& own = nodes.tree().nodes[node];
    if (!nodes.has_worth(node)) return std::nullopt;
    if (!nodes.is_end(node) || own.payoff) return TracedFigure{.node = own.id};
    const Row* objective = find_row(document, document.objective);
    if (own.option.empty() || objective == nullptr) return std::nullopt;
    return TracedFigure{
        .row = objective->id, .option = own.option, .month = last_month(*objective)};
}

TableColumn figures_column(const std::string& title) {
    return {.title = prose(title), .align = Align::Right, .share = 0.5};
}

Block branches(const Session& session, const TreeNodes& nodes, std::size_t node) {
    const TreeWords& text = words().tree;
    const TreeNode& own = nodes.tree().nodes[node];
    const bool is_chance = own.kind == NodeKind::Chance;
    Table table{.key = std::string(feeds_key), .caption = words().trace.feeds};
    table.columns = {{.title = prose(words().trace.name), .share = 1.4, .min_width = 120}};
    if (is_chance) table.columns.push_back(figures_column(text.likely));
    table.columns.push_back(figures_column(text.cost));
    table.columns.push_back(figures_column(text.leads_to));
    for (std::size_t b = 0; b < own.branches.size(); ++b) {
        const Branch& branch = own.branches[b];
        const TreeWords::Step step = nodes.step(node, b);
        const std::size_t to = nodes.to(node, b);
        TableRow row{.key = table.key + "/" + std::to_string(b), .total = step.best};
        row.cells = {text_cell(branch.label.empty() ? nodes.text(to) : branch.label)};
        if (is_chance)
            row.cells.push_back(text_cell(step.probability, formula_note(branch.probability)));
        row.cells.push_back(text_cell(step.cost, formula_note(branch.cost)));
        row.cells.push_back(
            text_cell(nodes.has_worth(to) ? nodes.worth(to) : words().figures.undefined));
        row.cells.back().inquiry.figure = asked_of(session, nodes, to);
        table.rows.push_back(std::move(row));
    }
    return {std::move(table)};
}

std::optional<TraceAnswer> information_answer(const Session& session, const TreeNodes& nodes) {
    if (nodes.rolled() == nullptr) return std::nullopt;
    const auto* worth = std::get_if<double>(&nodes.rolled()->expected_value);
    const auto* evpi = std::get_if<double>(&nodes.rolled()->evpi);
    if (worth == nullptr || evpi == nullptr) return std::nullopt;
    const TreeWords& text = words().tree;
    return TraceAnswer{
        .title = prose(text.information_title),
        .said = {paragraph(text.of_information(nodes.amount(*worth + *evpi), nodes.amount(*worth),
                                               nodes.amount(*evpi)))},
        .feeds = {branches(session, nodes, nodes.root())}};
}

}  // namespace

std::optional<TraceAnswer> node_answer(const Session& session, const TracedFigure& asked) {
    const Tree& tree = session.document().tree;
    const auto indices = node_indices(tree);
    const auto found = indices.find(asked.node);
    if (found == indices.end() || nodes_from_leaves(tree).empty()) return std::nullopt;
    const TreeNodes nodes(session);
    if (asked.is_information) return information_answer(session, nodes);
    const std::size_t node = found->second;
    if (!nodes.has_worth(node)) return std::nullopt;
    TraceAnswer answer{.title = prose(nodes.text(node))};
    if (nodes.is_end(node)) {
        const std::string formula = formula_note(tree.nodes[node].payoff);
        answer.said = {paragraph(formula.empty() ? words().trace.number : formula),
                       paragraph(words().tree.payoff(nodes.worth(node)))};
        return answer;
    }
    answer.said = {paragraph(words().tree.node(nodes.sentence(node))),
                   paragraph(tree.nodes[node].kind == NodeKind::Chance ? words().tree.of_chance
                                                                       : words().tree.of_decision)};
    answer.feeds = {branches(session, nodes, node)};
    return answer;
}

}  // namespace fulcrum
