#include "page/views/audit_finding.h"

#include "base/figure.h"
#include "model/find.h"
#include "page/parts.h"
#include "words/audit_words.h"

namespace fulcrum {

using namespace parts;

namespace {

class FindingBlocks {
  public:
    FindingBlocks(const Session& session, const Audit& audit, const Finding& finding)
        : session_(session),
          document_(session.document()),
          audit_(audit),
          finding_(finding),
          claim_(document_.claims[finding.claim]) {}

    Prose title() const {
        Prose title;
        if (const auto option = option_index(document_, claim_.option)) {
            title.push_back({.text = option_letter(*option),
                             .ink = {.role = Role::Option, .option = static_cast<int>(*option)},
                             .bold = true});
            title.push_back({.text = " · ", .ink = {}});
        }
        title.push_back({.text = title_text(), .ink = {}});
        return title;
    }

    Blocks blocks() && {
        add_quotation();
        if (!finding_.undefined.empty()) say(said_.undefined(finding_.undefined));
        add_figure();
        add_explanations();
        add_direction();
        add_tree();
        add_shared();
        add_readings();
        add_rows();
        add_effects();
        return std::move(blocks_);
    }

  private:
    // ------------------------------------------------------------ words for things

    std::string row_name(const std::string& id) const {
        const Row* row = find_row(document_, id);
        return row == nullptr || row->name.empty() ? id : row->name;
    }

    std::string what(const Claim& claim) const {
        return claim.row.empty() ? said_.quoted(claim_text(claim)) : row_name(claim.row);
    }

    std::string stated() const {
        if (claim_.value) return said_.figure(*claim_.value, claim_.unit);
        if (claim_.low && claim_.high) return said_.range(*claim_.low, *claim_.high, claim_.unit);
        if (claim_.low) return said_.at_least(*claim_.low, claim_.unit);
        return claim_.high ? said_.at_most(*claim_.high, claim_.unit) : "";
    }

    std::string title_text() const {
        if (finding_.accord == Accord::Undefined) return said_.cannot(what(claim_));
        switch (claim_.kind) {
            case ClaimKind::Direction:
                return said_.direction(row_name(claim_.row));
            case ClaimKind::Tree:
                return said_.tree(finding_.faults.size());
            case ClaimKind::Overlap: {
                std::vector<std::string> others;
                for (const Shared& shared : finding_.shared)
                    others.push_back(document_.rows[shared.second].name);
                return said_.overlap(document_.rows[finding_.shared.front().first].name, others);
            }
            case ClaimKind::Statement:
                return said_.statements(claim_text(claim_), claim_.against);
            default:
                break;
        }
        if (finding_.accord == Accord::Follows)
            return said_.only_follows(what(claim_), stated(),
                                      extent_text(*finding_.through, claim_.unit));
        return said_.differs(what(claim_), stated(),
                             extent_text(*finding_.recomputed, claim_.unit));
    }

    void say(const std::string& text, Weight weight = Weight::Body) {
        blocks_.push_back(paragraph(text, weight));
    }

    // ------------------------------------------------------------ parts

    // What stands in the title is not said twice.
    void add_quotation() {
        const bool is_titled = claim_.kind == ClaimKind::Statement ||
                               (claim_.kind == ClaimKind::Figure && claim_.row.empty());
        if (!is_titled) say(said_.quoted(claim_text(claim_)));
        blocks_.push_back(
            paragraph(said_.where(said_.kinds[static_cast<std::size_t>(claim_.kind)], claim_.where),
                      Weight::Small, Role::Quiet));
        if (!claim_.against.empty() && claim_.kind != ClaimKind::Statement)
            say(said_.against(claim_.against));
    }

    void add_figure() {
        if (!finding_.recomputed) return;
        if (finding_.accord == Accord::Differs && (finding_.low_off || finding_.high_off))
            say(said_.off(finding_.low_off, finding_.high_off, claim_.unit));
        std::vector<AuditWords::Line> lines;
        for (const ClaimLine& line : finding_.lines)
            lines.push_back({.begin = line.begin,
                             .end = line.end,
                             .name = line.option.empty() || line.option == claim_.option
                                         ? line.name
                                         : said_.line_of(line.name, letter(line.option)),
                             .range = line.extent ? extent_text(*line.extent, line.unit)
                                                  : words().figures.undefined,
                             .stated = line.stated.has_value()});
        if (!finding_.formula.empty()) say(said_.formula(finding_.formula, lines), Weight::Small);
        if (!finding_.recomputed->exact) say(said_.reached, Weight::Small);
        if (finding_.through) say(said_.through(extent_text(*finding_.through, claim_.unit)));
        std::vector<std::string> rests;
        for (const std::size_t other : finding_.rests_on)
            rests.push_back(said_.quoted(claim_text(document_.claims[other])));
        if (!rests.empty()) say(said_.rests_on(rests));
        for (const std::size_t other : finding_.carried_to) {
            const Claim& claim = document_.claims[other];
            say(said_.carried_to(said_.quoted(claim_text(claim)),
                                 extent_text(*audit_.findings[other].through, claim.unit)));
        }
    }

