#include "analysis/trace.h"

#include "analysis/pinned.h"
#include "analysis/trace_formula.h"
#include "analysis/undefined.h"
#include "base/figure.h"
#include "engine/names.h"
#include "engine/simulate.h"
#include "model/find.h"

#include <algorithm>
#include <cmath>

namespace fulcrum {
namespace {

using Kind = TraceEntry::Kind;
using When = Reference::When;

void describe(TraceEntry& entry, const Assumption& assumption) {
    entry.value = assumption.base;
    const auto [low, high] = range_of_numbers(assumption);
    if (low != high) {
        entry.low = low;
        entry.high = high;
    }
    entry.basis = assumption.basis;
    entry.source = assumption.source;
    entry.owner = assumption.owner;
    entry.note = assumption.note;
}

TraceEntry of_assumption(const Assumption& assumption) {
    TraceEntry entry{.id = assumption.id, .name = assumption.name, .unit = assumption.unit};
    describe(entry, assumption);
    return entry;
}

// What stands in the cell itself; the value of a formula is left to be worked out.
TraceEntry of_cell(const Document& document, const CellPlace& cell, const CellSource& source) {
    const Row& row = document.rows[cell.row];
    const std::string& option = document.options[cell.option].id;
    TraceEntry entry{.kind = Kind::Single,
                     .id = row.id + "@" + option,
                     .name = row.name,
                     .unit = row.unit,
                     .cell = cell};
    if (row.months) entry.id += "/" + std::to_string(cell.month);
    entry.value = source.number;
    const Cell* found = find_cell(row, option);
    if (const auto* word = found ? std::get_if<Word>(found) : nullptr) entry.word = word->text;
    if (const auto* assumption = found ? std::get_if<Assumption>(found) : nullptr)
        describe(entry, *assumption);
    if (entry.basis == Basis::Unsaid) entry.basis = row.basis;
    if (entry.source.empty()) entry.source = row.source;
    if (entry.note.empty()) entry.note = row.note;
    entry.formula = source.kind == CellSource::Kind::Formula;
    entry.off = row.off;
    if (entry.off) {
        entry.value = 0;
        entry.formula = false;
    }
    return entry;
}

const std::string& formula_at(const CellSource& source, std::size_t month) {
    return month == 0 && source.start ? *source.start->text : *source.formula.text;
}

bool has_value(const Model& model, const CellPlace& cell) {
    if (cell.row >= model.rows.size() || cell.option >= model.rows[cell.row].node.size())
        return false;
    const auto& months = model.rows[cell.row].node[cell.option];
    return cell.month < months.size() && months[cell.month];
}

// Inputs that differ from draw to draw.
void mark_uncertain(const Model& model, std::vector<TraceEntry>& entries) {
    for (TraceEntry& entry : entries)
        for (const ModelInput& input : model.inputs)
            if (input.id == entry.id) entry.uncertain = input.uncertain && !entry.off;
}

class Tracer {
  public:
    Tracer(const Document& document, const Model& model, const CellPlace& cell)
        : document_(document), model_(model), cell_(cell), names_(document) {}

    Trace trace() {
        const CellSource source = cell_source(document_, cell_.row, cell_.option);
        Trace trace{.figure = of_cell(document_, cell_, source), .kind = source.kind};
        if (trace.figure.formula) trace_formula(trace, formula_at(source, cell_.month));
        return trace;
    }

  private:
    TraceEntry entry_of(const Reference& reference, std::vector<NodeId>& nodes) const {
        const Target target = *names_.target(reference, cell_);
        if (target.is_assumption) return of_assumption(document_.assumptions[target.assumption]);
        CellPlace cell = target.cell;
        cell.month += target.months - 1;
        TraceEntry entry = of_cell(document_, cell, cell_source(document_, cell.row, cell.option));
        for (std::size_t month = target.cell.month; month <= cell.month; ++month)
            nodes.push_back(*model_.rows[cell.row].node[cell.option][month]);
        if (reference.when != When::All) return entry;
        entry.kind = Kind::Months;
        entry.id.replace(entry.id.rfind('/') + 1, std::string::npos, "total");
        return entry;
    }

    // [reference]; the first of `nodes` is the figure's own.
    std::vector<TraceEntry> entries_of(const ParsedFormula& formula, double& own) const {
        std::vector<NodeId> nodes{*model_.rows[cell_.row].node[cell_.option][cell_.month]};
        std::vector<TraceEntry> entries;
        std::vector<std::size_t> behind;  // [reference] the first node that is not its own
        for (const Reference& reference : formula.references) {
            entries.push_back(entry_of(reference, nodes));
            behind.push_back(nodes.size());
        }
        const std::vector<double> at_base = base_case(model_, nodes);
        own = at_base.front();
        std::size_t next = 1;
        for (std::size_t e = 0; e < entries.size(); ++e) {
            if (next < behind[e]) entries[e].value = at_base[next++];
            for (; next < behind[e]; ++next) entries[e].value += at_base[next];
        }
        return entries;
    }

