// Document -> Model. The whole outside interface is compile(); the class inside settles one cell
// (row, option, month) after another on a work list of its own, so that a chain of any length needs
// no deeper stack.
#include "engine/compile_tree.h"
#include "engine/correlations.h"
#include "engine/formulas.h"
#include "engine/model.h"
#include "engine/model_input.h"
#include "expr/build.h"
#include "model/tree.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

constexpr std::size_t most_nodes = 1'000'000;
constexpr std::size_t most_cells = 1'000'000;
constexpr std::size_t most_prepared = 16u << 20;  // doubles that inputs hold ready: 128 MB
constexpr std::size_t most_cycle_names = 12;      // in a message

// "cost -> net -> cost", beginning with the first row in document order.
std::string cycle_words(const Document& document, std::vector<CellPlace> cycle) {
    bool one_option = true;
    for (const CellPlace& cell : cycle) one_option &= cell.option == cycle[0].option;
    std::vector<std::string> names;
    for (const CellPlace& cell : cycle) {
        std::string name = document.rows[cell.row].id;
        if (!one_option) name += "@" + document.options[cell.option].id;
        if (names.empty() || names.back() != name) names.push_back(std::move(name));
    }
    std::string words;
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (n == most_cycle_names && names.size() > most_cycle_names) words += "... -> ";
        if (n < most_cycle_names || n + 1 == names.size()) words += names[n] + " -> ";
    }
    return words + names.front();
}

// Is the cell among those that the target stands for?
bool meets(const Target& target, const CellPlace& cell) {
    const CellPlace& first = target.cell;
    return first.row == cell.row && first.option == cell.option && first.month <= cell.month &&
           cell.month < first.month + target.months;
}

class Compiler {
  public:
    explicit Compiler(const Document& document)
        : document_(document),
          options_(document.options.size()),
          names_(document),
          formulas_(document, findings_) {}

    Compilation run();

  private:
    enum class State : std::uint8_t { New, Open, Done, Broken };
    struct CellState {
        State state = State::New;
        NodeId node = 0;
        std::size_t depth = 0;  // on the stack, when it was opened
    };

    bool make_inputs();
    void read_units();
    bool lay_out_cells();
    void settle(const CellPlace& first);
    void open(const CellPlace& cell);
    void finish(const CellPlace& cell);
    void finish_formula(const CellPlace& cell, std::size_t formula);
    void report_cycle(const CellPlace& from, const CellPlace& to);
    Result<UnitNode> resolve(const Reference& reference, const CellPlace& from);
    Result<UnitSeries> series(const Reference& reference, const CellPlace& from);
    bool done(const Target& target);
    void compile_the_tree();
    Model model() const;

    CellState& state(const CellPlace& cell) { return cells_[index(cell)]; }
    std::size_t index(const CellPlace& cell) const {
        return first_cell_[cell.row] + cell.option * month_count(document_.rows[cell.row]) +
               cell.month;
    }
    bool absent(const CellPlace& cell) const {
        return formulas_.source(cell.row, cell.option).kind == CellSource::Kind::Absent;
    }
    Result<Target> present_target(const Reference& reference, const CellPlace& from) const;
    void find(std::size_t row, std::string path, Error error) {
        error.path = std::move(path);
        findings_.add(1 + row, std::move(error));
    }

    const Document& document_;
    std::size_t options_;
    Findings findings_;
    Names names_;
    Formulas formulas_;
    std::vector<ModelInput> inputs_;
    CompiledCorrelations correlations_;
    std::vector<Unit> assumption_unit_;  // of the list
    std::map<std::string, std::uint32_t> input_index_;
    std::vector<Unit> row_unit_;
    std::vector<std::size_t> first_cell_;  // of each row
    std::vector<CellState> cells_;
    std::vector<CellPlace> stack_;
    Program program_;
    bool too_large_ = false;
    std::vector<ModelTreeNode> tree_;
};

Compilation Compiler::run() {
    const bool is_affordable = make_inputs();
    read_units();
    if (is_affordable && lay_out_cells()) {
        for (std::size_t r = 0; r < document_.rows.size(); ++r)
            for (std::size_t o = 0; o < options_; ++o)
                for (std::size_t m = 0; m < month_count(document_.rows[r]); ++m)
                    if (!absent({r, o, m})) settle({r, o, m});
        if (!too_large_) compile_the_tree();
    }
    if (!findings_.empty()) return {.model = std::nullopt, .diagnostics = findings_.in_order()};
    return {.model = model(), .diagnostics = {}};
}

// returns false where they are too many to go on.
bool Compiler::make_inputs() {
    std::size_t prepared = 0;
    for (const PlacedAssumption& placed : assumptions_of(document_)) {
        const auto next = static_cast<std::uint32_t>(inputs_.size());
        input_index_.emplace(placed.id, next);
        Result<ModelInput> input = model_input(placed);
        if (!input) findings_.add(0, input.error());
        inputs_.push_back(input ? *std::move(input) : ModelInput{});
        prepared += inputs_.back().parameters.size() + inputs_.back().table.size();
        if (prepared <= most_prepared) continue;
        findings_.add(0, {.path = placed.path,
                          .message = "with this assumption the ranges take more than 128 MB: give "
                                     "fewer of them, or make some uniform or triangular"});
        return false;
    }
    correlations_ = compile_correlations(document_);
    for (Error& error : correlations_.diagnostics) findings_.add(0, std::move(error));
    return true;
}