    std::string letter(const std::string& option) const {
        const auto index = option_index(document_, option);
        return index ? option_letter(*index) : option;
    }

    void add_explanations() {
        for (const Explanation& found : finding_.explanations) {
            const auto ends = static_cast<AuditWords::Ends>(found.ends);
            switch (found.how) {
                case Explanation::How::LeavesOut:
                    say(said_.leaves_out(found.name, ends));
                    break;
                case Explanation::How::Adds:
                    say(said_.adds(found.name, ends));
                    break;
                case Explanation::How::TurnsSign:
                    say(said_.turns_sign(found.name, ends));
                    break;
                case Explanation::How::Holds:
                    say(said_.holds(found.name, said_.figure(found.value, found.unit), ends));
            }
        }
        if (finding_.accord == Accord::Differs && finding_.explanations.empty())
            say(said_.unexplained);
    }

    void add_readings() {
        bool any = false, gives = false;
        List list;
        for (std::size_t r = 0; r < finding_.readings.size(); ++r) {
            const ReadingResult& result = finding_.readings[r];
            const Reading& reading = claim_.readings[r];
            const std::string& unit = reading.unit.empty() ? claim_.unit : reading.unit;
            any = any || (result.extent && reading.unit.empty());
            gives = gives || result.gives_stated;
            std::string text = result.extent ? extent_text(*result.extent, unit) : result.undefined;
            Prose entry = prose(said_.reading(reading.name, text));
            for (const Effect& effect : finding_.effects)
                if (effect.of == Effect::Of::Reading && effect.which == r)
                    for (Run& run : inked(effect_sentence(" ", effect)))
                        entry.push_back(std::move(run));
            list.entries.push_back(std::move(entry));
        }
        if (list.entries.empty()) return;
        blocks_.push_back({std::move(list)});
        if (finding_.accord == Accord::Differs && any && !gives) say(said_.no_reading);
    }

    void add_direction() {
        if (finding_.means.empty()) return;
        say(said_.rises(row_name(claim_.row), claim_.rows.size()));
        Table table = options_table("means", said_.means_caption);
        const Row* row = find_row(document_, claim_.row);
        const auto add = [&](const std::string& name, double DirectionMeans::*which) {
            TableRow line{.key = table.key + "/" + std::to_string(table.rows.size()),
                          .cells = {{.text = prose(name)}}};
            for (const DirectionMeans& means : finding_.means)
                line.cells.push_back(
                    {.text = prose(said_.figure(means.*which, row ? row->unit : ""))});
            table.rows.push_back(std::move(line));
        };
        add(said_.means_stated, &DirectionMeans::stated);
        add(said_.means_without, &DirectionMeans::without);
        add(said_.means_turned, &DirectionMeans::turned);
        blocks_.push_back({std::move(table)});
    }

    const std::string& node_text(std::size_t node) const {
        const TreeNode& found = document_.tree.nodes[node];
        return found.text.empty() ? found.id : found.text;
    }

    void add_tree() {
        for (const TreeFault& fault : finding_.faults)
            say(said_.twice(node_text(fault.node), fault.label, fault.to.size()) +
                (fault.same_option ? said_.ends_alike
                 : fault.unasked   ? said_.unasked
                                   : said_.ends_apart));
        if (finding_.faults.empty()) return;
        if (finding_.consistent.empty()) return say(said_.no_consistent);
        say(said_.read_as);
        List list;
        for (const TreeStep& step : finding_.consistent)
            list.entries.push_back(
                prose(said_.step(node_text(step.node), step.label, node_text(step.to))));
        blocks_.push_back({std::move(list)});
    }

    void add_shared() {
        for (const Shared& shared : finding_.shared) {
            const std::string& first = document_.rows[shared.first].name;
            const std::string& second = document_.rows[shared.second].name;
            std::vector<std::string> inputs;
            for (const std::string& id : shared.inputs)
                inputs.push_back(assumption_name(document_, id));
            if (!inputs.empty()) say(said_.computed_from(first, second, inputs));
            if (!shared.equal_options) continue;
            const auto of = [&](const std::string& row, std::size_t option) {
                return said_.line_of(row, option_letter(option));
            };
            say(said_.equal(of(first, shared.equal_options->first),
                            of(second, shared.equal_options->second),
                            extent_text(shared.amount, document_.rows[shared.first].unit)));
        }
    }

