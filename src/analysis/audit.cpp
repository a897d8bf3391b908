#include "analysis/audit.h"

#include "analysis/analysis.h"
#include "analysis/audit_parts.h"
#include "analysis/lead.h"

#include <algorithm>
#include <cassert>

namespace fulcrum {
namespace {

constexpr std::size_t draws_of_a_lead = 4096;

ResultsRequest request() {
    return {.draws = draws_of_a_lead, .series_draws = {}, .rows = std::vector<std::size_t>()};
}

struct Compiled {
    Document document;
    Model model;
};

// With no row switched off; nothing where none is.
std::unique_ptr<const Compiled> with_all_rows(const Document& document) {
    const auto is_off = [](const Row& row) { return row.off; };
    if (std::none_of(document.rows.begin(), document.rows.end(), is_off)) return nullptr;
    Document whole = document;
    for (Row& row : whole.rows) row.off = false;
    Compilation compilation = compile(whole);
    if (!compilation.model) return nullptr;
    return std::make_unique<Compiled>(Compiled{std::move(whole), *std::move(compilation.model)});
}

}  // namespace

std::size_t Audit::faults() const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.accord <= Accord::Contradicts && !finding.modelled;
        }));
}

// First who leads as it is; then claim by claim what is found, and after it the leads with each of
// its effects.
class Auditor::Work {
  public:
    Work(const Document& document, const Model& model, const Document& reference)
        : document_(document),
          reference_(reference),
          whole_(with_all_rows(document)),
          lines_(whole_ ? whole_->document : document, whole_ ? whole_->model : model) {
        audit_.draws = draws_of_a_lead;
        if (document.claims.empty()) return;
        analysis_.emplace(document, model, request());
    }

    bool step() {
        if (analysis_) return analysed();
        if (next_effect_ < effects_of_last()) return begin_effect();
        if (audit_.findings.size() < document_.claims.size()) {
            find(document_.claims[audit_.findings.size()]);
            return true;
        }
        if (!is_done_) auditing::carry_on(audit_.findings);
        is_done_ = true;
        return false;
    }

    Audit take() && {
        assert(is_done_);
        return std::move(audit_);
    }

  private:
    std::size_t effects_of_last() const {
        return audit_.findings.empty() ? 0 : audit_.findings.back().effects.size();
    }

    bool analysed() {
        if (analysis_->step()) return true;
        Lead lead = std::move(*analysis_).take().lead;
        analysis_.reset();
        if (audit_.findings.empty())
            audit_.lead = std::move(lead);
        else
            conclude(std::move(lead));
        return true;
    }

    void conclude(Lead lead) {
        Effect& effect = audit_.findings.back().effects[next_effect_++];
        effect.same = lead == audit_.lead;
        effect.lead = std::move(lead);
    }

    bool begin_effect() {
        const Finding& finding = audit_.findings.back();
        Result<Document> changed = auditing::with_effect(document_, document_.claims[finding.claim],
                                                         finding.effects[next_effect_]);
        Compilation compilation;
        if (changed)
            compilation = compile(*changed);
        else
            compilation.diagnostics = {changed.error()};
        if (!compilation.model) {
            conclude(no_leader({{compilation.diagnostics.front().message}}));
            return true;
        }
        changed_ = std::make_unique<Compiled>(
            Compiled{*std::move(changed), *std::move(compilation.model)});
        analysis_.emplace(changed_->document, changed_->model, request());
        return true;
    }

    void find(const Claim& claim) {
        Finding finding{.claim = audit_.findings.size()};
        const auditing::Subject subject{document_, reference_, lines_, claim,
                                        lines_.ranges(claim.given)};
        switch (claim.kind) {
            case ClaimKind::Figure:
                auditing::recompute(subject, finding);
                auditing::explain(subject, finding);
                break;
            case ClaimKind::Direction:
                auditing::find_direction(subject, finding);
                break;
            case ClaimKind::Tree:
                auditing::find_tree_faults(document_, finding);
                break;
            case ClaimKind::Overlap:
                auditing::find_overlap(subject, finding);
                break;
            case ClaimKind::Statement:
                finding.accord = claim.against.empty() ? Accord::Shown : Accord::Contradicts;
                break;
        }
        auditing::read_otherwise(subject, finding);
        auditing::show_rows(subject, finding);
        finding.effects = auditing::effects_of(subject, finding);
        next_effect_ = 0;
        audit_.findings.push_back(std::move(finding));
    }

    const Document& document_;
    const Document& reference_;
    std::unique_ptr<const Compiled> whole_;  // where rows are switched off
    ClaimLines lines_;
    std::unique_ptr<Compiled> changed_;
    std::optional<Analysis> analysis_;
    std::size_t next_effect_ = 0;  // of the last finding
    bool is_done_ = false;
    Audit audit_;
};

Auditor::Auditor(const Document& document, const Model& model, const Document& reference)
    : work_(std::make_unique<Work>(document, model, reference)) {}
Auditor::~Auditor() = default;
Auditor::Auditor(Auditor&&) noexcept = default;
Auditor& Auditor::operator=(Auditor&&) noexcept = default;

bool Auditor::step() {
    return work_->step();
}

Audit Auditor::take() && {
    return std::move(*work_).take();
}

Audit audit(const Document& document, const Model& model, const Document& reference) {
    Auditor auditor(document, model, reference);
    while (auditor.step()) {
    }
    return std::move(auditor).take();
}

}  // namespace fulcrum
