// What is not one figure: scales, trees, and amounts that stand in two rows.
#include "analysis/audit_parts.h"
#include "model/find.h"

#include <algorithm>

namespace fulcrum::auditing {
namespace {

// ---------------------------------------------------------------- direction

// [row][option] at base, the claim's own row last; empty where one is missing.
std::vector<std::vector<double>> levels(const Subject& subject) {
    std::vector<std::string> ids = subject.claim.rows;
    ids.push_back(subject.claim.row);
    std::vector<std::vector<double>> levels;
    for (const std::string& id : ids) {
        const auto row = row_index(subject.document, id);
        auto& own = levels.emplace_back();
        for (std::size_t option = 0; option < subject.document.options.size(); ++option) {
            const auto node = row ? subject.lines.cell(*row, option, 0) : std::nullopt;
            const auto extent = node ? subject.lines.extent(*node, subject.ranges) : std::nullopt;
            if (!extent) return {};
            own.push_back(extent->base);
        }
    }
    return levels;
}

// Wherever two options differ, every other row goes one way and the row the other.
bool points_the_other_way(const std::vector<std::vector<double>>& levels) {
    const std::vector<double>& own = levels.back();
    bool any = false;
    for (std::size_t a = 0; a < own.size(); ++a)
        for (std::size_t b = a + 1; b < own.size(); ++b)
            for (std::size_t row = 0; row + 1 < levels.size(); ++row) {
                const double other = levels[row][a] - levels[row][b];
                if (other * (own[a] - own[b]) > 0) return false;
                any = any || other * (own[a] - own[b]) < 0;
            }
    return any;
}

// ---------------------------------------------------------------- tree

std::optional<std::size_t> node_index(const Tree& tree, const std::string& id) {
    for (std::size_t node = 0; node < tree.nodes.size(); ++node)
        if (tree.nodes[node].id == id) return node;
    return std::nullopt;
}

// Where two ends are the same: the option, else the node itself.
std::string end_of(const TreeNode& node) {
    return node.option.empty() ? node.id : node.option;
}

// The ends that are reached from a node.
void collect_ends(const Tree& tree, std::size_t node, std::vector<bool>& seen,
                  std::vector<std::string>& ends) {
    if (seen[node]) return;
    seen[node] = true;
    if (tree.nodes[node].branches.empty()) ends.push_back(end_of(tree.nodes[node]));
    for (const Branch& branch : tree.nodes[node].branches)
        if (const auto to = node_index(tree, branch.to)) collect_ends(tree, *to, seen, ends);
}

std::vector<std::string> ends_from(const Tree& tree, std::size_t node) {
    std::vector<bool> seen(tree.nodes.size());
    std::vector<std::string> ends;
    collect_ends(tree, node, seen, ends);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

bool is_end(const Tree& tree, std::size_t node) {
    return tree.nodes[node].branches.empty();
}

TreeFault described(const Tree& tree, TreeFault fault) {
    const auto end = [&](std::size_t node) { return is_end(tree, node); };
    const std::string first = end_of(tree.nodes[fault.to.front()]);
    fault.same_option = std::all_of(fault.to.begin(), fault.to.end(), [&](std::size_t node) {
        return end(node) && end_of(tree.nodes[node]) == first;
    });
    for (const std::size_t here : fault.to)
        for (const std::size_t there : fault.to) {
            if (!end(here) || end(there)) continue;
            const std::vector<std::string> ends = ends_from(tree, there);
            fault.unasked = fault.unasked ||
                            std::binary_search(ends.begin(), ends.end(), end_of(tree.nodes[here]));
        }
    return fault;
}

std::vector<TreeFault> faults_of(const Tree& tree) {
    std::vector<TreeFault> faults;
    for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
        std::vector<std::string> seen;
        for (const Branch& branch : tree.nodes[node].branches) {
            if (std::find(seen.begin(), seen.end(), branch.label) != seen.end()) continue;
            seen.push_back(branch.label);
            TreeFault fault{.node = node, .label = branch.label};
            for (const Branch& other : tree.nodes[node].branches)
                if (const auto to = node_index(tree, other.to); to && other.label == branch.label)
                    fault.to.push_back(*to);
            if (fault.to.size() > 1) faults.push_back(described(tree, std::move(fault)));
        }
    }
    return faults;
}

// One branch for each label: the one that asks on where a fault leaves something unasked, the first
// where all end alike. Empty where that is not enough, or leaves an end out.
std::vector<TreeStep> consistent_reading(const Tree& tree, const std::vector<TreeFault>& faults) {
    Tree read = tree;
    for (const TreeFault& fault : faults) {
        const auto asks = std::find_if(fault.to.begin(), fault.to.end(),
                                       [&](std::size_t to) { return !is_end(tree, to); });
        if (!fault.same_option && !(fault.unasked && asks != fault.to.end())) return {};
        const std::string& kept = tree.nodes[fault.same_option ? fault.to.front() : *asks].id;
        std::erase_if(read.nodes[fault.node].branches, [&](const Branch& branch) {
            return branch.label == fault.label && branch.to != kept;
        });
    }
    const auto root = node_index(tree, tree.root);
    if (!root || ends_from(tree, *root) != ends_from(read, *root)) return {};
    std::vector<TreeStep> steps;
    for (std::size_t node = 0; node < read.nodes.size(); ++node)
        for (const Branch& branch : read.nodes[node].branches)
            if (const auto to = node_index(read, branch.to))
                steps.push_back({node, branch.label, *to});
    return steps;
}

// ---------------------------------------------------------------- overlap

// The claim's option alone where it has a value, else all.
std::vector<std::uint32_t> inputs_of_row(const Subject& subject, std::size_t row) {
    const Document& document = subject.document;
    const auto last = static_cast<std::size_t>(document.rows[row].months.value_or(0));
    const auto own = option_index(document, subject.claim.option);
    std::vector<std::uint32_t> inputs;
    for (std::size_t option = 0; option < document.options.size(); ++option) {
        if (own && *own != option) continue;
        if (const auto node = subject.lines.cell(row, option, last)) {
            const auto more = subject.lines.inputs_of(*node);
            inputs.insert(inputs.end(), more.begin(), more.end());
        }
    }
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
}

// Cells that are written, not computed.
std::optional<Extent> amount_of(const Subject& subject, std::size_t row, std::size_t option) {
    const Cell* cell = find_cell(subject.document.rows[row], subject.document.options[option].id);
    const bool is_written = cell != nullptr && (std::holds_alternative<double>(*cell) ||
                                                std::holds_alternative<Assumption>(*cell));
    const auto node = is_written ? subject.lines.cell(row, option, 0) : std::nullopt;
    return node ? subject.lines.extent(*node, subject.ranges) : std::nullopt;
}

void find_equal_cells(const Subject& subject, Shared& shared) {
    const Document& document = subject.document;
    if (document.rows[shared.first].unit != document.rows[shared.second].unit) return;
    for (std::size_t a = 0; a < document.options.size(); ++a)
        for (std::size_t b = 0; b < document.options.size(); ++b) {
            const auto one = amount_of(subject, shared.first, a);
            const auto other = amount_of(subject, shared.second, b);
            if (!one || one != other || (one->low == 0 && one->high == 0)) continue;
            shared.equal_options = {a, b};
            shared.amount = *one;
            return;
        }
}

}  // namespace

void find_direction(const Subject& subject, Finding& finding) {
    const double turned = subject.claim.low.value_or(0) + subject.claim.high.value_or(100);
    const auto values = levels(subject);
    if (values.size() < 2) return;
    finding.accord = points_the_other_way(values) ? Accord::Contradicts : Accord::Agrees;
    const auto count = static_cast<double>(values.size());
    for (std::size_t option = 0; option < values.back().size(); ++option) {
        double others = 0;
        for (std::size_t row = 0; row + 1 < values.size(); ++row) others += values[row][option];
        const double own = values.back()[option];
        finding.means.push_back({.stated = (others + own) / count,
                                 .without = others / (count - 1),
                                 .turned = (others + turned - own) / count});
    }
}

void find_tree_faults(const Document& document, Finding& finding) {
    if (document.tree.nodes.empty()) return;
    finding.faults = faults_of(document.tree);
    finding.accord = finding.faults.empty() ? Accord::Agrees : Accord::Contradicts;
    if (!finding.faults.empty())
        finding.consistent = consistent_reading(document.tree, finding.faults);
}

void find_overlap(const Subject& subject, Finding& finding) {
    std::vector<std::size_t> rows;
    for (const std::string& id : subject.claim.rows)
        if (const auto row = row_index(subject.document, id)) rows.push_back(*row);
    for (std::size_t other = 1; other < rows.size(); ++other) {
        Shared shared{.first = rows[0], .second = rows[other]};
        const auto one = inputs_of_row(subject, rows[0]);
        for (const std::uint32_t input : inputs_of_row(subject, rows[other]))
            if (std::binary_search(one.begin(), one.end(), input))
                shared.inputs.push_back(subject.lines.input_id(input));
        find_equal_cells(subject, shared);
        if (!shared.inputs.empty() || shared.equal_options)
            finding.shared.push_back(std::move(shared));
    }
    finding.accord = finding.shared.empty() ? Accord::Agrees : Accord::Contradicts;
}

}  // namespace fulcrum::auditing
