// A document compiled: formulas checked, ordered and turned into one program.
#pragma once

#include "engine/correlated_draws.h"
#include "expr/program.h"
#include "math/distribution.h"
#include "model/document.h"
#include "model/edit.h"

#include <optional>
#include <string>
#include <vector>

namespace fulcrum {

struct ModelInput {
    std::string id;  // "price" or "weeks@B"
    const DistributionFamily* family = nullptr;
    std::vector<double> parameters, table;  // see DistributionFamily, quantile_table
    double base = 0;
    std::uint32_t stream = 0;
    bool uncertain = false;  // false: base in every draw (known, a point, no range)
    bool operator==(const ModelInput&) const = default;
};

// The nodes of one number or level row; `node[option][month]`, one month for a row that is no
// series.
struct ModelRow {
    std::vector<std::vector<std::optional<NodeId>>>
        node;  // absent: the option has neither cell nor formula
    bool operator==(const ModelRow&) const = default;
};

// Correlations that contradicted each other, and what was taken instead.
struct RepairedCorrelations {
    std::vector<std::string> inputs;  // ids of all that hang together
    std::string first, second;        // the pair that moved most
    double from = 0, to = 0;          // its rank correlation; to: rounded, but never to `from`
    bool operator==(const RepairedCorrelations&) const = default;
};

// A branch of the tree; its amounts are there where the document has them.
struct ModelBranch {
    std::size_t to = 0;
    std::optional<NodeId> probability, cost;  // "rest" is a node like any other
    bool operator==(const ModelBranch&) const = default;
};

// payoff: as the document has it; of an option's node without one the objective of that option.
struct ModelTreeNode {
    std::optional<NodeId> payoff;
    std::vector<ModelBranch> branches;
    bool operator==(const ModelTreeNode&) const = default;
};

struct Model {
    std::vector<ModelInput> inputs;  // in document order
    std::vector<CorrelatedGroup> groups;
    std::vector<std::optional<std::size_t>> group_of;  // [input]
    std::vector<RepairedCorrelations> notes;           // what a reader must be told
    Program program;
    std::vector<ModelRow> rows;            // in document order; text rows are empty
    std::optional<std::size_t> objective;  // row index
    std::vector<ModelTreeNode> tree;       // in document order
    // Nodes of the tree that its root leads to, each after all that it leads to.
    std::vector<std::size_t> tree_from_leaves;
    bool operator==(const Model&) const = default;
};

// Requires that check(document) found nothing and that streams are given (with_streams).
// diagnostics  all findings: families and parameters (path of the assumption), formulas (path and
// `at`), cycles (naming the rows in
//              order), units, correlations that contradict each other. The model is absent when
//              there is one. A row switched off is 0.
// limits       at most 1,000,000 nodes, else an error that names the row and what to lower.
struct Compilation {
    std::optional<Model> model;
    Diagnostics diagnostics;
};
Compilation compile(const Document& document);

// The same model for a document that differs from the compiled one only in the numbers of
// assumptions (base, ends, known): what a drag changes. Formulas and correlations are not looked at
// again.
// Diagnostics as of compile. Requires the same assumptions in the same order; returns an absent
// model and no diagnostics when they are not (compile then).
Compilation rebound(const Model& model, const Document& before, const Document& after);

// What edits must know of an assumption's family (model/edit.h); an unknown family has no traits.
FamilyTraits family_traits(const Assumption& assumption);

}  // namespace fulcrum
