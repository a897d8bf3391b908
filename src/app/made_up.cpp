#include "app/made_up.h"

#include <string>
#include <utility>

namespace fulcrum {
namespace {

void add_assumptions(Document& document, std::size_t count) {
    for (std::size_t a = 0; a < count; ++a) {
        Assumption& assumption = document.assumptions.emplace_back();
        assumption.id = "a" + std::to_string(a);
        assumption.name = assumption.id;
        assumption.base = 2;
        assumption.low = 1;
        assumption.high = 4;
        assumption.family = a % 2 == 0 ? "triangular" : "uniform";
    }
}

}  // namespace

Document made_up(std::size_t options, std::size_t assumptions, std::size_t rows) {
    Document document;
    document.id = "made_up";
    document.title = "Made up";
    for (std::size_t o = 0; o < options; ++o)
        document.options.push_back(
            {.id = "O" + std::to_string(o), .name = "Option " + std::to_string(o)});
    add_assumptions(document, assumptions);
    for (std::size_t r = 0; r < rows; ++r) {
        Row& row = document.rows.emplace_back();
        row.id = "r" + std::to_string(r);
        row.name = row.id;
        row.direction = Direction::More;
        for (std::size_t o = 0; o < options; ++o) {
            const auto input = [&](std::size_t k) { return "a" + std::to_string(k % assumptions); };
            std::string formula = input(r + o) + " * " + input(3 * r + 2 * o + 1) + " + " +
                                  std::to_string(o + 1) + " * " + input(5 * r + o);
            if (r > 0) formula += " + r" + std::to_string(r - 1);
            row.cells.emplace_back(document.options[o].id, Formula{std::move(formula)});
        }
    }
    document.objective = document.rows.back().id;
    return document;
}

Document with_claims(Document document) {
    for (const Row& row : document.rows) {
        Claim& claim = document.claims.emplace_back();
        claim.id = "claim_" + row.id;
        claim.text = row.name;
        claim.option = document.options.front().id;
        claim.row = row.id;
        claim.value = 10;
    }
    return document;
}

// Node k has the branches 2k + 1 and 2k + 2, as in a heap; a last one alone is a leaf as well.
Document made_up_tree(std::size_t nodes) {
    constexpr std::size_t assumptions = 8;
    Document document = made_up(2, assumptions, 1);
    document.tree.root = "n0";
    const auto id = [](std::size_t node) { return "n" + std::to_string(node); };
    bool decides = true;
    for (std::size_t node = 0, next_level = 1; node < nodes; ++node) {
        if (node == next_level) {
            decides = !decides;
            next_level = 2 * next_level + 1;
        }
        TreeNode& made = document.tree.nodes.emplace_back();
        made.id = id(node);
        if (2 * node + 2 >= nodes) {
            made.kind = NodeKind::Terminal;
            made.payoff = Formula{"a" + std::to_string(node % assumptions) + " * a" +
                                  std::to_string(node / 3 % assumptions)};
            continue;
        }
        made.kind = decides ? NodeKind::Decision : NodeKind::Chance;
        for (const std::size_t to : {2 * node + 1, 2 * node + 2})
            made.branches.push_back({.label = id(to), .to = id(to)});
        if (!decides) {
            made.branches[0].probability = 0.25;
            made.branches[1].probability = Formula{"rest"};
        }
    }
    return document;
}

}  // namespace fulcrum
