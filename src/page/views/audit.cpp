// Audit: what the document states, against its own lines. The worst first; what agrees is folded.
#include "page/page.h"
#include "page/parts.h"
#include "page/views/audit_finding.h"
#include "words/audit_words.h"

#include <algorithm>

namespace fulcrum {

using namespace parts;

namespace {

// Is it a finding by itself? What differs from the model alone is the model's matter.
bool is_fault(const Finding& finding) {
    return finding.accord <= Accord::Undefined && !finding.modelled;
}

std::string accord_words(const Finding& finding) {
    const AuditWords& said = audit_words();
    const auto words = [&] {
        switch (finding.accord) {
            case Accord::Agrees:
                return said.agrees;
            case Accord::Rounds:
                return said.rounds;
            case Accord::Within:
                return said.within;
            case Accord::Shown:
                return said.shown;
            default:
                return said.differs_from_model;
        }
    }();
    return finding.modelled ? said.modelled(words) : words;
}

// Where one figure is stated of what has a range, what the lines give in the middle too.
std::string lines_text(const Claim& claim, const std::optional<Extent>& extent) {
    if (!extent) return "";
    std::string range = extent_text(*extent, claim.unit);
    if (!claim.value || extent->low == extent->high) return range;
    return audit_words().in_the_middle(audit_words().figure(extent->base, claim.unit), range);
}

Table others_table(const Session& session, const Audit& audit) {
    const AuditWords& said = audit_words();
    Table table{.key = "audit/others",
                .caption = said.others_caption,
                .columns = {{.title = prose(said.stated_column), .share = 2, .min_width = 140},
                            {.title = prose(said.lines_column)},
                            {.title = prose(said.accord_column)}},
                .rows = {}};
    for (const Finding& finding : audit.findings) {
        if (is_fault(finding)) continue;
        const Claim& claim = session.document().claims[finding.claim];
        const std::string lines = lines_text(claim, finding.recomputed);
        table.rows.push_back(
            {.key = table.key + "/" + claim.id,
             .cells = {{.text = prose(said.quoted(claim_text(claim))), .note = claim.where},
                       {.text = prose(lines)},
                       {.text = prose(accord_words(finding))}}});
    }
    return table;
}

void add_headline(Page& page, const Audit& audit) {
    const AuditWords& said = audit_words();
    page.blocks.push_back(
        paragraph(said.headline(audit.faults(), audit.findings.size()), Weight::Lead));
    const auto following =
        std::count_if(audit.findings.begin(), audit.findings.end(), [](const Finding& finding) {
            return finding.accord == Accord::Follows && !finding.modelled;
        });
    if (following > 0)
        page.blocks.push_back(paragraph(said.follows(static_cast<std::size_t>(following))));
    page.blocks.push_back(paragraph(said.method(audit.draws), Weight::Small, Role::Quiet));
}

}  // namespace

std::vector<std::size_t> audit_rows(const Document&) {
    return {};
}

Page audit_view(const Session& session) {
    const AuditWords& said = audit_words();
    Page page{.id = "audit", .title = words().views.audit, .blocks = {}};
    if (session.document().claims.empty()) {
        page.blocks.push_back(paragraph(said.nothing));
        return page;
    }
    const std::optional<Audit>& audit = session.studies().audit;
    if (!audit) {
        page.blocks.push_back(paragraph(said.pending));
        return page;
    }
    add_headline(page, *audit);
    std::size_t shown = 0;
    for (const Accord accord :
         {Accord::Differs, Accord::Contradicts, Accord::Follows, Accord::Undefined})
        for (const Finding& finding : audit->findings)
            if (finding.accord == accord && is_fault(finding))
                page.blocks.push_back({finding_details(session, *audit, finding, shown++ == 0)});
    if (Table others = others_table(session, *audit); !others.rows.empty()) {
        Details folded =
            details(session, "audit/agree", said.others(others.rows.size()), shown == 0);
        folded.blocks.push_back({std::move(others)});
        page.blocks.push_back({std::move(folded)});
    }
    mark_busy(page, 0, session, StudyKind::Audit);
    return page;
}

}  // namespace fulcrum
