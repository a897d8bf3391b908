// Why a figure differs: what must be changed in its formula for it to come out, found by trying.
#include "analysis/audit_parts.h"
#include "model/find.h"

#include <algorithm>

namespace fulcrum::auditing {
namespace {

using How = Explanation::How;
using Ends = Explanation::Ends;

struct Term {
    NodeId node = 0;
    bool minus = false;
    std::string name, option;
};

class Trials {
  public:
    Trials(const Subject& subject, Finding& finding)
        : subject_(subject),
          finding_(finding),
          low_(subject.claim.value ? subject.claim.value : subject.claim.low),
          high_(subject.claim.value ? subject.claim.value : subject.claim.high) {}

    void run() {
        if (!read_terms()) return;
        for (std::size_t t = 0; t < terms_.size() && terms_.size() > 1; ++t)
            attempt(named(How::LeavesOut, t), sum(t, false, std::nullopt));
        for (std::size_t t = 0; t < terms_.size() && terms_.size() > 1; ++t)
            attempt(named(How::TurnsSign, t), sum(t, true, std::nullopt));
        for (const Term& line : other_lines()) {
            Explanation adds{.how = How::Adds, .name = line.name, .option = line.option};
            attempt(std::move(adds), sum(terms_.size(), false, line.node));
        }
        hold();
        conclude();
    }

  private:
    // The terms of the sum that the formula is; one where it is none.
    bool read_terms() {
        const Result<ParsedFormula> parsed = parse_formula(finding_.formula);
        if (!parsed || parsed->nodes.empty()) return false;
        return split(*parsed, parsed->nodes.size() - 1, false);
    }

    bool split(const ParsedFormula& formula, std::size_t at, bool minus) {
        const FormulaNode& node = formula.nodes[at];
        if (node.kind == FormulaKind::Binary && (node.function == "+" || node.function == "-"))
            return split(formula, node.arguments[0], minus) &&
                   split(formula, node.arguments[1], minus != (node.function == "-"));
        Term term{.minus = minus,
                  .name = finding_.formula.substr(node.begin, node.end - node.begin)};
        const Result<NodeId> built = subject_.lines.build(term.name, subject_.claim, true);
        if (!built) return false;
        term.node = *built;
        for (const ClaimLine& line : finding_.lines)
            if (line.begin == node.begin && line.end == node.end) {
                term.name = line.name;
                term.option = line.option;
            }
        terms_.push_back(std::move(term));
        return true;
    }

    Explanation named(How how, std::size_t term) const {
        return {.how = how, .name = terms_[term].name, .option = terms_[term].option};
    }

    // With one term left out or its sign turned, or another line added.
    NodeId sum(std::size_t without, bool turned, std::optional<NodeId> added) {
        Program& program = subject_.lines.program();
        NodeId sum = added ? *added : program.constant(0);
        for (std::size_t t = 0; t < terms_.size(); ++t) {
            if (t == without && !turned) continue;
            const bool minus = terms_[t].minus != (t == without);
            sum = program.apply(minus ? Op::Subtract : Op::Add, sum, terms_[t].node);
        }
        return sum;
    }

    // Rows beside those of the formula, in the unit and a topic of theirs.
    std::vector<Term> other_lines() {
        const Document& document = subject_.document;
        const Row* own = find_row(document, subject_.claim.row);
        const auto option = option_index(document, subject_.claim.option);
        std::vector<Term> lines;
        if (own == nullptr || own->topic.empty() || !option) return lines;
        for (std::size_t r = 0; r < document.rows.size(); ++r) {
            const Row& row = document.rows[r];
            const bool fits = row.kind == RowKind::Number && !row.months && !row.total &&
                              row.topic == own->topic && row.unit == own->unit && &row != own;
            const bool is_known =
                std::any_of(finding_.lines.begin(), finding_.lines.end(),
                            [&](const ClaimLine& line) { return line.name == row.name; });
            const auto node = fits && !is_known ? subject_.lines.cell(r, *option, 0) : std::nullopt;
            if (node) lines.push_back({*node, false, row.name, document.options[*option].id});
        }
        return lines;
    }

    // A range that ignores an end of one of its lines.
    void hold() {
        if (!subject_.claim.low || !subject_.claim.high || terms_.empty()) return;
        const NodeId whole = sum(terms_.size(), false, std::nullopt);
        for (const std::uint32_t input : subject_.lines.inputs_of(whole)) {
            const InputRange& range = subject_.ranges[input];
            if (range.low == range.high) continue;
            for (const double at : {range.low, range.high, range.base}) {
                std::vector<InputRange> held = subject_.ranges;
                held[input] = {at, at, at};
                attempt(holding(input, at), subject_.lines.extent(whole, held));
            }
        }
    }

    Explanation holding(std::uint32_t input, double at) const {
        Explanation holds{.how = How::Holds, .value = at};
        const std::string id = subject_.lines.input_id(input);
        for (const PlacedAssumption& placed : assumptions_of(subject_.document))
            if (placed.id == id) {
                holds.name = placed.name;
                holds.option = placed.option;
                holds.unit = placed.unit;
            }
        if (holds.name.empty()) holds.name = id;
        return holds;
    }

    void attempt(Explanation tried, NodeId node) {
        attempt(std::move(tried), subject_.lines.extent(node, subject_.ranges));
    }

    // An end that comes out as stated, and did not before.
    void attempt(Explanation tried, const std::optional<Extent>& extent) {
        if (!extent) return;
        const bool low = gives(low_, extent->low), high = gives(high_, extent->high);
        const bool low_was = gives(low_, finding_.recomputed->low);
        const bool high_was = gives(high_, finding_.recomputed->high);
        if (low && high) {
            tried.ends = low_was ? Ends::High : high_was ? Ends::Low : Ends::Both;
            whole_.push_back(std::move(tried));
        } else if (tried.how != How::Holds) {
            tried.ends = low ? Ends::Low : Ends::High;
            if ((low && !low_was) || (high && !high_was)) partial_.push_back(std::move(tried));
        }
    }

    // An end that nothing is stated of is as it should be.
    bool gives(std::optional<double> stated, double computed) const {
        return !stated || match(*stated, computed, subject_.claim.unit) != Match::No;
    }

    // What gives all of it; else the first for each end.
    void conclude() {
        if (!whole_.empty()) {
            finding_.explanations = {whole_.front()};
            return;
        }
        for (const Ends end : {Ends::Low, Ends::High})
            for (const Explanation& found : partial_)
                if (found.ends == end) {
                    finding_.explanations.push_back(found);
                    break;
                }
    }

    const Subject& subject_;
    Finding& finding_;
    std::optional<double> low_, high_;  // what is stated
    std::vector<Term> terms_;
    std::vector<Explanation> whole_, partial_;
};

}  // namespace

void explain(const Subject& subject, Finding& finding) {
    if (finding.accord == Accord::Differs && !finding.formula.empty())
        Trials(subject, finding).run();
}

}  // namespace fulcrum::auditing