    Table options_table(const std::string& name, const std::string& caption) const {
        return {.key = "audit/" + claim_.id + "/" + name,
                .caption = caption,
                .columns = option_columns(document_, ""),
                .rows = {}};
    }

    void add_rows() {
        if (finding_.rows.empty()) return;
        Table table = options_table("rows", said_.rows_caption);
        for (const RowExtents& extents : finding_.rows) {
            const Row& row = document_.rows[extents.row];
            TableRow line{.key = table.key + "/" + row.id, .cells = {row_title(row)}};
            for (std::size_t option = 0; option < document_.options.size(); ++option)
                line.cells.push_back({.text = prose(cell_text(row, extents, option))});
            table.rows.push_back(std::move(line));
        }
        blocks_.push_back({std::move(table)});
    }

    std::string cell_text(const Row& row, const RowExtents& extents, std::size_t option) const {
        const Cell* cell = find_cell(row, document_.options[option].id);
        const Word* word = cell == nullptr ? nullptr : std::get_if<Word>(cell);
        if (word != nullptr) return word->text;
        const auto& extent = extents.at[option];
        return extent ? extent_text(*extent, row.unit) : words().figures.absent;
    }

    // ------------------------------------------------------------ what it does to the verdict

    std::string gap_unit() const {
        if (audit_.lead.by_score) return "points";
        const Row* row = find_row(document_, document_.objective);
        return row == nullptr ? "" : row->unit;
    }

    Sentence effect_sentence(const std::string& what, const Effect& effect) const {
        const Lead& lead = effect.lead;
        AuditWords::Effect said{.leader = {}, .second = {}, .gap = "", .same = effect.same};
        if (lead.leader) {
            const std::vector<NamedOption> options = named_options(document_);
            said.leader = {options[*lead.leader], share(lead.p_best[*lead.leader]), ""};
            if (lead.runner_up) said.second = options[*lead.runner_up];
            if (lead.gap) said.gap = figure(lead.gap->p50, gap_unit());
            said.changes = lead.leader != audit_.lead.leader;
        } else {
            said.undefined =
                lead.undefined.empty() ? words().figures.undefined : lead.undefined.front().reason;
        }
        return said_.effect(what, said);
    }

    Button button(const std::string& name, const std::string& label, const std::string& note,
                  Edit edit) const {
        return {.key = "audit/" + claim_.id + "/" + name,
                .label = label,
                .note = note,
                .action = std::move(edit)};
    }

    void add_effects() {
        ButtonRow buttons;
        for (const Effect& effect : finding_.effects) {
            if (effect.of == Effect::Of::StatedFigure) {
                blocks_.push_back(paragraph(effect_sentence(said_.with_stated, effect)));
                buttons.buttons.push_back(
                    button("stated", said_.use_stated, said_.use_stated_note, *effect.edit));
            }
            if (effect.of != Effect::Of::RowOff) continue;
            const Row& row = document_.rows[effect.which];
            blocks_.push_back(
                paragraph(effect_sentence(said_.without_row(row.name, row.off), effect)));
            buttons.buttons.push_back(button(
                "row/" + row.id, row.off ? said_.count_again(row.name) : said_.leave_out(row.name),
                row.off ? "" : said_.leave_out_note, *effect.edit));
        }
        if (finding_.uses_stated) {
            say(said_.in_use);
            const Row* row = find_row(session_.reference(), claim_.row);
            const Cell* cell = row == nullptr ? nullptr : find_cell(*row, claim_.option);
            const auto content = cell == nullptr ? std::nullopt : std::optional<Cell>(*cell);
            buttons.buttons.push_back(button("recomputed", said_.use_recomputed,
                                             said_.use_recomputed_note,
                                             SetCell{claim_.row, claim_.option, content}));
        }
        if (!buttons.buttons.empty()) blocks_.push_back({std::move(buttons)});
    }

    const Session& session_;
    const Document& document_;
    const Audit& audit_;
    const Finding& finding_;
    const Claim& claim_;
    const AuditWords& said_ = audit_words();
    Blocks blocks_;
};

}  // namespace

std::string extent_text(const Extent& extent, std::string_view unit) {
    return audit_words().range(extent.low, extent.high, unit);
}

std::string claim_text(const Claim& claim) {
    return claim.text.empty() ? claim.id : claim.text;
}

Details finding_details(const Session& session, const Audit& audit, const Finding& finding,
                        bool open) {
    const Claim& claim = session.document().claims[finding.claim];
    FindingBlocks blocks(session, audit, finding);
    Details shown = details(session, "audit/" + claim.id, "", open);
    shown.title = blocks.title();
    shown.blocks = std::move(blocks).blocks();
    return shown;
}

}  // namespace fulcrum