void Compiler::read_units() {
    for (std::size_t a = 0; a < document_.assumptions.size(); ++a) {
        const Result<Unit> unit = parse_unit(document_.assumptions[a].unit);
        assumption_unit_.push_back(unit ? *unit : Unit::unknown());
        if (unit) continue;
        Error error = unit.error();
        error.path = "/assumptions/" + std::to_string(a) + "/unit";
        findings_.add(0, std::move(error));
    }
    for (std::size_t r = 0; r < document_.rows.size(); ++r) {
        const Result<Unit> unit = parse_unit(document_.rows[r].unit);
        row_unit_.push_back(unit ? *unit : Unit::unknown());
        if (!unit) find(r, "/rows/" + std::to_string(r) + "/unit", unit.error());
    }
}

bool Compiler::lay_out_cells() {
    std::size_t count = 0, longest = 0;
    for (std::size_t r = 0; r < document_.rows.size(); ++r) {
        first_cell_.push_back(count);
        count += options_ * month_count(document_.rows[r]);
        if (month_count(document_.rows[r]) > month_count(document_.rows[longest])) longest = r;
        if (count <= most_cells) continue;
        find(longest, "/rows/" + std::to_string(longest) + "/months",
             {.path = {},
              .message = "rows, options and months make more than 1000000 values: lower the "
                         "months of '" +
                         document_.rows[longest].id + "'"});
        return false;
    }
    cells_.resize(count);
    return true;
}

// Settles the cell and all that it needs. A cell is Open from its first visit, when what it needs
// is put on the stack above it, to its second, when all that is settled: so the Open cells of the
// stack are the way from the first cell to the one at hand.
void Compiler::settle(const CellPlace& first) {
    stack_.push_back(first);
    while (!stack_.empty() && !too_large_) {
        const CellPlace cell = stack_.back();
        if (state(cell).state == State::New) {
            state(cell) = {.state = State::Open, .node = 0, .depth = stack_.size() - 1};
            open(cell);
            continue;
        }
        if (state(cell).state == State::Open) finish(cell);
        stack_.pop_back();
    }
}

void Compiler::open(const CellPlace& cell) {
    const std::size_t formula = formulas_.formula_of(cell);
    if (formula == no_formula) return;
    const ParsedFormula* tree = formulas_.tree(formula);
    if (tree == nullptr) {
        state(cell).state = State::Broken;
        return;
    }
    for (const Reference& reference : tree->references) {
        const Result<Target> target = present_target(reference, cell);
        if (!target) {
            state(cell).state = State::Broken;
            find(cell.row, formulas_.path(formula), target.error());
        } else if (!target->is_assumption) {
            CellPlace needs = target->cell;
            for (const std::size_t end = needs.month + target->months; needs.month < end;
                 ++needs.month) {
                const State needed = state(needs).state;
                if (needed == State::New) stack_.push_back(needs);
                if (needed != State::Open) continue;
                report_cycle(cell, needs);
                break;
            }
        }
    }
}

void Compiler::finish(const CellPlace& cell) {
    const ParsedSource& source = formulas_.source(cell.row, cell.option);
    CellState& own = state(cell);
    if (source.kind == CellSource::Kind::Formula)
        finish_formula(cell, formulas_.formula_of(cell));
    else if (source.kind == CellSource::Kind::Range)
        own = {State::Done, program_.input(input_index_.at(source.input)), 0};
    else
        own = {State::Done, program_.constant(source.number), 0};
    if (own.state == State::Done && document_.rows[cell.row].off) own.node = program_.constant(0.0);
}

void Compiler::finish_formula(const CellPlace& cell, std::size_t formula) {
    const Row& row = document_.rows[cell.row];
    const ParsedFormula& tree = *formulas_.tree(formula);
    CellState& own = state(cell);
    own.state = State::Broken;
    for (const Reference& reference : tree.references) {
        const Result<Target> target = present_target(reference, cell);
        if (!target->is_assumption && !done(*target)) return;
    }

    Scope scope;
    scope.resolve = [this, &cell](const Reference& reference) { return resolve(reference, cell); };
    scope.series = [this, &cell](const Reference& reference) { return series(reference, cell); };
    if (row.months) scope.month = static_cast<int>(cell.month);
    const Result<UnitNode> built = build(tree, scope, program_);
    if (!built) {
        find(cell.row, formulas_.path(formula), built.error());
        return;
    }
    const Unit& unit = row_unit_[cell.row];
    if (!unit.fits(built->unit))
        find(cell.row, formulas_.path(formula),
             {.path = {},
              .message =
                  "the row is in " + unit.text() + ", the formula gives " + built->unit.text()});
    own = {State::Done, built->node, 0};
    if (program_.nodes().size() > most_nodes) {
        too_large_ = true;
        find(cell.row, formulas_.path(formula),
             {.path = {},
              .message = "row '" + row.id +
                         "' brings the model to more than 1000000 operations: lower the months, "
                         "or write less for every option and month"});
    }
}