    void trace_formula(Trace& trace, const std::string& text) {
        const ParsedFormula formula = *parse_formula(text);
        const std::vector<TraceEntry> entries = entries_of(formula, trace.figure.value);
        using TextOf = std::string (*)(double value, std::string_view unit);
        const auto as = [&](TextOf text_of) {
            std::vector<std::string> texts;
            texts.reserve(entries.size());
            for (const TraceEntry& entry : entries)
                texts.push_back(entry.kind == Kind::Months ? "" : text_of(entry.value, entry.unit));
            return with_names_replaced(text, formula, texts,
                                       text_of(static_cast<double>(cell_.month), "months"));
        };
        trace.formula = as([](double, std::string_view) { return std::string(); });
        trace.with_values = as([](double value, std::string_view unit) {
            const std::string shown = fulcrum::figure(value, unit);
            return value < 0 ? "(" + shown + ")" : shown;
        });
        trace.exact = as(formula_value);
        for (const TraceEntry& entry : entries)
            if (std::none_of(trace.feeds.begin(), trace.feeds.end(),
                             [&](const TraceEntry& known) { return known.id == entry.id; }))
                trace.feeds.push_back(entry);
    }

    const Document& document_;
    const Model& model_;
    CellPlace cell_;
    Names names_;
};

// What is met on the way down from a cell, over a list of its own: no deeper stack.
class Rest {
  public:
    explicit Rest(const Document& document)
        : document_(document),
          names_(document),
          seen_(document.rows.size() * document.options.size()),
          parsed_(2 * seen_.size()),
          ends_at_(seen_.size()),
          assumptions_(document.assumptions.size()) {}

    void below(const CellPlace& top) {
        visit(top);
        while (!waiting_.empty()) {
            const CellPlace cell = waiting_.back();
            waiting_.pop_back();
            open(cell);
        }
    }

    std::vector<TraceEntry> entries() const {
        std::vector<TraceEntry> entries;
        for (std::size_t a = 0; a < assumptions_.size(); ++a)
            if (assumptions_[a]) entries.push_back(of_assumption(document_.assumptions[a]));
        const std::size_t options = document_.options.size();
        for (std::size_t c = 0; c < ends_at_.size(); ++c) {
            if (!ends_at_[c]) continue;
            const CellPlace cell{c / options, c % options, 0};
            entries.push_back(
                of_cell(document_, cell, cell_source(document_, cell.row, cell.option)));
            entries.back().id =
                document_.rows[cell.row].id + "@" + document_.options[cell.option].id;
        }
        return entries;
    }

  private:
    std::size_t index(const CellPlace& cell) const {
        return cell.row * document_.options.size() + cell.option;
    }

    void visit(const CellPlace& cell) {
        std::vector<bool>& seen = seen_[index(cell)];
        seen.resize(month_count(document_.rows[cell.row]));
        if (seen[cell.month]) return;
        seen[cell.month] = true;
        waiting_.push_back(cell);
    }

    void open(const CellPlace& cell) {
        if (document_.rows[cell.row].off) return;
        const CellSource source = cell_source(document_, cell.row, cell.option);
        if (source.kind != CellSource::Kind::Formula) {
            ends_at_[index(cell)] = true;
            return;
        }
        ParsedFormula& formula = parsed_[2 * index(cell) + (cell.month == 0 ? 1 : 0)];
        if (formula.nodes.empty()) formula = *parse_formula(formula_at(source, cell.month));
        for (const Reference& reference : formula.references) {
            const Target target = *names_.target(reference, cell);
            if (target.is_assumption) {
                assumptions_[target.assumption] = true;
                continue;
            }
            CellPlace needs = target.cell;
            for (const std::size_t end = needs.month + target.months; needs.month < end;
                 ++needs.month)
                visit(needs);
        }
    }

    const Document& document_;
    Names names_;
    std::vector<std::vector<bool>> seen_;  // [row and option][month]
    std::vector<ParsedFormula> parsed_;    // [row and option, twice]: its formula, that of month 0
    std::vector<bool> ends_at_;            // [row and option] no formula stands there
    std::vector<bool> assumptions_;
    std::vector<CellPlace> waiting_;
};

const Statistics* statistics_of(const Results& results, const CellPlace& cell) {
    if (cell.row >= results.rows.size()) return nullptr;
    const auto& options = results.rows[cell.row].outcome;
    if (cell.option >= options.size() || cell.month >= options[cell.option].size()) return nullptr;
    const std::optional<Outcome>& outcome = options[cell.option][cell.month];
    return outcome ? std::get_if<Statistics>(&outcome->over_draws) : nullptr;
}

}  // namespace

std::optional<Trace> trace(const Document& document, const Model& model, const CellPlace& cell,
                           const Results* results) {
    if (!has_value(model, cell)) return std::nullopt;
    Trace found = Tracer(document, model, cell).trace();
    mark_uncertain(model, found.feeds);
    if (!std::isfinite(found.figure.value))
        found.undefined = UndefinedReasons(document, model, {})
                              .at_base(*model.rows[cell.row].node[cell.option][cell.month]);
    if (const Statistics* at = results ? statistics_of(*results, cell) : nullptr)
        found.over_draws = *at;
    return found;
}

std::vector<TraceEntry> trace_inputs(const Document& document, const Model& model,
                                     const CellPlace& cell) {
    Rest rest(document);
    rest.below(cell);
    std::vector<TraceEntry> entries = rest.entries();
    mark_uncertain(model, entries);
    return entries;
}

std::size_t last_month(const Row& row) {
    return month_count(row) - 1;
}

}  // namespace fulcrum
