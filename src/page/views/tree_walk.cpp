// The tree for the eye and, as text, for the ear.
#include "chart/tree_chart.h"
#include "page/views/tree_nodes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fulcrum {

using namespace parts;

namespace {

constexpr std::size_t most_drawn = 60;
constexpr std::size_t most_walked = 400;  // nodes
constexpr std::size_t most_nested = 3;    // Details in Details

Shape shape_of(NodeKind kind) {
    if (kind == NodeKind::Decision) return Shape::Square;
    if (kind == NodeKind::Chance) return Shape::Disc;
    return kind == NodeKind::Question ? Shape::Diamond : Shape::Triangle;
}

TreeChartNode chart_node(const TreeNodes& nodes, std::size_t n) {
    TreeChartNode made{
        .shape = nodes.is_end(n) ? Shape::Triangle : shape_of(nodes.tree().nodes[n].kind),
        .text = nodes.text(n),
        .value = nodes.is_end(n) ? nodes.outlook(n) : "",
        .option = nodes.is_end(n) ? nodes.option(n) : -1,
        .strong = nodes.is_strong(n),
        .note = "",
        .branches = {}};
    made.note = nodes.is_end(n) ? made.text + (made.value.empty() ? "" : ": " + made.value)
                                : words().tree.node(nodes.sentence(n));
    return made;
}

class Walk {
  public:
    Walk(const Session& session, const TreeNodes& nodes)
        : session_(session), nodes_(nodes), is_met_(nodes.tree().nodes.size()) {}

    void run(Blocks& blocks) {
        meet(nodes_.root());
        blocks.push_back(paragraph(words().tree.node(nodes_.sentence(nodes_.root()))));
        add_branches(blocks, nodes_.root(), 0);
        std::size_t next = 0;
        while (next < parts_.size()) {  // more come while it runs
            const std::size_t n = parts_[next++];
            Details part = folded(n, words().tree.node(nodes_.sentence(n)), false);
            add_branches(part.blocks, n, 1);
            blocks.push_back({std::move(part)});
        }
        const std::size_t left =
            nodes_.from_leaves().size() -
            static_cast<std::size_t>(std::count(is_met_.begin(), is_met_.end(), true));
        if (left > 0) blocks.push_back(paragraph(words().tree.not_shown(left)));
    }

  private:
    void meet(std::size_t n) {
        is_met_[n] = true;
        ++met_;
    }

    Details folded(std::size_t n, std::string title, bool open) const {
        return details(session_, "tree/" + nodes_.tree().nodes[n].id, std::move(title), open);
    }

    Prose end(TreeWords::Step step, std::size_t n) const {
        step.worth.clear();  // it is said of the end
        const int option = nodes_.option(n);
        const bool is_unnamed = option >= 0 && nodes_.tree().nodes[n].text.empty();
        if (!is_unnamed) step.to = nodes_.text(n);
        std::string said = words().tree.step(step);
        const std::string outlook = nodes_.outlook(n);
        if (option < 0) return prose(said + (outlook.empty() ? "" : " – " + outlook));
        const NamedOption named =
            named_options(session_.document())[static_cast<std::size_t>(option)];
        Prose entry = prose(said + " – ");
        for (Run& run : inked(words().tree.option_end(named, outlook, nodes_.is_leader(n))))
            entry.push_back(std::move(run));
        return entry;
    }

    // What is above it has no worth that could be asked, and be followed to this one.
    void add_worth(Blocks& blocks, std::size_t n) const {
        if (const auto asked = worth_of(nodes_, n))
            blocks.push_back(askable(paragraph(words().tree.node(nodes_.sentence(n))), *asked));
    }

    // What the branch from `from` leads to, with all that follows.
    Details going_on(std::size_t from, std::size_t n, std::string title, std::size_t depth) {
        Details part = folded(n, std::move(title), depth < 2);
        if (!nodes_.has_worth(from)) add_worth(part.blocks, n);
        add_branches(part.blocks, n, depth + 1);
        return part;
    }

    // Its branches: those to ends first, then what goes on.
    void add_branches(Blocks& blocks, std::size_t n, std::size_t depth) {
        List ends;
        Blocks below;
        for (std::size_t b = 0; b < nodes_.tree().nodes[n].branches.size(); ++b) {
            const std::size_t to = nodes_.to(n, b);
            TreeWords::Step step = nodes_.step(n, b);
            const bool is_new = !is_met_[to] && met_ < most_walked;
            if (!is_new && !is_met_[to]) continue;  // there are too many
            if (is_new) meet(to);
            if (nodes_.is_end(to)) {
                ends.entries.push_back(end(step, to));
            } else if (is_new && depth < most_nested) {
                step.to = nodes_.text(to);
                below.push_back({going_on(n, to, words().tree.step(step), depth)});
            } else {
                step.to = is_new ? words().tree.goes_on(nodes_.text(to))
                                 : words().tree.as_before(nodes_.text(to));
                ends.entries.push_back(prose(words().tree.step(step)));
                if (is_new) parts_.push_back(to);
            }
        }
        if (!ends.entries.empty()) blocks.push_back({std::move(ends)});
        std::move(below.begin(), below.end(), std::back_inserter(blocks));
    }

    const Session& session_;
    const TreeNodes& nodes_;
    std::vector<bool> is_met_;  // [node]
    std::size_t met_ = 0;
    std::vector<std::size_t> parts_;
};

}  // namespace

TreeChart tree_chart(const TreeNodes& nodes) {
    TreeChart chart{.nodes = {chart_node(nodes, nodes.root())}};
    std::vector<std::size_t> drawn{nodes.root()};  // [node of the chart] of the tree
    for (std::size_t k = 0; k < drawn.size(); ++k) {
        const std::size_t n = drawn[k];
        const auto& branches = nodes.tree().nodes[n].branches;
        if (branches.empty()) continue;
        const auto here = drawn.begin() + static_cast<std::ptrdiff_t>(k);
        const bool is_again = std::find(drawn.begin(), here, n) != here;
        if (is_again || drawn.size() + branches.size() > most_drawn) {
            chart.nodes[k].text = is_again ? words().tree.as_before(chart.nodes[k].text)
                                           : chart.nodes[k].text + words().tree.folded;
            continue;
        }
        for (std::size_t b = 0; b < branches.size(); ++b) {
            const std::size_t to = nodes.to(n, b);
            const TreeWords::Step step = nodes.step(n, b);
            chart.nodes[k].branches.push_back({.to = drawn.size(),
                                               .label = step.label,
                                               .figures = words().tree.figures(step),
                                               .strong = nodes.is_strong(n, b),
                                               .note = words().tree.step(step)});
            const bool is_strong = chart.nodes[k].branches.back().strong;
            chart.nodes.push_back(chart_node(nodes, to));
            chart.nodes.back().strong = is_strong;  // of several ways to a node one may be best
            drawn.push_back(to);
        }
    }
    return chart;
}

void add_walk(Blocks& blocks, const Session& session, const TreeNodes& nodes) {
    Walk(session, nodes).run(blocks);
}

}  // namespace fulcrum