// What the reference means, if there is anything.
Result<Target> Compiler::present_target(const Reference& reference, const CellPlace& from) const {
    Result<Target> target = names_.target(reference, from);
    if (!target || target->is_assumption || !absent(target->cell)) return target;
    return Error{.path = {},
                 .message = "'" + reference.name + "' has no value for option " +
                            document_.options[target->cell.option].id,
                 .at = reference.at};
}

Result<UnitNode> Compiler::resolve(const Reference& reference, const CellPlace& from) {
    const Result<Target> target = present_target(reference, from);
    if (!target) return target.error();
    if (target->is_assumption)
        return UnitNode{program_.input(static_cast<std::uint32_t>(target->assumption)),
                        assumption_unit_[target->assumption]};
    return UnitNode{state(target->cell).node, row_unit_[target->cell.row]};
}

Result<UnitSeries> Compiler::series(const Reference& reference, const CellPlace& from) {
    const Result<Target> target = present_target(reference, from);
    if (!target) return target.error();
    UnitSeries series{.months = {}, .unit = row_unit_[target->cell.row]};
    const CellState* const first = &state(target->cell);
    for (const CellState* own = first; own != first + target->months; ++own)
        series.months.push_back(own->node);
    return series;
}

bool Compiler::done(const Target& target) {
    const CellState* const first = &state(target.cell);
    return std::all_of(first, first + target.months,
                       [](const CellState& own) { return own.state == State::Done; });
}

// `from` needs `to`, and `to` stands below it on the stack, waiting for it.
void Compiler::report_cycle(const CellPlace& from, const CellPlace& to) {
    std::vector<CellPlace> cycle;
    for (std::size_t depth = state(to).depth; depth < stack_.size(); ++depth) {
        const CellState& waiting = state(stack_[depth]);
        if (waiting.depth == depth && waiting.state != State::New) cycle.push_back(stack_[depth]);
        if (stack_[depth] == from) break;
    }
    state(from).state = State::Broken;

    const auto first =
        std::min_element(cycle.begin(), cycle.end(),
                         [](const CellPlace& a, const CellPlace& b) { return a.row < b.row; });
    std::rotate(cycle.begin(), first, cycle.end());
    const CellPlace& next = cycle[1 % cycle.size()];
    const std::size_t formula = formulas_.formula_of(cycle[0]);
    Error error{.path = {}, .message = "goes in a circle: " + cycle_words(document_, cycle)};
    for (const Reference& reference : formulas_.tree(formula)->references) {
        const Result<Target> target = present_target(reference, cycle[0]);
        if (!target || target->is_assumption || !meets(*target, next)) continue;
        error.at = reference.at;
        break;
    }
    find(cycle[0].row, formulas_.path(formula), std::move(error));
}

void Compiler::compile_the_tree() {
    const auto is_settled = [this](const Reference& reference, const CellPlace& from) {
        const Result<Target> target = present_target(reference, from);
        return !target || target->is_assumption || done(*target);
    };
    TreeNames names;
    names.is_broken = [&](const Reference& reference, std::size_t option) {
        return !is_settled(reference, {no_row, option, 0});
    };
    names.resolve = [this](const Reference& reference, std::size_t option) {
        return resolve(reference, {no_row, option, 0});
    };
    names.series = [this](const Reference& reference, std::size_t option) {
        return series(reference, {no_row, option, 0});
    };
    tree_ = compile_tree(document_, names, program_, findings_);
    if (program_.nodes().size() > most_nodes)
        find(document_.rows.size(), "/tree",
             {.path = {}, .message = "the tree brings the model to more than 1000000 operations"});
}

Model Compiler::model() const {
    Model model;
    model.inputs = inputs_;
    model.groups = correlations_.groups;
    model.group_of.resize(inputs_.size());
    for (std::size_t g = 0; g < model.groups.size(); ++g)
        for (const std::uint32_t input : model.groups[g].inputs) model.group_of[input] = g;
    model.notes = correlations_.repaired;
    model.program = program_;
    model.tree = tree_;
    model.tree_from_leaves = nodes_from_leaves(document_.tree);
    for (std::size_t r = 0; r < document_.rows.size(); ++r) {
        ModelRow& row = model.rows.emplace_back();
        if (document_.rows[r].kind == RowKind::Text) continue;
        for (std::size_t o = 0; o < options_; ++o) {
            auto& months = row.node.emplace_back(month_count(document_.rows[r]));
            for (std::size_t m = 0; m < months.size(); ++m)
                if (!absent({r, o, m})) months[m] = cells_[index({r, o, m})].node;
        }
        if (document_.rows[r].id == document_.objective) model.objective = r;
    }
    return model;
}

}  // namespace

Compilation compile(const Document& document) {
    return Compiler(document).run();
}

}  // namespace fulcrum
